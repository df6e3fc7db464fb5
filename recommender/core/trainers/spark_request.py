"""The request from the training process to the Spark process."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactorRequest:
    """One factorisation.

    ratings: a Parquet file of users, items and values; out: the npz file to write; alpha: None for
    explicit feedback, else the confidence of implicit feedback.
    """

    ratings: str
    out: str
    rank: int
    iterations: int
    reg: float
    alpha: float | None
    seed: int
