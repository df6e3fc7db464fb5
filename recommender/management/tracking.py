"""The fits of a training in MLflow, for who has it: set MLFLOW_TRACKING_URI."""

from collections.abc import Iterator

from django.conf import settings

from recommender.models import Fit, TrainingRun

_EXPERIMENT = "NextFlex"
_LONGEST_PARAM = 500


def tracked(run: TrainingRun) -> Iterator[str]:
    """Log every fit as a run of MLflow's; what went wrong, in words: no training is lost over it."""
    if not settings.MLFLOW_TRACKING_URI:
        return
    try:
        import mlflow  # noqa: PLC0415  # a package of a group of its own
        from mlflow.exceptions import MlflowException  # noqa: PLC0415
    except ImportError:
        yield "MLFLOW_TRACKING_URI is set, but MLflow is not installed; run script/setup mlflow"
        return
    try:
        mlflow.set_tracking_uri(settings.MLFLOW_TRACKING_URI)
        mlflow.set_experiment(_EXPERIMENT)
        for fit in run.fits.all():
            with mlflow.start_run(run_name=f"{fit.name} {run.version}"):
                mlflow.log_params(_params(fit))
                mlflow.set_tags({"model": fit.name, "version": run.version})
                for line in fit.curve:
                    mlflow.log_metrics(_metrics(line), step=int(line["epoch"]))
                mlflow.log_metrics(_metrics(fit.figures | {"fit_seconds": fit.seconds}))
    except (MlflowException, OSError) as error:
        yield f"MLflow at {settings.MLFLOW_TRACKING_URI} took no record of the training: {error}"


def _params(fit: Fit) -> dict[str, str]:
    told = fit.config | fit.machine | {"seed": fit.seed, "data_sha256": fit.data_sha256}
    return {name: str(value)[:_LONGEST_PARAM] for name, value in told.items()}


def _metrics(figures: dict[str, float]) -> dict[str, float]:
    """MLflow's names have no @ and no colon."""
    return {name.replace("@", "_at_").replace(":", "."): value for name, value in figures.items()}
