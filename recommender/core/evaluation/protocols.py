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
            "Each person's very last film, or a separate file's, is held out and ranked among all films "
            "that they had not rated before.",
            "ndcg@10",
        ),
        Protocol(
            "time-split",
            "One cut in time for everybody: the latest fifth of all ratings is held out. Figures are of "
            "people known before the cut; those of new people begin with “new-users:”.",
            "ndcg@10",
        ),
        Protocol(
            "rating-kfold",
            "A fifth of all ratings, drawn by lot, is held out, five times over; “warm:” leaves out "
            "ratings of a person or a film that the rest does not know.",
            "rmse",
        ),
        Protocol(
            "rating-given",
            "The ratings of a separate file are held out; “warm:” leaves out ratings of a person or a "
            "film that the rest does not know.",
            "rmse",
        ),
        Protocol(
            "rating-windows",
            "15 % of all ratings, drawn by lot, are held out of the fit, and each is predicted from "
            "what its person rated before it: the published protocol of the behaviour transformer, but "
            "that nothing held out is learned from.",
            "mae",
        ),
        Protocol(
            "cold-start",
            "A tenth of the people are held out whole, and k of their ratings told, drawn by lot. What "
            "is measured is the same for every k: all but the 15 that are drawn first.",
            "ndcg@10 k=15",
        ),
    )
}
