"""Real answers are of the shapes that the OpenAPI document gives them, on a site that has everything."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services import make_api_token
from catalog.models import Keyword, MovieKeyword
from catalog.tests.releases import bring_in, write_release
from nextflex.tests.test_api_examples import COMPONENTS, DOCUMENT, OPERATIONS, as_json_schema
from tests.builders import api_of, browser_of, make_credit, make_movie, make_rating, make_user
from tests.engine_fixture import Camps
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, NotInterested, WatchlistEntry
from uploads.ratings.notes import write_note
from uploads.ratings.services import remove_rating
from uploads.tests.imports import imported
from uploads.tests.posting import make_post, send
from uploads.viewings import mark_seen

_JSON = "application/json"
_CSV = b"""Date,Name,Year,Letterboxd URI,Rating
2024-05-03,Crime number 0,1980,,4
2024-05-03,Crime number 1,1999,,4
2024-05-03,Nothing like it,,,4
not a day,Crime number 2,1982,,9
"""
QUERIES = {
    "dataset_users_recommendations_retrieve": ["", "metadata=false", "model=als&k=3"],
    "me_recommendations_retrieve": ["", "model=popular", "model=bst", "year_min=2090"],
    "me_import_rows_list": ["", "outcome=ambiguous"],
    "me_ratings_list": ["", "ordering=title", "page_size=1"],
    "movies_list": ["", "q=crime", "page_size=2&page=2"],
    "movies_similar_retrieve": ["", "by=ratings"],
    "similar_retrieve": ["title=Crime number 0"],
}
PATHS = {
    operation["operationId"]: path
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
    if method == "get" and _JSON in operation["responses"]["200"].get("content", {})
}


@pytest.fixture
def alice(published_models: Camps, tmp_path: Path) -> User:
    """She has something on every list, some of it without a year, a rating or a date."""
    bring_in(write_release(tmp_path / "tiny"))
    user = make_user(email="alice@example.org", name="Alice")
    nameless = make_movie(title="Without a year", year=None, genres=())
    for movie in (*published_models.crime[:3], nameless):
        make_rating(user=user, movie=movie, stars=4.5)
    remove_rating(user=user, movie_id=published_models.crime[2].pk)
    write_note(user=user, movie_id=nameless.pk, text="The bank.")
    add_list_entry(WatchlistEntry, user=user, movie_id=nameless.pk)
    add_list_entry(NotInterested, user=user, movie_id=published_models.musicals[5].pk)
    send(user, title="Proposed", text="A film that is not here.", is_public=False)
    make_api_token(user, name="script", scopes=["read"], days=1)
    browser_of(user)
    return user


@pytest.fixture
def addresses(alice: User, published_models: Camps) -> dict[str, dict[str, object]]:
    """Values for the addresses of each kind of thing, by how the path begins."""
    crime = published_models.crime[0]
    person = make_credit(movie=crime, role="actor", name="Al Pacino", character="").person
    word = Keyword.objects.create(name="heist")
    MovieKeyword.objects.create(movie=crime, keyword=word, source="site")
    write_note(user=alice, movie_id=crime.pk, text="A note.")
    for day in (None, date(2024, 5, 3)):
        mark_seen(user=alice, movie_id=crime.pk, watched_on=day)
    for kind in LIST_KINDS:
        add_list_entry(kind, user=alice, movie_id=crime.pk)
    token, _ = make_api_token(alice, name="another", scopes=["read"], days=1)
    return {
        "/api/v1/people/": {"id": person.pk},
        "/api/v1/dataset-users/": {"id": 1},
        "/api/v1/charts/": {"name": "trending"},
        "/api/v1/models/": {"name": "for-you"},
        "/api/v1/": {
            "id": crime.pk,
            "movie_id": crime.pk,
            "key": make_post(alice, movie=crime.pk, is_public=True).key,
            "job_id": imported(alice, _CSV).pk,
            "token_id": token.pk,
        },
    }


def problems(name: str, client: APIClient, path: str) -> list[str]:
    """What is not as the document says in the answers to an operation, asked in all the ways above."""
    schema = OPERATIONS[name]["responses"]["200"]["content"][_JSON]["schema"]
    validator = Draft202012Validator(as_json_schema(schema) | COMPONENTS, validate_formats=True)
    found = []
    for query in QUERIES.get(name, [""]):
        answer: Any = client.get(f"{path}?{query}")
        assert answer.status_code == 200, (path, query, answer.status_code)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        errors = validator.iter_errors(json.loads(body))
        found += [f"{path}?{query} {error.instance_path}: {error.message}" for error in errors]
    return found


@pytest.mark.parametrize("name", PATHS)
def test_what_is_answered_has_the_shape_that_is_told(
    name: str, alice: User, addresses: dict[str, dict[str, object]]
) -> None:
    path = PATHS[name]
    values = next(values for start, values in addresses.items() if path.startswith(start))
    assert problems(name, api_of(alice), path.format(**values)) == []
