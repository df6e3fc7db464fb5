import django.db.models.deletion
import django.utils.timezone
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_OUTCOMES = [
    ("imported", "Rated"),
    ("noted", "Review saved as a note"),
    ("watchlisted", "Added to the watchlist"),
    ("seen", "Marked as seen"),
    ("unchanged", "No change"),
    ("duplicate", "Duplicate of another row"),
    ("ambiguous", "Several possible films"),
    ("unmatched", "Film not found"),
    ("not_a_film", "A series or a game"),
    ("invalid", "Invalid"),
    ("skipped", "Skipped by you"),
]


def unrated_is_seen(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Rows of kept imports that said only "seen" were left out; their owners can apply them now."""
    _rename_outcome(apps, "unrated", "seen")


def seen_is_unrated(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rename_outcome(apps, "seen", "unrated")


def _rename_outcome(apps: Apps, old: str, new: str) -> None:
    apps.get_model("uploads", "ImportRow").objects.filter(outcome=old).update(outcome=new)
    for job in apps.get_model("uploads", "ImportJob").objects.only("counts").iterator():
        if old in job.counts:
            job.counts[new] = job.counts.pop(old)
            job.save(update_fields=["counts"])


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_held_images"),
        ("uploads", "0007_guests"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Viewing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("watched_on", models.DateField(null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "movie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="viewings",
                        to="catalog.movie",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="viewings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "movie", "watched_on"),
                        name="one_viewing_a_user_film_and_day",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="ratingchange",
            name="unwanted_before",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="importrow",
            name="unwanted_before",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="importrow",
            name="watched_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="importrow",
            name="viewing",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="uploads.viewing",
            ),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="outcome",
            field=models.CharField(choices=_OUTCOMES, max_length=12),
        ),
        migrations.RunPython(unrated_is_seen, seen_is_unrated),
    ]
