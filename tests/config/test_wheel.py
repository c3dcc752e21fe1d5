"""`pip wheel .` makes something that runs elsewhere: no Node, no clone, a path with spaces."""

import json
import os
import re
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.config.conftest import Company
from tests.config.test_up import free_port

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """What the wheel holds, in a folder of another name."""
    made = tmp_path / "made"
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(made),
        str(ROOT),
    ]
    subprocess.run(command, check=True, cwd=tmp_path, capture_output=True)
    (wheel,) = made.glob("callboard-*.whl")
    target = tmp_path / "another place" / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_what_the_wheel_holds_serves_pages_with_their_files(company: Company, elsewhere: Path) -> None:
    given = {name: value for name, value in company.environment.items() if name != "CALLBOARD_STATIC"}
    environment = given | {"PYTHONPATH": str(elsewhere), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "callboard.config.cli"]
    up = [*command, "up", "--empty", "--json", "--port", str(free_port())]
    process = subprocess.Popen(up, env=environment, cwd=elsewhere.parent, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        url = json.loads(process.stdout.readline())["url"]
        with urllib.request.urlopen(f"{url}/sign-in/", timeout=60) as answer:
            page = answer.read().decode()
        for file in re.findall(r'(?:href|src)="(/static/[^"#]+)', page):
            with urllib.request.urlopen(url + file, timeout=60) as answer:
                assert answer.read(), file
        assert (company.home / "static" / "staticfiles.json").exists()
        assert not (elsewhere.parents[1] / "static-build").exists()
    finally:
        subprocess.run([*command, "down"], env=environment, cwd=elsewhere.parent, check=True, capture_output=True)
        process.communicate(timeout=30)
    assert (
        os.fspath(elsewhere)
        in subprocess.run(
            [sys.executable, "-c", "import callboard; print(callboard.__file__)"],
            env=environment,
            capture_output=True,
            text=True,
        ).stdout
    )
