"""Whoever enters a record that looks like one we have is asked first, with score and reason."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from callboard.core.access import visible
from callboard.core.actions import Actor, Invalid
from callboard.directory.actions.pairs import note_pairs
from callboard.directory.models import Account, Contact, FoundBy, Twins
from callboard.directory.queries.duplicates import Candidate, candidates_for
from callboard.directory.reading.duplicates import Kind, Match, Record, shown


class LooksLike(Invalid):
    """What is entered looks like records we have: `found`, the best first."""

    def __init__(self, sentence: str, found: Sequence[Candidate]) -> None:
        super().__init__({"confirmed": sentence})
        self.found = found


def ask_about(row: Record, kind: Kind, *, confirmed: bool, by: Actor) -> Sequence[Candidate]:
    """Records that look like this one. LooksLike, at `confirmed`, with a sentence that names those `by` may see, until it is
    confirmed."""
    (found,) = candidates_for([row], kind)
    if found and not confirmed:
        names = _names(found, kind, by)
        if len(names) < len(found):
            names.append(_("one you do not see"))
        sentence = (
            _("This may be one we have: {names}. Confirm to create it anyway.")
            if kind is Kind.ACCOUNT
            else _("This may be somebody we have: {names}. Confirm to add them anyway.")
        )
        raise LooksLike(sentence.format(names="; ".join(names)), found)
    return found


def note_entered(record: Account | Contact, found: Sequence[Candidate], by: Actor) -> None:
    """It was made all the same: the pairs wait in the list of duplicates for a second look."""
    kind = Twins.ACCOUNT if isinstance(record, Account) else Twins.CONTACT
    matches = [Match(record.pk, one.pk, one.score, one.reasons, one.apart) for one in found]
    if matches:
        note_pairs(kind, matches, FoundBy.ENTRY, by)


def _names(found: Sequence[Candidate], kind: Kind, by: Actor) -> list[str]:
    ids = [one.pk for one in found]
    if kind is Kind.ACCOUNT:
        accounts = visible(Account.objects.all(), by).in_bulk(ids)
        names = {pk: f"{row} (#{row.number}{', ' + row.place if row.place else ''})" for pk, row in accounts.items()}
    else:
        people = visible(Contact.objects.select_related("account"), by).in_bulk(ids)
        names = {
            pk: f"{row}, {row.title}, {row.account}" if row.title else f"{row}, {row.account}"
            for pk, row in people.items()
        }
    return [f"{names[one.pk]}: {shown(one.score)}, {one.why}" for one in found if one.pk in names]
