"""The fit of `content`: from titles, years and genres to a sparse matrix of traits."""

import re

import numpy as np
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.content import ContentConfig, ContentModel
from recommender.core.data.items import Items
from recommender.core.data.training import TrainingData

_WORD = re.compile(r"[^\W\d_]{3,}")


def fit(
    data: TrainingData,
    config: ContentConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ContentModel:
    """Weight each film's traits by TF-IDF with smoothed document frequencies, rows scaled to length
    1.
    """
    soups = soups_of(data.items)
    if not any(soups):
        empty = np.zeros(len(soups) + 1, dtype=np.int32)
        return ContentModel(
            np.empty(0, np.float32), np.empty(0, np.int32), empty, ("",), config.neutral_stars
        )
    vectorizer = TfidfVectorizer(analyzer=list, dtype=np.float32)
    matrix = vectorizer.fit_transform(soups).tocsr()
    matrix.sort_indices()
    return ContentModel(
        matrix.data,
        matrix.indices.astype(np.int32),
        matrix.indptr.astype(np.int32),
        tuple(vectorizer.get_feature_names_out()),
        config.neutral_stars,
    )


def soups_of(items: Items) -> list[list[str]]:
    """Return each film's traits as readable text: genres, decade, title words, people and keywords."""
    others = items.traits or ((),) * len(items)
    return [
        [*genres, *_decade(year), *_words(title), *more]
        for title, year, genres, more in zip(
            items.titles, items.years, items.genres, others, strict=True
        )
    ]


def _decade(year: int | None) -> list[str]:
    return [] if year is None else [f"{year // 10 * 10}s"]


def _words(title: str) -> list[str]:
    words = {word.lower() for word in _WORD.findall(title)} - ENGLISH_STOP_WORDS
    return [f"“{word}” in the title" for word in sorted(words)]
