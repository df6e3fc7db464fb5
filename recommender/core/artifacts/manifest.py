"""What a stored version says of itself."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from recommender.core.errors import ArtifactError

SCHEMA = 1
SHIPPED = "shipped"

Figures = dict[str, float]
"""Measured figures by name, such as "ndcg@10"; "ndcg@10:se" is the standard error."""


@dataclass(frozen=True, slots=True)
class DataFacts:
    """What a version was trained on; fingerprint is the SHA-256 of all interactions and items."""

    name: str
    fingerprint: str
    users: int
    items: int
    interactions: int
    newest_s: int


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model of a version. values: its numbers; parts: field to the name of the model in it.

    record: of a long fit, its seed, the data's fingerprint, the machine and the curve, a line for each
    epoch; of a model that came with NextFlex, also how it came.
    """

    config: dict[str, Any]
    values: dict[str, Any]
    parts: dict[str, str]
    figures: Figures
    fit_seconds: float
    record: dict[str, Any] = field(default_factory=dict)

    @property
    def is_shipped(self) -> bool:
        """Whether it came with NextFlex and was not trained here."""
        return bool(self.record.get(SHIPPED))


@dataclass(frozen=True, slots=True)
class FileEntry:
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """version: "v" and a whole number; protocol: how the figures were measured, in words."""

    version: str
    created_at: str
    protocol: str
    data: DataFacts
    models: dict[str, ModelEntry]
    files: dict[str, FileEntry] = field(default_factory=dict)
    schema: int = SCHEMA

    def to_json(self) -> str:
        told = json.loads(json.dumps(asdict(self)))  # as a reader will find it
        return json.dumps(told | {"checksum": _checksum(told)}, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """Raises ArtifactError for what is not a manifest, is damaged, or has another schema."""
        try:
            raw = json.loads(text)
            checksum = raw.pop("checksum", None)  # versions of old have none
            if raw["schema"] != SCHEMA:
                raise ArtifactError(
                    f"schema {raw['schema']!r} is unknown; this code reads {SCHEMA}"
                )
            if checksum not in {None, _checksum(raw)}:
                raise ArtifactError("the manifest is damaged; roll back or train again")
            raw["data"] = DataFacts(**raw["data"])
            raw["models"] = {name: ModelEntry(**entry) for name, entry in raw["models"].items()}
            raw["files"] = {name: FileEntry(**entry) for name, entry in raw["files"].items()}
            return cls(**raw)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ArtifactError(f"the manifest cannot be read: {error!r}; train again") from error


def _checksum(told: dict[str, Any]) -> str:
    """Of the manifest's content, whatever its layout."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
