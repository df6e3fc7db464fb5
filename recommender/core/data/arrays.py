"""Array types of the core; every array that is kept is read-only."""

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
    """Return the array if it is read-only, otherwise a read-only copy."""
    if values.flags.writeable:
        values = values.copy()
        values.flags.writeable = False
    return values
