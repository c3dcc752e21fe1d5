"""Static files are gathered again only when one of them changed."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from callboard.config.preparations import static_fingerprint

STAMP = "gathered-from"


def gather() -> bool:
    """Run collectstatic if a file changed since the last time; whether it ran."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / STAMP
    wanted = static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted)
    return True
