"""The process that decodes an untrusted image: low priority, little memory and time.

    python -m uploads.images.child examine IMAGE           prints its metadata as JSON
    python -m uploads.images.child develop IMAGE FOLDER    creates SIZE.webp there, prints their sizes

A refusal is printed as JSON too; a crash here does not affect the parent process.
"""

import json
import os
import resource
import sys
from dataclasses import asdict
from pathlib import Path

from uploads.images.encoding import derivatives
from uploads.images.limits import MAX_BYTES, Refused
from uploads.images.metadata import metadata_of
from uploads.images.opening import check_decodes, open_image

_NICENESS = 10
_MEMORY_BYTES = 1_500_000_000
_CPU_S = 30


def examine(data: bytes) -> dict[str, object]:
    """Return the image's metadata. Raises Refused if it cannot be decoded."""
    image, structure = open_image(data)
    given = asdict(metadata_of(image, structure))
    check_decodes(data)
    return given


def develop(data: bytes, folder: Path) -> dict[str, object]:
    """Create the derivatives; return width, height and bytes by size."""
    made: dict[str, object] = {}
    for one in derivatives(data):
        (folder / f"{one.size}.webp").write_bytes(one.content)
        made[one.size] = {"width": one.width, "height": one.height, "bytes": len(one.content)}
    return made


def main(act: str, image: str, *folder: str) -> None:
    os.nice(_NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    with Path(image).open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    try:
        given = examine(data) if act == "examine" else develop(data, Path(folder[0]))
    except Refused as error:
        given = {"refused": str(error), "is_unsupported": error.is_unsupported}
    print(json.dumps(given))


if __name__ == "__main__":
    main(*sys.argv[1:])
