"""The structure of an image, known before its pixels are decoded."""

import re
from dataclasses import dataclass

from PIL import ImageFile

from uploads.images.kinds import Kind

_PNG_DEPTH_AT = 24
_SCAN, _END = b"\xff\xda", b"\xff\xd9"
# Neither data (FF 00), nor padding (FF FF), nor a marker without a length (TEM, RST0 to RST7).
_MARKER = re.compile(rb"\xff[^\x00\xff\x01\xd0-\xd7]")


@dataclass(frozen=True, slots=True)
class Structure:
    """width and height: as stored, before any orientation; bit_depth: of a channel."""

    kind: Kind
    width: int
    height: int
    frames: int
    bit_depth: int


def structure_of(image: ImageFile.ImageFile, data: bytes, kind: Kind) -> Structure:
    return Structure(
        kind,
        *image.size,
        frames=getattr(image, "n_frames", 1),
        bit_depth=data[_PNG_DEPTH_AT] if kind == "PNG" else 8,
    )


def jpeg_scans(data: bytes) -> int:
    """Count the scans of a JPEG up to the first end of an image (ITU T.81, annex B)."""
    scans, found = 0, _MARKER.search(data, 2)
    while found and found[0] != _END:
        scans += found[0] == _SCAN
        length = int.from_bytes(data[found.end() : found.end() + 2], "big")
        found = _MARKER.search(data, found.end() + length)
    return scans
