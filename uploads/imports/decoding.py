"""Decode bytes to text: UTF-8, UTF-16, or, failing both, Windows-1252."""

import codecs
from dataclasses import dataclass

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file. remark: a note on the encoding for the user; "" without doubt."""

    text: str
    remark: str = ""


def decoded(raw: bytes) -> Decoded:
    """Decode a file; never fails: unknown encodings are read as Windows-1252, with a remark."""
    if encoding := _utf_16_of(raw):
        text = raw.decode(encoding, errors="replace").removeprefix("\ufeff")
        broken = "\ufffd" in text
        return Decoded(
            text,
            ("it is invalid UTF-16; unreadable characters were replaced by �") if broken else "",
        )
    try:
        return Decoded(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        text = raw.decode("cp1252", errors="replace")
        line = raw.count(b"\n", 0, error.start) + 1
        return Decoded(text, f"it is not UTF-8 (line {line}), so it was read as Windows-1252")


def _utf_16_of(raw: bytes) -> str:
    """Return the UTF-16 codec by a byte order mark, or by zeros in every other byte; else ""."""
    if raw.startswith(_UTF_16):
        return "utf-16"
    sample = raw[: _SAMPLE // 2 * 2]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most = len(sample) * 0.4
    if odd > most and not even:
        return "utf-16-le"
    return "utf-16-be" if even > most and not odd else ""
