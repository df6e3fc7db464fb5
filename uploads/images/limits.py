"""The limits of images, and the error of a refused one."""

MAX_BYTES = 10_000_000
MAX_PIXELS = 40_000_000  # of all frames together
MAX_SIDE = 16_000  # the limit of WebP is 16,383
MAX_FRAMES = 60
MAX_SCANS = 100  # of a progressive JPEG: each scan covers the whole picture
ACCEPTED = "JPEG, PNG, WebP or GIF"


class Refused(Exception):
    """An image that is not accepted; the message explains the reason to its sender.

    is_unsupported: it may be a valid image, but of an unsupported format.
    """

    def __init__(self, message: str, *, is_unsupported: bool = False) -> None:
        super().__init__(message)
        self.is_unsupported = is_unsupported


def cut_short() -> Refused:
    return Refused("The image is incomplete or damaged; save it again and retry.")


def too_many_pixels(image: str = "") -> Refused:
    claim = f"{image}; " if image else "is too large: "
    return Refused(
        f"The image {claim}{MAX_PIXELS // 1_000_000} million pixels in total is the maximum."
    )


def check_size(width: int, height: int, frames: int = 1) -> None:
    """Raise Refused for a picture that would take too much memory or time to decode."""
    if not width or not height:
        raise cut_short()
    if max(width, height) > MAX_SIDE:
        raise Refused(
            f"The image is {width:,} × {height:,} pixels; the maximum is {MAX_SIDE:,} per side."
        )
    if frames > MAX_FRAMES:
        raise Refused(f"The image has {frames:,} frames; the maximum is {MAX_FRAMES}.")
    if width * height * frames > MAX_PIXELS:
        of_all = f" in {frames} frames" if frames > 1 else ""
        raise too_many_pixels(f"is {width:,} × {height:,} pixels{of_all}")
