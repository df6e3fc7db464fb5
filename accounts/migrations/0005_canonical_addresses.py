"""Convert stored addresses with international domains to their canonical form."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from accounts.email_addresses import canonical


def spell_alike(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Where both spellings have an account, the Unicode one stays as it is and is printed."""
    User = apps.get_model("accounts", "User")
    addresses = User.objects.order_by("pk").values_list("pk", "email").iterator()
    for key, email in [one for one in addresses if not one[1].isascii()]:
        wanted = canonical(email)
        if User.objects.filter(email=wanted).exclude(pk=key).exists():
            print(
                f"\nAccount {key} ({email}): {wanted} has an account of its own. Give one another address."
            )
        else:
            User.objects.filter(pk=key).update(email=wanted)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_time_zone")]

    operations = [migrations.RunPython(spell_alike, migrations.RunPython.noop, elidable=True)]
