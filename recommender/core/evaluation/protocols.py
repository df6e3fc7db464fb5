"""The evaluation protocols: what each holds out, as a sentence, and the figure that ranks models."""

from collections.abc import Mapping
from dataclasses import dataclass

from recommender.core.artifacts.manifest import Figures

_ERRORS = frozenset({"rmse", "mae"})


@dataclass(frozen=True, slots=True)
class Protocol:
    """Description of a protocol.

    held_back: a sentence about what is held out; best_by: the figure that ranks the models.
    """

    name: str
    held_back: str
    best_by: str

    def ranked(self, models: Mapping[str, Figures]) -> list[str]:
        """Return names of models, best first; ties in the given order, those without the figure
        last.
        """

        def place(name: str) -> tuple[bool, float]:
            value = models[name].get(self.best_by)
            if value is None:
                return (True, 0.0)
            return (False, value if is_error(self.best_by) else -value)

        return sorted(models, key=place)


def is_error(metric: str) -> bool:
    """Return whether lower is better for this metric."""
    return metric.partition(" ")[0] in _ERRORS


PROTOCOLS = {
    one.name: one
    for one in (
        Protocol(
            "leave-last-out",
            "Each user's last film (or the one in a separate file) is held out and ranked among "
            "all films the user had not rated before.",
            "ndcg@10",
        ),
        Protocol(
            "time-split",
            "A single point in time splits the data: the latest fifth of all ratings is held out. "
            "Metrics cover users with ratings before the split; metrics of new users begin with "
            "“new-users:”.",
            "ndcg@10",
        ),
        Protocol(
            "rating-kfold",
            "Five-fold cross-validation: a random fifth of all ratings is held out in each fold. "
            "Metrics with “warm:” exclude users and films without ratings in the training part.",
            "rmse",
        ),
        Protocol(
            "rating-given",
            "The ratings in a separate file are held out. Metrics with “warm:” exclude users and "
            "films without ratings in the training part.",
            "rmse",
        ),
        Protocol(
            "rating-windows",
            "A random 15 % of all ratings is held out, and each is predicted from the user's "
            "earlier ratings. This is the published protocol of the Behavior Sequence "
            "Transformer, except that no held-out rating is used in training.",
            "mae",
        ),
        Protocol(
            "cold-start",
            "A tenth of the users are held out entirely, and k of their ratings, drawn at random, "
            "are revealed. The test ratings are the same for every k: all except the 15 drawn "
            "first.",
            "ndcg@10 k=15",
        ),
    )
}
