"""The people who made the films."""

from django.db import models

from catalog.models.movie import Movie
from catalog.models.source_names import SOURCE_LENGTH, Source
from nextflex.base.paths import path_of


class Person(models.Model):
    """A person who worked on films. Without a TMDB id, people with one name count as one person."""

    name = models.CharField(max_length=200, db_index=True)
    tmdb_id = models.PositiveIntegerField(unique=True, null=True, blank=True)
    movies = models.ManyToManyField(Movie, through="Credit", related_name="people")

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_of("pages:person", self.pk)


class Credit(models.Model):
    """A person's role in a film. order: from 0 within the role, as in the source."""

    class Role(models.TextChoices):
        DIRECTOR = "director", "Director"
        ACTOR = "actor", "Actor"
        WRITER = "writer", "Writer"
        PRODUCER = "producer", "Producer"
        COMPOSER = "composer", "Composer"
        CINEMATOGRAPHER = "cinematographer", "Cinematographer"
        EDITOR = "editor", "Editor"

    movie = models.ForeignKey(Movie, models.CASCADE, related_name="credits")
    person = models.ForeignKey(Person, models.CASCADE, related_name="credits")
    role = models.CharField(max_length=20, choices=Role.choices)
    order = models.PositiveSmallIntegerField(default=0)
    character = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=SOURCE_LENGTH, choices=Source.choices)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["movie", "person", "role"], name="a_role_once_a_person_and_film"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} as {self.role} of {self.movie_id}"
