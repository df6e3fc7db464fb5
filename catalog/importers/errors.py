"""The error of an import, raised before anything is written."""


class ImportFailed(Exception):
    """An unusable source; the message names the file and the remedy. Nothing was changed."""
