"""Flat XML as a table: a list of elements with their children as columns, such as Criticker's."""

from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from uploads.imports.rows import BadFile
from uploads.imports.tables import Numbered, Table, cells_of, plain_names

_MOST_COLUMNS = 200


def xml_table(text: str) -> Table:
    """Parse an XML table.

    Raises BadFile if it is malformed, declares a document type or entities, or has no list.
    """
    try:
        root = fromstring(_without_declaration(text), forbid_dtd=True)
    except DefusedXmlException as error:
        raise BadFile(
            "it is XML with a document type declaration, which is not supported"
        ) from error
    except (ParseError, ValueError) as error:
        raise BadFile(f"it is not valid XML: {str(error)[:200]}") from error
    entries = [entry for entry in root if len(entry)]
    if not entries:
        raise BadFile("it is XML, but not a list of films such as Criticker's export")
    names = {child.tag: None for entry in entries for child in entry}
    columns = tuple(names)[:_MOST_COLUMNS]

    def rows() -> Numbered:
        plain = plain_names(columns)
        for place, entry in enumerate(entries, start=1):
            given = {child.tag: child.text or "" for child in entry}
            yield place, cells_of(plain, [given.get(name, "") for name in columns])

    return Table(columns, rows)


def _without_declaration(text: str) -> str:
    """Drop the XML declaration: the text is already decoded, so its encoding no longer applies."""
    text = text.lstrip()
    return text.partition("?>")[2] if text.startswith("<?xml") else text
