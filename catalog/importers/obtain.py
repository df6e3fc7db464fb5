"""Obtain the files of a source: a folder, a zip, an s3:// URL or a named release."""

import hashlib
import re
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path

from catalog.importers.archive import MAX_BYTES, unpacked
from catalog.importers.errors import ImportFailed
from catalog.importers.releases import RELEASES, downloaded
from nextflex.base.progress import Progress

_S3 = re.compile(r"s3://([^/]+)/(.+)")


def obtained(where: str, names: Collection[str], work: Path, *, progress: Progress) -> Path:
    """Return the folder with the source's files; fetched and unpacked files are in `work`.

    Raises ImportFailed, with the remedy, when it cannot be obtained.
    """
    if "://" in where:
        return unpacked(_fetched(where, work, progress), names, work)
    if where in RELEASES and not Path(where).exists():
        return unpacked(downloaded(where, progress=progress), names, work)
    return unpacked(Path(where), names, work)


def _fetched(url: str, work: Path, progress: Progress) -> Path:
    """Fetch from S3; credentials, region and endpoint are in the environment (AWS_ACCESS_KEY_ID …)."""
    found = _S3.fullmatch(url)
    if not found:
        raise ImportFailed(
            f"{url}: only s3://bucket/file is supported; download the file and give its path"
        )
    if find_spec("boto3") is None:
        raise ImportFailed("s3:// needs the package boto3; run script/setup s3")
    # Imported only for s3://, which alone needs it.
    import boto3  # noqa: PLC0415
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    bucket, key = found.groups()
    target = work / Path(key).name
    try:
        client = boto3.client("s3")
        size = client.head_object(Bucket=bucket, Key=key)["ContentLength"]
        if size > MAX_BYTES:
            raise ImportFailed(f"{url} has {size:,} bytes, more than the maximum of {MAX_BYTES:,}")
        read = 0

        def tell(more: int) -> None:
            nonlocal read
            read += more
            progress(f"fetching {target.name}", min(read / max(size, 1), 1.0))

        client.download_file(bucket, key, str(target), Callback=tell)
    except (BotoCoreError, ClientError, OSError) as error:
        raise ImportFailed(
            f"{url} could not be read ({error}); check the URL and the AWS_* settings"
        ) from error
    return target


def checksum_of(folder: Path, names: Collection[str]) -> str:
    """Return one checksum over those of the named files that exist."""
    digest = hashlib.sha256()
    for name in sorted(names):
        if (folder / name).is_file():
            with (folder / name).open("rb") as file:
                digest.update(name.encode() + hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
