"""Static files are gathered again only when one of them changed."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

from callboard.config.places import one_at_a_time
from callboard.config.preparations import static_fingerprint

STAMP = "gathered-from"


class Statics(CompressedManifestStaticFilesStorage):
    """Every file under a name made of its contents, also where one script imports another."""

    support_js_module_import_aggregation = True


def gather() -> bool:
    """Run collectstatic if a file changed since the last time; whether it ran."""
    root = Path(settings.STATIC_ROOT)
    root.parent.mkdir(parents=True, exist_ok=True)
    stamp = root / STAMP
    wanted = static_fingerprint()
    # Two companies that start in the same moment share the folder.
    with one_at_a_time(root.with_name(f".{root.name}.lock")):
        if stamp.exists() and stamp.read_text() == wanted:
            return False
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted)
    return True
