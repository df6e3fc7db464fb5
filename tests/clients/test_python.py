"""A Python client: generated from docs/openapi.yaml without a warning, at work with a running site."""

import os
import pkgutil
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from nextflex.http.api_urls import SCHEMA_FILE
from tests.security.sites import Site, seeded

__all__ = ["seeded"]

PACKAGE = "generated_nextflex_client"
EMAIL, PASSWORD = "person@example.org", "correct horse 7"
_PATIENCE_S = 60


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("python-client")
    scripts = Path(sys.executable).parent
    done = subprocess.run(
        [
            scripts / "openapi-python-client",
            "generate",
            "--fail-on-warning",
            *("--meta", "none", "--path", SCHEMA_FILE, "--output-path", folder / PACKAGE),
        ],
        # It formats what it writes by ruff.
        env=os.environ | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "warning" not in said.lower(), said
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield import_module(PACKAGE)
    for name in [one for one in sys.modules if one.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def address(seeded: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running site with forty films, half of them crime films, and a worker."""
    site = seeded.copy_to(tmp_path_factory.mktemp("python") / "site")
    with site.served(workers=1) as port, site.working():
        yield f"http://127.0.0.1:{port}"


class Caller:
    """Calls operations by name; an answer that the document does not have is an error."""

    def __init__(self, package: ModuleType, address: str, token: str = "") -> None:
        self.models = import_module(f"{PACKAGE}.models")
        self.types = import_module(f"{PACKAGE}.types")
        self._places = {
            module.name.rpartition(".")[2]: module.name
            for module in pkgutil.walk_packages(package.__path__, f"{PACKAGE}.")
            if ".api." in module.name and not module.ispkg
        }
        options = {"base_url": address, "raise_on_unexpected_status": True}
        self._client = (
            package.AuthenticatedClient(token=token, **options)
            if token
            else package.Client(**options)
        )

    def call(self, operation: str, *place: object, status: int = 200, **given: Any) -> Any:
        """The parsed body of an answer with this status."""
        module = import_module(self._places[operation])
        answer = module.sync_detailed(*place, client=self._client, **given)
        assert answer.status_code == status, answer.content
        return answer.parsed

    def wait_for(self, job_id: object) -> Any:
        deadline = time.monotonic() + _PATIENCE_S
        while True:
            job = self.call("jobs_retrieve", job_id)
            if job.state == self.models.JobState.DONE:
                return job
            assert job.state != self.models.JobState.FAILED, job
            assert time.monotonic() < deadline, job
            time.sleep(0.2)


@pytest.fixture(scope="module")
def person(package: ModuleType, address: str) -> Caller:
    """A user who has signed up and signed in."""
    guest = Caller(package, address)
    wanted = guest.models.SignUpRequest(email=EMAIL, password=PASSWORD, re_password=PASSWORD)
    account = guest.call("auth_users_create", status=201, body=wanted)
    assert account.email == EMAIL
    sign_in = guest.models.SignInRequest(email=EMAIL, password=PASSWORD)
    return Caller(package, address, guest.call("auth_jwt_create_create", body=sign_in).access)


@pytest.fixture(scope="module")
def crime(person: Caller) -> list[Any]:
    films: list[Any] = person.call("movies_list", genre=["Crime"], page_size=100).results
    assert len(films) == 20
    return films


def rate(person: Caller, film: Any, stars: float, **more: Any) -> Any:
    body = person.models.StarsRequest(rating=stars)
    return person.call("me_ratings_update", film.id, body=body, **more)


def test_every_module_can_be_imported(package: ModuleType) -> None:
    for module in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        import_module(module.name)


def test_what_is_rated_is_recommended_by(person: Caller, crime: list[Any]) -> None:
    assert [rate(person, crime[0], 4.5).rating, rate(person, crime[1], 5).rating] == [4.5, 5]
    found = person.call("me_recommendations_retrieve", k=5)
    assert (found.model.name, len(found.results)) == ("for-you", 5)
    assert all("Crime" in one.movie.genres for one in found.results)
    assert found.results[0].because[0].movie_id in (crime[0].id, crime[1].id)


def test_a_file_is_imported_by_a_job_and_everything_exported(
    person: Caller, crime: list[Any]
) -> None:
    film = crime[5]
    csv = f"Date,Name,Year,Letterboxd URI,Rating\n2026-01-02,{film.title},{film.year},,3.5\n"
    file = person.types.File(BytesIO(csv.encode()), "ratings.csv", "text/csv")
    started = person.call(
        "me_import_create", status=202, body=person.models.FileRequest(file=file, dry_run=True)
    )
    read = person.wait_for(started.id)
    assert (read.result.dry_run, read.result.counts.to_dict()) == (True, {"imported": 1})
    person.call("me_ratings_retrieve", film.id, status=404)
    person.call("me_import_apply_create", started.id, status=202)
    person.wait_for(started.id)
    assert person.call("me_ratings_retrieve", film.id).rating == 3.5

    everything = person.call("me_export_retrieve").to_dict()
    assert film.id in [one["movie"]["id"] for one in everything["ratings"]]
    lines = person.call("me_export_letterboxd_retrieve").splitlines()
    assert lines[0].startswith("tmdbID,imdbID,Title")
    assert any(film.title in line for line in lines)


def test_a_list_is_read_to_its_end_by_cursors(person: Caller, crime: list[Any]) -> None:
    for film in crime[10:14]:
        rate(person, film, 2)
    seen: list[int] = []
    page = person.call("me_ratings_list", page_size=2)
    while True:
        seen += [one.movie.id for one in page.results]
        if page.next_ is None:
            break
        cursor = page.next_.partition("cursor=")[2].partition("&")[0]
        rate(person, crime[15 + len(seen) % 4], 1)
        page = person.call("me_ratings_list", page_size=2, cursor=cursor)
    assert len(seen) == len(set(seen))
    assert {film.id for film in crime[10:14]} <= set(seen)


def test_null_is_a_value_of_an_enum_that_may_be_null(person: Caller) -> None:
    models = person.models
    for gender in (models.GenderEnum.F, None):
        about = models.AboutRequest(gender=gender, age_band=models.AgeBandEnum.VALUE_25)
        body = models.PatchedProfileRequest(about=about)
        profile = person.call("me_profile_partial_update", body=body)
        assert (profile.about.gender, profile.about.age_band) == (gender, 25)


def test_a_refusal_is_parsed_too(person: Caller, crime: list[Any]) -> None:
    refused = rate(person, crime[0], 7, status=400)
    assert refused.error.code == "invalid"
    assert "rating" in refused.error.fields
