"""What is kept of a training: its fits in the database, in MLflow, and on the run's page."""

import os
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from recommender import services
from recommender.core.pipeline.gate import Verdict
from recommender.management.tracking import tracked
from recommender.models import Fit, TrainingRun
from tests.builders import browser_of, make_user
from tests.engine_fixture import Camps


@pytest.fixture
def run(published_models: Camps) -> TrainingRun:
    run = services.begin_run()
    manifest = published_models.store.manifest("v1")
    verdict = Verdict(True, ("It is fine",))
    services.note_version(run, manifest, verdict, fitted=["sasrec", "neural-mf"])
    services.finish_run(run, verdict)
    return run


def test_a_fit_is_kept_with_all_that_makes_it_again(run: TrainingRun) -> None:
    fit = Fit.objects.get(name="sasrec")
    assert fit.run == run
    assert fit.config["width"] == 64
    assert (fit.seed, fit.data_sha256, fit.seconds) == (0, "0" * 64, 0.1)
    assert [line["ndcg@10"] for line in fit.curve] == [0.1, 0.2]
    assert fit.figures["ndcg@10"] == 0.2


def test_what_was_carried_over_is_no_fit_of_the_run(run: TrainingRun) -> None:
    assert sorted(run.fits.values_list("name", flat=True)) == ["neural-mf", "sasrec"]


def test_the_runs_page_draws_the_curves(run: TrainingRun) -> None:
    browser = browser_of(make_user(is_staff=True, is_superuser=True))
    page = browser.get(reverse("admin:recommender_trainingrun_change", args=[run.pk]))
    text = page.content.decode()
    assert "Loss of sasrec over 2 epochs: from 2.0000 to 1.5000, best 1.5000 in epoch 2." in text
    assert "NDCG@10 on validation of sasrec over 2 epochs" in text
    assert "0" * 64 in text
    assert "by hand" in text


def test_the_page_of_a_run_that_is_not_there_is_not_found(run: TrainingRun) -> None:
    browser = browser_of(make_user(is_staff=True, is_superuser=True))
    for key in ("999999", "x"):
        answer = browser.get(f"/admin/recommender/trainingrun/{key}/change/")
        assert answer.status_code == 404


def test_the_page_needs_permission(run: TrainingRun) -> None:
    address = reverse("admin:recommender_trainingrun_change", args=[run.pk])
    assert browser_of(make_user(is_staff=True)).get(address).status_code == 403
    assert Client().get(address).status_code == 302


def test_without_an_address_mlflow_is_told_nothing(run: TrainingRun) -> None:
    assert list(tracked(run)) == []


def test_mlflow_gets_every_fit(run: TrainingRun, settings: Settings, tmp_path: Path) -> None:
    import mlflow  # noqa: PLC0415

    settings.MLFLOW_TRACKING_URI = f"sqlite:///{tmp_path / 'mlflow.db'}"
    assert list(tracked(run)) == []
    client = mlflow.MlflowClient(settings.MLFLOW_TRACKING_URI)
    experiment = client.get_experiment_by_name("NextFlex")
    assert experiment
    found = {one.info.run_name: one for one in client.search_runs([experiment.experiment_id])}
    assert set(found) == {"sasrec v1", "neural-mf v1"}
    one = found["sasrec v1"]
    assert one.data.params["width"] == "64"
    assert one.data.params["data_sha256"] == "0" * 64
    assert one.data.metrics["hr_at_10"] == 0.4
    losses = client.get_metric_history(one.info.run_id, "loss")
    assert [(point.step, point.value) for point in losses] == [(1, 2.0), (2, 1.5)]
    assert one.info.status == "FINISHED"
    assert "MLFLOW_TRACKING_URI" not in os.environ  # which children of this process would inherit


def test_an_mlflow_that_cannot_be_reached_is_a_word_and_no_more(
    run: TrainingRun, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    settings.MLFLOW_TRACKING_URI = f"sqlite:///{tmp_path / 'file' / 'mlflow.db'}"
    (problem,) = tracked(run)
    assert "could not be logged" in problem


def test_mlflow_that_is_not_installed_is_told(
    run: TrainingRun, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MLFLOW_TRACKING_URI = "sqlite:///unused.db"
    monkeypatch.setitem(__import__("sys").modules, "mlflow", None)
    (problem,) = tracked(run)
    assert "run script/setup mlflow" in problem
