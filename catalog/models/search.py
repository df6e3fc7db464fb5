"""The search index: words and the films that they lead to."""

from django.db import models

from catalog.models.movie import Movie


class SearchWord(models.Model):
    """A word of a title or a name, normalised. Its key is a hash of its text: catalog.search.tokens."""

    key = models.BigIntegerField(primary_key=True)
    text = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.text


class SearchUse(models.Model):
    """The use of a word in a film's titles, or in the name of one of its people."""

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
