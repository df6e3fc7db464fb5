"""The parts of an image file, walked without decoding a pixel: how large it is, and whether it is whole.

Sizes and frames come from here, so that a bomb is refused before a decoder sees it.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from uploads.images.kinds import Kind, kind_of
from uploads.images.limits import MAX_SCANS, Refused, check_size, cut_short

_PNG_START = 8
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_JPEG_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


@dataclass(frozen=True, slots=True)
class Structure:
    """width and height: as stored, before any orientation; bit_depth: of a channel."""

    kind: Kind
    width: int
    height: int
    frames: int
    bit_depth: int


def structure_of(data: bytes) -> Structure:
    """Raises Refused for what is no whole image of an accepted kind, or too large."""
    kind = kind_of(data)
    try:
        found = _WALKS[kind](data)
    except (struct.error, IndexError) as error:
        raise cut_short() from error
    check_size(found.width, found.height, found.frames)
    return found


def _jpeg(data: bytes) -> Structure:
    """ITU T.81, annex B: segments up to the first EOI; what follows it is never looked at."""
    size, scans = None, 0
    for marker, start in _jpeg_segments(data):
        if marker in _JPEG_SIZES and size is None:
            bits, height, width = struct.unpack_from(">BHH", data, start)
            check_size(width, height)
            size = (width, height, bits)
        scans += marker == 0xDA
        if scans > MAX_SCANS:
            raise Refused(f"The JPEG has more than {MAX_SCANS} scans.")
    if size is None or not scans:
        raise cut_short()
    return Structure("JPEG", size[0], size[1], 1, size[2])


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Each marker with the place of what it holds, until the end of the image."""
    place = 2
    while True:
        if data[place] != 0xFF:
            raise cut_short()
        while data[place] == 0xFF:
            place += 1
        marker = data[place]
        place += 1
        if marker == 0xD9:
            return
        if marker in _JPEG_BARE:
            continue
        yield marker, place + 2
        place += max(2, int(struct.unpack_from(">H", data, place)[0]))
        if marker == 0xDA:
            found = _JPEG_MARKER_IN_SCAN.search(data, place)
            if found is None:
                raise cut_short()
            place = found.start()


def _png(data: bytes) -> Structure:
    """W3C PNG, 5: chunks with their checksums up to IEND; acTL and fcTL are those of animations."""
    size, frames, told_frames = None, 0, 0
    place = _PNG_START
    while True:
        length, name = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        body = memoryview(data)[place + 8 : end - 4]
        (checksum,) = struct.unpack_from(">I", data, end - 4)
        if zlib.crc32(body, zlib.crc32(name)) != checksum:
            raise cut_short()
        if size is None:
            if name != b"IHDR":
                raise cut_short()
            size = struct.unpack_from(">IIB", body)
            check_size(size[0], size[1])
        elif name == b"acTL":
            told_frames = int(struct.unpack_from(">I", body)[0])
        frames += name == b"fcTL"
        if name == b"IEND":
            return Structure("PNG", size[0], size[1], max(1, frames, told_frames), size[2])
        place = end


def _gif(data: bytes) -> Structure:
    """GIF89a, 18-27: blocks up to the trailer. A frame that sticks out makes the canvas larger."""
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    place = 13 + _gif_colours(flags)
    frames = 0
    while data[place] != 0x3B:
        if data[place] == 0x2C:
            left, top, wide, high, own = struct.unpack_from("<HHHHB", data, place + 1)
            width, height = max(width, left + wide), max(height, top + high)
            frames += 1
            place += 11 + _gif_colours(own)
        elif data[place] == 0x21:
            place += 2
        else:
            raise cut_short()
        while data[place]:
            place += 1 + data[place]
        place += 1
    if not frames:
        raise cut_short()
    return Structure("GIF", width, height, frames, 8)


def _gif_colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _webp(data: bytes) -> Structure:
    """The WebP container: chunks up to the length that its head tells."""
    end = int(struct.unpack_from("<I", data, 4)[0]) + 8
    if end > len(data):
        raise cut_short()
    place, frames, size = 12, 0, None
    while place + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, place)
        if place + 8 + length > end:
            raise cut_short()
        if size is None and name in _WEBP_SIZES:
            size = _WEBP_SIZES[name](data, place + 8)
        frames += name == b"ANMF"
        place += 8 + length + (length & 1)
    if size is None:
        raise cut_short()
    return Structure("WEBP", size[0], size[1], max(1, frames), 8)


def _webp_canvas(data: bytes, place: int) -> tuple[int, int]:
    wide, high = data[place + 4 : place + 7], data[place + 7 : place + 10]
    return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1


def _webp_lossy(data: bytes, place: int) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, place + 6)
    return width & 0x3FFF, height & 0x3FFF


def _webp_lossless(data: bytes, place: int) -> tuple[int, int]:
    (bits,) = struct.unpack_from("<I", data, place + 1)
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


_WEBP_SIZES: dict[bytes, Callable[[bytes, int], tuple[int, int]]] = {
    b"VP8X": _webp_canvas,
    b"VP8 ": _webp_lossy,
    b"VP8L": _webp_lossless,
}
_WALKS: dict[Kind, Callable[[bytes], Structure]] = {
    "JPEG": _jpeg,
    "PNG": _png,
    "WEBP": _webp,
    "GIF": _gif,
}
