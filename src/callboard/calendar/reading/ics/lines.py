"""The bytes of an .ics file as blocks of lines (RFC 5545, 3.1 and 3.4), whatever wrote them.

Lines are unfolded as bytes, because Outlook folds in the middle of a letter.  A block that is never closed ends where the
one around it ends and says so, so that a broken event costs the file that event and no other.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: A file is read whole; more is nobody's calendar.
MOST_BYTES = 32 * 1024 * 1024
#: Blocks stand in each other three deep at most; more is an attack on whoever reads them.
DEEPEST = 8
NEWLINES = re.compile(rb"\r*\n|\r")
FOLDS = re.compile(rb"\n[ \t]")
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Line:
    """One property: its name in capitals, its parameters (names in capitals, several values joined by commas), its value."""

    name: str
    params: dict[str, str]
    value: str


@dataclass
class Block:
    """BEGIN to END.  open: it was never closed.  unread: lines that are none."""

    name: str
    lines: list[Line] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    open: bool = True

    def first(self, name: str) -> Line | None:
        """The first property of a name."""
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> list[Line]:
        """Every property of a name."""
        return [line for line in self.lines if line.name == name]

    def text(self, name: str) -> str:
        """The value of the first property of a name, without its escapes; "" without one."""
        line = self.first(name)
        return unescaped(line.value).strip() if line is not None else ""

    def walk(self, name: str) -> Iterator["Block"]:
        """The blocks of a name inside, at any depth."""
        for block in self.blocks:
            if block.name == name:
                yield block
            yield from block.walk(name)


_ESCAPED = re.compile(r"\\([\\;,:\"nN])")


def unescaped(value: str) -> str:
    """A text as people read it (RFC 5545, 3.3.11)."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def parted(value: str) -> list[str]:
    """A list of texts: commas part it, unless they are escaped."""
    return [unescaped(part).strip() for part in re.split(r"(?<!\\),", value) if part.strip()]


def read_blocks(raw: bytes) -> Block:
    """The whole file as one block around its calendars."""
    whole = Block("")
    around = [whole]
    for text in _texts(raw):
        line = _line(text)
        if line is None:
            around[-1].unread.append(text[:200])
        elif line.name == "BEGIN":
            _begin(around, line.value.strip().upper())
        elif line.name == "END":
            _end(around, line.value.strip().upper())
        else:
            around[-1].lines.append(line)
    return whole


def _begin(around: list[Block], name: str) -> None:
    # An event never stands in an event: the one before was not closed.
    while len(around) > 1 and (around[-1].name == name or len(around) > DEEPEST):
        around.pop()
    block = Block(name)
    around[-1].blocks.append(block)
    around.append(block)


def _end(around: list[Block], name: str) -> None:
    if name not in {block.name for block in around[1:]}:
        return
    while around[-1].name != name:
        around.pop()
    around.pop().open = False


def _texts(raw: bytes) -> Iterator[str]:
    raw = raw.removeprefix(codecs.BOM_UTF8)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            raw = raw.decode(name, "replace").encode()
    unfolded = FOLDS.sub(b"", NEWLINES.sub(b"\n", raw))
    for line in unfolded.split(b"\n"):
        if line.strip():
            yield _decoded(line).replace("\0", "")


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


_HEAD = re.compile(r"\s*([A-Za-z0-9-]+)\s*(?=[;:])")
_PARAM = re.compile(r';\s*([^=;:"]+?)\s*=((?:"[^"]*"|[^";:])*)')
#: RFC 6868: what a parameter's value cannot hold.
_CARET = re.compile(r"\^([n^'])")


def _line(text: str) -> Line | None:
    """None for what is no property."""
    head = _HEAD.match(text)
    if head is None:
        return None
    at, params = head.end(), {}
    while found := _PARAM.match(text, at):
        said = _CARET.sub(lambda mark: {"n": "\n", "^": "^", "'": '"'}[mark[1]], found[2].replace('"', ""))
        params[found[1].upper()], at = said, found.end()
    if text[at : at + 1] != ":":
        return None
    return Line(head[1].upper(), params, text[at + 1 :])
