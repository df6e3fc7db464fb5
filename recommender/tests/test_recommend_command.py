"""manage.py recommend: the lab's question at the terminal."""

import pytest
from django.core.management import CommandError, call_command

from tests.engine_fixture import Camps


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    call_command("recommend", *words)
    return capsys.readouterr().out


def test_a_history_gets_films_with_scores_and_reasons(
    published_models: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = published_models.crime[:2]
    shown = said(
        capsys, "--history", f"{first.pk}:4.5, {second.pk}", "--model", "sasrec", "--k", "3"
    )
    assert "sasrec of v1" in shown
    assert "Crime number 2" in shown
    assert shown.count("Crime number") >= 3
    assert "Musical" not in shown


def test_stars_avoided_films_and_a_least_rating_are_taken(
    published_models: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    crime = published_models.crime
    words = ["--history", f"{crime[0].pk}:5", "--avoid", f"{crime[1].pk}", "--model", "bst"]
    shown = said(capsys, *words, "--min-rating", "3.5", "--age", "30", "--gender", "F")
    assert "Crime number 1 " not in shown
    assert "Crime number 2" in shown


def test_an_empty_history_is_a_strangers(
    published_models: Camps, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "for-you of v1" in said(capsys)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--history", "one:4"), "'one' is not a film id"),
        (("--history", "1:good"), "'1:good' is not of the form ID:RATING"),
        (("--history", "1:6"), "a rating must be between 0.5 and 5 stars"),
        (("--history", "999999:4"), "No film with id 999999"),
        (("--avoid", "x"), "--avoid: 'x' is not a film id"),
        (("--k", "0"), "--k 0: must be between 1 and 100"),
        (("--model", "sasrec", "--min-rating", "4"), "sasrec does not predict ratings"),
        (("--model", "trending"), "invalid choice: 'trending'"),
    ],
)
def test_what_makes_no_sense_is_told(
    words: tuple[str, ...], problem: str, published_models: Camps
) -> None:
    with pytest.raises(CommandError, match=problem):
        call_command("recommend", *words)
