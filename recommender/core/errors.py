"""The core's errors. Each message names the value and the remedy."""


class CoreError(Exception):
    """Something the core was given cannot be used."""


class BadData(CoreError, ValueError):
    """Interactions, items or histories that break their own rules."""


class BadConfig(CoreError, ValueError):
    """A hyper-parameter outside its range."""


class UnknownModel(CoreError, LookupError):
    """A model name that the registry, or the version in use, does not have."""


class ArtifactError(CoreError):
    """A stored version that is absent, damaged or of a schema that this code does not read."""


class TrainingError(CoreError, RuntimeError):
    """A fit that did not come to an end."""


class TooFewRatings(TrainingError):
    """A fit that found nothing to learn from; a site's first ratings teach some models, not all."""
