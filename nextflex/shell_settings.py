"""Print the settings for script/server, and whether the site is prepared, for a shell to evaluate."""

import os
import shlex

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from nextflex.prepared import is_prepared


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nextflex.settings")
    try:
        (settings.DATA_DIR / "run").mkdir(parents=True, exist_ok=True)
    except ImproperlyConfigured as error:
        raise SystemExit(f"Invalid setting: {error}") from None
    print(f"PORT={settings.PORT}")
    print(f"WEB_THREADS={settings.WEB_THREADS}")
    print(f"NEXTFLEX_DATA_DIR={shlex.quote(str(settings.DATA_DIR))}")
    print(f"PREPARED={'yes' if is_prepared() else ''}")


if __name__ == "__main__":
    main()
