"""The array types of the core; everything kept is made read-only."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Float32 = NDArray[np.float32]
Float64 = NDArray[np.float64]
Int32 = NDArray[np.int32]
Int64 = NDArray[np.int64]
Bool = NDArray[np.bool_]

_Scalar = TypeVar("_Scalar", bound=np.generic)


def read_only(values: NDArray[_Scalar]) -> NDArray[_Scalar]:
    """The same numbers in memory that nobody can write to; a writable array is copied first."""
    if values.flags.writeable:
        values = values.copy()
        values.flags.writeable = False
    return values
