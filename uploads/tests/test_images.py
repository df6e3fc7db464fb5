"""What the image pipeline takes, tells and makes; no web, no database."""

import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from uploads.images import isolated
from uploads.images.encoding import LONGEST_SIDE, derivatives
from uploads.images.fuzzing import image_number
from uploads.images.limits import Refused
from uploads.images.metadata import Metadata, metadata_of, plain_text
from uploads.images.opening import check_decodes, open_image
from uploads.tests.pictures import (
    BLUE,
    RED,
    animation,
    bomb_png,
    exif,
    jpeg,
    jpeg_header,
    picture,
    png_header,
    saved,
    telling_jpeg,
)

KINDS = ["JPEG", "PNG", "WEBP", "GIF"]


def reported(data: bytes) -> Metadata:
    return metadata_of(*open_image(data))


def shown(data: bytes, size: str = "full") -> Image.Image:
    made = {one.size: one.content for one in derivatives(data)}
    return Image.open(BytesIO(made[size]))


def near(pixel: Any, colour: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=False))


@pytest.mark.parametrize("kind", KINDS)
def test_an_image_tells_its_size_kind_and_colours(kind: str) -> None:
    found = reported(saved(picture(90, 50), kind))
    assert (found.kind, found.width, found.height, found.bit_depth) == (kind, 90, 50, 8)
    assert found.colour_mode == ("palette" if kind == "GIF" else "RGB")


def test_an_image_tells_its_camera_and_times_but_no_place() -> None:
    found = reported(telling_jpeg(orientation=6))
    assert (found.camera_make, found.camera_model, found.software) == (
        "Canon",
        "EOS 5D",
        "GIMP 2.10",
    )
    assert found.taken_at == "2024-05-01T12:30:15+02:00"
    assert found.changed_at == "2024-05-02T08:00:00"
    assert found.had_location
    assert (found.orientation, found.width, found.height) == (6, 600, 900)


@pytest.mark.parametrize(
    "data",
    [
        jpeg(exif=b"Exif\0\0II*\0\xff\xff\xff\xff"),
        jpeg(exif=b"Exif\0\0" + b"MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 200),
        jpeg(exif=b"Exif\0\0"),
        jpeg(exif=exif(more={0x0132: "0000:00:00 00:00:00", 0x010F: "\x01\x02\u202eevil"})),
        jpeg(exif=exif(orientation=77)),
    ],
)
def test_odd_exif_is_left_out_and_the_image_taken(data: bytes) -> None:
    found = reported(data)
    check_decodes(data)
    assert (found.width, found.orientation, found.changed_at) == (60, 1, found.changed_at)
    assert "\u202e" not in found.camera_make
    assert not found.changed_at.startswith("0000")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_image_is_shown_upright(orientation: int) -> None:
    upright = picture(80, 40)
    turned = {
        1: upright,
        2: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: upright.transpose(Image.Transpose.ROTATE_180),
        4: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(Image.Transpose.TRANSPOSE),
        6: upright.transpose(Image.Transpose.ROTATE_90),
        7: upright.transpose(Image.Transpose.TRANSVERSE),
        8: upright.transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    image = shown(saved(turned, quality=95, exif=exif(orientation=orientation))).convert("RGB")
    assert image.size == (80, 40)
    assert near(image.getpixel((5, 20)), RED)
    assert near(image.getpixel((75, 20)), BLUE)


def test_no_derivative_is_larger_than_the_image() -> None:
    made = {one.size: (one.width, one.height) for one in derivatives(jpeg(1000, 500))}
    assert made == {"full": (1000, 500), "720": (720, 360), "320": (320, 160)}


def test_a_large_image_has_all_sizes_and_a_bounded_full_one() -> None:
    made = {one.size: (one.width, one.height) for one in derivatives(jpeg(3000, 1500))}
    assert made == {
        "full": (LONGEST_SIDE, LONGEST_SIDE // 2),
        "1440": (1440, 720),
        "720": (720, 360),
        "320": (320, 160),
    }


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "I;16", "LA", "RGBA"])
def test_every_colour_mode_is_shown(mode: str) -> None:
    if mode == "I;16":
        data = saved(Image.new("I;16", (30, 20), 40_000), "PNG")
    else:
        data = saved(picture(30, 20).convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    check_decodes(data)
    assert shown(data).size == (30, 20)


def test_sixteen_bits_of_grey_keep_their_brightness() -> None:
    data = saved(Image.new("I;16", (30, 20), 128 * 256), "PNG")
    grey: Any = shown(data).convert("L").getpixel((9, 9))
    assert abs(grey - 128) < 4


def test_what_is_seen_through_stays_so() -> None:
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    assert shown(saved(image, "PNG")).convert("RGBA").getpixel((5, 5)) == (0, 0, 0, 0)


def test_a_colour_profile_is_applied_and_dropped() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = shown(saved(picture(), quality=95, icc_profile=lab))
    assert "icc_profile" not in image.info
    assert near(image.convert("RGB").getpixel((5, 20)), RED)


def test_a_broken_colour_profile_is_passed_over() -> None:
    assert shown(jpeg(icc_profile=b"no profile at all")).size == (60, 40)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_is_shown_by_its_first_frame(kind: str) -> None:
    data = animation(5, 40, 30, kind)
    assert reported(data).frames == 5
    image = shown(data)
    assert getattr(image, "n_frames", 1) == 1
    assert near(image.convert("RGB").getpixel((9, 9)), (0, 0, 90))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (png_header(60_000, 60_000), "16,000 per side"),
        (png_header(12_000, 12_000), "40 million pixels"),
        (jpeg_header(60_000, 60_000), "16,000 per side"),
        (jpeg_header(9_000, 9_000), "40 million"),
        (png_header(0, 10), "incomplete"),
        (animation(61), "the maximum is 60"),
        (animation(50, 1000, 1000), "in 50 frames"),
        (animation(61, kind="WEBP"), "the maximum is 60"),
        (animation(61, kind="PNG"), "the maximum is 60"),
        (b"", "empty"),
    ],
)
def test_what_is_too_large_is_refused_with_the_limit(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        open_image(data)
    assert not refused.value.is_unsupported


OTHERS = {
    "SVG": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "HEIC": b"\0\0\0\x18ftypheic\0\0\0\0" + b"x" * 100,
    "AVIF": b"\0\0\0\x18ftypavif\0\0\0\0" + b"x" * 100,
    "TIFF": b"II*\0" + b"x" * 100,
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "PDF": b"%PDF-1.7",
    "BMP": saved(picture(), "BMP"),
    "not a supported image": b"<html><script>alert(1)</script>",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_another_kind_is_refused_and_told_what_is_taken(kind: str) -> None:
    with pytest.raises(Refused, match=f"{kind}.*JPEG, PNG, WebP or GIF") as refused:
        open_image(OTHERS[kind])
    assert refused.value.is_unsupported


def test_a_jpeg_of_very_many_scans_is_refused() -> None:
    whole = jpeg(progressive=True)
    place = whole.rindex(b"\xff\xda")
    last_scan = whole[place:-2]
    with pytest.raises(Refused, match="scans"):
        open_image(whole[:-2] + last_scan * 101 + b"\xff\xd9")


def test_only_scans_of_the_image_itself_count() -> None:
    marks = b"\xff\xda" * 200
    check_decodes(jpeg(comment=marks) + marks)


@pytest.mark.parametrize("kind", [*KINDS, "progressive"])
def test_an_image_cut_short_anywhere_is_refused(kind: str) -> None:
    image = picture(64, 64)
    whole = saved(image, "JPEG", progressive=True) if kind == "progressive" else saved(image, kind)
    check_decodes(whole)
    for length in range(16, len(whole), max(1, len(whole) // 97)):
        with pytest.raises(Refused):
            check_decodes(whole[:length])


def test_text_is_one_line_without_direction_marks() -> None:
    assert plain_text("a\r\nSet-Cookie: b\0\u202ecod.exe\u2066", longest=200) == (
        "a Set-Cookie: b cod.exe"
    )
    assert len(plain_text("x" * 500, longest=200)) == 200


def test_a_child_tells_and_makes(tmp_path: Path) -> None:
    image = tmp_path / "upload"
    image.write_bytes(telling_jpeg(orientation=6))
    assert isolated.examine(image) == reported(image.read_bytes())
    made = isolated.develop(image, tmp_path)
    assert made["720" if "720" in made else "full"]["width"] == 600
    assert Image.open(tmp_path / "full.webp").size == (600, 900)


def test_a_child_refuses_in_words(tmp_path: Path) -> None:
    image = tmp_path / "upload"
    image.write_bytes(OTHERS["HEIC"])
    with pytest.raises(Refused, match="HEIC") as refused:
        isolated.examine(image)
    assert refused.value.is_unsupported


def test_a_child_that_dies_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be decoded"):
        isolated.examine(tmp_path / "is-not-there")


def test_a_real_bomb_is_small_and_refused() -> None:
    data = bomb_png()
    assert len(data) < 600_000
    with pytest.raises(Refused, match="12,000 × 12,000"):
        open_image(data)


def test_damage_that_shows_only_when_colours_are_converted_is_refused() -> None:
    data = image_number(11_504, seed=3)  # a palette image without a palette
    check_decodes(data)
    with pytest.raises(Refused, match="damaged"):
        list(derivatives(data))


def test_a_frame_that_sticks_out_counts_in_full() -> None:
    whole = bytearray(animation(1, 8, 8))
    place = whole.index(b"\x2c", 13 + 3 * 2)
    whole[place + 5 : place + 9] = struct.pack("<HH", 15_000, 15_000)
    with pytest.raises(Refused, match="40 million"):
        open_image(bytes(whole))
