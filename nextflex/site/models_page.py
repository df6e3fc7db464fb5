"""The models in use and their accuracy beside the popularity baseline."""

from dataclasses import dataclass
from datetime import datetime

from nextflex.site.training_state import training_state
from recommender.core.data.interface import DEFAULT
from recommender.live_models import LiveVersion, ModelFigures, lacking, live_version


@dataclass(frozen=True, slots=True)
class Live:
    version: str
    published_at: datetime
    data_text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A model's figures in words; hit_share and baseline_share: 0 to 100, for a bar."""

    name: str
    label: str
    description: str
    hit: str
    hit_share: float
    baseline_share: float
    ndcg: str
    rmse: str
    mae: str
    coverage: str
    ratio: str
    is_baseline: bool
    is_live: bool
    is_shipped: bool


def context() -> dict[str, object]:
    state = training_state()
    shown: dict[str, object] = {"training": state.training, "ending": state.ending}
    shown |= {"lacking": lacking(), "shipped": []}
    live = live_version()
    if live is None:
        return shown | {"live": None, "rows": [], "protocol_text": ""}
    data = f"{live.data_name}: {live.interactions:,} ratings of {live.items:,} films"
    return shown | {
        "live": Live(live.version, live.created_at, data),
        "shipped": [one.name for one in live.models if one.is_shipped],
        "rows": _rows(live),
        "protocol_text": live.protocol,
    }


def _rows(live: LiveVersion) -> list[Row]:
    rates = {one.name: one.figures.get("hr@10", 0.0) for one in live.models}
    highest = max(rates.values(), default=0.0) or 1.0
    return [
        Row(
            name=one.name,
            label=one.label,
            description=one.description,
            hit=f"{rates[one.name]:.1%}",
            hit_share=100 * rates[one.name] / highest,
            baseline_share=100 * rates[live.baseline] / highest,
            ndcg=_figure(one, "ndcg@10"),
            rmse=_figure(one, "rmse"),
            mae=_figure(one, "mae"),
            coverage=_share(one, "coverage@10"),
            ratio=f"× {one.ratio:.1f}" if one.ratio is not None else "–",
            is_baseline=one.name == live.baseline,
            is_live=one.name == DEFAULT,
            is_shipped=one.is_shipped,
        )
        for one in live.models
    ]


def _figure(one: ModelFigures, name: str) -> str:
    return f"{one.figures[name]:.3f}" if name in one.figures else "–"


def _share(one: ModelFigures, name: str) -> str:
    return f"{one.figures[name]:.1%}" if name in one.figures else "–"
