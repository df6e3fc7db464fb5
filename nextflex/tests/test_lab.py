"""The page of the sequence lab, as the server makes it; tests/browser plays with it."""

import json
import re
from typing import Any

from django.test import Client

from accounts.models.demographics import OCCUPATIONS
from recommender.core.data.profiles import OCCUPATIONS as CODES
from tests.builders import browser_of, make_rating, make_user
from tests.engine_fixture import Camps


def start_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="lab-start"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    start: dict[str, Any] = json.loads(found[1])
    return start


def seen(browser: Client, address: str = "/lab/") -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_model_stands_with_its_measured_accuracy(published_models: Camps) -> None:
    page = seen(Client())
    for name in ("sasrec", "bert4rec", "bst", "next-ridge", "for-you"):
        assert f"{name} · 40.0%" in page
    assert "trending ·" not in page


def test_it_starts_with_sasrec(published_models: Camps) -> None:
    assert '<option value="sasrec" selected>' in seen(Client())


def test_what_each_model_takes_is_told(published_models: Camps) -> None:
    models = {one["name"]: one for one in start_of(seen(Client()))["models"]}
    assert models["bst"]["uses_profile"]
    assert models["bst"]["predicts_stars"]
    assert not models["sasrec"]["uses_profile"]
    assert not models["sasrec"]["predicts_stars"]


def test_the_films_of_an_address_come_with_the_page(published_models: Camps) -> None:
    one, other = published_models.crime[0], published_models.musicals[0]
    start = start_of(
        seen(Client(), f"/lab/?seq={one.pk},abc,99999999&avoid={other.pk},-1,{'9' * 40}")
    )
    assert [film["title"] for film in start["films"]] == [one.title, other.title]


def test_who_has_ratings_can_start_from_them(published_models: Camps) -> None:
    assert "Start from my ratings" not in seen(Client())
    user = make_user()
    make_rating(user=user, movie=published_models.crime[0], stars=4.5)
    page = seen(browser_of(user))
    assert "Start from my ratings" in page
    assert start_of(page)["mine"] == [{"id": published_models.crime[0].pk, "stars": 4.5}]


def test_ratings_are_of_the_visitor_s_scale(published_models: Camps) -> None:
    page = seen(Client())
    assert '<option value="3.5">≈ 3.5</option>' in page
    assert start_of(page)["scale"] == 5
    page = seen(browser_of(make_user(rating_scale=100)))
    assert '<option value="3.5">≈ 70</option>' in page
    assert start_of(page)["scale"] == 100


def test_a_title_cannot_break_out_of_the_data(published_models: Camps) -> None:
    film = published_models.crime[0]
    film.title = "</script><script>alert(1)</script>"
    film.save()
    page = seen(Client(), f"/lab/?seq={film.pk}")
    assert "<script>alert(1)" not in page
    assert start_of(page)["films"][0]["title"] == film.title


def test_without_a_model_it_says_so(camps: Camps) -> None:
    assert "No model is published yet" in seen(Client())


def test_without_javascript_it_says_what_does_the_same(published_models: Camps) -> None:
    assert "manage.py recommend --history" in seen(Client())


def test_every_occupation_of_movielens_has_a_name() -> None:
    assert len(OCCUPATIONS) == CODES
