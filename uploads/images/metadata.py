"""The metadata of an image. Locations and serial numbers are never read."""

import re
import struct
import warnings
from dataclasses import dataclass

from PIL import ExifTags, Image

from uploads.images.structure import Structure

LARGE_WIDTH = 720
_LONGEST_TEXT = 100
_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
_ZONE = re.compile(r"[+-]\d\d:\d\d")
_MODES = {
    "1": "black and white",
    "L": "grey",
    "LA": "grey with transparency",
    "I": "grey",
    "I;16": "grey",
    "I;16B": "grey",
    "P": "palette",
    "PA": "palette with transparency",
    "RGB": "RGB",
    "RGBA": "RGB with transparency",
    "CMYK": "CMYK",
    "YCbCr": "YCbCr",
}
# EXIF is untrusted binary data: any of these only means that a tag cannot be read.
_ODD = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    struct.error,
    ArithmeticError,
    RecursionError,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """An image's metadata.

    width and height: as displayed, its orientation applied; orientation: EXIF's 1 to 8.

    taken_at, digitised_at and changed_at: ISO 8601 in the camera's own time, with a zone if it is
    known. had_location: whether the file had a location, which is not kept.
    """

    kind: str
    width: int
    height: int
    frames: int
    colour_mode: str
    bit_depth: int
    orientation: int = 1
    taken_at: str = ""
    digitised_at: str = ""
    changed_at: str = ""
    camera_make: str = ""
    camera_model: str = ""
    software: str = ""
    had_location: bool = False


def metadata_of(image: Image.Image, structure: Structure) -> Metadata:
    """Return the image's metadata; never raises: invalid parts are left out."""
    tags = _Tags(image)
    orientation = tags.orientation()
    width, height = structure.width, structure.height
    if orientation >= 5:
        width, height = height, width
    return Metadata(
        kind=structure.kind,
        width=width,
        height=height,
        frames=structure.frames,
        colour_mode=_MODES.get(image.mode, image.mode),
        bit_depth=structure.bit_depth,
        orientation=orientation,
        taken_at=tags.time(ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal),
        digitised_at=tags.time(ExifTags.Base.DateTimeDigitized, ExifTags.Base.OffsetTimeDigitized),
        changed_at=tags.time(ExifTags.Base.DateTime, ExifTags.Base.OffsetTime),
        camera_make=tags.text(ExifTags.Base.Make),
        camera_model=tags.text(ExifTags.Base.Model),
        software=tags.text(ExifTags.Base.Software),
        had_location=tags.has_location(),
    )


def plain_text(text: str, *, longest: int) -> str:
    """Return one line without control and direction characters, which could disguise the text."""
    kept = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(kept.split())[:longest].strip()


class _Tags:
    """The EXIF of an image, as far as it can be read."""

    def __init__(self, image: Image.Image) -> None:
        self._exif: dict[int, object] = {}
        self._located = False
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._read(image)

    def _read(self, image: Image.Image) -> None:
        try:
            exif = image.getexif()
            self._exif |= dict(exif)
            self._located = ExifTags.IFD.GPSInfo in exif
            self._exif |= exif.get_ifd(ExifTags.IFD.Exif)
        except _ODD:
            return

    def orientation(self) -> int:
        value = self._exif.get(ExifTags.Base.Orientation)
        return value if isinstance(value, int) and 1 <= value <= 8 else 1

    def has_location(self) -> bool:
        return self._located

    def text(self, tag: int) -> str:
        value = self._exif.get(tag)
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        return plain_text(value, longest=_LONGEST_TEXT) if isinstance(value, str) else ""

    def time(self, tag: int, zone_tag: int) -> str:
        """Return a time; empty for an invalid one, such as the zeros of a camera with an unset clock."""
        found = _TIME.fullmatch(self.text(tag))
        if found is None or found[1] == "0000":
            return ""
        zone = self.text(zone_tag)
        return f"{found[1]}-{found[2]}-{found[3]}T{found[4]}" + (
            zone if _ZONE.fullmatch(zone) else ""
        )
