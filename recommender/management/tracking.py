"""Log the fits of a training to MLflow, if MLFLOW_TRACKING_URI is set."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings

from recommender.models import Fit, TrainingRun

if TYPE_CHECKING:
    from mlflow import MlflowClient

_EXPERIMENT = "NextFlex"
_LONGEST_PARAM = 500


def tracked(run: TrainingRun) -> Iterator[str]:
    """Log every fit as an MLflow run; yield problems in words, since they must not stop a training."""
    if not settings.MLFLOW_TRACKING_URI:
        return
    try:
        import mlflow  # noqa: PLC0415  # a package of a group of its own
        from mlflow.exceptions import MlflowException  # noqa: PLC0415
    except ImportError:
        yield "MLFLOW_TRACKING_URI is set, but MLflow is not installed; run script/setup mlflow"
        return
    try:
        # Use a separate client: mlflow.set_tracking_uri would set a variable that child processes
        # inherit.
        client = mlflow.MlflowClient(settings.MLFLOW_TRACKING_URI)
        experiment = _experiment(client)
        for fit in run.fits.all():
            _log(client, experiment, fit, run.version)
    except (MlflowException, OSError) as error:
        yield (
            f"The training run could not be logged to MLflow at {settings.MLFLOW_TRACKING_URI}: "
            f"{error}"
        )


def _experiment(client: "MlflowClient") -> str:
    found = client.get_experiment_by_name(_EXPERIMENT)
    return str(found.experiment_id if found else client.create_experiment(_EXPERIMENT))


def _log(client: "MlflowClient", experiment: str, fit: Fit, version: str) -> None:
    tags = {"model": fit.name, "version": version}
    kept = client.create_run(experiment, tags=tags, run_name=f"{fit.name} {version}").info.run_id
    for param, given in _params(fit).items():
        client.log_param(kept, param, given)
    for line in fit.curve:
        for metric, value in _metrics(line).items():
            client.log_metric(kept, metric, value, step=int(line["epoch"]))
    for metric, value in _metrics(fit.figures | {"fit_seconds": fit.seconds}).items():
        client.log_metric(kept, metric, value)
    client.set_terminated(kept)


def _params(fit: Fit) -> dict[str, str]:
    given = fit.config | fit.machine | {"seed": fit.seed, "data_sha256": fit.data_sha256}
    return {name: str(value)[:_LONGEST_PARAM] for name, value in given.items()}


def _metrics(figures: dict[str, float]) -> dict[str, float]:
    """Return the metrics under MLflow's names, which allow no @ and no colon."""
    return {name.replace("@", "_at_").replace(":", "."): value for name, value in figures.items()}
