"""The style sheet: parts by layer, joined for visitors, and no rule that nothing uses."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as site
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from pytest_django import Settings

from nextflex.base.style_sheet import SHEET, joined_sheet
from nextflex.site.jinja import component

_STATIC = Path(site.BASE_DIR) / "static"
_APPS = ("accounts", "catalog", "nextflex", "recommender", "uploads")


def joined_of(files: dict[str, str]) -> str:
    return joined_sheet(lambda name: files[name])


def test_a_part_stands_in_a_block_of_its_layer() -> None:
    files = {
        SHEET: '@layer base, pages;\n\n@import url("base.css") layer(base);\n',
        "css/base.css": "a {\n  color: red;\n}\n",
    }
    assert joined_of(files) == ("@layer base, pages;\n\n@layer base {\na {\n  color: red;\n}\n}\n")


def test_fonts_stand_in_no_layer() -> None:
    files = {SHEET: '@import url("fonts.css");\n', "css/fonts.css": "@font-face {}\n"}
    assert joined_of(files) == "@font-face {}\n"


def test_parts_keep_the_order_of_their_imports() -> None:
    files = {
        SHEET: '@import url("b.css") layer(pages);\n@import url("a.css") layer(pages);\n',
        "css/a.css": ".late {}",
        "css/b.css": ".early {}",
    }
    joined = joined_of(files)
    assert joined.index(".early") < joined.index(".late")


def test_an_address_in_a_part_leads_to_the_same_file_from_the_sheet() -> None:
    files = {
        SHEET: '@import url("components/stars.css") layer(components);\n',
        "css/components/stars.css": 'b { mask: url("../../icons/half-l.svg") center; }\n'
        'i { background: url("data:image/svg+xml,x"); }',
    }
    joined = joined_of(files)
    assert 'url("../icons/half-l.svg") center' in joined
    assert 'url("data:image/svg+xml,x")' in joined


def parts_of(text: str) -> list[tuple[str, str]]:
    return re.findall(r'^@import url\("([^"]+)"\) layer\((\w+)\);$', text, re.MULTILINE)


def test_every_part_is_imported_once_into_the_layer_of_its_folder() -> None:
    sheet = (_STATIC / SHEET).read_text()
    imported = [part for part in parts_of(sheet) if "/" in part[0]]
    there = [
        (f"{folder}/{path.name}", folder)
        for folder in ("layout", "components", "pages")
        for path in (_STATIC / "css" / folder).iterdir()
    ]
    assert sorted(imported) == sorted(there)


def test_the_joined_sheet_imports_nothing_and_leads_to_files_only() -> None:
    sheet = joined_sheet(lambda name: (_STATIC / name).read_text())
    addresses = re.findall(r"url\(([^)]*)\)", sheet)
    assert "@import" not in sheet
    assert addresses
    for address in addresses:
        assert (_STATIC / "css" / address.strip('"')).is_file(), address


@pytest.fixture
def sources(tmp_path: Path, settings: Settings) -> Path:
    """A folder of static files with a style sheet of two parts, and the storage of a real site."""
    folder = tmp_path / "sources"
    (folder / "css" / "layout").mkdir(parents=True)
    (folder / SHEET).write_text(
        '@import url("base.css") layer(base);\n@import url("layout/bar.css") layer(layout);\n'
    )
    (folder / "css" / "base.css").write_text("a { color: red }")
    (folder / "css" / "layout" / "bar.css").write_text('b { mask: url("../../dot.svg") }')
    (folder / "dot.svg").write_text("<svg/>")
    settings.STATICFILES_DIRS = [folder]
    # Without the thousands of files that other people's apps bring.
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {"staticfiles": site_storage()}
    return folder


def site_storage() -> dict[str, str]:
    return {"BACKEND": "nextflex.base.style_sheet.JoiningStorage"}


def collected() -> Path:
    """The style sheet that pages of a real site name, after its static files were collected."""
    call_command("collectstatic", interactive=False, verbosity=0)
    address = staticfiles_storage.url(SHEET)
    return Path(site.STATIC_ROOT) / address.removeprefix(site.STATIC_URL)


def test_visitors_get_the_sheet_in_one_file_with_lasting_addresses(sources: Path) -> None:
    sheet = collected().read_text()
    assert "@import" not in sheet
    assert re.search(r'@layer layout \{\s*b \{ mask: url\("\.\./dot\.[0-9a-f]{12}\.svg"\)', sheet)


def test_the_joined_sheet_is_compressed(sources: Path) -> None:
    (sources / "css" / "base.css").write_text("a { color: red }\n" * 100)
    stored = collected()
    assert stored.with_name(f"{stored.name}.gz").is_file()


def test_collecting_again_takes_a_changed_part(sources: Path) -> None:
    collected()
    (sources / "css" / "base.css").write_text("a { color: blue }")
    assert "color: blue" in collected().read_text()


def test_a_missing_part_stops_the_collecting_by_its_name(sources: Path) -> None:
    (sources / "css" / "base.css").unlink()
    with pytest.raises(
        ImproperlyConfigured, match=r"css/nextflex\.css imports static/css/base\.css"
    ):
        collected()


def test_a_dry_run_writes_nothing(sources: Path, settings: Settings) -> None:
    call_command("collectstatic", interactive=False, verbosity=0, dry_run=True)
    assert list(Path(settings.STATIC_ROOT).iterdir()) == []


def test_the_site_joins_its_style_sheet() -> None:
    from nextflex import settings as settings_module  # noqa: PLC0415  not those of the tests

    assert settings_module.STORAGES["staticfiles"] == site_storage()


def test_a_page_loads_one_style_sheet() -> None:
    head = component("head", "page_head", theme="dark")
    assert re.findall(r'rel="stylesheet" href="([^"]+)"', head) == [f"/static/{SHEET}"]


# --- rules without a user ---------------------------------------------------------------------

# Classes that other people's code puts on an element.
_BY_OTHERS = {
    "htmx-request",  # htmx, while a form is on its way
    "success",  # django.contrib.messages, by the level of a message
    "warning",
    "error",
    "dark",  # django-unfold, on the root of the admin
    "formset",  # Django's and select2's, in the forms of the admin
    "related-widget-wrapper",
    "select2",
    "select2-container",
    "select2-selection__choice",
}
_BY_OTHERS |= {f"s{place}" for place in range(6)}  # plots number the colours of their lines


def names_in(rules: str) -> set[str]:
    """The classes and ids, with their sign, in the selectors of a style sheet."""
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    heads = [head for head in re.findall(r"([^{};]+)\{", rules) if not head.strip().startswith("@")]
    selectors = " ".join(re.sub(r"\[[^\]]*\]", "", head) for head in heads)
    return set(re.findall(r"[.#][A-Za-z_][\w-]*", selectors))


def names_in_template(text: str) -> Iterator[str]:
    """The classes and ids that a template can put on an element."""
    for attribute, value in re.findall(r"""\b(class|id)="((?:\{[{%].*?[}%]\}|[^"])*)\"""", text):
        sign = "." if attribute == "class" else "#"
        yield from (sign + word for word in re.findall(r"[A-Za-z_][\w-]*", value))


def words_of(literals: list[str]) -> Iterator[str]:
    for literal in literals:
        if re.fullmatch(r"[\w .#:>=\[\]\"'{}-]{1,80}", literal):
            yield from (sign + word for word in re.findall(r"[\w-]+", literal) for sign in ".#")


def literals_in_python(text: str) -> list[str]:
    """Every string of a module but its docstrings."""
    tree = ast.parse(text)
    strings = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [str(node.value) for node in strings if id(node) not in alone]


def literals_in_script(text: str) -> list[str]:
    return re.findall(r'"([^"\n]*)"', text) + re.findall(r"`([^`]*)`", text)


def test_names_are_read_from_every_part_of_a_selector() -> None:
    rules = (
        "/* .no */ @media (width: 1rem) { .a:has(> .b):not(.c)::after, #d [x='.no'] { top: .5em } }"
    )
    assert names_in(rules) == {".a", ".b", ".c", "#d"}


def test_names_are_read_from_conditions_in_a_template() -> None:
    text = '<li class="row{% if move == "new" %} fresh{% endif %}" id="film-{{ id }}">never</li>'
    assert {".row", ".fresh", "#film-"} <= set(names_in_template(text))
    assert ".never" not in names_in_template(text)


@pytest.fixture(scope="module")
def used() -> set[str]:
    root = Path(site.BASE_DIR)
    found = {f".{name}" for name in _BY_OTHERS}
    for app in ("", *_APPS):
        for path in (root / app / "templates").rglob("*.*"):
            found.update(names_in_template(path.read_text()))
    for path in (_STATIC / "js").rglob("*.js"):
        found.update(words_of(literals_in_script(path.read_text())))
    for path in (root / "recommender" / "admin").glob(
        "*plot*.py"
    ):  # the only Python that names classes
        found.update(words_of(literals_in_python(path.read_text())))
    return found


@pytest.mark.parametrize(
    "sheet", sorted(str(path.relative_to(_STATIC)) for path in (_STATIC / "css").rglob("*.css"))
)
def test_every_class_and_id_of_a_style_sheet_is_used(sheet: str, used: set[str]) -> None:
    assert names_in((_STATIC / sheet).read_text()) - used == set()
