"""The templates of the pages: strict, escaped, and made of components without a context."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from django.template import engines
from django.test import Client, RequestFactory
from django.urls import set_script_prefix
from django.utils import timezone
from jinja2 import Environment, UndefinedError, meta, nodes

from nextflex.site.jinja import component, in_words, plural_ending, render_block, url
from tests.engine_fixture import Camps

ENVIRONMENT: Environment = cast(Any, engines["jinja2"]).env
NAMES = ENVIRONMENT.list_templates()
COMPONENTS = [name for name in NAMES if name.startswith("components/")]


def parsed(name: str) -> nodes.Template:
    assert ENVIRONMENT.loader
    return ENVIRONMENT.parse(ENVIRONMENT.loader.get_source(ENVIRONMENT, name)[0])


def imported_by(page: nodes.Template) -> Iterator[str]:
    for statement in page.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in statement.names)


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_needs_nothing_but_its_arguments(name: str) -> None:
    assert meta.find_undeclared_variables(parsed(name)) <= set(ENVIRONMENT.globals)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_uses_what_it_imports(name: str) -> None:
    page = parsed(name)
    used = {one.name for one in page.find_all(nodes.Name) if one.ctx == "load"}
    assert set(imported_by(page)) <= used


@pytest.mark.parametrize(
    "text", ["{{ unknown }}", "{% if unknown %}{% endif %}", "{{ film.mean }}"]
)
def test_an_undefined_name_is_an_error(text: str) -> None:
    with pytest.raises(UndefinedError):
        ENVIRONMENT.from_string(text).render(film={})


def test_values_are_escaped() -> None:
    assert ENVIRONMENT.from_string("{{ word }}").render(word="<b>") == "&lt;b&gt;"


def test_a_component_is_shown_outside_of_a_page() -> None:
    shown = component("feedback", "undo", said="Moved <1>", undo_url="/back/", after="Done.")
    button = '<button form="undo" formaction="/back/" name="on" value="">Undo</button>'
    assert shown == f"Moved &lt;1&gt; · {button} · Done."


@pytest.mark.django_db
def test_a_block_is_rendered_alone_and_has_the_imports_of_its_page(camps: Camps) -> None:
    request = RequestFactory().get("/")
    given = {"cards": [], "more": "/browse/?page=2", "more_here": "/", "more_by_itself": True}
    text = render_block(request, "pages/browse.html", "films", given).content.decode()
    assert text.strip().startswith("<li")
    assert "<html" not in text
    part = Client().get("/browse/", headers={"HX-Request": "true", "HX-Target": "more"})
    assert part.content.decode().count('class="card"') == len(camps.films)


def test_a_page_lacks_an_unknown_block() -> None:
    with pytest.raises(KeyError, match="nothing"):
        render_block(RequestFactory().get("/"), "pages/browse.html", "nothing", {})


@pytest.mark.django_db
def test_the_forms_of_a_page_share_one_token(camps: Camps) -> None:
    page = Client().get("/start/").content.decode()
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert len(tokens) > 10
    assert len(set(tokens)) == 1


def test_an_address_begins_with_the_folder_of_the_site() -> None:
    assert url("pages:home") == "/"
    try:
        set_script_prefix("/films/")
        assert url("pages:home") == "/films/"
        assert url("pages:film", 7) == "/films/films/7/"
    finally:
        set_script_prefix("/")


def test_a_moment_is_told_in_the_visitor_s_time_zone() -> None:
    moment = datetime(2024, 5, 3, 23, 30, tzinfo=UTC)
    with timezone.override(ZoneInfo("Europe/Berlin")):
        assert in_words(moment) == "4 May 2024"
        assert in_words(moment, "j F Y, H:i") == "4 May 2024, 01:30"
    assert in_words(date(2024, 5, 3)) == "3 May 2024"


@pytest.mark.parametrize(("count", "ending"), [(0, "s"), (1, ""), (2, "s")])
def test_one_thing_has_another_ending_than_several(count: int, ending: str) -> None:
    assert plural_ending(count) == ending
