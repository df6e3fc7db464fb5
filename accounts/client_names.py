"""Short names of clients by User-Agent, shown only to the account's owner: it is easily forged."""

import re

_BROWSERS = (  # in this order: most User-Agents also contain the names above them
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
_LONGEST = 40


def client_words(user_agent: str) -> str:
    """ "Firefox on Linux" for a browser; the first word of others, such as "curl/8.5"."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and user_agent.startswith("Mozilla/"):
        return f"{browser} on {system}" if system else browser
    return re.split(r"[\s(]", user_agent)[0][:_LONGEST] or "an unknown client"
