"""What stands where somebody stood who asked to be forgotten."""

from callboard.directory.models import Contact
from callboard.directory.reading.persons import GONE

ERASED = GONE


def is_erased(contact: Contact) -> bool:
    """Whether nothing of them is left but the id."""
    return contact.name == ERASED
