"""Why somebody cannot come in by an account elsewhere, in words for them."""

from http import HTTPStatus

from nextflex.base.errors import DomainError


class NotLetIn(DomainError):
    """Told on the page that they came from."""

    status = HTTPStatus.FORBIDDEN
    code = "not_let_in"


class ProviderFailed(NotLetIn):
    """What came from the provider is missing, wrong or forged; the log has the reason."""

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
