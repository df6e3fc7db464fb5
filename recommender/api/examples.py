"""Example recommendations and models for the API documentation."""

from typing import Any

from catalog.api.examples import HEAT

_CASINO = {
    "id": 16,
    "title": "Casino",
    "year": 1995,
    "genres": ["Crime", "Drama"],
    "poster": "/poster/16.svg",
    "rating_mean": 3.92,
    "rating_count": 82,
}
_REASON = {"movie_id": 6, "title": "Heat", "rating": 4.5, "share": 0.61}
_PICK: dict[str, Any] = {
    "movie": _CASINO,
    "score": 1.284016,
    "predicted_rating": 4.1,
    "predicted_spread": 0.78,
    "because": [_REASON, {"trait": "Crime"}],
}


def _by(name: str, version: str, **pick: Any) -> dict[str, Any]:
    return {"model": {"name": name, "version": version}, "results": [pick]}


_FOR_YOU = _by("for-you", "v7", **_PICK)
_NEXT = _by("next-ridge", "v7", movie=_CASINO, score=0.412, because=[_REASON])
_ALIKE = _by("content", "v7", movie=_CASINO, score=0.71, because=[{"trait": "Robert De Niro"}])
_POPULAR = _by(
    "popular", "live", movie=HEAT, score=8.31, because=[{"trait": "rated 4 by 104 people"}]
)
_MODEL = {
    "name": "for-you",
    "label": "For you",
    "description": "A blend of the other models.",
    "figures": {"ndcg@10": 0.31, "hr@10": 0.52},
    "fit_seconds": 4.2,
    "ratio": 1.9,
    "predicts_stars": True,
    "uses_profile": False,
    "is_shipped": False,
}
_BASELINE = _MODEL | {
    "name": "popular",
    "label": "Popular",
    "description": "Most rated overall.",
    "figures": {"ndcg@10": 0.163, "hr@10": 0.29},
    "ratio": 1.0,
    "predicts_stars": False,
}
_SEQUENCE = {
    "sequence": [6, 16],
    "model": "next-ridge",
    "age": 31,
    "gender": None,
    "occupation": 12,
}

ANSWERS: dict[str, object] = {
    "me_recommendations_retrieve": _FOR_YOU,
    "me_onboarding_retrieve": _POPULAR,
    "charts_retrieve": _POPULAR,
    "movies_similar_retrieve": _ALIKE,
    "similar_retrieve": _ALIKE,
    "dataset_users_recommendations_retrieve": _FOR_YOU,
    "dataset_users_history": {"movie": HEAT, "rating": 4.5, "rated_at": "2015-03-01T20:11:00Z"},
    "recommend_sequence_create": _NEXT,
    "recommend_scores_create": _NEXT,
    "models_list": {
        "version": "v7",
        "created_at": "2026-11-22T03:10:00Z",
        "data_name": "MovieLens",
        "protocol": "The latest 20 % of each user's ratings are held back.",
        "baseline": "popular",
        "results": [_MODEL, _BASELINE],
    },
    "models_retrieve": _MODEL | {"version": "v7", "baseline": _BASELINE},
}
BODIES: dict[str, object] = {
    "recommend_sequence_create": _SEQUENCE | {"avoid": [50], "k": 10},
    "recommend_scores_create": _SEQUENCE | {"candidates": [16, 50]},
}
