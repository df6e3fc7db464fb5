"""The way of a browser to the provider and back, step by step or whole."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from accounts.models import LinkedAccount, User
from accounts.tests.builders import PASSWORD, signed_in
from tests.shown import leads_to

BACK = {slug: f"/sign-in/with/{slug}/back/" for slug in ("oidc", "github")}


@dataclass(frozen=True, slots=True)
class Walk:
    browser: Client

    def address(self, slug: str = "oidc", **form: str) -> str:
        """Where the site sends the browser."""
        page = self.browser.post(reverse("social:begin", args=[slug]), form)
        assert page.status_code == 200, words_of(page)
        return leads_to(page)

    def way_back(self, address: str) -> str:
        """Where the provider sends it: a path of the site, with the code and the state."""
        answer = requests.get(address, allow_redirects=False, timeout=5)
        assert answer.status_code == 302, answer.text
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"

    def whole(self, slug: str = "oidc", **form: str) -> Any:
        return self.browser.get(self.way_back(self.address(slug, **form)))

    def connect(self, slug: str = "oidc", password: str = PASSWORD) -> Any:
        form = {"current_password": password} if password else {}
        page = self.browser.post(reverse("social:connect", args=[slug]), form)
        assert page.status_code == 200, words_of(page)
        return self.browser.get(self.way_back(leads_to(page)))

    @property
    def who(self) -> User | None:
        """Whose session the browser has."""
        found = self.browser.session.get("_auth_user_id")
        return User.objects.get(pk=found) if found else None


def of(user: User) -> Walk:
    return Walk(signed_in(user))


def words_of(answer: Any) -> str:
    """What the next page tells."""
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


def with_query(path: str, **changes: str) -> str:
    """The same way back with other parameters."""
    parts = urlsplit(path)
    given = dict(pair.split("=", 1) for pair in parts.query.split("&"))
    return f"{parts.path}?{urlencode(given | changes)}"


FAILED = "Example ID did not respond as expected."
LOST = "Start again."


def assert_refused(walk: Walk, answer: Any, words: str = FAILED) -> None:
    assert words in words_of(answer)
    assert walk.who is None
    assert not User.objects.exists()
    assert not LinkedAccount.objects.exists()
