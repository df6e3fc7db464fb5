"""People with an account, what they tell of themselves, and by what they are signed in."""

from accounts.models.about import AboutYou
from accounts.models.access import ApiToken, BrowserSession, ClientSignIn
from accounts.models.user import LowerCaseEmailField, User, UserManager

__all__ = [
    "AboutYou",
    "ApiToken",
    "BrowserSession",
    "ClientSignIn",
    "LowerCaseEmailField",
    "User",
    "UserManager",
]
