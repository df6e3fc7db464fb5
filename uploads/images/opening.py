"""Open an image with a single decoder, chosen by its first bytes, within limits.

Pillow refuses damaged images. This module adds the limits, and checks the ends of files, which Pillow
ignores.
"""

import struct
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from uploads.images.kinds import Kind, kind_of
from uploads.images.limits import (
    MAX_BYTES,
    MAX_PIXELS,
    MAX_SCANS,
    Refused,
    check_size,
    cut_short,
    too_many_pixels,
)
from uploads.images.structure import Structure, jpeg_scans, structure_of

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # Pillow only warns above it; see refusing_damage
# Unlike Image.open, they do not check the size that a header declares; check_size does.
_OPENERS: dict[Kind, Callable[[BytesIO], ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WEBP": WebPImageFile,
    "GIF": GifImageFile,
}
_ENDS: dict[Kind, bytes] = {"PNG": b"IEND\xaeB`\x82", "GIF": b"\0;"}
_GENEROUS = 8  # a JPEG is decoded at an eighth of its size to check that it is complete

# The exceptions that Pillow raises for damaged files, as found by mutation (manage.py fuzz_images).
DAMAGED = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    AttributeError,
    AssertionError,
    struct.error,
    ArithmeticError,
)
_BOMBS = (Image.DecompressionBombWarning, Image.DecompressionBombError)


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn damage, and the warning of a decompression bomb, into Refused; ignore other warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except _BOMBS as error:
            raise too_many_pixels() from error
        except DAMAGED as error:
            raise cut_short() from error


def open_image(data: bytes) -> tuple[Image.Image, Structure]:
    """Open an image without decoding it.

    Raises Refused for another type, an exceeded limit or damage.
    """
    if len(data) > MAX_BYTES:
        raise Refused(f"The image is larger than {MAX_BYTES // 1_000_000} MB.")
    kind = kind_of(data)
    with refusing_damage():
        image = _OPENERS[kind](BytesIO(data))
        check_size(*image.size)
        structure = structure_of(image, data, kind)
    check_size(*image.size, structure.frames)
    if kind == "JPEG" and jpeg_scans(data) > MAX_SCANS:
        raise Refused(f"The JPEG has more than {MAX_SCANS} scans.")
    return image, structure


def check_decodes(data: bytes) -> None:
    """Decode the first frame to check it. Raises Refused for damage, also for a missing end."""
    image, structure = open_image(data)
    if _ENDS.get(structure.kind, b"") not in data:
        raise cut_short()
    with refusing_damage():
        image.draft("RGB", (image.width // _GENEROUS, image.height // _GENEROUS))
        image.load()
    if structure.kind == "PNG":
        with refusing_damage():
            open_image(data)[0].verify()  # the checksums of the parts after the pixels


def decoded(data: bytes, *, longest: int) -> Image.Image:
    """Return the first frame; a JPEG may be smaller, with a longer side of at least `longest`."""
    image, _ = open_image(data)
    with refusing_damage():
        image.draft("RGB", (longest, longest))
        image.load()
    return image
