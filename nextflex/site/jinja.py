"""The Jinja2 environment of the pages, and one block of a page as a response.

Django's backend renders what is in templates/site/. An undefined name is an error there, so a page that
lacks something to show fails in its first test.
"""

from datetime import date, datetime
from functools import cache
from typing import Any, cast

from django.contrib.humanize.templatetags.humanize import naturaltime
from django.http import HttpRequest, HttpResponse
from django.template.backends import jinja2 as backend
from django.template.defaultfilters import linebreaks_filter, truncatechars
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.formats import date_format
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext, ngettext
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined, Template

from accounts import rating_scale
from nextflex.base.paths import path_of
from nextflex.base.time_zones import day_of


def environment(**options: Any) -> Environment:
    """Named in settings.TEMPLATES. options: from Django's backend, which has its own `undefined`."""
    strict = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**options | strict, extensions=["jinja2.ext.i18n"])  # noqa: S701  Django escapes
    cast(Any, made).install_gettext_callables(gettext, ngettext, newstyle=True)
    made.globals |= {"htmx_script": htmx_script, "static": cache(static), "url": url}
    made.filters |= {
        "averaged": rating_scale.averaged,
        "date": in_words,
        "day": lambda moment: day_of(moment, get_current_timezone()),
        "json_script": json_script,
        "linebreaks": linebreaks_filter,
        "naturaltime": naturaltime,
        "pluralize": plural_ending,
        "predicted_stars": rating_scale.predicted_stars,
        "rated": rating_scale.rated,
        "scale_words": rating_scale.scale_words,
        "thousands": "{:,}".format,
        "truncatechars": truncatechars,
    }
    return made


def url(name: str, *args: object) -> str:
    match args:
        case ():
            return _address(name, get_script_prefix())
        case (int(pk),):
            return path_of(name, pk)
    return reverse(name, args=args)


@cache
def _address(name: str, script_prefix: str) -> str:
    """One of a few dozen that every page has. script_prefix: how every address of the site begins."""
    return reverse(name)


def in_words(moment: date, form: str = "j F Y") -> str:
    """A day, or a moment in the visitor's time zone. form: as in Django's filter `date`."""
    local = localtime(moment) if isinstance(moment, datetime) else moment
    return date_format(local, form)


def plural_ending(count: int, one: str = "", several: str = "s") -> str:
    return one if count == 1 else several


class _Block:
    """One block of a page, in the place of the page in Django's backend."""

    def __init__(self, page: Template, name: str) -> None:
        self._page = page
        self._block = page.blocks[name]
        self.name, self.filename = page.name, page.filename

    def render(self, context: dict[str, Any]) -> str:
        shared = self._page.new_context(context)
        # A page's first output is that of its frame: up to there it only imports its components.
        next(iter(self._page.root_render_func(shared)), None)
        return "".join(self._block(shared))


def component(family: str, name: str, **given: object) -> SafeString:
    """What a component shows, for a place outside of a page, such as a message of Django."""
    template = cast(backend.Template, get_template(f"components/{family}.html")).template
    return SafeString(getattr(template.module, name)(**given))


def render_block(
    request: HttpRequest, template_name: str, block: str, context: dict[str, Any]
) -> HttpResponse:
    """One block of a page alone, as htmx wants it. Raises KeyError for a block that the page lacks."""
    page = cast(backend.Template, get_template(template_name))
    part = backend.Template(cast(Any, _Block(page.template, block)), page.backend)
    return HttpResponse(part.render(context, request))
