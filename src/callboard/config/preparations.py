"""Whether everything was prepared before, asked without Django: a look at files, some milliseconds.

It may be wrong about the database (somebody restored an older one): the web server notices, and `up` prepares then.
"""

import hashlib
import os
from pathlib import Path

from callboard import __version__
from callboard.config import places

PACKAGE = Path(__file__).resolve().parents[1]


def static_fingerprint() -> str:
    """Size and time of every file the pages load."""
    whole = hashlib.sha256(__version__.encode())
    for path in sorted(PACKAGE.glob("*/static/**/*")):
        state = path.stat()
        if path.is_file():
            whole.update(f"{path.relative_to(PACKAGE)} {state.st_size} {state.st_mtime_ns}\n".encode())
    return whole.hexdigest()


def fingerprint() -> str:
    """What the preparations were made for: the database's address, the migrations, the static files and their place."""
    whole = hashlib.sha256(static_fingerprint().encode())
    for name in ("DATABASE_URL", "CALLBOARD_STATIC"):
        whole.update(f"{name}={os.environ.get(name, '')}\n".encode())
    for path in sorted(PACKAGE.glob("*/migrations/*.py")):
        whole.update(f"{path.relative_to(PACKAGE)} {path.stat().st_mtime_ns}\n".encode())
    return whole.hexdigest()


def is_prepared(marker: Path) -> bool:
    try:
        gathered = (places.static_root() / "staticfiles.json").exists()
        return gathered and marker.read_text() == fingerprint()
    except OSError:
        return False


def mark(marker: Path) -> None:
    marker.write_text(fingerprint())
