"""Copy the files the pages load from node_modules to kit's static folder, and draw the sprite of the icons in use."""

import gzip
import json
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
KIT = ROOT / "src" / "callboard" / "kit"
TARGET = KIT / "static" / "vendor"
ICONS = KIT / "icons.txt"
#: The grammar of the browser is no static file: its files import each other by name, under a policy of their own.
GRAMMAR = KIT / "grammar" / "vendor"
FONT = "@fontsource-variable/instrument-sans/files"

FILES = {
    "htmx.js": "htmx.org/dist/htmx.min.js",
    "htmx-all.js": "htmx.org/dist/htmax.min.js",
    "sortable.js": "sortablejs/Sortable.min.js",
    "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
    "instrument-sans-latin-wdth-normal.woff2": f"{FONT}/instrument-sans-latin-wdth-normal.woff2",
    "instrument-sans-latin-ext-wdth-normal.woff2": f"{FONT}/instrument-sans-latin-ext-wdth-normal.woff2",
}
HARPER = "harper.js/dist"
GRAMMAR_FILES = ("index.js", "slimBinary.js", "harper_wasm_slim_bg.wasm")
LICENCES = {
    "harper": "harper.js/LICENSE",
    "htmx": "htmx.org/LICENSE",
    "sortable": "sortablejs/LICENSE",
    "tabler-icons": "@tabler/icons/LICENSE",
    "instrument-sans": "@fontsource-variable/instrument-sans/LICENSE",
}
SOURCE_MAP = re.compile(rb"(?m)^\s*(//|/\*)[#@]\s*sourceMappingURL=.*$")
SVG = re.compile(r"<svg[^>]*>(?P<inner>.*)</svg>", re.S)
# An invisible square that every icon of the set begins with.
FRAME = re.compile(r'<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>')


def main() -> int:
    if up_to_date():
        return 0
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    for name, source in FILES.items():
        content = (MODULES / source).read_bytes()
        if name.endswith((".js", ".css")):
            content = SOURCE_MAP.sub(b"", content)
        (TARGET / name).write_bytes(content)
    for name, source in LICENCES.items():
        shutil.copyfile(MODULES / source, TARGET / f"{name}.LICENSE.txt")
    copy_grammar()
    names = icon_names()
    (TARGET / "icons.svg").write_text(sprite(names))
    (TARGET / "made-from.json").write_text(fingerprint())
    return 0


def copy_grammar() -> None:
    """The grammar with its binary, each also gzipped: 16 MB become 8 once, not at every request."""
    shutil.rmtree(GRAMMAR, ignore_errors=True)
    GRAMMAR.mkdir(parents=True)
    (glue,) = (MODULES / HARPER).glob("BinaryModule-*.js")
    files = {name: MODULES / HARPER / name for name in GRAMMAR_FILES} | {"BinaryModule.js": glue}
    for name, source in files.items():
        content = source.read_bytes()
        if name.endswith(".js"):
            content = SOURCE_MAP.sub(b"", content).replace(glue.name.encode(), b"BinaryModule.js")
        (GRAMMAR / name).write_bytes(content)
        (GRAMMAR / f"{name}.gz").write_bytes(gzip.compress(content, 6, mtime=0))


def up_to_date() -> bool:
    stamp = TARGET / "made-from.json"
    return stamp.exists() and stamp.read_text() == fingerprint()


def fingerprint() -> str:
    """What the copies were made from: the versions in the lock, the list of icons, the lists above."""
    lock = json.loads((ROOT / "package-lock.json").read_text())
    versions = {name: package.get("version") for name, package in lock["packages"].items()}
    return json.dumps([versions, icon_names(), FILES, LICENCES, GRAMMAR_FILES])


def icon_names() -> list[str]:
    """The names in kit's icons.txt: one a line; `star-filled` is the filled drawing of `star`; # starts a comment."""
    if not ICONS.exists():
        return []
    lines = (line.partition("#")[0].strip() for line in ICONS.read_text().splitlines())
    return sorted({line for line in lines if line})


def sprite(names: list[str]) -> str:
    symbols = "\n".join(symbol(name) for name in names)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def symbol(name: str) -> str:
    folder, file = ("filled", name.removesuffix("-filled")) if name.endswith("-filled") else ("outline", name)
    path = MODULES / "@tabler" / "icons" / "icons" / folder / f"{file}.svg"
    if not path.exists():
        sys.exit(f"There is no icon named {name} (listed in {ICONS.relative_to(ROOT)}).")
    match = SVG.search(path.read_text())
    if match is None:
        sys.exit(f"The drawing of {name} cannot be read.")
    inner = " ".join(FRAME.sub("", match["inner"]).split())
    if folder == "filled":
        paint = 'fill="currentColor" stroke="none"'
    else:
        paint = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'  # the width is the stylesheet's
    return f'<symbol id="{name}" viewBox="0 0 24 24" {paint}>{inner}</symbol>'


if __name__ == "__main__":
    sys.exit(main())
