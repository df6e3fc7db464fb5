"""Generate images and damage them as files are damaged, by chance or on purpose."""

import struct
from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image

_SIZES = (1, 3, 16, 33, 64)
_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_MODES = {
    "JPEG": ("RGB", "L", "CMYK"),
    "PNG": ("RGB", "RGBA", "L", "P", "1", "LA", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "GIF": ("P", "L"),
}
Mutation = Callable[[bytearray, Random], None]


def whole_image(rng: Random) -> bytes:
    """Return a small image of any kind, some with EXIF, several scans or several frames."""
    kind = rng.choice(list(_MODES))
    size = (rng.choice(_SIZES), rng.choice(_SIZES))
    colour = tuple(rng.randbytes(3))
    image = Image.new("RGB", size, (colour[0], colour[1], colour[2]))
    image.paste((0, 0, 0), (size[0] // 2, 0, *size))
    mode = rng.choice(_MODES[kind])
    image = image.convert("L").convert("I").convert(mode) if mode == "I;16" else image.convert(mode)
    options: dict[str, object] = {}
    if kind != "GIF" and rng.random() < 0.6:
        options["exif"] = _exif(rng)
    if kind == "JPEG":
        options |= {"progressive": rng.random() < 0.5, "quality": rng.randint(5, 95)}
    if kind == "WEBP":
        options["lossless"] = rng.random() < 0.5
    if kind in {"GIF", "WEBP", "PNG"} and rng.random() < 0.3 and mode != "I;16":
        frames = [image.rotate(90 * at) for at in range(1, rng.randint(2, 5))]
        options |= {"save_all": True, "append_images": frames, "duration": 50}
    into = BytesIO()
    image.save(into, kind, **options)
    return into.getvalue()


def _exif(rng: Random) -> bytes:
    given = Image.Exif()
    given[0x0112] = rng.randint(0, 9)
    given[0x010F], given[0x0132] = "Maker", "2024:05:01 12:30:15"
    inner = given.get_ifd(0x8769)
    inner[0x9003] = "2024:05:01 12:30:15"
    given.get_ifd(0x8825)[1] = "N"
    return given.tobytes()


def mutated(data: bytes, rng: Random) -> bytes:
    """Return the image with one to four damages."""
    damaged = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        rng.choice(_MUTATIONS)(damaged, rng)
    return bytes(damaged)


def _flip_bits(data: bytearray, rng: Random) -> None:
    for _ in range(rng.randint(1, 20)):
        if data:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _cut(data: bytearray, rng: Random) -> None:
    del data[rng.randrange(len(data) + 1) :]


def _drop_part(data: bytearray, rng: Random) -> None:
    start = rng.randrange(len(data) + 1)
    del data[start : start + rng.randint(1, 64)]


def _repeat_part(data: bytearray, rng: Random) -> None:
    start = rng.randrange(len(data) + 1)
    data[start:start] = data[start : start + rng.randint(1, 300)] * rng.randint(1, 8)


def _swap_parts(data: bytearray, rng: Random) -> None:
    length = rng.randint(1, 64)
    one, other = (rng.randrange(len(data) + 1) for _ in range(2))
    data[one : one + length], data[other : other + length] = (
        data[other : other + length],
        data[one : one + length],
    )


def _set_number(data: bytearray, rng: Random) -> None:
    """Replace a size, a length or an offset by an unusual number."""
    order, (letter, limit) = rng.choice("<>"), rng.choice((("H", 0xFFFF), ("I", 0xFFFFFFFF)))
    packed = struct.pack(order + letter, rng.choice(_NUMBERS) & limit)
    if len(data) > len(packed):
        start = rng.randrange(len(data) - len(packed))
        data[start : start + len(packed)] = packed


def _spoil_head(data: bytearray, rng: Random) -> None:
    """Damage the first bytes, where formats store their sizes."""
    for _ in range(rng.randint(1, 6)):
        if len(data) > 8:
            data[rng.randrange(6, min(len(data), 64))] = rng.randrange(256)


def _spoil_exif(data: bytearray, rng: Random) -> None:
    for mark in (b"Exif\0\0", b"eXIf", b"EXIF"):
        start = data.find(mark)
        if start >= 0:
            end = min(len(data), start + 200)
            for _ in range(rng.randint(1, 30)):
                data[rng.randrange(start + len(mark), end)] = rng.randrange(256)


def _append(data: bytearray, rng: Random) -> None:
    data += b"<script>alert(1)</script>" * rng.randint(1, 40)


_MUTATIONS: tuple[Mutation, ...] = (
    _flip_bits,
    _cut,
    _drop_part,
    _repeat_part,
    _swap_parts,
    _set_number,
    _spoil_head,
    _spoil_exif,
    _append,
)
