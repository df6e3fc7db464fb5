"""The manifest of a stored version."""

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
    """Facts about the training data; fingerprint is the SHA-256 of all interactions and items.

    newest_s: the Unix time of the newest interaction.
    """

    name: str
    fingerprint: str
    users: int
    items: int
    interactions: int
    newest_s: int


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model of a version.

    config: its hyperparameters; values: its numbers; parts: from field to the name of the model in
    it; record: seed, data fingerprint, machine and, for nets, the curve with one entry per epoch;
    for a pretrained model also that it is one.
    """

    config: dict[str, Any]
    values: dict[str, Any]
    parts: dict[str, str]
    figures: Figures
    fit_seconds: float
    record: dict[str, Any] = field(default_factory=dict)

    @property
    def is_shipped(self) -> bool:
        """Whether it is one of the pretrained models, not trained here."""
        return bool(self.record.get(SHIPPED))


@dataclass(frozen=True, slots=True)
class FileEntry:
    """SHA-256 and size in bytes of one file."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a version contains and how it was measured.

    version: "v" and a whole number; created_at: ISO 8601; protocol: how the figures were measured,
    as a sentence; files: by path relative to the version's folder.
    """

    version: str
    created_at: str
    protocol: str
    data: DataFacts
    models: dict[str, ModelEntry]
    files: dict[str, FileEntry] = field(default_factory=dict)
    schema: int = SCHEMA

    def to_json(self) -> str:
        """Return JSON with a checksum of the content."""
        given = json.loads(json.dumps(asdict(self)))  # as a reader will find it
        return json.dumps(given | {"checksum": _checksum(given)}, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """Parse and check a manifest.

        Raises ArtifactError for text that is not a manifest, is damaged or has another schema.
        """
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


def _checksum(given: dict[str, Any]) -> str:
    """Of the manifest's content, whatever its layout."""
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()
