from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def mark_published(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Before there was a gate, every training that ended well was published."""
    apps.get_model("recommender", "TrainingRun").objects.filter(state="done").update(
        is_published=True
    )


class Migration(migrations.Migration):
    dependencies = [("recommender", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="trainingrun",
            name="is_published",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="trainingrun",
            name="verdict",
            field=models.TextField(blank=True),
        ),
        migrations.RunPython(mark_published, migrations.RunPython.noop),
    ]
