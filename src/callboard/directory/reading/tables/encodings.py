"""Which encoding a text file has: by its mark, by its NULs, by being UTF-8, else by what its letters look like."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from callboard.directory.reading.tables.problems import Said, _

PIECE = 1 << 20
SAMPLE = 256 * 1024
#: Where more than this part of the letters outside ASCII stand beside one another, it is no Western text with accents.
WESTERN = 0.5
MIXED = "callboard-mixed"
#: Bytes that cp1252 does not know and Latin-1 calls control characters.
_HOLES = frozenset(b"\x81\x8d\x8f\x90\x9d")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Encoding:
    """name: as it is told.  errors: how its stray bytes are read.  warnings: what was noticed."""

    name: str
    errors: str = "replace"
    warnings: tuple[Said, ...] = ()


def _western(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8, as Windows wrote it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error(MIXED, _western)


def find_encoding(path: Path, most: int | None = None) -> Encoding:
    """Reads the whole file once, in pieces; most: so many bytes of it."""
    with path.open("rb") as file:
        start = file.read(SAMPLE)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return Encoding(name)
    wide = _by_nuls(start)
    if wide:
        return Encoding(wide)
    valid, accented = _as_utf8(path, most)
    if valid:
        return Encoding("utf-8" if accented else "ascii")
    good, bad = _lines(start)
    if good and bad:
        return Encoding(
            "utf-8", MIXED, (Said(_("{n} lines are not UTF-8; they were read as Windows text."), {"n": bad}),)
        )
    return Encoding(_guessed(start))


def _by_nuls(start: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is NUL."""
    pairs = min(len(start), 4096) // 2 * 2
    if pairs < 4:
        return ""
    even, odd = start[0:pairs:2].count(0), start[1:pairs:2].count(0)
    if odd > pairs // 2 * 0.6 and even < pairs // 2 * 0.1:
        return "utf-16-le"
    if even > pairs // 2 * 0.6 and odd < pairs // 2 * 0.1:
        return "utf-16-be"
    return ""


def _as_utf8(path: Path, most: int | None) -> tuple[bool, bool]:
    """Whether it is UTF-8 to its end, and whether it needs more than ASCII."""
    decoder, accented = codecs.getincrementaldecoder("utf-8")(), False
    try:
        for piece in _pieces(path, most):
            accented = accented or not piece.isascii()
            decoder.decode(piece)
        if most is None:
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False, accented
    return True, accented


def _pieces(path: Path, most: int | None) -> Iterator[bytes]:
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(PIECE), b""):
            yield piece
            if most is not None and file.tell() >= most:
                return


def _lines(start: bytes) -> tuple[int, int]:
    """How many lines need UTF-8 and are it, and how many are not."""
    good = bad = 0
    for line in start.splitlines():
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            bad += 1
        else:
            good += 1
    return good, bad


def _guessed(start: bytes) -> str:
    """Accents stand alone among plain letters; letters of other alphabets stand together."""
    high = sum(byte > 127 for byte in start)
    beside = sum(first > 127 and second > 127 for first, second in pairwise(start))
    if beside <= high * WESTERN and not _HOLES & set(start):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(start[: 64 * 1024]).best()
    return str(best.encoding) if best is not None else "cp1252"
