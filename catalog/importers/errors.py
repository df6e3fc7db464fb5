"""Why an import stops before anything is written."""


class ImportFailed(Exception):
    """The source cannot be used; the message names the file and the remedy. Nothing was changed."""
