"""Import The Movies Dataset."""

from catalog.importers.formats import KAGGLE
from catalog.management.import_command import ImportCommand


class Command(ImportCommand):
    help = (
        "Import Kaggle's The Movies Dataset, or the parts that are present: films, credits, "
        "ratings."
    )
    kind = KAGGLE
    title = "The Movies Dataset"
    url = "https://www.kaggle.com/datasets/rounakbanik/the-movies-dataset"
    licence = "CC0 1.0; metadata from TMDB, ratings from GroupLens"
