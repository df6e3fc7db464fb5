"""An import's life: every row is told, a killed run is finished by the next, old ones go."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from accounts.services import delete_account
from catalog.merging import merge_movies
from catalog.models import Movie
from tests.builders import make_movie, make_movies
from uploads.import_jobs import applying, life, running, staging
from uploads.import_jobs.correcting import choose_film
from uploads.import_jobs.errors import NotNow, TooManyImports
from uploads.import_jobs.running import run_import
from uploads.import_jobs.starting import (
    apply_import,
    discard_import,
    start_import,
    sweep_imports,
    take_up_again,
)
from uploads.models import ImportJob, ImportRow, Rating
from uploads.tests.exports import RATINGS, csv_of, film
from uploads.tests.figures import assert_figures_agree
from uploads.tests.imports import applied, assert_all_rows_are_told, imported, row, worked

pytestmark = pytest.mark.django_db
HEAT = csv_of(RATINGS, film("Heat", rating="4.5"))


class Killed(BaseException):
    """What a worker does not survive."""


def killed_after(monkeypatch: pytest.MonkeyPatch, where: Any, name: str, calls: int) -> None:
    """The worker dies at the call of a function after so many that went well."""
    act, done = getattr(where, name), 0

    def dying(*args: Any, **kwargs: Any) -> Any:
        nonlocal done
        if done == calls:
            raise Killed
        done += 1
        return act(*args, **kwargs)

    monkeypatch.setattr(where, name, dying)


def dead(job: ImportJob) -> ImportJob:
    """As it is found a while after its worker was killed."""
    ImportJob.objects.filter(pk=job.pk).update(touched_at=timezone.now() - timedelta(minutes=5))
    job.refresh_from_db()
    return job


def test_a_dry_run_writes_nothing(alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    assert (job.state, job.counts) == ("done", {"imported": 1})
    assert not Rating.objects.exists()


def test_a_file_is_kept_until_it_is_applied(alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    assert bytes(job.content) == HEAT
    assert bytes(applied(job).content) == b""


@pytest.mark.databases
def test_applying_writes_what_the_report_says(alice: User, heat: Movie) -> None:
    job = applied(imported(alice, HEAT))
    assert not job.is_dry_run
    assert Rating.objects.get(user=alice, movie=heat).stars == 4.5
    assert_figures_agree(heat)


@pytest.mark.databases
def test_applying_twice_is_applying_once(alice: User, heat: Movie) -> None:
    job = applied(imported(alice, HEAT))
    Rating.objects.update(half_stars=2)
    applied(job)
    assert Rating.objects.get().half_stars == 2


def test_without_a_dry_run_it_is_applied_at_once(alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT, dry_run=False)
    assert Rating.objects.get().stars == 4.5
    assert job.applied_at is not None


def test_what_happens_before_applying_counts(alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    Rating.objects.create(user=alice, movie=heat, half_stars=2)
    job = applied(job)
    assert (job.counts, Rating.objects.get().half_stars) == ({"unchanged": 1}, 2)


def test_a_file_that_breaks_off_fails_in_words(alice: User) -> None:
    job = imported(alice, HEAT + b'2024-01-01,"Alien,1979,x,4\n' + b"a,b,c,d,e\n" * 20_000)
    assert job.state == "failed"
    assert "line 3" in job.error
    with pytest.raises(NotNow, match="line 3"):
        apply_import(job)


def test_a_worker_killed_while_it_reads_begins_again(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = csv_of(RATINGS, *(film(f"Film {at}", rating="4") for at in range(1_200)))
    with monkeypatch.context() as patch:
        # Two batches are kept, the third is not.
        killed_after(patch, ImportRow.objects, "bulk_create", 2)
        with pytest.raises(Killed):
            imported(alice, raw)
    job = ImportJob.objects.get()
    assert (job.state, job.rows.count()) == ("running", 1_000)
    job = worked(take_up_again(dead(job)))
    assert job.state == "done"
    assert_all_rows_are_told(job, 1_200)


@pytest.mark.databases
@pytest.mark.parametrize("calls", [0, 1, 4])
def test_a_worker_killed_while_it_applies_is_finished_by_the_next(
    alice: User, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    movies = make_movies(5)
    raw = csv_of(RATINGS, *(film(movie.title, rating="4") for movie in movies))
    job = imported(alice, raw)
    with monkeypatch.context() as patch:
        killed_after(patch, applying, "_apply_row", calls)
        with pytest.raises(Killed):
            applied(job)
    assert Rating.objects.count() == calls
    times = dict(Rating.objects.values_list("pk", "rated_at"))
    job = worked(take_up_again(dead(job)))
    assert Rating.objects.count() == 5
    assert times.items() <= dict(Rating.objects.values_list("pk", "rated_at")).items()
    assert job.counts == {"imported": 5}
    assert alice.changes.count() == 5


@pytest.mark.databases
def test_a_long_import_lets_others_have_their_turn(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_A_TURN_S", 0.0)
    movies = make_movies(120)
    raw = csv_of(RATINGS, *(film(movie.title, rating="4") for movie in movies))
    job = worked(apply_import(imported(alice, raw)))
    seen = [(job.state, job.percent, Rating.objects.count(), DBTaskResult.objects.count())]
    while job.state == "queued":
        job = worked(job)
        seen.append((job.state, job.percent, Rating.objects.count(), DBTaskResult.objects.count()))
    assert seen == [("queued", 42, 50, 3), ("queued", 83, 100, 4), ("done", 100, 120, 4)]
    assert job.counts == {"imported": 120}


@pytest.mark.databases
def test_a_row_is_marked_with_what_it_writes_or_neither_is(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = imported(alice, HEAT)
    with monkeypatch.context() as patch:
        killed_after(patch, ImportRow, "save", 0)
        with pytest.raises(Killed):
            applied(job)
    assert not Rating.objects.exists()


def test_after_three_interruptions_it_has_failed(alice: User, heat: Movie) -> None:
    job = start_import(user=alice, name="ratings.csv", raw=HEAT)
    for _ in range(3):
        assert life.claim(job.pk)
        job = take_up_again(dead(job))
    assert (job.state, job.error) == ("failed", "It was interrupted 3 times.")


@pytest.mark.databases
def test_a_job_that_lives_is_left_alone_and_no_worker_takes_it_twice(
    alice: User, heat: Movie
) -> None:
    job = start_import(user=alice, name="ratings.csv", raw=HEAT)
    assert life.claim(job.pk)
    job.refresh_from_db()
    assert take_up_again(job).state == "running"
    assert run_import.func(str(job.pk)) == "nothing to do"


def test_the_worker_finds_its_work_in_the_queue(alice: User, heat: Movie) -> None:
    start_import(user=alice, name="ratings.csv", raw=HEAT)
    (task,) = DBTaskResult.objects.all()
    assert task.task_path == "uploads.import_jobs.running.run_import"


@pytest.mark.databases
def test_two_under_way_are_enough_and_five_are_kept(alice: User, bob: User, heat: Movie) -> None:
    jobs = [imported(alice, HEAT).pk for _ in range(7)]
    assert set(ImportJob.objects.values_list("pk", flat=True)) == set(jobs[2:])
    for _ in range(2):
        start_import(user=alice, name="ratings.csv", raw=HEAT)
    with pytest.raises(TooManyImports):
        start_import(user=alice, name="ratings.csv", raw=HEAT)
    start_import(user=bob, name="ratings.csv", raw=HEAT)


@pytest.mark.databases
def test_imports_go_after_thirty_days_with_their_rows(alice: User, heat: Movie) -> None:
    old, new = imported(alice, HEAT), imported(alice, HEAT)
    ImportJob.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=31))
    assert sweep_imports(now=timezone.now()) == 1
    assert list(ImportRow.objects.values_list("job", flat=True)) == [new.pk]


@pytest.mark.databases
def test_everything_goes_with_the_account(alice: User, heat: Movie) -> None:
    imported(
        alice, csv_of([*RATINGS, "Review"], film("Heat", rating="4", review="!")), dry_run=False
    )
    delete_account(alice)
    assert not ImportJob.objects.exists()
    assert not Rating.objects.exists()
    assert assert_figures_agree(heat).site_count == 0


def test_an_account_that_goes_meanwhile_stops_the_worker(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    movies = make_movies(3)
    raw = csv_of(RATINGS, *(film(movie.title, rating="4") for movie in movies))
    job = start_import(user=alice, name="ratings.csv", raw=raw, dry_run=False)
    act = applying._apply_row

    def leave_after_one(*args: Any) -> None:
        act(*args)
        delete_account(User.objects.get(pk=alice.pk))

    monkeypatch.setattr(applying, "_apply_row", leave_after_one)
    assert run_import.func(str(job.pk)) == "the import was deleted"
    assert not Rating.objects.exists()


@pytest.mark.databases
def test_what_was_matched_moves_with_a_merged_film(alice: User, heat: Movie) -> None:
    kept = make_movie(title="Heat (1995)")
    job = imported(alice, HEAT)
    merge_movies(keep=kept, duplicate=heat)
    applied(job)
    assert Rating.objects.get().movie == kept


def test_a_film_that_is_gone_is_told_as_unmatched(alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    heat.delete()
    assert applied(job).counts == {"unmatched": 1}


def test_nothing_is_chosen_or_discarded_while_it_is_under_way(alice: User, heat: Movie) -> None:
    job = start_import(user=alice, name="ratings.csv", raw=HEAT)
    for act in (
        lambda: choose_film(job, line=2, movie_id=heat.pk),
        lambda: discard_import(job),
        lambda: apply_import(job),
    ):
        with pytest.raises(NotNow):
            act()
    discard_import(worked(job))
    assert not ImportJob.objects.exists()


def test_a_search_for_what_was_not_found_has_an_end(
    alice: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_MOST_SEARCHES", 1)
    raw = csv_of(RATINGS, film("Heat wave", rating="4"), film("Heat waves", rating="4"))
    monkeypatch.setattr(staging, "suggestions", lambda title: (heat.pk,))
    job = imported(alice, raw)
    assert [row(job, line).candidates for line in (2, 3)] == [[heat.pk], []]
