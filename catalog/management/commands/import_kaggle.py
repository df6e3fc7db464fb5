"""Import The Movies Dataset."""

from catalog.importers.formats import KAGGLE
from catalog.management.import_command import ImportCommand


class Command(ImportCommand):
    help = "Import The Movies Dataset of Kaggle, or what there is of it: films, credits, ratings."
    kind = KAGGLE
    title = "The Movies Dataset"
    url = "https://www.kaggle.com/datasets/rounakbanik/the-movies-dataset"
    licence = "CC0 1.0; metadata from TMDB, ratings from GroupLens"
