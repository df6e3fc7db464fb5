"""What goes between this site and a provider, whichever it is."""

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from django.urls import reverse

from accounts.mailed_links import site_link


def callback_link(slug: str) -> str:
    """Where the provider sends people back to: at SITE_URL, whatever host the request names."""
    return site_link(reverse("social:callback", args=[slug]))


def told(url: str, access_token: str = "") -> dict[str, Any]:
    """The JSON object at an address of the provider's. Raises RequestException and TypeError."""
    found = fetched(url, access_token)
    if not isinstance(found, dict):
        raise TypeError(f"there is no JSON object at {url}")
    return found


def fetched(url: str, access_token: str = "") -> Any:
    """Any JSON. allauth's session waits five seconds at most."""
    headers = {"Authorization": f"Bearer {access_token}"} if access_token else {}
    with get_adapter().get_requests_session() as session:
        answer = session.get(url, headers=headers)
        answer.raise_for_status()
        return answer.json()
