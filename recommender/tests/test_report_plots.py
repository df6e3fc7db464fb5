"""Plots of a report, worked by hand, and the numbers in words beside them."""

import pytest

from recommender.admin.metric_labels import cell_of, label_of
from recommender.admin.plotting import Axis, Plot, Scale, apart, round_steps
from recommender.admin.report_plots import plots_of
from tests.reports import FIGURES, cold_models, make_report


def plots(**parts: object) -> dict[str, Plot]:
    return {plot.name: plot for plot in plots_of(make_report(**parts))}


def dots(plot: Plot, kind: str) -> list[tuple[float, float]]:
    return [(dot.x, dot.y) for dot in plot.dots if dot.kind == kind]


def strokes(plot: Plot, kind: str) -> list[str]:
    return [stroke.points for stroke in plot.strokes if stroke.kind == kind]


# --- scales ------------------------------------------------------------
def test_a_scale_may_run_downwards() -> None:
    scale = Scale(0, 10, start=200, end=0)
    assert [scale.at(value) for value in (0, 5, 10)] == [200, 100, 0]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 0.3144, (0, 0.1, 0.2, 0.3, 0.4)),
        (0.843, 0.871, (0.84, 0.85, 0.86, 0.87, 0.88)),
        (0, 15, (0, 5, 10, 15)),
        (0, 0, (0, 0.5)),
        (2, 2, (2, 2.5)),
    ],
)
def test_ticks_are_round_and_reach_over_the_values(
    low: float, high: float, expected: tuple[float, ...]
) -> None:
    assert round_steps(low, high) == expected


def test_ticks_are_told_with_as_many_digits_as_they_need() -> None:
    small, whole = Axis.over(0, 0.05, start=0, end=1), Axis.over(0, 15, start=0, end=1)
    assert [small.label(tick) for tick in small.ticks][:2] == ["0.00", "0.02"]
    assert [whole.label(tick) for tick in whole.ticks] == ["0", "5", "10", "15"]


def test_names_that_would_overlap_move_apart_in_order() -> None:
    assert apart([50, 100, 51], low=0, high=200) == [50, 100, 63]
    assert apart([199, 198], low=0, high=200) == [200, 187]
    assert apart([5, 5, 5], low=0, high=10) == [0, 13, 26]  # no room: apart all the same


# --- accuracy ------------------------------------------------------------
def test_each_model_has_a_row_best_first_and_popularity_a_line() -> None:
    plot = plots()["ndcg-10"]
    # 0 to 0.4 over 120 to 332: ease at 0.3, popular at 0.1
    assert dots(plot, "s0") == [(279.0, 24.0)]
    assert dots(plot, "base") == [(173.0, 48.0)]
    assert strokes(plot, "base dash") == ["173.0,12.0 173.0,60.0"]
    assert [row[0] for row in plot.table.rows] == ["ease", "popular"]


def test_error_bars_reach_one_standard_error_to_either_side() -> None:
    plot = plots()["ndcg-10"]
    # 0.28 and 0.32 on the same scale
    assert strokes(plot, "s0 thin")[0] == "268.4,24.0 289.6,24.0"


def test_the_plot_is_told_in_words_and_in_a_table() -> None:
    plot = plots()["ndcg-10"]
    assert "ease: 0.3000 ± 0.0200" in plot.aria
    assert plot.table.rows[0] == ("ease", "0.3000 ± 0.0200")


def test_errors_of_stars_need_not_begin_at_nought() -> None:
    models = {"als": {"rmse": 0.86}, "for-you": {"rmse": 0.84}}
    plot = plots(protocol="rating-kfold", models=models)["rmse"]
    assert [row[0] for row in plot.table.rows] == ["for-you", "als"]
    assert [dot.x for dot in plot.dots] == [120.0, 332.0]


def test_what_was_not_measured_is_not_drawn() -> None:
    assert list(plots()) == ["ndcg-10", "hr-10", "coverage"]
    assert not plots(models={"ease": {"fit_seconds": 1.0}})


# --- curves ------------------------------------------------------------
def test_a_curve_has_a_point_for_each_number_of_films() -> None:
    cold = plots(protocol="cold-start", models=cold_models())
    assert list(cold) == ["cold-rmse", "cold-ndcg-10", "coverage"]
    assert [x for x, _ in dots(cold["cold-ndcg-10"], "s0")] == [40.0, 124.0, 292.0]
    heights = [y for _, y in dots(cold["cold-ndcg-10"], "s0")]
    assert heights == sorted(heights, reverse=True)  # upwards on the page


def test_the_item_mean_is_a_level_line() -> None:
    plot = plots(protocol="cold-start", models=cold_models())["cold-rmse"]
    (line,) = strokes(plot, "mean line")
    (left, y), (right, same) = (point.split(",") for point in line.split())
    assert (left, right) == ("40.0", "292.0")
    assert y == same
    assert "item-mean: 0.9500 throughout" in plot.aria


def test_the_table_of_a_curve_has_a_row_for_each_k() -> None:
    plot = plots(protocol="cold-start", models=cold_models())["cold-rmse"]
    assert plot.table.head == ("Known ratings", "ease", "item-mean")
    assert plot.table.rows[1] == ("5", "0.9500 ± 0.0200", "0.9500")


# --- coverage ------------------------------------------------------------
def test_accuracy_stands_over_coverage() -> None:
    plot = plots()["coverage"]
    assert plot.title == "NDCG@10 against coverage@10"
    ((ease_x, ease_y),), ((base_x, base_y),) = dots(plot, "s0"), dots(plot, "base")
    assert ease_x > base_x
    assert ease_y < base_y
    assert plot.table.rows[0] == ("ease", "0.5000", "0.3000 ± 0.0200")


def test_cold_start_is_set_against_coverage_at_the_longest_history() -> None:
    plot = plots(protocol="cold-start", models=cold_models())["coverage"]
    assert plot.table.rows[0][1] == "0.3000"  # 0.02 x 15


def test_a_name_stands_left_of_its_dot_where_it_would_cover_another() -> None:
    # for-you's name gives way to that of popular, down to the height of als's dot.
    near = {
        "popular": {"ndcg@10": 0.34, "coverage@10": 0.01},
        "for-you": {"ndcg@10": 0.335, "coverage@10": 0.4},
        "als": {"ndcg@10": 0.305, "coverage@10": 0.5},
    }
    plot = plots(models=near)["coverage"]
    sides = {word.text: word.kind for word in plot.words if "name" in word.kind}
    assert sides == {"popular": "name base", "for-you": "end name s1", "als": "name s0"}


def test_the_bars_of_a_curve_stay_inside() -> None:
    plot = plots(protocol="cold-start", models=cold_models())["cold-rmse"]
    heights = [
        float(point.split(",")[1])
        for points in strokes(plot, "s0 thin")
        for point in points.split()
    ]
    assert len(heights) == 6
    assert min(heights) >= 12
    assert max(heights) <= 214


def test_a_model_keeps_its_colour_in_every_plot() -> None:
    models = FIGURES | {"als": FIGURES["ease"] | {"hr@10": 0.9}}
    drawn = plots(models=models)
    for plot in drawn.values():
        assert {dot.kind for dot in plot.dots} == {"s0", "s1", "base"}
        names = [word.text for word in plot.words if word.kind == "name s1"]
        assert names in (["ease"], [])


# --- words ------------------------------------------------------------
@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("ndcg@10", "NDCG@10"),
        ("rmse k=3", "RMSE k=3"),
        ("new-users:hr@10", "new users: HR@10"),
        ("popularity_rank@10", "popularity rank@10"),
    ],
)
def test_metrics_have_readable_names(metric: str, expected: str) -> None:
    assert label_of(metric) == expected


def test_a_figure_is_told_with_its_error_and_as_many_digits_as_it_bears() -> None:
    assert cell_of({"hr@10": 0.5, "hr@10:se": 0.01}, "hr@10") == "0.5000 ± 0.0100"
    assert cell_of({"popularity_rank@10": 1234.56}, "popularity_rank@10") == "1,234.6"
    assert cell_of({}, "rmse") == "–"
