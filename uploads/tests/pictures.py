"""Image files for tests, made here."""

import struct
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

RED, BLUE = (200, 30, 40), (20, 40, 190)
GPS_IFD, EXIF_IFD = 0x8825, 0x8769
SERIAL = "SN-0042-7715"
SECRETS = (b"SN-0042-7715", b"LENS-99-SERIAL", b"adobe:ns:meta", b"8BIM", b"Photoshop 3.0", b"Exif")


def picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right, so that one sees how it is turned."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    into = BytesIO()
    image.save(into, kind, **options)
    return into.getvalue()


def jpeg(width: int = 60, height: int = 40, **options: Any) -> bytes:
    return saved(picture(width, height), "JPEG", **options)


def noise(width: int, height: int, quality: int = 90) -> bytes:
    """A JPEG that does not pack well."""
    return saved(Image.effect_noise((width, height), 80).convert("RGB"), quality=quality)


def exif(*, orientation: int = 1, more: Mapping[int, object] | None = None) -> bytes:
    """Of a telling camera: its owner, its serial numbers and the place are in it."""
    shown = Image.Exif()
    shown[0x0112] = orientation
    shown[0x010F], shown[0x0110], shown[0x0131] = "Canon", "EOS 5D", "GIMP 2.10"
    shown[0x0132] = "2024:05:02 08:00:00"
    inner = shown.get_ifd(EXIF_IFD)
    inner[0x9003], inner[0x9011] = "2024:05:01 12:30:15", "+02:00"
    inner[0xA431], inner[0xA435], inner[0xA430] = SERIAL, "LENS-99-SERIAL", "Alice Owner"
    gps = shown.get_ifd(GPS_IFD)
    gps[1], gps[2], gps[3], gps[4] = "N", (48.0, 51.0, 30.0), "E", (2.0, 17.0, 40.0)
    for tag, value in (more or {}).items():
        shown[tag] = value
    return shown.tobytes()


def telling_jpeg(width: int = 900, height: int = 600, *, orientation: int = 1) -> bytes:
    """With EXIF, a place, serial numbers, XMP, IPTC, a comment and a thumbnail."""
    bare = jpeg(width, height, exif=exif(orientation=orientation), comment=b"SN-0042-7715")
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x14" + b"\x1c\x02\x69\0\x0fSN-0042-7715 at"
    return bare[:2] + _segment(0xE1, xmp) + _segment(0xED, iptc) + bare[2:]


def telling_png(width: int = 800, height: int = 500) -> bytes:
    words = PngInfo()
    words.add_text("Comment", SERIAL)
    words.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
    return saved(picture(width, height), "PNG", exif=exif(), pnginfo=words)


def telling_webp(width: int = 800, height: int = 500) -> bytes:
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SN-0042-7715</x:xmpmeta>"
    return saved(picture(width, height), "WEBP", exif=exif(), xmp=xmp)


def animation(frames: int, width: int = 8, height: int = 8, kind: str = "GIF") -> bytes:
    images = [
        Image.new("RGB", (width, height), (at * 37 % 256, at * 91 % 256, 90))
        for at in range(frames)
    ]
    options = {"save_all": True, "append_images": images[1:], "duration": 40}
    return saved(images[0], kind, **options)


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + chunks + _chunk(b"IEND", b"")


def jpeg_header(width: int, height: int) -> bytes:
    """A JPEG whose frame claims another size than it has."""
    whole = bytearray(jpeg(16, 16))
    place = whole.index(b"\xff\xc0")
    whole[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(whole)


@cache
def bomb_png(side: int = 12_000) -> bytes:
    """A true PNG of `side` × `side` in a few hundred kilobytes."""
    line = b"\0" + bytes(side * 3)
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(line) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(name: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", checksum)


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body
