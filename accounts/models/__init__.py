"""People with an account, what they tell of themselves, by what they are signed in, and who else
may open their accounts."""

from accounts.models.access import ApiToken, BrowserSession, ClientSignIn
from accounts.models.demographics import UserDemographics
from accounts.models.linked import LinkedAccount
from accounts.models.user import CanonicalEmailField, User, UserManager

__all__ = [
    "ApiToken",
    "BrowserSession",
    "CanonicalEmailField",
    "ClientSignIn",
    "LinkedAccount",
    "User",
    "UserDemographics",
    "UserManager",
]
