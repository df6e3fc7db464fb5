"""The search index: which words lead to which films."""

from django.db import models

from catalog.models.movie import Movie


class SearchWord(models.Model):
    """A word of a title or a name, normalised. Its key follows from its text: catalog.search.tokens."""

    key = models.BigIntegerField(primary_key=True)
    text = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.text


class SearchUse(models.Model):
    """That a word is in a film's titles, or in the name of somebody who made it."""

    class Place(models.IntegerChoices):
        TITLE = 0
        PERSON = 1

    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="uses")
    movie = models.ForeignKey(Movie, models.CASCADE, related_name="search_uses")
    place = models.PositiveSmallIntegerField(choices=Place.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["word", "movie", "place"], name="a_word_once_a_place")
        ]

    def __str__(self) -> str:
        return f"{self.word_id} in {self.movie_id}"
