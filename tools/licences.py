"""Every installed package and every file of the pages stands under a licence of this list, or `make test` fails."""

import json
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# All may be used by a program under AGPL-3.0-or-later.
ALLOWED = {
    "AGPL-3.0-or-later",
    "Apache 2.0",
    "Apache Software License",
    "Apache-2.0",
    "Apache-2.0 OR BSD-2-Clause",
    "Apache-2.0 OR BSD-3-Clause",
    "BSD",
    "BSD 2-Clause License",
    "BSD License",
    "BSD-0-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)",
    "ISC",
    "LGPL-3.0-only",
    "MIT",
    "MIT AND PSF-2.0",
    "MIT License",
    "MIT OR Apache-2.0",
    "MIT-0",
    "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)",
    "OFL-1.1",
    "0BSD",
    "PSF-2.0",
}
# Read by a person, because the package says it in its own way.
READ = {
    "python-dateutil": "Apache-2.0 or BSD-3-Clause, as one likes (holidays asks for the edition that names both)",
    "extract-msg": "GPL-3.0 (reads Outlook's .msg; compatible with AGPL-3.0)",
    "pcodedmp": "GPL-3.0 (comes with oletools)",
    "regex": "Apache-2.0 and CNRI-Python (comes with clevercsv, which only tests compare with; no part of the program)",
    "text-unidecode": "Artistic or GPL-2.0-or-later (comes with python-slugify; tests only)",
}


def main() -> int:
    found = [*python_packages(), *npm_packages()]
    strange = [f"{name}: {licence or 'says nothing'}" for name, licence in found if not fine(name, licence)]
    for line in strange:
        print(f"A licence outside the list of tools/licences.py: {line}")
    print(f"{len(found)} packages, {len(strange)} outside the list")
    return 1 if strange else 0


def fine(name: str, licence: str) -> bool:
    return licence in ALLOWED or name in READ


def python_packages() -> list[tuple[str, str]]:
    return [(each.metadata["Name"], licence_of(each)) for each in distributions()]


def licence_of(package: Distribution) -> str:
    """The expression, else the classifiers that say more than "OSI Approved", else the field's first line."""
    metadata = package.metadata.json
    if metadata.get("license_expression"):
        return str(metadata["license_expression"])
    classifiers = [
        line.split("::")[-1].strip() for line in metadata.get("classifier", []) if line.startswith("License")
    ]
    said = [each for each in classifiers if each != "OSI Approved"]
    if said:
        return said[0] if len(set(said)) == 1 else " and ".join(sorted(set(said)))
    lines = str(metadata.get("license") or "").strip().splitlines()
    if any("Permission is hereby granted, free of charge" in line for line in lines):
        return "MIT"
    return lines[0].strip() if lines else ""


def npm_packages() -> list[tuple[str, str]]:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    return [
        (name.removeprefix("node_modules/"), str(package.get("license", "")))
        for name, package in lock["packages"].items()
        if name
    ]


if __name__ == "__main__":
    sys.exit(main())
