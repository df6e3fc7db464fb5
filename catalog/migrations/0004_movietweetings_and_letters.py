from typing import Any

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from catalog.normalisation import LETTERS
from catalog.search.tokens import LONGEST, word_key

_MOST = 1000  # characters of a film's search text
_SOURCES = [
    ("movielens", "MovieLens"),
    ("movielens-100k", "MovieLens 100k"),
    ("movietweetings", "MovieTweetings"),
    ("kaggle", "The Movies Dataset"),
    ("tmdb-5000", "TMDB 5000"),
    ("demo", "NextFlex's demo facts"),
    ("wikidata", "Wikidata"),
    ("tmdb", "TMDB"),
    ("site", "this site"),
]


def respell(apps: Apps, schema_editor: BaseDatabaseSchemaEditor | None) -> None:
    """Titles and words that hold letters such as æ and ø are found as people type them, ae and o."""
    _respell_films(apps.get_model("catalog", "Movie"))
    words, uses = (apps.get_model("catalog", name) for name in ("SearchWord", "SearchUse"))
    for word in list(words.objects.all().iterator()):
        text = word.text.translate(LETTERS)[:LONGEST]
        if text != word.text:
            _move_uses(words, uses, word, text)


def _respell_films(movies: Any) -> None:
    changed = []
    for movie in movies.objects.only("pk", "search_text").iterator():
        text = movie.search_text.translate(LETTERS)[:_MOST]
        if text != movie.search_text:
            movie.search_text = text
            changed.append(movie)
    movies.objects.bulk_update(changed, ["search_text"], batch_size=200)


def _move_uses(words: Any, uses: Any, word: Any, text: str) -> None:
    key = word_key(text)
    words.objects.get_or_create(key=key, defaults={"text": text})
    places = uses.objects.filter(word_id=word.pk).values_list("movie_id", "place")
    moved = [uses(word_id=key, movie_id=movie_id, place=place) for movie_id, place in places]
    uses.objects.bulk_create(moved, ignore_conflicts=True, batch_size=500)
    uses.objects.filter(word_id=word.pk).delete()
    word.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_held_images"),
    ]

    operations = [
        migrations.AlterField(
            model_name="credit",
            name="source",
            field=models.CharField(choices=_SOURCES, max_length=40),
        ),
        migrations.AlterField(
            model_name="dataset",
            name="numbering",
            field=models.CharField(choices=_SOURCES, default="movielens", max_length=40),
        ),
        migrations.AlterField(
            model_name="externalid",
            name="source",
            field=models.CharField(choices=_SOURCES, max_length=40),
        ),
        migrations.AlterField(
            model_name="moviekeyword",
            name="source",
            field=models.CharField(choices=_SOURCES, max_length=40),
        ),
        migrations.CreateModel(
            name="EnrichmentFailure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(choices=_SOURCES, max_length=40)),
                ("failed_at", models.DateTimeField()),
                ("reason", models.CharField(max_length=300)),
                (
                    "movie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enrichment_failures",
                        to="catalog.movie",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("movie", "source"), name="one_failure_a_film_and_source"
                    )
                ],
            },
        ),
        migrations.RunPython(respell, migrations.RunPython.noop),
    ]
