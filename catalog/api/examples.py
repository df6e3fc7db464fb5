"""Example films and people for the API documentation."""

from typing import Any

HEAT: dict[str, Any] = {
    "id": 6,
    "title": "Heat",
    "year": 1995,
    "genres": ["Action", "Crime", "Thriller"],
    "poster": "/poster/6.svg",
    "rating_mean": 3.95,
    "rating_count": 104,
}
_PACINO = {"id": 31, "name": "Al Pacino"}
_MANN = {"id": 12, "name": "Michael Mann"}
_HEAT_IN_FULL = HEAT | {
    "original_title": "Heat",
    "sort_title": "Heat",
    "alternative_titles": [],
    "overview": "",
    "attribution": "",
    "runtime_min": 170,
    "original_language": "en",
    "languages": ["en", "es"],
    "countries": ["US"],
    "keywords": ["bank robbery", "los angeles"],
    "cast": [{"person": _PACINO, "role": "actor", "character": "Vincent Hanna"}],
    "crew": [{"person": _MANN, "role": "director", "character": ""}],
    "weighted_rating": 3.87,
    "histogram": [0, 1, 1, 3, 4, 9, 15, 33, 17, 21],
    "imdb_id": "tt0113277",
    "tmdb_id": 949,
    "external_ids": {"movielens": 6},
}

ANSWERS: dict[str, object] = {
    "movies_list": HEAT,
    "movies_retrieve": _HEAT_IN_FULL,
    "genres_list": {"name": "Crime", "films": 1105},
    "people_list": _MANN | {"films": 8},
    "people_retrieve": _MANN
    | {"tmdb_id": 638, "credits": [{"movie": HEAT, "role": "director", "character": ""}]},
}
BODIES: dict[str, object] = {}
