"""The models in the admin: what is shown to whom, and that nothing changes unless it was confirmed."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from recommender import services
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.artifacts.files import only_one
from recommender.core.pipeline.gate import Verdict
from recommender.models import TrainingRun
from tests.builders import browser_of, make_user
from tests.engine_fixture import Camps

HOME = reverse("admin:recommender_publishedmodel_changelist")
TRAIN = reverse("admin:recommender_train")
ROLL_BACK = reverse("admin:recommender_roll_back")
TRAINING = reverse("admin:recommender_training")
RUNS = reverse("admin:recommender_trainingrun_changelist")


def publish_page(version: str) -> str:
    return reverse("admin:recommender_publish", args=[version])


ACTS = [TRAIN, ROLL_BACK, publish_page("v3")]


@pytest.fixture
def versions(camps: Camps) -> Camps:
    """v1 and v2 were published, v2 is live; v3 was refused."""
    for _ in range(2):
        camps.publish()
    camps.add()
    services.mirror_store()
    refused = Verdict(False, ("NDCG@10 of for-you is too low",))
    run = services.begin_run()
    services.note_version(run, camps.store.manifest("v3"), refused, fitted=())
    services.finish_run(run, refused)
    return camps


@pytest.fixture
def root(versions: Camps) -> Client:
    return browser_of(make_user(is_staff=True, is_superuser=True))


def staff(*permissions: str) -> Client:
    clerk = make_user(is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return browser_of(clerk)


def seen(browser: Client, page: str = HOME) -> str:
    answer = browser.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_live_version_and_the_way_back_are_shown(root: Client) -> None:
    page = seen(root)
    assert "v2 compared with the popularity baseline" in page
    assert "Roll back to v1" in page


def test_every_model_of_the_live_version_stands_beside_popularity(root: Client) -> None:
    page = seen(root)
    assert page.count('data-label="NDCG@10"') == len(ALGORITHMS)
    assert "0.4000" in page  # for-you
    assert "2.00" in page  # times popular's 0.2


def test_a_refused_version_says_why(root: Client) -> None:
    page = seen(root)
    assert "refused" in page
    assert "NDCG@10 of for-you is too low." in page


def test_an_empty_store_is_shown_as_such(camps: Camps) -> None:
    page = seen(browser_of(make_user(is_staff=True, is_superuser=True)))
    assert "No version is live" in page
    assert "No training run has finished yet." in page


def test_a_damaged_version_is_told_and_breaks_no_page(root: Client, versions: Camps) -> None:
    (versions.store.folder("v2") / "manifest.json").write_text("{")
    page = seen(root)
    assert "The site is running in degraded mode" in page


def test_the_page_asks_the_database_as_often_for_many_versions(
    root: Client, versions: Camps, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        versions.add()
    services.mirror_store()
    seen(root)  # the first one loads the models
    with django_assert_max_num_queries(10):
        seen(root)


# --- nothing happens unless it was confirmed ---------------------------------------------------------
@pytest.mark.parametrize("page", ACTS)
def test_a_link_only_asks(root: Client, versions: Camps, page: str) -> None:
    assert "csrfmiddlewaretoken" in seen(root, page)
    assert versions.store.current() == "v2"
    assert not DBTaskResult.objects.exists()


def test_the_link_on_the_list_of_trainings_only_asks(root: Client) -> None:
    answer = root.get(reverse("admin:recommender_trainingrun_train_now"))
    assert answer.headers["Location"] == TRAIN
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("page", ACTS)
def test_a_post_from_elsewhere_does_nothing(root: Client, versions: Camps, page: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = root.cookies
    assert strict.post(page).status_code == 403
    assert versions.store.current() == "v2"
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("page", ACTS)
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(root: Client, page: str, method: str) -> None:
    assert getattr(root, method)(page).status_code == 405


def test_only_a_get_follows_a_training(root: Client) -> None:
    assert root.post(TRAINING).status_code == 405


# --- who may -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("page", [HOME, TRAINING, *ACTS])
def test_a_visitor_is_sent_to_sign_in(versions: Camps, page: str) -> None:
    for browser in (Client(), browser_of(make_user())):
        assert browser.get(page).status_code == 302
        browser.post(page)
    assert versions.store.current() == "v2"


@pytest.mark.parametrize("page", [HOME, TRAINING, *ACTS])
def test_staff_without_the_permission_are_refused(versions: Camps, page: str) -> None:
    assert staff().get(page).status_code == 403


@pytest.mark.parametrize("page", ACTS)
def test_those_who_may_look_may_not_act(versions: Camps, page: str) -> None:
    browser = staff("view_publishedmodel", "view_trainingrun")
    assert browser.post(page).status_code == 403
    assert "Train now" not in seen(browser)
    assert "Publish v3" not in seen(browser)
    assert versions.store.current() == "v2"


def test_who_may_train_may_not_publish(versions: Camps) -> None:
    browser = staff("view_publishedmodel", "add_trainingrun")
    assert "Train now" in seen(browser)
    assert browser.post(publish_page("v3")).status_code == 403


# --- what happens --------------------------------------------------------------------------------------
def test_a_version_is_published(root: Client, versions: Camps) -> None:
    answer = root.post(publish_page("v1"), follow=True)
    assert versions.store.current() == "v1"
    assert "v1 is live; the web workers load it within 10 seconds" in answer.content.decode()


def test_publishing_is_logged_with_the_name(root: Client) -> None:
    root.post(publish_page("v1"))
    entry = LogEntry.objects.get()
    assert "Published v1." in entry.get_change_message()


def test_the_question_warns_of_what_the_gate_would_refuse(
    root: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "verdict_of", lambda version: Verdict(False, ("Too low",)))
    assert "It was not published automatically. Too low." in seen(root, publish_page("v3"))


def test_the_question_does_not_warn_of_a_good_version(root: Client) -> None:
    assert "It was not published automatically" not in seen(root, publish_page("v3"))


@pytest.mark.parametrize("version", ["v9", "v0", "current", "..", "%2e%2e"])
def test_a_version_that_is_not_stored_cannot_be_published(
    root: Client, versions: Camps, version: str
) -> None:
    answer = root.post(HOME + f"publish/{version}/", follow=True)
    assert answer.status_code in {200, 404}
    assert versions.store.current() == "v2"


def test_a_damaged_version_cannot_be_published(root: Client, versions: Camps) -> None:
    (versions.store.folder("v1") / "item_ids.npy").write_bytes(b"")
    answer = root.post(publish_page("v1"), follow=True)
    assert "item_ids.npy is damaged" in answer.content.decode()
    assert versions.store.current() == "v2"


def test_rolling_back_goes_to_the_version_that_was_live(root: Client, versions: Camps) -> None:
    root.post(ROLL_BACK)
    assert versions.store.current() == "v1"


def test_without_a_version_before_there_is_no_way_back(root: Client, versions: Camps) -> None:
    root.post(ROLL_BACK)
    assert (
        "There is no version to roll back to." in root.get(ROLL_BACK, follow=True).content.decode()
    )
    assert "Roll back to" not in seen(root)


def test_a_training_is_queued_once(root: Client) -> None:
    root.post(TRAIN)
    answer = root.post(TRAIN, follow=True)
    assert DBTaskResult.objects.count() == 1
    page = answer.content.decode()
    assert "A training run is already queued." in page
    assert "Waiting for the trainer process" in page


# --- while a training runs -----------------------------------------------------------------------------
def test_a_running_training_is_followed(root: Client, versions: Camps) -> None:
    with only_one(versions.store.training_lock):
        services.note_progress(services.begin_run(), "als: fitting with Spark", 0.41)
        page = seen(root, TRAINING)
    assert "als: fitting with Spark" in page
    assert 'value="41.0"' in page
    assert f'hx-get="{TRAINING}"' in page


def test_the_page_is_loaded_anew_when_a_training_is_over(root: Client) -> None:
    assert root.get(TRAINING).headers["HX-Refresh"] == "true"


def test_a_training_that_was_killed_does_not_run_for_ever(root: Client) -> None:
    services.note_progress(services.begin_run(), "als: fitting with Spark", 0.41)
    page = seen(root)
    assert "killed" in page
    assert TRAINING not in page


def test_a_failed_training_tells_its_error(root: Client) -> None:
    services.fail_run(services.begin_run(), "Spark exited with <status> -9")
    assert "Spark exited with &lt;status&gt; -9" in seen(root)


def test_the_list_of_trainings_is_there(root: Client) -> None:
    TrainingRun.objects.update(started_at=timezone.now() - timedelta(days=400))
    assert "v3" in seen(root, RUNS)
