"""The type of a file by its first bytes; the sender chooses its name and Content-Type."""

from typing import Literal

from uploads.images.limits import ACCEPTED, Refused

Kind = Literal["JPEG", "PNG", "WEBP", "GIF"]
MIME_TYPES: dict[Kind, str] = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
}
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_OTHERS = (
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"%PDF", "PDF"),
    (b"BM", "BMP"),
    (b"8BPS", "Photoshop"),
    (b"\0\0\1\0", "ICO"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
)


def kind_of(data: bytes) -> Kind:
    """Return the type. Raises Refused, with the detected type if it is a known one."""
    if not data:
        raise Refused("The image file is empty.")
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    name = _other_kind(data)
    found = f"{name} files are not supported" if name else "The file is not a supported image"
    raise Refused(f"{found}; send {ACCEPTED}.", is_unsupported=True)


def _other_kind(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return "HEIC" if brand in _HEIC_BRANDS else "AVIF" if brand == b"avif" else "video"
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")):
        return "SVG"
    return next((name for magic, name in _OTHERS if data.startswith(magic)), "")
