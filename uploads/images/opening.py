"""Opening an image with one decoder only, the one that its beginning names, within bounds.

Pillow refuses what is damaged. Ours are the limits, and the ends of files, which it does not look at.
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

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # Pillow warns above it: an error here, see refusing_damage
# Unlike Image.open, they leave it to us to say how large a header claims the image to be.
_OPENERS: dict[Kind, Callable[[BytesIO], ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WEBP": WebPImageFile,
    "GIF": GifImageFile,
}
_ENDS: dict[Kind, bytes] = {"PNG": b"IEND\xaeB`\x82", "GIF": b"\0;"}
_GENEROUS = 8  # a JPEG is read at an eighth of its size to see that it is whole

# What Pillow raises for damaged files, as seen with mutated ones (manage.py fuzz_images).
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
    """Damage, and a warning of a bomb, end in Refused; other warnings say nothing to anybody."""
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
    """The image, not decoded yet. Raises Refused for another kind, beyond a limit, or a damaged head."""
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
    """Decode the first frame and forget it. Raises Refused for damage, also for a missing end."""
    image, structure = open_image(data)
    if _ENDS.get(structure.kind, b"") not in data:
        raise cut_short()
    with refusing_damage():
        image.draft("RGB", (image.width // _GENEROUS, image.height // _GENEROUS))
        image.load()
    if structure.kind == "PNG":
        with refusing_damage():
            open_image(data)[0].verify()  # the checksums of what follows the pixels


def decoded(data: bytes, *, longest: int) -> Image.Image:
    """The first frame, decoded; a JPEG may come smaller, with a longer side of at least `longest`."""
    image, _ = open_image(data)
    with refusing_damage():
        image.draft("RGB", (longest, longest))
        image.load()
    return image
