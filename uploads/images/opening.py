"""Opening an image with one decoder only, the one that its beginning names, within bounds."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image

from uploads.images.limits import MAX_BYTES, MAX_PIXELS, Refused, check_size, cut_short
from uploads.images.structure import Structure, structure_of

Image.MAX_IMAGE_PIXELS = MAX_PIXELS  # Pillow warns above it: an error here, see refusing_damage
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
    Image.DecompressionBombWarning,
    Image.DecompressionBombError,
)


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Damage, and a warning of a bomb, end in Refused; other warnings say nothing to anybody."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except DAMAGED as error:
            raise cut_short() from error


def open_image(data: bytes) -> tuple[Image.Image, Structure]:
    """The image, not decoded yet. Raises Refused for what is not whole, accepted and within bounds."""
    if len(data) > MAX_BYTES:
        raise Refused(f"The image is larger than {MAX_BYTES // 1_000_000} MB.")
    structure = structure_of(data)
    with refusing_damage():
        image = Image.open(BytesIO(data), formats=[structure.kind])
    check_size(*image.size)
    return image, structure


def check_decodes(data: bytes) -> None:
    """Decode the first frame and forget it. Raises Refused."""
    image, _ = open_image(data)
    with refusing_damage():
        image.draft("RGB", (image.width // _GENEROUS, image.height // _GENEROUS))
        image.load()


def decoded(data: bytes, *, longest: int) -> Image.Image:
    """The first frame, decoded; a JPEG may come smaller, with a longer side of at least `longest`."""
    image, _ = open_image(data)
    with refusing_damage():
        image.draft("RGB", (longest, longest))
        image.load()
    return image
