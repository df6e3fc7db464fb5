"""Users' posts about films: a text, an image, or both."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from accounts.models import User
from catalog.models import Movie
from uploads.images.metadata import LARGE_WIDTH

LONGEST_TEXT = 5_000


class PostQuerySet(models.QuerySet["Post"]):
    def public(self) -> Self:
        """Posts about films that are not hidden, with finished images."""
        ready = models.Q(image=None) | models.Q(image__state=PostImage.State.READY)
        return self.filter(ready, is_public=True, movie__is_hidden=False)

    def by(self, user: User) -> Self:
        return self.filter(user=user)

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-id")


class Post(models.Model):
    """A post about a film of the catalogue, or about a proposed film.

    A proposed film has a title, perhaps a year, and half stars; when a moderator accepts the film,
    these become the user's rating. `key` is part of URLs, so that posts cannot be counted.
    """

    class Moderation(models.TextChoices):
        NONE = "none", "in the catalogue"
        WAITING = "waiting", "awaiting moderation"
        APPROVED = "approved", "accepted into the catalogue"
        REJECTED = "rejected", "rejected"

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="posts")
    movie = models.ForeignKey(Movie, models.PROTECT, null=True, blank=True, related_name="posts")
    title = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    half_stars = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    moderation = models.CharField(
        max_length=10, choices=Moderation.choices, default=Moderation.NONE, db_index=True
    )
    reason = models.CharField(max_length=500, blank=True)
    text = models.TextField(max_length=LONGEST_TEXT, blank=True)
    is_public = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(movie__isnull=False) | ~models.Q(title=""),
                name="a_post_names_a_film",
            )
        ]

    def __str__(self) -> str:
        return f"{self.film_title} by {self.user_id}"

    def get_absolute_url(self) -> str:
        return reverse("pages:post", args=[self.key])

    @property
    def film_title(self) -> str:
        return self.movie.title if self.movie else self.title

    @property
    def film_year(self) -> int | None:
        return self.movie.year if self.movie else self.year

    @property
    def picture(self) -> "PostImage | None":
        return getattr(self, "image", None)


class PostImage(models.Model):
    """The image of a post: its metadata and its stored files.

    upload: the storage name of the original file, which is never shown, and deleted once the
    derivatives exist. folder: the derivatives' location, as `<folder>-<size>.webp`; sizes: width,
    height and bytes by size. sha256: of the original file; null once its files are lost.
    """

    class State(models.TextChoices):
        PROCESSING = "processing", "processing"
        READY = "ready", "ready"
        FAILED = "failed", "processing failed"
        LOST = "lost", "file missing"

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    post = models.OneToOneField(Post, models.CASCADE, related_name="image")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="post_images")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROCESSING)
    problem = models.CharField(max_length=300, blank=True)
    upload = models.CharField(max_length=100, blank=True)
    folder = models.CharField(max_length=100, blank=True)
    sizes = models.JSONField(default=dict, blank=True)
    sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001  unique, but not for lost ones
    uploaded_at = models.DateTimeField(auto_now_add=True)

    file_name = models.CharField(max_length=200, blank=True)
    file_bytes = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    frames = models.PositiveSmallIntegerField()
    colour_mode = models.CharField(max_length=40)
    bit_depth = models.PositiveSmallIntegerField()
    orientation = models.PositiveSmallIntegerField(default=1)
    taken_at = models.CharField(max_length=32, blank=True)
    digitised_at = models.CharField(max_length=32, blank=True)
    changed_at = models.CharField(max_length=32, blank=True)
    camera_make = models.CharField(max_length=100, blank=True)
    camera_model = models.CharField(max_length=100, blank=True)
    software = models.CharField(max_length=100, blank=True)
    had_location = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "sha256"], name="one_image_a_user_and_file")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.width} × {self.height}"

    @property
    def is_large(self) -> bool:
        """Whether the original image's width earns the mark "large"."""
        return self.width >= LARGE_WIDTH

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    def url_of(self, size: str) -> str:
        return reverse("uploads:media", args=[self.key, size])

    def file_of(self, size: str) -> str:
        """Return a derivative's name in the storage."""
        return f"{self.folder}-{size}.webp"

    @property
    def files(self) -> list[str]:
        """Return the names of all its files in the storage."""
        return [
            *([self.upload] if self.upload else []),
            *(self.file_of(size) for size in self.sizes),
        ]
