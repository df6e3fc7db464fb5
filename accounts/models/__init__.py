"""Users, their demographics, sessions and tokens, and the external accounts linked to them."""

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
