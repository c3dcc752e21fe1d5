"""Nobody keeps a note with a place of its template still open."""

from collections.abc import Iterable, Mapping

from django.db.models import Model
from django.utils.translation import gettext as _

from callboard.core.actions import Actor, Invalid
from callboard.directory.models import Account, Contact
from callboard.journal.rules.filling import filled, left_open


def fill_in(
    written: Mapping[str, str],
    *,
    by: Actor,
    contact: Contact | None,
    where: Iterable[Account],
    about: Model | None = None,
) -> dict[str, str]:
    """What was written by field, with whom it was with, the account and the writer in their places.  Invalid where one is
    not known."""
    account = next((row.name for row in where), "")
    name = contact.name if contact is not None else str(getattr(about, "name", ""))
    known = {
        "name": name.split()[0] if name else "",
        "account": account or str(getattr(about, "company", "") or getattr(about, "name", "")),
        "me": by.person.name if by.person is not None else "",
    }
    found = {field: filled(text, known) for field, text in written.items()}
    sentence = _("“{place}” is still open. Say whom it was with, or write it yourself.")
    errors = {field: sentence.format(place=place) for field, text in found.items() if (place := left_open(text))}
    if errors:
        raise Invalid(errors)
    return found
