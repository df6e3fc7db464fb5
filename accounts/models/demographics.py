"""Optional demographics of users, for models that were trained with age, gender and occupation."""

from django.conf import settings
from django.db import models

from recommender.core.data.interface import Demographics
from recommender.core.data.profiles import AGE_BANDS, GENDERS

OCCUPATIONS = (
    "other or not specified",
    "academic or educator",
    "artist",
    "clerical or administrative",
    "college or graduate student",
    "customer service",
    "doctor or health care",
    "executive or managerial",
    "farmer",
    "homemaker",
    "school pupil",
    "lawyer",
    "programmer",
    "retired",
    "sales or marketing",
    "scientist",
    "self-employed",
    "technician or engineer",
    "tradesman or craftsman",
    "unemployed",
    "writer",
)
"""Occupations in the order of MovieLens 1M: the index is its code."""


def age_bands() -> list[tuple[int, str]]:
    """Return the first age of each band that the models know, with the band's label."""
    youngest, *between, oldest = AGE_BANDS
    ends = [*between[1:], oldest]
    middle = [(first, f"{first}–{after - 1}") for first, after in zip(between, ends, strict=True)]
    return [(youngest, f"under {between[0]}"), *middle, (oldest, f"{oldest} or more")]


class UserDemographics(models.Model):
    """A user's demographics; users without demographics have no row."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="about"
    )
    age_band = models.PositiveSmallIntegerField(null=True, blank=True, choices=age_bands())
    gender = models.CharField(
        max_length=1,
        blank=True,
        choices=[(letter, {"F": "woman", "M": "man"}[letter]) for letter in GENDERS],
    )
    occupation = models.PositiveSmallIntegerField(
        null=True, blank=True, choices=list(enumerate(OCCUPATIONS))
    )

    class Meta:
        verbose_name = verbose_name_plural = "demographics"

    def __str__(self) -> str:
        return f"demographics of {self.user_id}"

    @property
    def demographics(self) -> Demographics:
        return Demographics(self.age_band, self.gender or None, self.occupation)
