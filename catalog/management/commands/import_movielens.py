"""Import a MovieLens release."""

from catalog.importers.formats import MOVIELENS
from catalog.importers.releases import RELEASES
from catalog.management.import_command import ImportCommand


class Command(ImportCommand):
    help = "Import films and ratings of a MovieLens release and make it the active data set."
    kind = MOVIELENS
    path_help = f"a folder, a zip file, an s3:// address, or a name: {', '.join(RELEASES)}"
    title = "MovieLens"
    url = "https://grouplens.org/datasets/movielens/"
    licence = "non-commercial use"
