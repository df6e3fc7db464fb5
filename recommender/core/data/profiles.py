"""Demographics of users as three small numbers that a model can look up.

The codes are those of MovieLens 1M, moved up by one where 0 is taken: 0 is "unknown" in every
column.
"""

from bisect import bisect_right
from pathlib import Path

import numpy as np

from recommender.core.data.arrays import Int32, Int64
from recommender.core.data.storage_names import PROFILES

AGE_BANDS = (1, 18, 25, 35, 45, 50, 56)
"""The first year of each band."""
GENDERS = ("F", "M")
OCCUPATIONS = 21
COLUMNS = ("age", "gender", "occupation")
SIZES = (len(AGE_BANDS) + 1, len(GENDERS) + 1, OCCUPATIONS + 1)
"""How many codes each column has."""

Profiles = Int32
"""(n, 3): the codes of each user's age band, gender and occupation."""


def coded(
    age: int | None = None, gender: str | None = None, occupation: int | None = None
) -> Profiles:
    """Return the (1, 3) codes of one user.

    age: in years; gender: F or M; occupation: 0 to 20; None: not given. Raises ValueError for
    another gender.
    """
    band = 0 if age is None else bisect_right(AGE_BANDS, age)
    letter = 0 if gender is None else GENDERS.index(gender) + 1
    return np.array([[band, letter, 0 if occupation is None else occupation + 1]], dtype=np.int32)


def nobody(n: int) -> Profiles:
    """Return the profiles of n users with unknown demographics."""
    return np.zeros((n, len(COLUMNS)), dtype=np.int32)


def read_profiles(root: Path, name: str) -> tuple[Int64, Profiles]:
    """Return the ids, ascending, and the codes of the data set's users with demographics.

    Values outside the codes of MovieLens count as unknown; empty arrays when the data set has none.
    """
    folder = root / name / PROFILES
    if not folder.is_dir():
        return np.empty(0, dtype=np.int64), nobody(0)
    users, ages, genders, occupations = (
        np.load(folder / f"{column}.npy", allow_pickle=False) for column in ("user_id", *COLUMNS)
    )
    bands = np.searchsorted(AGE_BANDS, ages, side="right")
    codes = np.column_stack((bands, genders, occupations + 1))
    codes[(codes < 0) | (codes >= SIZES)] = 0
    return users, codes.astype(np.int32)
