"""Errors of external sign-ins, with messages for the user."""

from http import HTTPStatus

from nextflex.base.errors import DomainError


class NotLetIn(DomainError):
    """An error that is shown on the page where the sign-in began."""

    status = HTTPStatus.FORBIDDEN
    code = "not_let_in"


class ProviderFailed(NotLetIn):
    """The provider's response is missing, wrong or forged; the log has the reason."""

    def __init__(self, provider: str) -> None:
        super().__init__(f"{provider} did not respond as expected. Try again in a moment.")


class Lost(NotLetIn):
    def __init__(self) -> None:
        super().__init__(
            "This sign-in has expired, was started in another browser or is complete. Start again."
        )


class Cancelled(NotLetIn):
    def __init__(self, provider: str) -> None:
        super().__init__(f"The sign-in at {provider} was cancelled. Nothing has changed.")
