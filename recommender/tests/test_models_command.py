"""manage.py models: looking after the stored versions."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalog.models import ExternalId, Source
from recommender import services
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.pipeline.train import training_lock
from recommender.models import PublishedModel
from tests.engine_fixture import Camps


@pytest.fixture
def versions(camps: Camps) -> Camps:
    """v1 to v3, of which the last is live."""
    for _ in range(3):
        camps.publish()
    return camps


def rows() -> set[tuple[str, bool]]:
    return set(PublishedModel.objects.values_list("version", "is_live"))


def test_list_marks_the_live_version(versions: Camps, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("models", "list")
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines] == ["  v1", "  v2", "* v3"]


def test_list_of_an_empty_store_says_what_to_do(
    camps: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("models", "list")
    assert "run manage.py train" in capsys.readouterr().out


def test_verify_calls_whole_versions_whole(
    versions: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("models", "verify")
    assert capsys.readouterr().out.splitlines() == ["v1: intact", "v2: intact", "v3: intact"]


def test_verify_names_the_damaged_file(versions: Camps) -> None:
    path = versions.store.folder("v2") / "als" / "item_factors.npy"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CommandError, match=r"v2: als/item_factors\.npy is damaged"):
        call_command("models", "verify", "v2")


def test_show_gives_the_figures_of_the_live_version(
    versions: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("models", "show")
    shown = capsys.readouterr().out
    assert shown.startswith("v3: two camps")
    assert "for-you" in shown


def test_show_of_an_empty_store_fails(camps: Camps) -> None:
    with pytest.raises(CommandError, match="no version is published"):
        call_command("models", "show")


def test_publish_makes_a_version_live(versions: Camps) -> None:
    call_command("models", "publish", "v1")
    assert versions.store.current() == "v1"


@pytest.mark.parametrize("version", ["v9", "v0", "../v1", "", "draft-x", "1"])
def test_publish_refuses_what_is_not_stored(versions: Camps, version: str) -> None:
    with pytest.raises(CommandError, match="is not stored; stored: v1, v2, v3"):
        call_command("models", "publish", version)
    assert versions.store.current() == "v3"


def test_publish_refuses_a_damaged_version(versions: Camps) -> None:
    (versions.store.folder("v1") / "item_ids.npy").write_bytes(b"")
    with pytest.raises(CommandError, match="damaged"):
        call_command("models", "publish", "v1")
    assert versions.store.current() == "v3"


def test_rollback_makes_the_version_before_live(versions: Camps) -> None:
    call_command("models", "rollback")
    assert versions.store.current() == "v2"


def test_rollback_of_the_first_version_fails(versions: Camps) -> None:
    call_command("models", "publish", "v1")
    with pytest.raises(CommandError, match="no version before v1"):
        call_command("models", "rollback")


def test_prune_keeps_the_newest(versions: Camps) -> None:
    call_command("models", "prune", "--keep", "2")
    assert versions.store.versions() == ["v2", "v3"]


def test_prune_never_removes_the_live_version(versions: Camps) -> None:
    call_command("models", "publish", "v1")
    call_command("models", "prune", "--keep", "1")
    assert versions.store.versions() == ["v1"]


def test_prune_to_nothing_is_refused(versions: Camps) -> None:
    with pytest.raises(CommandError, match="--keep 0: must be at least 1"):
        call_command("models", "prune", "--keep", "0")


def test_models_that_are_there_already_are_not_installed_while_a_training_runs(
    published_models: Camps, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Every start of the site asks for it."""
    for film in published_models.films:
        ExternalId.objects.create(movie=film, source=Source.MOVIELENS, external_id=film.pk)
    call_command("models", "export", str(tmp_path / "shipped"))
    with training_lock(published_models.store.root):
        call_command("models", "install", str(tmp_path / "shipped"))
    assert "The models of shipped are already present." in capsys.readouterr().out
    assert published_models.store.versions() == ["v1"]


def test_the_rows_of_the_admin_agree_with_the_store(versions: Camps) -> None:
    services.mirror_store()
    assert rows() == {("v1", False), ("v2", False), ("v3", True)}
    assert PublishedModel.objects.count() == 3 * len(ALGORITHMS)


def test_the_rows_hold_the_figures(versions: Camps) -> None:
    services.mirror_store()
    assert PublishedModel.objects.get(version="v3", name="for-you").figure("ndcg@10") == 0.4


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["publish", "v1"], {("v1", True), ("v2", False), ("v3", False)}),
        (["rollback"], {("v1", False), ("v2", True), ("v3", False)}),
        (["prune", "--keep", "1"], {("v3", True)}),
    ],
)
def test_every_change_is_mirrored(
    versions: Camps, words: list[str], expected: set[tuple[str, bool]]
) -> None:
    services.mirror_store()
    call_command("models", *words)
    assert rows() == expected
