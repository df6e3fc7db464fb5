"""What the training process asks of the process that holds Spark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactorRequest:
    """One factorisation: ratings is a Parquet file (users, items, ratings), out an npz to write.

    alpha: None for explicit feedback, else the confidence of implicit feedback.
    """

    ratings: str
    out: str
    rank: int
    iterations: int
    reg: float
    alpha: float | None
    seed: int
