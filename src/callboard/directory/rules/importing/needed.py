"""Which cells a row cannot do without.  Where one of them cannot be read the row is refused: without it the record would be
another one than the file means.  Any other cell that cannot be read is left out, and the row is taken and says so."""

from collections.abc import Container

from callboard.directory.rules.importing.fields import Field

#: By these a record is found again: without one the row makes a second record, or changes another one.
KEYS = {
    "account.id", "account.version", "account.number", "account.external", "account.domain",
    "contact.id", "contact.version", "contact.external", "contact.email",
}  # fmt: skip
NAMES = {"account.name", "contact.name", "contact.first", "contact.last"}
#: What a person asked for must not get lost: who asked for no mail or calls, who left and is no longer called.
WISHES = {"contact.no_mail", "contact.no_calls", "contact.left_on"}
#: What it belongs to; the country its numbers are read by (without one it stands in the US).  An owner is none of them: most
#: exports name people who left, and an account that nobody has waits where such accounts wait.
PLACED = {"account.parent", "account.country"}
NEEDED = KEYS | NAMES | WISHES | PLACED
#: A wish for no calls is kept by the numbers of the row.
NUMBERS = {"contact.phone", "contact.mobile", "contact.home", "contact.fax"}


def is_needed(field: Field, said: Container[str]) -> bool:
    """Whether a row is refused where this cell of it cannot be read.  said: the fields the row does say."""
    return field.name in NEEDED or (field.name in NUMBERS and "contact.no_calls" in said)
