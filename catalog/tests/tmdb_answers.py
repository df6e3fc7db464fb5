"""TMDB's answers, in its own form."""

from typing import Any

POSTER, BACKDROP = "/heat_Poster-1.jpg", "/heatBackdrop.png"


def tmdb_heat(**changed: Any) -> dict[str, Any]:
    """What /movie/949 says, shortened."""
    return {
        "id": 949,
        "imdb_id": "tt0113277",
        "title": "Heat",
        "overview": "Obsessive master thief Neil McCauley leads a crew.",
        "tagline": "A Los Angeles crime saga.",
        "poster_path": POSTER,
        "backdrop_path": BACKDROP,
        "credits": {
            "cast": [
                {"id": 1158, "name": "Al Pacino", "character": "Lt. Vincent Hanna", "order": 0},
                {"id": 380, "name": "Robert De Niro", "character": "Neil McCauley", "order": 1},
            ],
            "crew": [
                {"id": 638, "name": "Michael Mann", "job": "Director", "department": "Directing"},
                {"id": 638, "name": "Michael Mann", "job": "Writer", "department": "Writing"},
                {"id": 999, "name": "Somebody", "job": "Caterer", "department": "Crew"},
            ],
        },
        "keywords": {"keywords": [{"id": 1, "name": "Heist"}, {"id": 2, "name": "los angeles"}]},
        "videos": {
            "results": [
                {"site": "YouTube", "key": "14oNcFxiVaQ", "name": "Trailer", "type": "Trailer"},
                {"site": "Vimeo", "key": "14oNcFxiVaQ", "name": "Trailer", "type": "Trailer"},
                {"site": "YouTube", "key": "a&b=c<script>", "name": "Evil", "type": "Trailer"},
                {"site": "YouTube", "key": "abcdefghijk", "name": "Cut", "type": "Featurette"},
            ]
        },
        "watch/providers": {
            "results": {
                "US": {
                    "link": "https://www.themoviedb.org/movie/949/watch",
                    "flatrate": [{"provider_id": 8, "provider_name": "Netflix"}],
                    "rent": [{"provider_id": 2, "provider_name": "Apple TV"}],
                },
                "DE": {"link": "https://www.themoviedb.org/movie/949/watch"},
            }
        },
    } | changed


def jpeg(words: bytes = b"picture") -> bytes:
    return b"\xff\xd8\xff\xe0" + words + b"\xff\xd9"
