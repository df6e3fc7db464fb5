"""A version's metrics as a text table."""

from collections.abc import Iterator

from recommender.core.artifacts.manifest import Manifest

_COLUMNS = ("hr@10", "ndcg@10", "recall@10", "coverage@10", "rmse", "mae")


def lines_of(manifest: Manifest) -> Iterator[str]:
    data = manifest.data
    yield (
        f"{manifest.version}: {data.name}: {data.users:,} users, {data.items:,} films, "
        f"{data.interactions:,} ratings"
    )
    yield manifest.protocol
    yield f"{'model':<14}" + "".join(f"{name:>17}" for name in _COLUMNS) + f"{'fit s':>9}"
    for name, entry in manifest.models.items():
        cells = (_cell(entry.figures, column) for column in _COLUMNS)
        yield f"{name:<14}" + "".join(cells) + f"{entry.fit_seconds:>9.1f}"


def _cell(figures: dict[str, float], name: str) -> str:
    if name not in figures:
        return f"{'–':>17}"
    error = figures.get(f"{name}:se")
    text = f"{figures[name]:.4f}" + (f" ± {error:.4f}" if error is not None else "")
    return f"{text:>17}"
