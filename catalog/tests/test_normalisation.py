import pytest

from catalog.normalisation import normalised, search_text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Amélie", "amelie"),
        ("THE Matrix", "the matrix"),
        ("Se7en!", "se7en"),
        ("WALL·E", "wall e"),
        ("  What's   Up, Doc?  ", "what s up doc"),
        ("Straße", "strasse"),
        ("Æon Flux", "aeon flux"),
        ("L'Œuvre", "l oeuvre"),
        ("Jørgen Łódź Đorđe", "jorgen lodz dorde"),
        ("Þór og Kadın", "thor og kadin"),
        ("千と千尋", "千と千尋"),
        ("100%_", "100"),
        ("|", ""),
        ("🎬", ""),
        ("", ""),
    ],
)
def test_a_text_loses_case_accents_and_punctuation(text: str, bare: str) -> None:
    assert normalised(text) == bare


def test_normalising_twice_is_normalising_once() -> None:
    once = normalised("Ǆ İstanbul ﬁlm ½ Æ ĸ")
    assert normalised(once) == once


def test_titles_stand_between_bars() -> None:
    assert search_text(["Amélie", "Le Destin"]) == "|amelie|le destin|"


def test_no_search_text_is_longer_than_its_column() -> None:
    assert len(search_text([letter * 400 for letter in "abcde"])) == 1000
