"""Each import contract of pyproject.toml refuses an import that it is there to refuse."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import grimp
import pytest
from grimp import ImportGraph
from importlinter import cli  # noqa: F401  its import tells importlinter how to read files
from importlinter.application.use_cases import read_user_options
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract
from importlinter.domain.contract import Contract

_ROOT = Path(__file__).resolve().parents[2]
_TYPES: dict[str, Callable[[str, dict[str, Any], dict[str, Any]], Contract]] = {
    "layers": LayersContract,
    "forbidden": ForbiddenContract,
    "protected": ProtectedContract,
}
_OPTIONS = read_user_options(str(_ROOT / "pyproject.toml"))
_CONTRACTS = {one["id"]: one for one in _OPTIONS.contracts_options}

VIOLATIONS = [
    ("apps", "catalog.selectors", "uploads.models"),
    ("apps", "catalog.selectors", "accounts.selectors"),
    ("apps", "uploads.ratings.services", "recommender.runtime"),
    ("apps", "recommender.runtime", "nextflex.site.visitor"),
    ("apps", "nextflex.graphql.queries", "nextflex.site.cards"),
    ("apps", "nextflex.base.console", "nextflex.conf.env"),
    ("apps", "nextflex.base.errors", "accounts.models"),
    ("engine", "recommender.core.ranking.top_k", "django"),
    ("engine", "recommender.core.serving.engine", "recommender.runtime"),
    ("engine-rooms", "recommender.core.metrics.accuracy", "recommender.core.evaluation.held_out"),
    ("nextflex-rooms", "nextflex.conf.api", "nextflex.http.middleware"),
    ("accounts-rooms", "accounts.selectors", "accounts.services"),
    ("catalog-rooms", "catalog.models.movie", "catalog.selectors"),
    ("uploads-rooms", "uploads.ratings.services", "uploads.posts.services"),
    ("recommender-rooms", "recommender.runtime", "recommender.selectors"),
    ("matrices", "recommender.admin.training_page", "numpy"),
    ("matrices", "nextflex.site.cards", "numpy"),
    ("matrices", "recommender.management.commands.train", "pandas"),
    ("serving", "recommender.core.ranking.top_k", "torch"),
    ("serving", "uploads.export", "pandas"),
    ("engine-door", "recommender.selectors", "recommender.core.serving.engine"),
    ("commands-only", "nextflex.site.views", "recommender.core.pipeline.train"),
    ("commands-only", "recommender.tasks", "recommender.training"),
    ("commands-only", "recommender.admin.model_admins", "recommender.benchmarks.parts"),
    ("no-waiting", "nextflex.site.film.page", "catalog.enrich.outbound"),
]


@pytest.fixture(scope="module")
def imports() -> ImportGraph:
    return grimp.build_graph(
        *_OPTIONS.session_options["root_packages"],
        include_external_packages=True,
        exclude_type_checking_imports=True,
        cache_dir=None,
    )


def keeps(contract: str, graph: ImportGraph) -> bool:
    options = _CONTRACTS[contract]
    made = _TYPES[options["type"]](options["name"], _OPTIONS.session_options, options)
    return made.check(deepcopy(graph), verbose=False).kept


@pytest.mark.parametrize(("contract", "importer", "imported"), VIOLATIONS)
def test_an_import_against_the_contract_is_refused(
    imports: ImportGraph, contract: str, importer: str, imported: str
) -> None:
    assert importer in imports.modules
    assert keeps(contract, imports)
    bent = deepcopy(imports)
    bent.add_import(importer=importer, imported=imported)
    assert not keeps(contract, bent)


@pytest.mark.parametrize(
    "contract", [name for name, one in _CONTRACTS.items() if one.get("exhaustive")]
)
def test_a_room_that_no_contract_names_is_refused(imports: ImportGraph, contract: str) -> None:
    (container,) = _CONTRACTS[contract]["containers"]
    bent = deepcopy(imports)
    bent.add_module(f"{container}.cellar")
    assert not keeps(contract, bent)


def test_every_contract_has_a_violation_here() -> None:
    assert Counter(name for name, _, _ in VIOLATIONS).keys() == _CONTRACTS.keys()


def test_every_app_and_the_engine_name_all_their_rooms() -> None:
    exhaustive = {one["containers"][0] for one in _CONTRACTS.values() if one.get("exhaustive")}
    assert exhaustive == {*_OPTIONS.session_options["root_packages"], "recommender.core"}


def test_the_serving_contract_names_all_of_recommender_that_pages_load(
    imports: ImportGraph,
) -> None:
    children = imports.find_children("recommender")
    elsewhere = {"core", "management", "training", "benchmarks", "tests", "migrations"}
    named = set(_CONTRACTS["serving"]["source_modules"])
    assert {one for one in children if one.rsplit(".", 1)[1] not in elsewhere} <= named
