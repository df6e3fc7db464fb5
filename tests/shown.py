"""What a page shows, read from its HTML, for the tests of every app."""

import re
from html import unescape
from typing import Any

_FORM = re.compile(r'<form class="fields".*?</form>', re.DOTALL)
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def text_of(page: Any) -> str:
    """page: an answer of Django's test client."""
    text: str = page.content.decode()
    return text


def words(html: str) -> str:
    """Without tags and runs of white space."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def film_ids(page: Any) -> list[int]:
    """The films of its cards and rows, in their order."""
    return [
        int(pk)
        for pk in re.findall(r'<a class="(?:card|name)" href="/films/(\d+)/"', text_of(page))
    ]


def stars_given(page: Any) -> dict[int, float]:
    """The visitor's stars, by film, where the page has buttons for them."""
    pressed = r'id="rate-(\d+)-(\d\.\d)" [^>]* aria-pressed="true"'
    return {int(pk): float(stars) for pk, stars in re.findall(pressed, text_of(page))}


def field_errors(page: Any, form: str = "id") -> dict[str, str]:
    """By field; form: how the ids of its fields begin."""
    found = re.findall(rf'id="{form}_(\w+)_error">(.*?)</div>', text_of(page), re.DOTALL)
    return {name: words(html) for name, html in found}


def form_errors(page: Any, section: str = "main") -> list[str]:
    """What is wrong with a form as a whole; section: the id of the element around it."""
    text = text_of(page)
    inside = re.split(r"</section>|</main>", text[text.index(f'id="{section}"') :])[0]
    alerts = re.findall(r'<div class="errors" role="alert">(.*?)</div>', inside, re.DOTALL)
    return [words(html) for one in alerts for html in re.findall(r"<p>(.*?)</p>", one, re.DOTALL)]


def fields(page: Any) -> dict[str, str]:
    """The value of every field of the first large form, without its token."""
    (form, *_) = _FORM.findall(text_of(page))
    tags = [tag for tag in re.findall(r"<input[^>]*>", form) if "csrfmiddlewaretoken" not in tag]
    return {_attribute(tag, "name"): _attribute(tag, "value") for tag in tags}


def token(page: Any) -> str:
    """The CSRF token of its forms."""
    first: str = _TOKEN.findall(text_of(page))[0]
    return first


def leads_to(page: Any) -> str:
    """The address to which a page redirects by itself."""
    (address,) = re.findall(r'http-equiv="refresh" content="0;url=([^"]*)"', text_of(page))
    return unescape(address)


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf' {name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
