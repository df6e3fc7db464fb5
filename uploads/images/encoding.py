"""Encode the displayed images: upright, in sRGB, as WebP, with only the pixels of the file.

Only the first frame of an animation is used.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms

from uploads.images.metadata import metadata_of
from uploads.images.opening import DAMAGED, decoded, open_image, refusing_damage

WIDTHS = (320, 720, 1440)
FULL = "full"
LONGEST_SIDE = 2560  # of the "full" one
SIZES = (*(str(width) for width in WIDTHS), FULL)
_QUALITY = 82
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Derivative:
    """An encoded image. size: one of SIZES; content: a WebP."""

    size: str
    width: int
    height: int
    content: bytes


def derivatives(data: bytes) -> Iterator[Derivative]:
    """Yield the full image, then the narrower ones, each smaller than the previous; none is enlarged.

    Raises Refused for an image that cannot be decoded.
    """
    image, structure = open_image(data)
    orientation = metadata_of(image, structure).orientation
    with refusing_damage():
        image = _in_srgb(decoded(data, longest=LONGEST_SIDE))
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    if orientation in _TURNS:
        image = image.transpose(_TURNS[orientation])
    yield _encoded(image, FULL)
    for width in sorted(WIDTHS, reverse=True):
        if width < image.width:
            height = max(1, round(image.height * width / image.width))
            image = image.resize((width, height), Image.Resampling.LANCZOS)
            yield _encoded(image, str(width))


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return the colours that a screen without colour management shows; RGBA for transparent images."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode in {"P", "PA", "LA", "L", "1"}:
        return image.convert(
            mode
        )  # a profile for these modes is for greys or for the palette's colours
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
        except (ImageCms.PyCMSError, *DAMAGED):
            return image.convert(mode)  # an invalid profile, or one for other colours
        return converted or image.convert(mode)
    return image.convert(mode)


def _encoded(image: Image.Image, size: str) -> Derivative:
    """Encode the pixels as a new image, so that the encoder has no metadata to copy."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    into = BytesIO()
    bare.save(into, "WEBP", quality=_QUALITY, method=4)
    return Derivative(size, *bare.size, into.getvalue())
