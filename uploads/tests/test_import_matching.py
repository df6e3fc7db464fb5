"""Which film a row means, and what becomes of several rows of one film."""

from datetime import UTC, datetime

import pytest

from accounts.models import User
from catalog.models import Movie
from tests.builders import make_movie, make_rating
from uploads.import_jobs.correcting import choose_film
from uploads.import_jobs.errors import NotNow
from uploads.import_jobs.matching import FilmIndex
from uploads.imports.rows import FileRow
from uploads.models import Outcome, Rating
from uploads.tests.exports import IMDB, MOVIELENS, RATINGS, csv_of, film, letterboxd_zip
from uploads.tests.imports import applied, assert_all_rows_are_told, imported, outcomes, row

pytestmark = pytest.mark.django_db


def matched(user: User, name: str, year: int | str = 1995) -> tuple[str, int | None]:
    job = imported(user, csv_of(RATINGS, film(name, year, rating="4")))
    found = row(job, 2)
    return found.outcome, found.movie_id


@pytest.mark.databases
@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Amélie", "Amelie"),
        ("Heat", "HEAT"),
        ("Spider-Man", "Spider Man"),
        ("WALL·E", "WALLE"),
        ("The Fast and the Furious", "Fast & Furious, The"),
        ("Les Misérables", "Les Miserables"),
        ("Star Wars: Episode IV - A New Hope", "Star Wars Episode IV – A New Hope"),
        ("Men in Black III", "Men in Black 3"),
        ("Rocky 2", "Rocky II"),
        ("Aeon Flux", "Æon Flux"),
        ("Alien³", "Alien 3"),
        ("Twelve Monkeys", "12 Monkeys"),
        ("The Matrix", "Matrix, The"),
        ("Heat", "Heat (1995)"),
    ],
)
def test_accents_case_articles_and_marks_do_not_matter(alice: User, here: str, there: str) -> None:
    movie = make_movie(title=here)
    assert matched(alice, there) == ("imported", movie.pk)


@pytest.mark.databases
def test_an_alternative_title_will_do(alice: User) -> None:
    movie = make_movie(title="City of Lost Children", alternatives=["Cité des enfants perdus, La"])
    assert matched(alice, "CITE DES ENFANTS PERDUS, LA") == ("imported", movie.pk)


def test_a_title_that_is_only_nearly_the_same_needs_the_very_year(alice: User) -> None:
    films = [make_movie(title="Frozen", year=year).pk for year in (2010, 2013)]
    assert matched(alice, "The Frozen", 2013) == ("imported", films[1])
    job = imported(alice, csv_of(RATINGS, film("The Frozen", 2012, rating="1")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", films[::-1])


def test_without_a_year_a_title_that_is_only_nearly_the_same_is_a_question(alice: User) -> None:
    movie = make_movie(title="Frozen", year=2013)
    job = imported(alice, csv_of(RATINGS, film("The Frozen", "", rating="1")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", [movie.pk])


PARTS = [
    ("Star Wars: Episode IV - A New Hope", "Star Wars"),
    ("Star Wars: Episode IV - A New Hope", "A New Hope"),
    ("X2: X-Men United", "X2"),
    ("Birdman: Or (The Unexpected Virtue of Ignorance)", "Birdman"),
    ("The Professional", "Léon: The Professional"),
    ("Léon: The Professional", "The Professional"),
    ("Star Wars", "Star Wars: Episode IV - A New Hope"),
    ("Raiders of the Lost Ark", "Indiana Jones and the Raiders of the Lost Ark"),
    ("Star Wars: The Last Jedi", "Star Wars: Episode VIII - The Last Jedi"),
    ("Monty Python's Life of Brian", "Life of Brian"),
    ("Romeo + Juliet", "William Shakespeare's Romeo and Juliet"),
]


@pytest.mark.parametrize(("here", "there"), PARTS)
def test_a_title_in_the_other_matches_with_the_very_year_alone(
    alice: User, here: str, there: str
) -> None:
    movie = make_movie(title=here, year=1995)
    assert matched(alice, there, 1995) == ("imported", movie.pk)
    assert matched(alice, there, 1996) != ("imported", movie.pk)
    assert matched(alice, there, "") != ("imported", movie.pk)


NO_PARTS = [
    ("Thor", "Thor: Tales of Asgard"),
    ("Alien: Resurrection", "Resurrection"),
    ("Pokémon: The Movie", "The Movie"),
    ("Kill Bill: Vol. 2", "Vol. 2"),
    ("Frontière(s)", "s"),
    ("1-900 (06)", "06"),
    ("2001: A Space Odyssey", "2001"),
]


@pytest.mark.parametrize(("here", "there"), NO_PARTS)
def test_what_may_be_another_films_title_is_never_matched(
    alice: User, here: str, there: str
) -> None:
    make_movie(title=here, year=1995)
    assert matched(alice, there, 1995)[1] is None


def test_a_title_in_two_films_of_the_year_is_a_question(alice: User) -> None:
    films = [make_movie(title=f"Frankenstein: {name}").pk for name in ("Day One", "Night Two")]
    job = imported(alice, csv_of(RATINGS, film("Frankenstein", 1995, rating="4")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", films)


def test_a_film_of_the_very_title_keeps_a_part_from_matching(alice: User) -> None:
    alien, other = make_movie(title="Alien", year=1979), make_movie(title="Alien: Resurrection")
    job = imported(alice, csv_of(RATINGS, film("Alien", 1995, rating="4")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", [other.pk, alien.pk])


@pytest.mark.databases
def test_of_films_with_one_title_the_year_tells(alice: User) -> None:
    make_movie(title="Solaris", year=1972)
    remake = make_movie(title="Solaris", year=2002)
    assert matched(alice, "Solaris", 2002) == ("imported", remake.pk)


def test_a_film_of_nearly_the_title_and_the_very_year_is_a_rival(alice: User) -> None:
    off, exact = make_movie(title="Captive", year=2015), make_movie(title="The Captive", year=2014)
    job = imported(alice, csv_of(RATINGS, film("Captive", 2014, rating="4")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", [exact.pk, off.pk])


def test_a_row_s_other_titles_are_tried_too(alice: User) -> None:
    movie = make_movie(title="La vita è bella", year=1997)
    index = FilmIndex.of_catalogue()
    given = FileRow(title="Life Is Beautiful", year=1997)
    assert index.match(given).movie_id is None
    other = FileRow(title="Life Is Beautiful", year=1997, other_titles=("La vita e bella",))
    assert index.match(other).movie_id == movie.pk


# What the file says of each film, and what must become of it; the catalogue holds these films only.
NEAR: list[tuple[str, int | str, str, str | None]] = [
    ("The Frozen", 2012, "ambiguous", None),
    ("Captive", 2015, "ambiguous", None),
    ("Star Wars", 1977, "imported", "Star Wars: Episode IV - A New Hope"),
    ("Birdman", 2014, "duplicate", "Birdman: Or (The Unexpected Virtue of Ignorance)"),
    (
        "Birdman or (The Unexpected Virtue of Ignorance)",
        2014,
        "imported",
        "Birdman: Or (The Unexpected Virtue of Ignorance)",
    ),
    ("Men in Black 3", 2012, "imported", "Men in Black III"),
    ("Clueless", 1996, "imported", "Clueless"),
    ("Fargo", "", "imported", "Fargo"),
    ("s", 2007, "unmatched", None),
    ("06", 1994, "unmatched", None),
]


def test_near_titles_in_near_years(alice: User) -> None:
    for title, year in (
        ("Frozen", 2010),
        ("Frozen", 2013),
        ("The Captive", 2014),
        ("Star Wars: Episode IV - A New Hope", 1977),
        ("Star Wars: Episode V - The Empire Strikes Back", 1980),
        ("Birdman: Or (The Unexpected Virtue of Ignorance)", 2014),
        ("Men in Black III", 2012),
        ("Clueless", 1995),
        ("Fargo", 1996),
        ("Frontière(s)", 2007),
        ("1-900 (06)", 1994),
    ):
        make_movie(title=title, year=year)
    job = imported(
        alice, csv_of(RATINGS, *(film(name, year, rating="4") for name, year, *_ in NEAR))
    )
    found = job.rows.order_by("line").values_list("title", "outcome", "movie__title")
    assert list(found) == [(name, outcome, title) for name, _, outcome, title in NEAR]
    assert row(job, 8).remark == "its year on this site is 1995"


def test_a_year_off_will_do_when_it_leaves_no_doubt(alice: User) -> None:
    movie = make_movie(title="Heat", year=1995)
    job = imported(alice, csv_of(RATINGS, film("Heat", 1996, rating="4")))
    assert (row(job, 2).outcome, row(job, 2).movie_id) == ("imported", movie.pk)
    assert "1995" in row(job, 2).remark


def test_two_films_a_year_off_are_a_question(alice: User) -> None:
    both = [make_movie(title="Heat", year=year).pk for year in (1994, 1996)]
    job = imported(alice, csv_of(RATINGS, film("Heat", 1995, rating="4")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", both)


def test_two_years_off_is_a_question_too(alice: User) -> None:
    movie = make_movie(title="Heat", year=1995)
    job = imported(alice, csv_of(RATINGS, film("Heat", 1986, rating="4")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", [movie.pk])


def test_without_a_year_the_only_film_of_the_title_is_meant(alice: User) -> None:
    movie = make_movie(title="Heat")
    assert matched(alice, "Heat", "") == ("imported", movie.pk)
    make_movie(title="Heat", year=1986)
    assert matched(alice, "Heat", "") == ("ambiguous", None)


@pytest.mark.databases
def test_an_unknown_title_comes_with_what_a_search_finds(alice: User) -> None:
    movie = make_movie(title="Star Wars", year=1977)
    job = imported(alice, csv_of(RATINGS, film("Star Wars: A New Hope", 1987, rating="4")))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("unmatched", [movie.pk])


def imdb(user: User, **shown: str) -> tuple[str, int | None]:
    given = {"Your Rating": "9", "Title": "Heat", "Year": "1995"} | shown
    found = row(imported(user, csv_of(IMDB, given)), 2)
    return found.outcome, found.movie_id


def test_an_id_is_believed_before_the_title(alice: User, heat: Movie) -> None:
    other = make_movie(title="Something else", year=1950)
    Movie.objects.filter(pk=other.pk).update(imdb_id="tt0113277")
    assert imdb(alice, Const="tt0113277") == ("imported", other.pk)


def test_an_unknown_id_falls_back_on_the_title(alice: User, heat: Movie) -> None:
    assert imdb(alice, Const="tt0113277") == ("imported", heat.pk)


def test_an_id_that_speaks_against_the_title_is_a_question(alice: User, heat: Movie) -> None:
    Movie.objects.filter(pk=heat.pk).update(imdb_id="tt0000001")
    assert imdb(alice, Const="tt0113277") == ("ambiguous", None)


@pytest.mark.databases
def test_ids_of_two_films_are_a_question(alice: User) -> None:
    heat, alien = make_movie(title="Heat"), make_movie(title="Alien", source_id=7)
    Movie.objects.filter(pk=heat.pk).update(imdb_id="tt0113277")
    shown = {"movie_id": 7, "imdb_id": "0113277", "rating": 4, "title": "Heat (1995)"}
    job = imported(alice, csv_of(MOVIELENS, shown))
    assert (row(job, 2).outcome, row(job, 2).candidates) == ("ambiguous", [heat.pk, alien.pk])


@pytest.mark.databases
def test_movielens_s_numbers_are_known(alice: User) -> None:
    movie = make_movie(title="Whatever", source_id=6)
    shown = {"movie_id": 6, "rating": 4, "title": "Heat (1995)"}
    job = imported(alice, csv_of(MOVIELENS, shown))
    assert row(job, 2).movie_id == movie.pk


def test_of_letterboxd_s_overlapping_files_one_row_stands_for_a_film(alice: User) -> None:
    heat, amelie = make_movie(title="Heat"), make_movie(title="Amélie", year=2001)
    solaris, stalker = (
        make_movie(title="Solaris", year=1972),
        make_movie(title="Stalker", year=1979),
    )
    make_movie(title="Alien", year=1979)
    job = imported(alice, letterboxd_zip(), name="export.zip", dry_run=False)
    assert_all_rows_are_told(job, 10)
    shown = {(one.file, one.title): one.outcome for one in job.rows.all()}
    assert shown["ratings.csv", "Heat"] == "imported"
    assert shown["diary.csv", "Heat"] == shown["reviews.csv", "Heat"] == "duplicate"
    assert shown["watchlist.csv", "Heat"] == "duplicate"
    assert shown["watched.csv", "Alien"] == "seen"
    stars = {one.movie_id: one.stars for one in Rating.objects.filter(user=alice)}
    assert stars == {heat.pk: 4.5, amelie.pk: 3.0}
    notes = {note.movie_id: note.text for note in alice.notes.all()}
    assert notes == {heat.pk: '"Cool", and\nlong.', solaris.pk: "Water."}
    assert [entry.movie_id for entry in alice.watchlistentry_set.all()] == [stalker.pk]


def test_of_viewings_alone_the_latest_counts(alice: User, heat: Movie) -> None:
    raw = csv_of(
        [*RATINGS, "Watched Date"],
        film("Heat", rating="5", watched_date="2023-01-01"),
        film("Heat", rating="2", watched_date="2020-01-01"),
    )
    imported(alice, raw, name="diary.csv", dry_run=False)
    assert Rating.objects.get(user=alice).stars == 5.0


@pytest.mark.databases
def test_a_newer_rating_in_the_file_replaces_and_an_older_or_undated_one_does_not(
    alice: User,
) -> None:
    films = {name: make_movie(title=name) for name in ("Old", "New", "Undated", "Same")}
    for movie in films.values():
        make_rating(user=alice, movie=movie, stars=3, rated_at=datetime(2022, 1, 1, tzinfo=UTC))
    raw = csv_of(
        RATINGS,
        film("Old", rating="5", date="2021-01-01"),
        film("New", rating="5", date="2023-01-01"),
        film("Undated", rating="5", date=""),
        film("Same", rating="3", date="2023-01-01"),
    )
    job = imported(alice, raw, dry_run=False)
    assert list(outcomes(job).values()) == ["unchanged", "imported", "unchanged", "unchanged"]
    stars = {one.movie.title: one.stars for one in Rating.objects.select_related("movie")}
    assert stars == {"Old": 3.0, "New": 5.0, "Undated": 3.0, "Same": 3.0}


def test_a_review_never_overwrites_a_note(alice: User, heat: Movie) -> None:
    alice.notes.create(movie=heat, text="Mine.")
    raw = csv_of([*RATINGS, "Review"], film("Heat", review="Theirs.", rating="4"))
    imported(alice, raw, dry_run=False)
    assert alice.notes.get().text == "Mine."


def test_a_chosen_film_is_imported(alice: User) -> None:
    movie = make_movie(title="Star Wars", year=1977)
    raw = csv_of(
        RATINGS, film("SW", 1977, rating="4"), film("Sw", 1977, rating="2", date="2020-01-01")
    )
    job = imported(alice, raw)
    assert outcomes(job) == {2: "unmatched", 3: "duplicate"}
    assert choose_film(job, line=2, movie_id=movie.pk).outcome == Outcome.IMPORTED
    assert_all_rows_are_told(job, 2)
    applied(job)
    assert Rating.objects.get().stars == 4.0


@pytest.mark.databases
def test_a_film_chosen_for_the_follower_holds_for_its_lead(alice: User) -> None:
    movie = make_movie(title="Star Wars", year=1977)
    raw = csv_of(RATINGS, film("SW", rating="4"), film("SW", rating="2", date="2020-01-01"))
    job = imported(alice, raw)
    assert choose_film(job, line=3, movie_id=movie.pk).outcome == Outcome.DUPLICATE
    assert row(job, 2).outcome == Outcome.IMPORTED


def test_a_row_that_is_given_another_rows_film_joins_it(alice: User, heat: Movie) -> None:
    raw = csv_of(RATINGS, film("Heat", rating="4"), film("Hitze", rating="2", date="2025-01-01"))
    job = imported(alice, raw)
    choose_film(job, line=3, movie_id=heat.pk)
    assert outcomes(job) == {2: "duplicate", 3: "imported"}
    choose_film(job, line=3, movie_id=None)
    assert outcomes(job) == {2: "imported", 3: "skipped"}
    assert_all_rows_are_told(job, 2)


@pytest.mark.databases
def test_what_was_imported_cannot_be_chosen_again_but_the_rest_can(
    alice: User, heat: Movie
) -> None:
    alien = make_movie(title="Alien", year=1979)
    job = imported(alice, csv_of(RATINGS, film("Heat", rating="4"), film("?", rating="2")))
    applied(job)
    with pytest.raises(NotNow):
        choose_film(job, line=2, movie_id=alien.pk)
    choose_film(job, line=3, movie_id=alien.pk)
    applied(job)
    assert dict(Rating.objects.values_list("movie_id", "half_stars")) == {heat.pk: 8, alien.pk: 4}


def test_a_row_that_cannot_be_read_cannot_be_chosen(alice: User, heat: Movie) -> None:
    job = imported(alice, csv_of(RATINGS, film("Heat", rating="9")))
    with pytest.raises(NotNow, match="9"):
        choose_film(job, line=2, movie_id=heat.pk)
