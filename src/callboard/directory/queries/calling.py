"""What is known of those somebody wants to reach: read for many in one statement, whoever and however many they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from callboard.core.actions import Actor
from callboard.directory.models import Contact, Scope
from callboard.directory.queries.known import Said, read_known
from callboard.directory.queries.whereabouts import Known, places_of
from callboard.directory.reading.addresses import address_hash, comparable
from callboard.directory.rules.hours import Windows
from callboard.directory.rules.permission import SPOKEN, UNASKED, Facts, bound_as
from callboard.team.queries.company import settings_on

CLASS, LIST_DAYS, ANSWER_DAYS = "calling.class", "calling.list_days", "calling.answer_days"
CONSUMER, BUSINESS = "consumer", "business"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom somebody wants to reach, by what, why. `cause`: when the call or mail of theirs came that it answers, None where
    there is none; that it is theirs, whoever asks has seen."""

    to: str
    medium: str
    purpose: str
    contact: Contact | None = None
    cause: datetime | None = None


def facts_of(asked: Sequence[Asked], by: Actor, now: datetime) -> tuple[list[Facts], Windows]:
    """What is known of each, in the order asked, and the calling hours. One statement."""
    strangers = [comparable(each.to) for each in asked if each.contact is None and each.to]
    said = read_known(
        [each.contact.pk for each in asked if each.contact is not None],
        [comparable(each.to) for each in asked if "@" in each.to],
        [to for to in strangers if to.startswith("+")],
        {address_hash(each.to) for each in asked if each.to},
        now,
    )
    company = settings_on([CLASS, LIST_DAYS, ANSWER_DAYS])
    return [_facts(each, _whose(each, said), said, company) for each in asked], said.windows


def _whose(each: Asked, said: Said) -> Known | None:
    """Whom it reaches: a mail address has one owner, whoever is named; a number is of the person named, for many may share it."""
    to = comparable(each.to)
    if to in said.owners or each.contact is None:
        return said.owners.get(to) or said.lines.get(to)
    return said.people.get(each.contact.pk)


def _facts(asked: Asked, known: Known | None, said: Said, company: dict[str, object]) -> Facts:
    to = comparable(asked.to)
    own = address_hash(to) if to else ""
    hashes = [own, *(known.hashes() if known is not None else ())]
    scope, asked_at = _scope(known.id if known is not None else 0, own, hashes, said)
    word = _word(asked, known, own, said)
    spoken = asked.medium in SPOKEN
    consumer = known is not None and to in known.own
    return Facts(
        places=places_of(to, known) if spoken else (),
        scope=scope,
        asked_at=asked_at,
        bounced_at=said.bounced.get(to),
        consent=word[1] if word is not None else None,
        consent_at=word[0] if word is not None else None,
        overridden=known is not None and (known.id, asked.medium) in said.overrides,
        calls=_calls(known, hashes, said) if spoken else (),
        customer=known is not None and known.customer,
        served=known is not None and known.served,
        business=company[CLASS] == BUSINESS and not consumer,
        listed=own in said.listed,
        list_as_of=said.list_as_of,
        list_needed=company[CLASS] == CONSUMER,
        list_days=int(str(company[LIST_DAYS])),
        answer_days=int(str(company[ANSWER_DAYS])),
    )


def _scope(person: int, own: str, hashes: Iterable[str], said: Said) -> tuple[str, datetime | None]:
    """The wish of this address, or of the person for whatever way there is to them; who asked for nothing at all by one of
    their addresses hears nothing by any."""
    found = said.scopes.get(own) or said.wishes.get(person)
    for each in hashes:
        other = said.scopes.get(each)
        if other is not None and other[0] == Scope.ALL:
            found = other
    wish = said.wishes.get(person)
    if wish is not None and wish[0] == Scope.ALL:
        found = wish
    return found if found is not None else ("", None)


def _word(asked: Asked, known: Known | None, own: str, said: Said) -> tuple[datetime, bool] | None:
    """Their newest word about this medium and purpose."""
    found: list[tuple[datetime, bool]] = []
    bound = bound_as(asked.purpose, known is not None and known.served)
    for whose in {known.id if known is not None else 0, own} - {0, ""}:
        for at, medium, purpose, given in said.words.get(whose, ()):
            fits = purpose in (asked.purpose, bound) or (not purpose and bound in UNASKED)
            if fits and medium in ("", asked.medium):
                found.append((at, given))
    # Of two words of one moment the no counts.
    return max(found, key=lambda word: (word[0], not word[1]), default=None)


def _calls(known: Known | None, hashes: Iterable[str], said: Said) -> tuple[datetime, ...]:
    keys: list[object] = [each for each in hashes if each]
    if known is not None and known.id:
        keys += [known.id, ("account", known.account)]
    found = {call for key in keys for call in said.calls.get(key, ())}
    return tuple(sorted(at for _id, at in found))
