"""The error of a failed request to a service."""


class ServiceFailed(Exception):
    """A failed request; the message names the service's host and the remedy, never a URL with a key.

    status: of the response, if any. is_passing: whether a later retry may succeed. retry_after_s: the
    wait that the service itself asks for.
    """

    def __init__(
        self,
        message: str,
        retry_after_s: float | None = None,
        *,
        status: int | None = None,
        is_passing: bool = False,
    ) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
        self.status = status
        self.is_passing = is_passing or retry_after_s is not None
