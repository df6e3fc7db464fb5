"""Evaluations in the admin: who sees them, in which order, and that a page only shows."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from recommender import services
from recommender.core.evaluation.report import MeasuredData, NamedFile
from recommender.models import EvaluationRun
from tests.builders import browser_of, make_user
from tests.reports import FIGURES, cold_models, make_report

pytestmark = pytest.mark.django_db

HOME = reverse("admin:recommender_evaluationrun_changelist")


def keep(**parts: Any) -> EvaluationRun:
    return services.keep_evaluation(make_report(**parts))


def better(ndcg: float) -> dict[str, dict[str, float]]:
    return FIGURES | {"ease": FIGURES["ease"] | {"ndcg@10": ndcg}}


def page_of(run: EvaluationRun) -> str:
    return reverse("admin:recommender_evaluationrun_change", args=[run.pk])


@pytest.fixture
def root() -> Client:
    return browser_of(make_user(is_staff=True, is_superuser=True))


def seen(browser: Client, page: str = HOME) -> str:
    answer = browser.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def order(page: str, *words: str) -> list[str]:
    return sorted(words, key=page.index)


# --- the list ------------------------------------------------------------------------------------
def test_runs_stand_by_protocol_and_data_set_best_first(root: Client) -> None:
    keep(models=better(0.3111))
    keep(models=better(0.3999))
    keep(protocol="time-split", models=better(0.2222))
    page = seen(root)
    wanted = ["leave-last-out on tiny.zip", "0.3999", "0.3111", "time-split on tiny.zip", "0.2222"]
    assert order(page, *wanted) == wanted
    assert page.count("leave-last-out on tiny.zip") == 1


def test_what_is_measured_on_another_test_file_stands_apart(root: Client) -> None:
    keep()
    keep(test=NamedFile("unseen.txt", "cd" * 32))
    keep(data=MeasuredData("renamed.zip", "ab" * 32, 40, 12, 240))
    page = seen(root)
    assert "leave-last-out on tiny.zip, unseen.txt held out" in page
    assert page.count("leave-last-out on ") == 2  # the same data by another name stays


def test_the_lowest_error_is_the_best(root: Client) -> None:
    for rmse in (0.91, 0.89):
        keep(protocol="rating-kfold", models={"als": {"rmse": rmse}})
    page = seen(root)
    assert order(page, "0.8900", "0.9100") == ["0.8900", "0.9100"]


def test_a_run_stands_beside_popularity_with_its_standard_error(root: Client) -> None:
    keep()
    page = seen(root)
    assert "0.3000 ± 0.0200" in page
    assert "0.1000 ± 0.0100" in page
    assert "3.00" in page  # times popular


def test_nothing_kept_says_how_to_begin(root: Client) -> None:
    assert "No evaluations yet." in seen(root)


def test_a_run_that_cannot_be_read_is_told_and_hides_no_other(root: Client) -> None:
    keep()
    broken = keep()
    EvaluationRun.objects.filter(pk=broken.pk).update(report={"models": None})
    page = seen(root)
    assert "cannot be shown" in page
    assert "0.3000 ± 0.0200" in page
    shown = root.get(page_of(broken), follow=True).content.decode()
    assert "cannot be shown" in shown


def test_the_list_asks_as_often_for_many_runs(
    root: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        keep()
    with django_assert_max_num_queries(6):
        seen(root)


# --- one run -------------------------------------------------------------------------------------
def test_a_run_tells_what_makes_it_again(root: Client) -> None:
    page = seen(root, page_of(keep()))
    assert "manage.py evaluate --protocol leave-last-out --data tiny.zip --models ease" in page
    assert "ab" * 32 in page
    assert "0:06:00" in page
    assert "reg 300.0" in page


def test_each_plot_is_drawn_and_told_in_words_and_in_a_table(root: Client) -> None:
    page = seen(root, page_of(keep(protocol="cold-start", models=cold_models())))
    figures = re.findall(r"<figure>.*?</figure>", page, re.DOTALL)
    assert len(figures) == 3
    for figure in figures:
        assert re.search(r'<svg[^>]*role="img" aria-label="[^"]{40,}"', figure)
        assert "<polyline" in figure
        assert figure.index("</svg>") < figure.index("<table")


def test_plots_need_no_script_and_no_style_of_their_own(root: Client) -> None:
    page = seen(root, page_of(keep()))
    for figure in re.findall(r"<figure>.*?</figure>", page, re.DOTALL):
        assert not re.findall(r"""<style|<script|\s(?:style|on[a-z]+)=["']""", figure)


def test_what_a_report_says_is_never_markup(root: Client) -> None:
    bad = '<script>alert("1")</script>'
    run = keep(models={bad: FIGURES["ease"]}, configs={bad: {bad: bad}}, command=bad, version=bad)
    for page in (seen(root), seen(root, page_of(run))):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


# --- who may --------------------------------------------------------------------------------------
@pytest.mark.parametrize(("allowed", "status"), [(True, 200), (False, 403)])
def test_staff_see_evaluations_when_they_may(*, allowed: bool, status: int) -> None:
    run = keep()
    clerk = make_user(is_staff=True)
    if allowed:
        clerk.user_permissions.set(Permission.objects.filter(codename="view_evaluationrun"))
    for page in (HOME, page_of(run)):
        assert browser_of(clerk).get(page).status_code == status


def test_others_are_sent_to_sign_in() -> None:
    run = keep()
    for browser in (Client(), browser_of(make_user())):
        for page in (HOME, page_of(run)):
            assert browser.get(page).status_code == 302


@pytest.mark.parametrize("key", ["999", "0", "x", "²", "9" * 40])
def test_a_run_that_is_not_there_is_not_found(root: Client, key: str) -> None:
    page = reverse("admin:recommender_evaluationrun_change", args=[key])
    assert root.get(page).status_code == 404


def test_nobody_changes_or_removes_a_run(root: Client) -> None:
    run = keep()
    before = run.report
    root.post(page_of(run), {"protocol": "time-split", "report": "{}"})
    root.post(HOME, {"action": "delete_selected", "_selected_action": [run.pk], "post": "yes"})
    assert root.post(reverse("admin:recommender_evaluationrun_add")).status_code == 403
    delete = reverse("admin:recommender_evaluationrun_delete", args=[run.pk])
    assert root.post(delete, {"post": "yes"}).status_code == 403
    run.refresh_from_db()
    assert (run.protocol, run.report) == ("leave-last-out", before)
