"""What holds of every page: it fits the window, and everybody can read it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Each theme and each width is checked in the fast suite; the other two pairs of them are slow.
THEMES_AND_WIDTHS = [
    ("dark", 390),
    ("light", 1400),
    pytest.param("dark", 1400, marks=pytest.mark.slow),
    pytest.param("light", 390, marks=pytest.mark.slow),
]
# Without the stylesheets a second time, and without a report of all that is in order.
_OPTIONS = {"preload": False, "resultTypes": ["violations"]}


def check_looks(page: Page, path: str) -> None:
    """Check that the page, which is loaded, fits the window, and run axe on it."""
    width = page.evaluate("innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
    found = Axe().run(page, options=_OPTIONS)
    assert found.violations_count == 0, (path, width, found.generate_report())
