"""What stands where somebody stood who asked to be forgotten."""

from callboard.directory.models import Contact

ERASED = "[erased]"


def is_erased(contact: Contact) -> bool:
    """Whether nothing of them is left but the id."""
    return contact.name == ERASED
