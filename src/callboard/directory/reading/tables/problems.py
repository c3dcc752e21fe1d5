"""What is wrong with a file, in a sentence for whoever sent it."""

from dataclasses import dataclass, field
from typing import Any

#: Bytes of a file that is read at all.
MOST_BYTES = 512 * 1024 * 1024
#: Columns of a table.
MOST_COLUMNS = 1000
#: Columns of a spreadsheet: what is empty beyond those that are read is cut off, and what is wider still is no table.
WIDEST = 16_384
#: Rows of a file, empty ones among them: those of a spreadsheet.
MOST_LINES = 1_048_576
#: Characters and lines of a text file that are looked at while somebody waits.
GLANCE, GLANCE_LINES = 2_000_000, 20_000
#: Bytes of a workbook, unpacked and as it is, that is looked at while somebody waits.
GLANCE_UNPACKED, GLANCE_BOOK = 64 * 1024 * 1024, 16 * 1024 * 1024
#: Characters of one cell; a spreadsheet holds 32,767.
LONGEST_CELL = 100_000


def _(text: str) -> str:
    """Marks a sentence for translators; whoever shows it says it in their language."""
    return text


@dataclass(frozen=True)
class Said:
    """A sentence with its values: `text` is what is translated, str() the English of it."""

    text: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)


class Unreadable(ValueError):
    """The file cannot be read; `said` says why and what to do."""

    def __init__(self, text: str, **values: Any) -> None:
        self.said = Said(text, values)
        super().__init__(str(self.said))


def size_text(size: int) -> str:
    """1.4 GB, 12 MB, 3 kB."""
    for limit, unit in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")):
        if size >= limit:
            return f"{size / limit:.3g} {unit}"
    return f"{size} bytes"
