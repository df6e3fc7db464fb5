"""API views of the user's notes on films."""

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import generics, serializers, status
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.models.access import Scope
from catalog.api.serializers import MovieSerializer
from nextflex.base.errors import NotFound
from nextflex.base.rest.cursors import SteadyPages
from nextflex.base.rest.fields import Text
from uploads.models import FilmNote
from uploads.models.notes import LONGEST_NOTE
from uploads.ratings import notes

_WRITTEN = OpenApiExample("A note", value={"text": "The bank. The silence."}, request_only=True)


class TextSerializer(serializers.Serializer[FilmNote]):
    text = Text(max_length=LONGEST_NOTE)


class NoteSerializer(serializers.ModelSerializer[FilmNote]):
    """Your private note about a film."""

    movie = MovieSerializer()

    class Meta:
        model = FilmNote
        fields = ("movie", "text", "updated_at")


class NoteList(generics.ListAPIView[FilmNote]):
    """Your notes, newest first."""

    request: UserRequest
    serializer_class = NoteSerializer
    pagination_class = SteadyPages
    queryset = FilmNote.objects.none()

    def get_queryset(self) -> QuerySet[FilmNote]:
        return notes.notes_of(self.request.user).prefetch_related("movie__genres")


class NoteDetail(APIView):
    """Your note on one film."""

    token_scope = Scope.RATINGS

    @extend_schema(responses=NoteSerializer)
    def get(self, request: UserRequest, movie_id: int) -> Response:
        note = notes.note_by(request.user, movie_id)
        if note is None:
            raise _not_there(movie_id)
        return Response(NoteSerializer(note).data)

    @extend_schema(request=TextSerializer, responses=NoteSerializer, examples=[_WRITTEN])
    def put(self, request: UserRequest, movie_id: int) -> Response:
        given = TextSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        note = notes.write_note(
            user=request.user, movie_id=movie_id, text=given.validated_data["text"]
        )
        return Response(NoteSerializer(note).data)

    @extend_schema(responses={204: None})
    def delete(self, request: UserRequest, movie_id: int) -> Response:
        if not notes.remove_note(user=request.user, movie_id=movie_id):
            raise _not_there(movie_id)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _not_there(movie_id: int) -> NotFound:
    return NotFound(f"You have no note on film {movie_id}.")
