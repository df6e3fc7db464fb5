"""API views of the user's own posts and of public posts."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import generics, status
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts.authentication import UserRequest
from accounts.models.access import Scope
from nextflex.base.errors import NotFound
from nextflex.base.rest.cursors import SteadyPages
from uploads.api import post_examples as examples
from uploads.api.multipart import TakesImages
from uploads.api.post_serializers import (
    DraftSerializer,
    OfFilmSerializer,
    OwnFilterSerializer,
    OwnPostSerializer,
    PostSerializer,
    PostTextSerializer,
)
from uploads.models import Post
from uploads.posts import selectors, services
from uploads.posts.services import Draft
from uploads.throttles import UploadThrottle

_SENT = {"multipart/form-data": DraftSerializer, "application/json": PostTextSerializer}


class _Sends(TakesImages):
    """A view with a rate limit on writing, but not on reading."""

    token_scope = Scope.UPLOADS

    def get_throttles(self) -> list[BaseThrottle]:
        sends = self.request.method in {"POST", "PUT", "PATCH"}
        return [UploadThrottle()] if sends else super().get_throttles()


@extend_schema_view(
    get=extend_schema(parameters=[OwnFilterSerializer], examples=[examples.OWN_POST])
)
class OwnPostList(_Sends, generics.ListAPIView[Post]):
    """Your posts, newest first, with the metadata of their images."""

    request: UserRequest
    serializer_class = OwnPostSerializer
    pagination_class = SteadyPages
    queryset = Post.objects.none()

    def get_queryset(self) -> QuerySet[Post]:
        asked = OwnFilterSerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        given = {name: value for name, value in asked.validated_data.items() if value is not None}
        return selectors.own_posts(self.request.user).filter(**given)

    @extend_schema(
        request=_SENT,
        responses={201: OwnPostSerializer} | examples.REFUSALS,
        examples=[examples.DRAFT, examples.OWN_POST],
    )
    def post(self, request: UserRequest) -> Response:
        """Create a post about a film. It is private until you publish it.

        The image's metadata is available immediately, its files a moment later.
        """
        post = services.create_post(user=request.user, draft=_draft(request))
        return _shown(request, post.key, status.HTTP_201_CREATED)


class OwnPostDetail(_Sends):
    """One of your posts."""

    @extend_schema(responses=OwnPostSerializer, examples=[examples.OWN_POST])
    def get(self, request: UserRequest, key: UUID) -> Response:
        return _shown(request, key)

    @extend_schema(
        request=_SENT,
        responses={200: OwnPostSerializer} | examples.REFUSALS,
        examples=[examples.PUBLISH, examples.OWN_POST],
    )
    def patch(self, request: UserRequest, key: UUID) -> Response:
        """Change the given fields; others are kept.

        A new image makes the post private until you set `is_public` again. A new `title` proposes a
        film for the catalogue.
        """
        services.change_post(_own(request, key), _draft(request))
        return _shown(request, key)

    @extend_schema(
        request=_SENT,
        responses={200: OwnPostSerializer} | examples.REFUSALS,
        examples=[examples.DRAFT, examples.OWN_POST],
    )
    def put(self, request: UserRequest, key: UUID) -> Response:
        """The same as PATCH, so that the image need not be sent again."""
        return self.patch(request, key)

    @extend_schema(responses={204: None})
    def delete(self, request: UserRequest, key: UUID) -> Response:
        """Delete the post and its image. Your rating of the film is kept."""
        services.delete_post(_own(request, key))
        return Response(status=status.HTTP_204_NO_CONTENT)


class OwnPostRetry(APIView):
    """Retry processing an image that failed."""

    token_scope = Scope.UPLOADS

    @extend_schema(
        request=None,
        responses={202: OwnPostSerializer, 409: examples.NO_IMAGE},
        examples=[examples.OWN_POST_202],
    )
    def post(self, request: UserRequest, key: UUID) -> Response:
        services.develop_again(_own(request, key))
        return _shown(request, key, status.HTTP_202_ACCEPTED)


@extend_schema(parameters=[OfFilmSerializer], examples=[examples.PUBLIC_POST])
class PublicPostList(generics.ListAPIView[Post]):
    """Public posts, newest first, of all films or of one."""

    permission_classes = [AllowAny]
    serializer_class = PostSerializer
    pagination_class = SteadyPages
    queryset = Post.objects.none()

    def get_queryset(self) -> QuerySet[Post]:
        asked = OfFilmSerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        return selectors.public_posts(asked.validated_data.get("movie"))


class PublicPostDetail(APIView):
    """One public post."""

    permission_classes = [AllowAny]

    @extend_schema(responses=PostSerializer, examples=[examples.PUBLIC_POST])
    def get(self, request: UserRequest, key: UUID) -> Response:
        post = selectors.public_posts().filter(key=key).first()
        if post is None:
            raise _not_there(key)
        return Response(PostSerializer(post).data)


def _draft(request: UserRequest) -> Draft:
    given = DraftSerializer(data=request.data, partial=True)
    given.is_valid(raise_exception=True)
    return given.draft()


def _own(request: UserRequest, key: UUID) -> Post:
    post = selectors.own_post(request.user, key)
    if post is None:
        raise _not_there(key)
    return post


def _shown(request: UserRequest, key: UUID, code: int = status.HTTP_200_OK) -> Response:
    headers: dict[str, Any] = {}
    if code == status.HTTP_201_CREATED:
        headers["Location"] = f"{request.path}{key}/"
    data = OwnPostSerializer(_own(request, key)).data
    return Response(data, status=code, headers=headers)


def _not_there(key: UUID) -> NotFound:
    return NotFound(f"Unknown post {key}.")
