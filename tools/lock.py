"""Write the lock files: python3 tools/dev.py lock. They name versions and hashes, never an address."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).parent / "uv"
# dev first: base keeps its versions.
LOCKS = {"dev": None, "base": "dev", "node": "dev", "uv": None}


def main() -> int:
    for name, constraint in LOCKS.items():
        command = [str(UV), "pip", "compile", "-q", "--universal", "--generate-hashes", "--python-version", "3.11"]
        command += ["--no-header", *sys.argv[1:]]
        command += ["-c", f"requirements/{constraint}.txt"] if constraint else []
        command += [f"requirements/{name}.in", "-o", f"requirements/{name}.txt"]
        subprocess.run(command, cwd=ROOT, check=True)
    subprocess.run(["npm", "install", "--package-lock-only", "--ignore-scripts", "--silent"], cwd=ROOT, check=True)
    strip_addresses(ROOT / "package-lock.json")
    return 0


def strip_addresses(path: Path) -> None:
    """npm writes where to give money, which is an address too."""
    lock = json.loads(path.read_text())
    for package in lock["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
