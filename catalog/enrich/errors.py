"""Why a service could not be asked."""


class ServiceFailed(Exception):
    """The message names the service's host and the remedy, never an address with a key in it.

    status: what it answered, if it did. is_passing: whether the same question may succeed in a while.
    retry_after_s: how long the service itself asks us to wait.
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
