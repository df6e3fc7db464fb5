import pytest

from accounts.rating_scale import averaged, predicted_stars, rated, scale_words


@pytest.mark.parametrize(
    ("scale", "given", "prediction", "mean", "words"),
    [
        (5, "4.5", "4.2", "3.52", "5 stars"),
        (10, "9", "8.4", "7.03", "10 points"),
        (100, "90", "84", "70.3", "100 points"),
    ],
)
def test_stars_are_told_on_a_person_s_scale(
    scale: int, given: str, prediction: str, mean: str, words: str
) -> None:
    shown = (
        rated(4.5, scale),
        predicted_stars(4.2, scale),
        averaged(3.516, scale),
        scale_words(scale),
    )
    assert shown == (given, prediction, mean, words)
