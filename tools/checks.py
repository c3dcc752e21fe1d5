"""make test: everything that must hold, quietly. Ends non-zero when anything failed; names what was skipped, and why.

FAST=1 leaves out browser stories, killed processes and what is marked slow. ALL=1 walks the whole matrix.
The checks run beside the first tests; tests without a browser run on two cores, the rest one after the other.
CALLBOARD_APT=1 (root) first fetches the system packages the tests want. CALLBOARD_NO_SKIPS=1 makes a skip a failure,
except for a system package that could not be fetched.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
FAST = os.environ.get("FAST") == "1"
#: pytest's exit code where the arguments left no test.
NO_TEST_CHOSEN = 5

CHECKS = [
    ("ruff", [str(BIN / "ruff"), "check", "-q", "src", "tests", "tools"]),
    ("format", [str(BIN / "ruff"), "format", "-q", "--check", "src", "tests", "tools"]),
    ("layers", [str(BIN / "lint-imports"), "--no-cache", "--no-logo"]),
    ("licences", [sys.executable, "tools/licences.py"]),
    ("locks", [sys.executable, "tools/locks.py"]),
    ("migrations", [sys.executable, "-m", "callboard.config.manage", "makemigrations", "--check", "--dry-run"]),
    ("types", [str(BIN / "mypy")]),
]


@dataclass
class Outcome:
    name: str
    code: int
    seconds: float
    output: str


def main() -> int:
    began = time.monotonic()
    unfetched = fetch_system_packages() if os.environ.get("CALLBOARD_APT") == "1" else []
    with ThreadPoolExecutor(1) as beside:
        checks = beside.submit(lambda: [check(entry) for entry in CHECKS])
        skipped, code = run_tests()
        failed = [outcome.name for outcome in checks.result() if outcome.code]
    if code:
        failed.append("pytest")
    forbidden = [] if os.environ.get("CALLBOARD_NO_SKIPS") != "1" else not_excused(skipped, unfetched)
    report(skipped, unfetched, forbidden)
    if forbidden:
        failed.append("skipped tests")
    seconds = time.monotonic() - began
    print(f"make test: {'FAILED: ' + ', '.join(failed) if failed else 'passed'} in {seconds:.0f} s", flush=True)
    return 1 if failed else 0


def check(entry: tuple[str, list[str]]) -> Outcome:
    """Run one check; its output is shown only when it failed."""
    name, command = entry
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    seconds = time.monotonic() - began
    print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name:12} {seconds:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout.strip()[-6000:], flush=True)
    return Outcome(name, done.returncode, seconds, done.stdout)


def run_tests() -> tuple[list[dict[str, str]], int]:
    """What needs neither a browser nor the machine to itself, on two cores; then the rest."""
    quick = "not story and not faults"
    if FAST:
        return pytest("-n", "2", "--dist", "loadfile", "-m", f"{quick} and not slow")
    first, one = pytest("-n", "2", "--dist", "loadfile", "-m", quick)
    then, two = pytest("-m", "story or faults")
    return first + then, one or two


def pytest(*arguments: str) -> tuple[list[dict[str, str]], int]:
    """pytest with its own summary on our stdout. What was skipped comes back through a file. Choosing no test is no failure."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "skipped.json"
        command = [sys.executable, "-m", "pytest", "-q", "--durations=10", "--durations-min=0.5"]
        environment = os.environ | {"CALLBOARD_SKIPPED": str(file), "KILLS": os.environ.get("KILLS", "5")}
        code = subprocess.call([*command, *arguments, *sys.argv[1:]], cwd=ROOT, env=environment)
        skipped = json.loads(file.read_text()) if file.exists() else []
    return skipped, 0 if code == NO_TEST_CHOSEN and sys.argv[1:] else code


def not_excused(skipped: list[dict[str, str]], unfetched: list[str]) -> list[dict[str, str]]:
    """Skips that are no system package's fault, and do not want the real data that is no part of the project."""
    excuses = [*unfetched, *([] if os.environ.get("CALLBOARD_DATA") else ["CALLBOARD_DATA"])]
    return [each for each in skipped if not any(excuse in each["reason"] for excuse in excuses)]


def report(skipped: list[dict[str, str]], unfetched: list[str], forbidden: list[dict[str, str]]) -> None:
    for package in unfetched:
        print(f"The system package {package} could not be fetched.")
    reasons: dict[str, int] = {}
    for each in skipped:
        reasons[each["reason"]] = reasons.get(each["reason"], 0) + 1
    for reason, count in reasons.items():
        print(f"Skipped {count}: {reason}")
    for each in forbidden:
        print(f"Must not be skipped here: {each['test']}")


def fetch_system_packages() -> list[str]:
    """apt-get what is missing, as root. Returns the packages that could not be fetched."""
    sys.path.insert(0, str(ROOT))
    from tests.needs import SYSTEM

    if os.geteuid() != 0:
        print("CALLBOARD_APT=1 needs root; nothing was fetched.")
        return []
    missing = [need.package for need in SYSTEM.values() if not need.found()]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if missing:
        subprocess.run(["apt-get", "-qq", "update"], env=environment, capture_output=True)
    for package in missing:
        command = ["apt-get", "-qq", "-y", "--no-install-recommends", "install", package]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        if done.returncode:
            print(f"{package}: {done.stderr.strip().splitlines()[-1:]}")
    return [need.package for need in SYSTEM.values() if not need.found()]


if __name__ == "__main__":
    sys.exit(main())
