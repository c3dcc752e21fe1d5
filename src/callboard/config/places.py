"""Where this clone keeps what it must not forget. Nothing here touches the disk except `make_home` and `secret_key`."""

import fcntl
import hashlib
import json
import os
import secrets
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

CLONE = Path(__file__).resolve().parents[3]
#: Installed from a wheel the package lies in a folder of Python's, which is not ours to write to.
INSTALLED = not (CLONE / "tools" / "dev.py").exists()
COMPANIES = ("practice", "own")
#: What says where the company's database is.
DATABASES = ("DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_OWNER_URL")


def default_home() -> Path:
    """The data folder of this clone: one subfolder of the platform's user-data folder.

    As root PostgreSQL runs under a system user that cannot read root's home, so the folder lies outside it.
    """
    name = "installed" if INSTALLED else CLONE.name
    name = f"{name}-{hashlib.sha256(str(CLONE).encode()).hexdigest()[:8]}"
    if os.geteuid() == 0:
        system = Path("/var/lib") if sys.platform.startswith("linux") else Path("/Library/Application Support")
        return system / "callboard" / name
    return Path(platformdirs.user_data_dir("callboard", appauthor=False)) / name


def home() -> Path:
    """The data folder: CALLBOARD_HOME, or the default of this clone."""
    given = os.environ.get("CALLBOARD_HOME")
    return Path(given).expanduser().absolute() if given else default_home()


def static_root() -> Path:
    """Where the files that pages load are gathered."""
    given = os.environ.get("CALLBOARD_STATIC", "")
    return Path(given or (home() / "static" if INSTALLED else CLONE / "static-build"))


def make_home(folder: Path) -> Path:
    """Create the data folder. Others may pass through it (PostgreSQL's system user must) but not list it."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.owner() == Path("/").owner() or folder.stat().st_uid == os.geteuid():
        folder.chmod(0o711)
    return folder


def secret_key(folder: Path) -> str:
    """The key that signs sessions and links: SECRET_KEY of the environment, or one made once in the data folder."""
    given = os.environ.get("SECRET_KEY")
    if given:
        return given
    path = folder / "secret_key"
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    except OSError:
        return secrets.token_urlsafe(50)
    try:
        make_home(folder)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    except OSError:
        # A read-only folder: `doctor` and `up` say so; a command that only reads files needs no lasting key.
        return secrets.token_urlsafe(50)
    key = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key


def company(folder: Path) -> str:
    """Which company this process serves: CALLBOARD_COMPANY, else the choice kept in the data folder, else practice."""
    given = os.environ.get("CALLBOARD_COMPANY")
    if given in COMPANIES:
        return given
    try:
        kept = (folder / "company").read_text().strip()
    except OSError:
        return "practice"
    return kept if kept in COMPANIES else "practice"


def serve_practice(folder: Path) -> None:
    """This process, and what it starts, is for the practice company.

    Beside the own company it has a database of its own in the data folder and an address of its own: those that were
    given are the own company's.
    """
    if company(folder) == "own":
        for name in (*DATABASES, "CALLBOARD_URL"):
            os.environ.pop(name, None)
        os.environ["CALLBOARD_BESIDE"] = "1"
    os.environ["CALLBOARD_COMPANY"] = "practice"


def command_for(command: str) -> str:
    """A command as it must be typed to reach the company of this process."""
    return f"{program()} {command}{' --practice' if os.environ.get('CALLBOARD_BESIDE') else ''}"


def program() -> str:
    """How `callboard` is called: by its name where the shell finds this very one, else by the path it lies at."""
    mine, found = Path(sys.executable).with_name("callboard"), shutil.which("callboard")
    if not mine.exists() or (found is not None and Path(found).resolve() == mine.resolve()):
        return "callboard"
    return shlex.quote(str(mine))


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Whoever else asks for the same lock waits."""
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def running_url(folder: Path, company: str) -> str | None:
    """Where `up` serves this company of this data folder, or served it when it was killed; None when it does not."""
    try:
        return str(json.loads((folder / "run" / f"up-{company}.json").read_text())["url"])
    except (OSError, ValueError, KeyError):
        return None
