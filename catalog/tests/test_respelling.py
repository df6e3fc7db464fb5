"""Migrating an older site: titles with letters such as æ are found as people type them."""

from importlib import import_module

import pytest
from django.apps import apps

from catalog.models import Movie, SearchUse, SearchWord
from catalog.search.query import search_for
from catalog.search.tokens import word_key
from tests.builders import make_movie

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def as_it_was(movie: Movie, word: str, spelt: str) -> None:
    """With the word as older versions indexed it."""
    Movie.objects.filter(pk=movie.pk).update(
        search_text=movie.search_text.replace(spelt, word),
    )
    SearchUse.objects.filter(movie=movie, word=word_key(spelt)).delete()
    old, _ = SearchWord.objects.get_or_create(key=word_key(word), defaults={"text": word})
    SearchUse.objects.create(word=old, movie=movie, place=SearchUse.Place.TITLE)


def test_words_and_titles_of_an_older_index_are_respelt() -> None:
    movie, other = make_movie(title="Æon Flux"), make_movie(title="Aeon")
    as_it_was(movie, "æon", "aeon")
    assert movie not in search_for("aeon flux").found(Movie.objects.all())
    respell = import_module("catalog.migrations.0004_movietweetings_and_letters").respell
    respell(apps, None)
    movie.refresh_from_db()
    assert movie.search_text == "|aeon flux|"
    assert list(search_for("æon flux").found(Movie.objects.all())) == [movie]
    assert set(search_for("aeon").found(Movie.objects.all())) == {movie, other}
    assert not SearchWord.objects.filter(text="æon").exists()
