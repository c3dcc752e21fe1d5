"""ical.js as the other reader, run once for many files."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def node() -> str:
    """The one make fetched, else the machine's."""
    inside = Path(sys.executable).parent / "node"
    found = str(inside) if inside.exists() else shutil.which("node")
    assert found, "make test fetches Node where there is none"
    return found


def read_by_another(files: list[Path]) -> dict[Path, dict[str, Any]]:
    """By file: {events: [{uid, starts, series}], fault}."""
    command = [node(), str(Path(__file__).with_name("other_reader.mjs")), str(ROOT / "node_modules")]
    done = subprocess.run(command, input=json.dumps([str(file) for file in files]), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = map(json.loads, done.stdout.splitlines())
    return {Path(each["file"]): each for each in said}
