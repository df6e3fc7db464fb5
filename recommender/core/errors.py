"""Errors of the core. Each message names the value and the remedy."""


class CoreError(Exception):
    """Base class: an input of the core cannot be used."""


class BadData(CoreError, ValueError):
    """Interactions, items or histories that violate their constraints."""


class BadConfig(CoreError, ValueError):
    """A hyperparameter or argument outside its range."""


class UnknownModel(CoreError, LookupError):
    """A model name that is not in the registry, or not in the version in use."""


class ArtifactError(CoreError):
    """A stored version that is missing, damaged or of a schema that this code cannot read."""


class TrainingError(CoreError, RuntimeError):
    """A fit that could not be finished."""


class TooFewRatings(TrainingError):
    """A fit with nothing to learn from; the first ratings of a site suffice for some models only."""
