"""What a test may need from the machine. Without it the test is skipped, and the reason is the line that enables it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BROWSERS = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable")
MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge")


@dataclass(frozen=True)
class Need:
    """A program, the Debian package that brings it, and how to find it. `path()` is None when it is missing.

    root: only root may start it.
    """

    package: str
    path: Callable[[], Path | None]
    otherwise: str = ""
    root: bool = False

    def found(self) -> bool:
        return self.path() is not None and not (self.root and os.geteuid())

    @property
    def reason(self) -> str:
        """The sentence of a skipped test."""
        if self.root and os.geteuid():
            return f"needs {self.package} and root, who alone may start it: sudo make test"
        line = f"needs {self.package}: sudo apt install {self.package}"
        return f"{line}, or {self.otherwise}" if self.otherwise else line


def browser_path() -> Path | None:
    """CHROME_PATH, an installed Chrome, Chromium or Edge, or the one Playwright fetched."""
    given = os.environ.get("CHROME_PATH")
    if given:
        return Path(given) if Path(given).exists() else None
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return Path(found)
    for name in MAC_BROWSERS:
        path = Path(f"/Applications/{name}.app/Contents/MacOS/{name}")
        if path.exists():
            return path
    return playwrights_own()


def playwrights_own() -> Path | None:
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    places = (
        [Path(folder)]
        if folder
        else [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    )
    for place in places:
        for pattern in ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*"):
            for path in sorted(place.glob(pattern)):
                return path
    return None


def program(*names: str) -> Callable[[], Path | None]:
    """Look on PATH and where Debian keeps servers."""

    def path() -> Path | None:
        where = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
        return next((Path(found) for name in names if (found := shutil.which(name, path=where))), None)

    return path


def postgresql_15() -> Path | None:
    path = Path("/usr/lib/postgresql/15/bin/postgres")
    return path if path.exists() else None


SYSTEM = {
    "browser": Need("chromium", browser_path, "set CHROME_PATH, or: .venv/bin/playwright install chromium"),
    "dovecot": Need("dovecot-imapd", program("dovecot")),
    "opensmtpd": Need("opensmtpd", program("smtpd"), root=True),
    "postgresql-15": Need("postgresql-15", postgresql_15),
}
