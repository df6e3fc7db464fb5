from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User, UserDemographics
from accounts.tests.builders import bearer

URL = "/api/v1/me/profile/"


def change(user: User, **given: Any) -> Any:
    return bearer(user).patch(URL, given, format="json")


def test_a_new_account_has_told_nothing(alice: User) -> None:
    assert bearer(alice).get(URL).json() == {
        "name": "",
        "language": "en",
        "theme": "",
        "rating_scale": 5,
        "time_zone": "automatic",
        "about": {"age_band": None, "gender": None, "occupation": None},
    }
    assert not UserDemographics.objects.exists()


def test_what_is_given_changes_and_the_rest_stays(alice: User) -> None:
    change(alice, name="Ann", theme="light")
    shown = change(alice, rating_scale=10).json()
    assert (shown["name"], shown["theme"], shown["rating_scale"]) == ("Ann", "light", 10)


def test_one_may_tell_of_oneself_piece_by_piece(alice: User) -> None:
    change(alice, about={"age_band": 25})
    shown = change(alice, about={"gender": "F", "occupation": 0}).json()
    assert shown["about"] == {"age_band": 25, "gender": "F", "occupation": 0}


def test_taking_all_of_it_back_keeps_no_row(alice: User) -> None:
    change(alice, about={"age_band": 25})
    change(alice, about={"age_band": None})
    assert not UserDemographics.objects.exists()


def test_one_click_erases_it(alice: User, bob: User) -> None:
    change(alice, about={"age_band": 25, "gender": "F"})
    change(bob, about={"gender": "M"})
    assert bearer(alice).delete(URL + "about/").status_code == 204
    assert UserDemographics.objects.get().user == bob


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("name", "x" * 61),
        ("language", "xx"),
        ("theme", "pink"),
        ("rating_scale", 7),
        ("rating_scale", True),
        ("about", {"age_band": 26}),
        ("about", {"gender": "x"}),
        ("about", {"occupation": 21}),
        ("about", 5),
    ],
)
def test_a_wrong_value_is_named_and_changes_nothing(alice: User, field: str, bad: Any) -> None:
    answer = change(alice, **{field: bad})
    assert answer.status_code == 400
    assert field in answer.json()["error"]["fields"]
    assert not UserDemographics.objects.exists()


@pytest.mark.django_db
def test_a_guest_has_no_profile() -> None:
    assert APIClient().get(URL).status_code == 401
