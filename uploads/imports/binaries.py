"""Detect the type of a binary file, and suggest a file to upload instead."""

_REMEDY = "upload the CSV, JSON, XML or zip file exported by the site"
_SPREADSHEET = "a spreadsheet; save it as CSV and upload that"
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", f"a PNG image; {_REMEDY}"),
    (b"\xff\xd8\xff", f"a JPEG image; {_REMEDY}"),
    (b"GIF8", f"a GIF image; {_REMEDY}"),
    (b"RIFF", f"an image, audio or video file; {_REMEDY}"),
    (b"%PDF-", f"a PDF; {_REMEDY}"),
    (b"SQLite format 3\x00", f"an SQLite database; {_REMEDY}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _SPREADSHEET),
    (b"{\\rtf", f"a text document; {_REMEDY}"),
    (b"\x1f\x8b", "compressed with gzip; unpack it and upload its contents"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and upload its contents"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it and upload its contents"),
    (b"BZh", "compressed with bzip2; unpack it and upload its contents"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it and upload its contents"),
    (b"PAR1", f"a Parquet file; {_REMEDY}"),
    (b"\x7fELF", f"a program; {_REMEDY}"),
    (b"MZ", f"a program; {_REMEDY}"),
)
_OFFICE = (
    ("xl/", _SPREADSHEET),
    ("content.xml", "an OpenDocument file; save it as CSV and upload that"),
    ("word/", "a Word document; save its table as CSV and upload that"),
    ("Index/", "a Numbers spreadsheet; export it as CSV and upload that"),
)
_PAGES = ("<!doctype html", "<html")
_SAMPLE = 4_000
_MOST_ODD = 0.02  # share of the characters of a text


def seems(raw: bytes) -> str:
    """Return a description such as "a PNG image; upload …" by the first bytes; "" for unknown types."""
    return next((name for start, name in _BEGINNINGS if raw.startswith(start)), "")


def office_document(names: list[str]) -> str:
    """Return the kind of document that a zip with these files is; else ""."""
    for start, what in _OFFICE:
        if any(name.startswith(start) for name in names):
            return what
    return ""


def odd_text(text: str) -> str:
    """Return what a text without a table is, a web page or binary data; "" for plain text."""
    sample = text[:_SAMPLE]
    if sample.lstrip("\ufeff \t\r\n").lower().startswith(_PAGES):
        return f"a web page; {_REMEDY}"
    odd = sum(not char.isprintable() and char not in "\t\r\n\ufeff" for char in sample)
    return f"a binary file; {_REMEDY}" if odd > _MOST_ODD * len(sample) else ""
