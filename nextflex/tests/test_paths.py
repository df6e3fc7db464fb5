"""Paths of pages that differ in one number only."""

from collections.abc import Iterator

import pytest
from django.urls import get_script_prefix, reverse, set_script_prefix

from nextflex.base.paths import path_of

NAMES = ["pages:film", "pages:person", "catalog:poster", "catalog:poster-image", "catalog:backdrop"]


@pytest.fixture
def sub_path() -> Iterator[None]:
    before = get_script_prefix()
    set_script_prefix("/cinema/")
    yield
    set_script_prefix(before)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pk", [1, 1_234_567_890, 2**31 - 1])
def test_a_path_is_what_reverse_makes_of_it(name: str, pk: int) -> None:
    assert path_of(name, pk) == reverse(name, args=[pk])


def test_it_follows_the_sub_path_of_the_site(sub_path: None) -> None:
    assert path_of("pages:film", 7) == reverse("pages:film", args=[7]) == "/cinema/films/7/"
