"""Import TMDB 5000."""

from catalog.importers.formats import TMDB_5000
from catalog.management.import_command import ImportCommand


class Command(ImportCommand):
    help = "Import TMDB 5000: films with overview, credits and keywords."
    kind = TMDB_5000
    title = "TMDB 5000"
    url = "https://www.kaggle.com/datasets/tmdb/tmdb-movie-metadata"
    licence = "metadata from TMDB"
