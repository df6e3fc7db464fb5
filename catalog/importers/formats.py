"""The formats of sources that can be imported."""

from catalog.importers import kaggle, tmdb5000
from catalog.importers.movielens import layouts
from catalog.importers.movielens.reader import stage_movielens
from catalog.importers.pipeline import Format
from catalog.models import Source

MOVIELENS = Format(Source.MOVIELENS, layouts.FILES, stage_movielens)
KAGGLE = Format(Source.KAGGLE, kaggle.FILES, kaggle.stage_kaggle)
TMDB_5000 = Format(Source.TMDB_5000, tmdb5000.FILES, tmdb5000.stage_tmdb5000)
