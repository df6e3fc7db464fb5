"""The names of the sources of facts."""

from django.db.models import TextChoices

SOURCE_LENGTH = 40


class Source(TextChoices):
    """The source of a fact about a film; each source replaces only its own facts."""

    MOVIELENS = "movielens", "MovieLens"
    MOVIELENS_100K = "movielens-100k", "MovieLens 100k"  # with its own numbering
    MOVIETWEETINGS = "movietweetings", "MovieTweetings"  # numbered like IMDb
    KAGGLE = "kaggle", "The Movies Dataset"
    TMDB_5000 = "tmdb-5000", "TMDB 5000"
    DEMO = "demo", "NextFlex's demo facts"
    WIKIDATA = "wikidata", "Wikidata"
    TMDB = "tmdb", "TMDB"
    SITE = "site", "this site"
