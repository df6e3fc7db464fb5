"""Who told us."""

from django.db.models import TextChoices

SOURCE_LENGTH = 40


class Source(TextChoices):
    """Where a fact about a film comes from; each rewrites only what it told before."""

    MOVIELENS = "movielens", "MovieLens"
    MOVIELENS_100K = "movielens-100k", "MovieLens 100k"  # with a numbering of its own
    MOVIETWEETINGS = "movietweetings", "MovieTweetings"  # numbered as IMDb
    KAGGLE = "kaggle", "The Movies Dataset"
    TMDB_5000 = "tmdb-5000", "TMDB 5000"
    DEMO = "demo", "NextFlex's demo facts"
    WIKIDATA = "wikidata", "Wikidata"
    TMDB = "tmdb", "TMDB"
    SITE = "site", "this site"
