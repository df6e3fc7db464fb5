"""The progress of a training on the pages, and which model stands in before the first one."""

from dataclasses import dataclass

from recommender import runtime
from recommender.core.data.interface import DEFAULT
from recommender.live_models import LiveVersion
from recommender.overview import trainings

UNTRAINED = (
    "This site's own recommendation model is not published yet. Until then, other models and "
    "charts recommend films."
)
_ENDINGS = {
    "failed": "The last training failed. The next start of the site tries again.",
    "killed": "The last training was interrupted. The next start of the site tries again.",
    "refused": "The last trained version was not published, since its figures were no better.",
}


@dataclass(frozen=True, slots=True)
class Training:
    """A running or queued training. percent: 0 to 100, None for a queued one."""

    words: str
    percent: float | None


@dataclass(frozen=True, slots=True)
class TrainingState:
    """The current training; without one and without the default model, how the last one ended."""

    training: Training | None = None
    ending: str = ""


def is_untrained() -> bool:
    """Whether the site's default model is not served."""
    engine = runtime.engine()
    return engine is None or DEFAULT not in engine.model_names


def training_state() -> TrainingState:
    found, is_first = trainings(), is_untrained()
    if found.is_busy:
        percent = found.running.percent if found.running else None
        words = f"Training this site's models: {found.now}" if is_first else found.now
        return TrainingState(Training(words, percent))
    if not is_first or not found.past:
        return TrainingState()
    return TrainingState(ending=_ENDINGS.get(found.past[0].state.word, ""))


def stand_in_text(live: LiveVersion | None, made_by: str) -> str:
    """Say which model or chart made a list in place of the default model. made_by: its name."""
    models = {one.name: one for one in live.models} if live else {}
    if live is None or made_by == live.baseline or made_by not in models:
        return "Until this site's own model is published, this page shows popular films."
    model = models[made_by]
    origin = ", a model pretrained on the demo data" if model.is_shipped else ""
    return (
        f"Until this site's own model is published, this list comes from “{model.label}”{origin}."
    )
