"""Files that users import from other sites, and the outcome of each row."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from catalog.models import Movie
from uploads.models.viewings import Viewing


class Outcome(models.TextChoices):
    """The outcome of a row; before applying, the planned one. A row has exactly one."""

    IMPORTED = "imported", "Rated"
    NOTED = "noted", "Review saved as a note"
    WATCHLISTED = "watchlisted", "Added to the watchlist"
    SEEN = "seen", "Marked as seen"
    UNCHANGED = "unchanged", "No change"
    DUPLICATE = "duplicate", "Duplicate of another row"
    AMBIGUOUS = "ambiguous", "Several possible films"
    UNMATCHED = "unmatched", "Film not found"
    NOT_A_FILM = "not_a_film", "A series or a game"
    INVALID = "invalid", "Invalid"
    SKIPPED = "skipped", "Skipped by you"


class ImportJob(models.Model):
    """A user's imported file, from its upload to the report. Its public key is unpredictable.

    content: the file until its rows are applied, so that it can be read again in another way. asked:
    how the user wants it read; readings: how each file was read (see `import_jobs.readings`).
    `is_read`, `wants_applying` and `wants_taking_back` determine the worker's next step; touched_at is
    its heartbeat.
    """

    class State(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="imports")
    file_name = models.CharField(max_length=100)
    format = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    progress = models.FloatField(default=0)
    content = models.BinaryField(default=b"")
    asked = models.JSONField(default=dict)
    readings = models.JSONField(default=list)
    is_read = models.BooleanField(default=False)
    wants_applying = models.BooleanField(default=False)
    wants_taking_back = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    counts = models.JSONField(default=dict)
    notices = models.JSONField(default=list)
    error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-created_at"], name="imports_newest_first")]

    def __str__(self) -> str:
        return f"{self.file_name} of {self.user_id}"

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RUNNING)

    @property
    def percent(self) -> int:
        return round(self.progress * 100)

    @property
    def is_dry_run(self) -> bool:
        """Whether none of its rows was applied."""
        return self.applied_at is None

    @property
    def finished_at(self) -> datetime | None:
        return None if self.is_under_way else self.applied_at or self.read_at


class ImportRow(models.Model):
    """One row of a file, good or bad.

    line: counted over all files of an upload; file_line: in its own file. key: rows with equal keys
    refer to the same film. same_as: for a duplicate, the line of the row that represents its film;
    note_line: the line of the row with the review. candidates: ids of possible films, likeliest first.
    Once a row is applied, …_before is the previous data, and viewing is the one that the row added;
    duplicates add theirs.
    """

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    file = models.CharField(max_length=100)
    file_line = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    rank = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=400, blank=True)
    title = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    imdb_id = models.CharField(max_length=12, blank=True)
    tmdb_id = models.PositiveIntegerField(null=True)
    movielens_id = models.PositiveIntegerField(null=True)
    half_stars = models.PositiveSmallIntegerField(null=True)
    rated_at = models.DateTimeField(null=True)
    watched_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)
    movie = models.ForeignKey(Movie, models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    reason = models.CharField(max_length=300, blank=True)
    remark = models.CharField(max_length=300, blank=True)
    same_as = models.PositiveIntegerField(null=True)
    note_line = models.PositiveIntegerField(null=True)
    candidates = models.JSONField(default=list)
    applied_at = models.DateTimeField(null=True)
    half_stars_before = models.PositiveSmallIntegerField(null=True)
    rated_before = models.DateTimeField(null=True)
    listed_before = models.DateTimeField(null=True)
    unwanted_before = models.DateTimeField(null=True)
    viewing = models.ForeignKey(Viewing, models.SET_NULL, null=True, related_name="+")
    has_written_note = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["job", "line"], name="one_row_a_line_of_an_import")
        ]
        indexes = [
            models.Index(fields=["job", "outcome", "line"], name="rows_by_outcome"),
            models.Index(fields=["job", "same_as"], name="rows_by_their_lead"),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.title}"

    @property
    def stars(self) -> float | None:
        return None if self.half_stars is None else self.half_stars / 2

    @property
    def shown_movie(self) -> Movie | None:
        """The film; None also if it was hidden since."""
        return self.movie if self.movie and not self.movie.is_hidden else None
