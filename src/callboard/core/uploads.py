"""A file that came with a form or a call, kept: size and name looked at, the content stored by its hash."""

from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext as _

from callboard.core.errors import Invalid
from callboard.core.files import store
from callboard.core.given import cleaned
from callboard.core.params import File

MEGABYTE = 1024 * 1024
LONGEST_NAME, LONGEST_TYPE = 200, 100


@dataclass(frozen=True)
class Upload:
    """What of a kept file a row says.  media_type: as the browser called it, never believed."""

    name: str
    size: int
    sha256: str
    media_type: str


def keep(file: File, *, most: int, field: str = "file") -> Upload:
    """Store an upload of at most so many bytes; it is on disk when this returns.  Invalid, under `field`, for one that is
    empty or larger; OSError as `store`."""
    size = file.size or 0
    if not size:
        raise Invalid({field: _("The file is empty.")})
    if size > most:
        sentence = _("The file is larger than {most} MB. Put it where your team keeps files and note its address.")
        raise Invalid({field: sentence.format(most=most // MEGABYTE)})
    name, media_type = file_name(file.name or ""), (file.content_type or "")[:LONGEST_TYPE]
    file.seek(0)  # a run that starts again reads it again
    return Upload(name, size, store(file.read()), media_type)


def file_name(given: str) -> str:
    """The last part of whatever a browser called it, without what a file system minds."""
    name = PurePath(cleaned(given).replace("\\", "/")).name.strip().strip(".")
    return "".join(letter for letter in name if letter.isprintable())[-LONGEST_NAME:] or _("file")
