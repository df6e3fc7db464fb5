"""API views of imports: a job reads a file, the user reviews its rows, and a job applies them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import generics, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.models.access import Scope
from catalog.models import Movie
from catalog.selectors import films
from nextflex.base.rest.cursors import SteadyPages
from uploads.api import import_examples as examples
from uploads.api.import_serializers import (
    ChoiceSerializer,
    FileSerializer,
    ImportSerializer,
    JobSerializer,
    RowQuerySerializer,
    RowSerializer,
)
from uploads.api.multipart import FormParser
from uploads.api.reading_serializers import ReadingChoiceSerializer
from uploads.import_jobs.correcting import choose_film
from uploads.import_jobs.selectors import import_of, imports_of, rows_of
from uploads.import_jobs.starting import (
    apply_import,
    discard_import,
    read_again,
    refuse_large,
    start_import,
    take_back_import,
    take_up_again,
)
from uploads.models import ImportJob, ImportRow


class ImportList(generics.ListAPIView[ImportJob]):
    """Your imports, newest first. The latest five are kept for thirty days."""

    token_scope = Scope.RATINGS
    request: UserRequest
    serializer_class = ImportSerializer
    pagination_class = SteadyPages
    parser_classes = [FormParser]
    queryset = ImportJob.objects.none()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Check the size before authentication, which looks for the session's CSRF token in the body."""
        refuse_large(request.META.get("CONTENT_LENGTH"))
        super().initial(request, *args, **kwargs)

    @extend_schema(summary="Your imports", examples=[examples.IMPORT_DONE])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[ImportJob]:
        return imports_of(self.request.user)

    @extend_schema(
        summary="Import ratings, viewings and watchlists from other sites",
        request={"multipart/form-data": FileSerializer},
        responses={202: JobSerializer, **examples.REFUSALS},
    )
    def post(self, request: UserRequest) -> Response:
        """Start a job that reads the file and matches its rows and, with `dry_run=false`, applies them.

        The source is detected from the columns: Letterboxd, IMDb, Trakt, MovieLens, Netflix, TMDB,
        Simkl, Movary, Criticker, MovieTweetings. In other tables, columns are detected by name and the
        scale by the ratings. `result.readings` lists what was detected; change it with `reading/`.

        Every row has an outcome in the report. If several rows refer to the same film, one of them is
        used: its rating replaces yours only if it is newer, a review becomes a note if you have none,
        and all viewing dates are kept.
        """
        given = FileSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        reported = given.validated_data
        job = start_import(
            user=request.user,
            name=reported["file"].name,
            raw=reported["file"].read(),
            site=reported["format"],
            choice=given.choice(),
            dry_run=reported["dry_run"],
        )
        return _accepted(job)


class ImportDetail(APIView):
    token_scope = Scope.RATINGS

    @extend_schema(
        summary="One import", responses=ImportSerializer, examples=[examples.IMPORT_DONE]
    )
    def get(self, request: UserRequest, job_id: UUID) -> Response:
        job = take_up_again(import_of(request.user, job_id))
        return Response(ImportSerializer(job).data)

    @extend_schema(
        summary="Delete an import; the ratings it added are kept",
        responses={204: None, 409: examples.NOT_NOW},
    )
    def delete(self, request: UserRequest, job_id: UUID) -> Response:
        discard_import(import_of(request.user, job_id))
        return Response(status=status.HTTP_204_NO_CONTENT)


class ImportReading(APIView):
    token_scope = Scope.RATINGS

    @extend_schema(
        summary="Read a file of an import with different settings",
        request=ReadingChoiceSerializer,
        responses={202: JobSerializer, 400: examples.UNKNOWN_COLUMN, 409: examples.NOT_NOW},
        examples=[examples.READING_CHOICE],
    )
    def put(self, request: UserRequest, job_id: UUID) -> Response:
        """Only before applying. Starts a job with a new report; films you have chosen are kept."""
        job = import_of(request.user, job_id)
        given = ReadingChoiceSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        file = given.validated_data["file"]
        return _accepted(read_again(job, file=file, choice=given.choice()))


class ImportApply(APIView):
    token_scope = Scope.RATINGS

    @extend_schema(
        summary="Apply an import",
        request=None,
        responses={202: JobSerializer, 409: examples.NOT_NOW},
    )
    def post(self, request: UserRequest, job_id: UUID) -> Response:
        """Starts a job. Idempotent; repeat it after correcting rows."""
        return _accepted(apply_import(import_of(request.user, job_id)))


class ImportTakeBack(APIView):
    token_scope = Scope.RATINGS

    @extend_schema(
        summary="Undo an import",
        request=None,
        responses={202: JobSerializer, 409: examples.NOT_NOW},
    )
    def post(self, request: UserRequest, job_id: UUID) -> Response:
        """Starts a job. Changes you made since are kept. The import can then be applied again."""
        return _accepted(take_back_import(import_of(request.user, job_id)))


class ImportRows(generics.ListAPIView[ImportRow]):
    request: UserRequest
    serializer_class = RowSerializer
    pagination_class = SteadyPages
    queryset = ImportRow.objects.none()

    @extend_schema(
        summary="List the rows of an import with their outcomes",
        parameters=[RowQuerySerializer],
        examples=[examples.ROW],
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """In file order. Rows that are `ambiguous` or `unmatched` have candidates."""
        query = RowQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        job = import_of(self.request.user, kwargs["job_id"])
        rows = rows_of(job, query.validated_data.get("outcome", ""))
        page = self.paginate_queryset(rows.prefetch_related("movie__genres")) or []
        reported = RowSerializer(page, many=True, context={"films": _candidates(page)})
        return self.get_paginated_response(reported.data)


class ImportRowDetail(APIView):
    token_scope = Scope.RATINGS

    @extend_schema(
        summary="Choose the film of a row, or skip the row",
        request=ChoiceSerializer,
        responses={200: RowSerializer, 409: examples.NOT_NOW},
        examples=[examples.CHOICE, examples.ROW_CHOSEN],
    )
    def put(self, request: UserRequest, job_id: UUID, line: int) -> Response:
        """Also applies to all rows with the same title and year, or the same id."""
        job = import_of(request.user, job_id)
        given = ChoiceSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        row = choose_film(job, line=line, movie_id=given.validated_data["movie"])
        return Response(RowSerializer(row, context={"films": _candidates([row])}).data)


class JobDetail(APIView):
    @extend_schema(
        summary=("Get the progress of a job"), responses=JobSerializer, examples=[examples.DONE]
    )
    def get(self, request: UserRequest, job_id: UUID) -> Response:
        """`result` is present in the state done, `error` in failed. Poll every second or two."""
        job = take_up_again(import_of(request.user, job_id))
        return Response(JobSerializer(job).data)


def _accepted(job: ImportJob) -> Response:
    where = reverse("api:job", args=[job.pk])
    return Response(JobSerializer(job).data, status=202, headers={"Location": where})


def _candidates(rows: Iterable[ImportRow]) -> dict[int, Movie]:
    """Return the candidate films of the rows, in one query for all."""
    return films().in_bulk([pk for row in rows for pk in row.candidates])
