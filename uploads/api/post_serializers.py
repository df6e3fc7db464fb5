"""Serializers of posts."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalog.api.serializers import MovieSerializer
from nextflex.base.rest.fields import Flag, Text
from uploads.api.serializers import StarsField, StarsSerializer
from uploads.models import Post, PostImage
from uploads.models.posts import LONGEST_TEXT
from uploads.posts.selectors import stars_of
from uploads.posts.services import Draft

_LARGEST_KEY = 10**18 - 1
_FIELDS = {"movie": "movie_id", "rating": "stars"}


class PostTextSerializer(StarsSerializer):
    """A post to create. The film is given by `movie` (its id) or, if new, by `title` and `year`."""

    movie = serializers.IntegerField(required=False, min_value=0, max_value=_LARGEST_KEY)
    title = Text(required=False, allow_blank=True, max_length=300)
    year = serializers.IntegerField(required=False, min_value=1, max_value=9999)
    rating = StarsField(required=False, help_text="0.5 to 5 in steps of 0.5")
    text = Text(required=False, allow_blank=True, max_length=LONGEST_TEXT)
    is_public = Flag(required=False)

    def draft(self) -> Draft:
        """Return the draft; to be called after is_valid()."""
        given = {_FIELDS.get(name, name): value for name, value in self.validated_data.items()}
        given["title"] = given.get("title") or None
        return Draft(**given)


class DraftSerializer(PostTextSerializer):
    """A post to create with an image; requires multipart/form-data."""

    image = serializers.FileField(
        required=False, help_text="JPEG, PNG, WebP or GIF, up to 10 MB and 40 million pixels"
    )


class ImageFileSerializer(serializers.Serializer[dict[str, Any]]):
    """A WebP version of the image; size: 320, 720, 1440 or full."""

    size = serializers.CharField()
    url = serializers.CharField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class PostImageSerializer(serializers.ModelSerializer[PostImage]):
    files = serializers.SerializerMethodField(
        help_text=("narrowest first; empty until processing has finished")
    )

    class Meta:
        model = PostImage
        fields: tuple[str, ...] = ("files",)

    @extend_schema_field(ImageFileSerializer(many=True))
    def get_files(self, image: PostImage) -> list[dict[str, Any]]:
        sizes = sorted(image.sizes.items(), key=lambda size: size[1]["width"])
        return [
            {
                "size": name,
                "url": image.url_of(name),
                "width": reported["width"],
                "height": reported["height"],
            }
            for name, reported in sizes
        ]


class OwnImageSerializer(PostImageSerializer):
    """An image with its metadata, visible only to its owner. Locations are never stored."""

    is_large = serializers.BooleanField(
        help_text=("whether the original image is at least 720 pixels wide")
    )
    format = serializers.CharField(source="kind")

    class Meta:
        model = PostImage
        fields = (
            "state",
            "problem",
            "files",
            "file_name",
            "file_bytes",
            "format",
            "width",
            "height",
            "is_large",
            "frames",
            "colour_mode",
            "bit_depth",
            "orientation",
            "taken_at",
            "digitised_at",
            "changed_at",
            "uploaded_at",
            "camera_make",
            "camera_model",
            "software",
            "had_location",
        )
        read_only_fields = fields


class PostSerializer(serializers.ModelSerializer[Post]):
    """A public post."""

    id = serializers.UUIDField(source="key")
    author = serializers.SerializerMethodField(help_text="the author's display name, or empty")
    movie = MovieSerializer(allow_null=True)
    rating = serializers.SerializerMethodField()
    image = PostImageSerializer(source="picture", allow_null=True)

    class Meta:
        model = Post
        fields: tuple[str, ...] = (
            "id",
            "author",
            "movie",
            "rating",
            "text",
            "image",
            "created_at",
            "updated_at",
        )

    def get_author(self, post: Post) -> str:
        return post.user.name.strip()

    @extend_schema_field(serializers.FloatField(allow_null=True))
    def get_rating(self, post: Post) -> float | None:
        return stars_of(post)


class OwnPostSerializer(PostSerializer):
    """One of your posts; title, year and moderation status are given for a proposed film."""

    image = OwnImageSerializer(source="picture", allow_null=True)

    class Meta:
        model = Post
        fields = (
            "id",
            "movie",
            "title",
            "year",
            "rating",
            "text",
            "is_public",
            "moderation",
            "reason",
            "image",
            "created_at",
            "updated_at",
        )


class OfFilmSerializer(serializers.Serializer[dict[str, Any]]):
    movie = serializers.IntegerField(
        required=False, min_value=0, max_value=_LARGEST_KEY, help_text="only posts about this film"
    )


class OwnFilterSerializer(OfFilmSerializer):
    is_public = serializers.BooleanField(required=False, allow_null=True, default=None)
