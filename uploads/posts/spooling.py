"""Write an uploaded image to disk in chunks, up to the allowed size."""

import hashlib
import tempfile
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, UnreadablePostError

from nextflex.base.errors import DomainError
from uploads.images.limits import MAX_BYTES
from uploads.images.metadata import plain_text
from uploads.posts.errors import BodyTooLarge, StorageFailed

FIELD = "image"
LONGEST_NAME = 200
_MOST_LET_PASS = 100_000_000


class Spooled(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs alone
    """An image on disk. given_name: the sender's name for it, as harmless text; sha256: of its bytes.

    The code that saves it may move the file; closing it removes what is left.
    """

    def __init__(self, path: Path, *, given_name: str, sha256: str, size: int) -> None:
        super().__init__(path.open("rb"), name=FIELD, size=size)
        self.path = path
        self.given_name = given_name
        self.sha256 = sha256

    def temporary_file_path(self) -> str:
        """The file's path; Django's local storage renames this file instead of copying it."""
        return str(self.path)

    def close(self) -> None:
        super().close()
        self.path.unlink(missing_ok=True)


def spool_folder() -> Path:
    """Return the folder, beside the media so that moving is renaming; the clean-up covers it too."""
    folder = Path(settings.DATA_DIR) / "spool"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def prepare(request: HttpRequest) -> None:
    """Prepare a request before anything reads its body. Raises BodyTooLarge by its declared length."""
    most = MAX_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    given = request.META.get("CONTENT_LENGTH") or "0"
    if given.isdecimal() and int(given) > most:
        _let_pass(request)
        raise too_large()
    request.upload_handlers = [SpoolingHandler(request)]


def _let_pass(request: HttpRequest) -> None:
    """Read and discard a body, up to a limit: many clients read no response before sending it all."""
    left = _MOST_LET_PASS
    try:
        while left > 0 and (piece := request.read(min(left, SpoolingHandler.chunk_size))):
            left -= len(piece)
    except UnreadablePostError:
        return  # the client disconnected


def too_large() -> BodyTooLarge:
    return BodyTooLarge(f"The image is larger than {MAX_BYTES // 1_000_000} MB.")


class SpoolingHandler(FileUploadHandler):
    """Store the file of the field `image`; a second one is an error, other files are ignored."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._path: Path | None = None
        self._is_open = False

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, *args, **kwargs)
        if field_name != FIELD:
            raise SkipFile
        if self._path:
            self._give_up(DomainError("A post can have only one image."))
        self._count, self._digest = 0, hashlib.sha256()
        try:
            handle, name = tempfile.mkstemp(dir=spool_folder())
        except OSError as error:
            raise _disk_failed() from error
        self._is_open = True
        self._path, self._draft = Path(name), open(handle, "wb")  # noqa: PTH123, SIM115  a descriptor

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._count += len(raw_data)
        if self._count > MAX_BYTES:
            self._give_up(too_large())
        self._digest.update(raw_data)
        try:
            self._draft.write(raw_data)
        except OSError as error:
            self._give_up(_disk_failed(), error)

    def file_complete(self, file_size: int) -> Spooled:
        if self._path is None:
            raise DomainError("The upload was interrupted; try again.")
        try:
            self._draft.close()
        except OSError as error:
            self._give_up(_disk_failed(), error)
        self._is_open = False
        return Spooled(
            self._path,
            given_name=plain_text(self.file_name or "", longest=LONGEST_NAME),
            sha256=self._digest.hexdigest(),
            size=self._count,
        )

    def upload_interrupted(self) -> None:
        if self._is_open:
            self._give_up(DomainError("The upload was interrupted; try again."))

    def _give_up(self, problem: DomainError, cause: Exception | None = None) -> NoReturn:
        if self._path:
            self._path.unlink(missing_ok=True)
            self._draft.close()
        raise problem from cause


def _disk_failed() -> StorageFailed:
    return StorageFailed("The image could not be stored, so nothing was posted. Try again soon.")
