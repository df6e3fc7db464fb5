from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0004_movietweetings_and_letters")]

    operations = [
        migrations.AddField(
            model_name="movie",
            name="is_hidden",
            field=models.BooleanField(
                default=False,
                help_text="Hidden films are visible only to staff. Their ratings and list entries are kept.",
                verbose_name="hidden",
            ),
        ),
    ]
