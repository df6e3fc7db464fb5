"""The process of the temporary site: sets it up, fuzzes it, and writes a report as JSON.

python -m recommender.management.fuzzing.child FOLDER REQUESTS SEED
"""

import json
import logging
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application


def main(folder: Path, *, requests: int, seed: int) -> None:
    django.setup()
    # These imports need the settings, or read the models.
    from accounts import jwt_tokens  # noqa: PLC0415
    from catalog.selectors import CHARTS  # noqa: PLC0415
    from nextflex.base.console import progress_bar  # noqa: PLC0415
    from recommender.management.fuzzing import engine, nothing_left, site  # noqa: PLC0415
    from recommender.management.fuzzing.door import Door  # noqa: PLC0415
    from recommender.management.fuzzing.models import served_models  # noqa: PLC0415

    logging.disable()  # otherwise each refused request logs a warning
    site.prepare(folder)

    def token_of(name: str) -> str:
        return jwt_tokens.issue(site.person(name)).access

    door = Door(get_internal_wsgi_application(), token_of, ("alice", "sam"))
    document = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"
    with progress_bar("Fuzzing") as progress:
        found = engine.fuzz(door, document, requests=requests, seed=seed, progress=progress)
    known, newer = site.films()
    made = nothing_left.requests_for_nothing(served_models(), tuple(CHARTS), known, newer)
    nothing_left.send_all(door, document, found, made)
    report = engine.as_report(found, door) | {"models": served_models()}
    (folder / "report.json").write_text(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]), requests=int(sys.argv[2]), seed=int(sys.argv[3]))
