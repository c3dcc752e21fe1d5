"""The lines of vCards: unfolded, decoded, cut into name, parameters and value."""

import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

#: Characters of one property that are kept: a photo is not.
LONGEST = 200_000
_NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z][A-Za-z0-9-]*)")
#: Words that stand in 2.1 without "TYPE=" and are no type.
_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"}


@dataclass(frozen=True)
class Property:
    """name: upper case, without its group.  types: lower case.  value: decoded, escapes still in it."""

    name: str
    value: str
    types: frozenset[str] = frozenset()
    params: dict[str, str] = field(default_factory=dict)


def text_of(content: bytes) -> str:
    """UTF-8 or UTF-16 by its mark, else UTF-8, else as Windows wrote it."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def properties(text: str, warnings: list[str]) -> Iterator[Property]:
    """Every property in order, BEGIN and END among them.  A line that is none is named in `warnings`."""
    for line in _unfolded(re.split("\r\n|\n|\r", text.replace("\0", ""))):
        if not line.strip():
            continue
        found = _cut(line)
        if found is None:
            warnings.append(f"This line is no property: {line[:60]}")
        else:
            yield found


def _unfolded(lines: Sequence[str]) -> Iterator[str]:
    """Lines with what continues them: after a blank at the start (3.0, 4.0) or a = at the end (quoted-printable)."""
    held: str | None = None
    for line in lines:
        if held is not None and held.endswith("=") and _is_quoted(held):
            held = held[:-1] + line
        elif held is not None and line[:1] in (" ", "\t") and line.strip():
            held += line[1:]
        elif held is not None and _is_base64(held) and line and ":" not in line:
            held += line.strip()
        else:
            if held is not None:
                yield held[:LONGEST]
            held = line
    if held is not None:
        yield held[:LONGEST]


def _is_quoted(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


def _is_base64(line: str) -> bool:
    head = line.partition(":")[0].upper()
    return "BASE64" in head or "ENCODING=B" in head


def _cut(line: str) -> Property | None:
    head, colon, value = _at_colon(line)
    parts = _split(head, ";", quoted=True)
    name = _NAME.fullmatch(parts[0].strip())
    if not colon or name is None:
        return None
    params: dict[str, str] = {}
    types: set[str] = set()
    for part in parts[1:]:
        key, equals, said = part.partition("=")
        key = key.strip().upper()
        if not equals:  # 2.1: TEL;WORK;VOICE
            key, said = ("ENCODING" if key in _ENCODINGS else "TYPE"), key
        said = said.strip().strip('"')
        if key == "TYPE":
            types |= {each.strip().strip('"').lower() for each in said.split(",") if each.strip()}
        else:
            params[key] = said
    return Property(name[1].upper(), _decoded(value, params), frozenset(types), params)


def _at_colon(line: str) -> tuple[str, str, str]:
    """At the first colon outside of quotation marks."""
    inside = False
    for place, letter in enumerate(line):
        if letter == '"':
            inside = not inside
        elif letter == ":" and not inside:
            return line[:place], ":", line[place + 1 :]
    return line.partition(":")


def _decoded(value: str, params: dict[str, str]) -> str:
    if params.get("ENCODING", "").upper() != "QUOTED-PRINTABLE":
        return value
    try:
        raw = quopri.decodestring(value.encode("latin-1"))
    except UnicodeEncodeError:
        raw = quopri.decodestring(value.encode("utf-8"))
    charset = params.get("CHARSET") or "utf-8"
    try:
        decoded = raw.decode(charset)
    except (LookupError, UnicodeDecodeError):
        decoded = text_of(raw)
    return decoded.replace("\r\n", "\n")


def _split(text: str, mark: str, *, quoted: bool = False) -> list[str]:
    """At a character that is not escaped (nor, in parameters, inside quotation marks)."""
    parts, part, inside, skip = [], "", False, False
    for letter in text:
        if skip:
            part, skip = part + letter, False
        elif letter == "\\" and not quoted:
            part, skip = part + letter, True
        elif letter == '"' and quoted:
            inside, part = not inside, part + letter
        elif letter == mark and not inside:
            parts.append(part)
            part = ""
        else:
            part += letter
    return [*parts, part]


def components(value: str, mark: str = ";") -> list[str]:
    """The parts of a value such as N, ADR, ORG, as text."""
    return [plain(part) for part in _split(value, mark)]


def plain(value: str) -> str:
    r"""Without escapes: \, \; \: \\ and \n."""
    text = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
    return text.strip()
