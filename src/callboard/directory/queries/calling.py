"""What is known of those somebody wants to reach: read for many in two statements, whoever and however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from callboard.core.actions import Actor
from callboard.core.db import rows
from callboard.directory.models import Contact, PhoneKind
from callboard.directory.queries.whereabouts import Known, places_of
from callboard.directory.reading.addresses import address_hash, comparable
from callboard.directory.rules.permission import LIMIT_OVER, SPOKEN, UNASKED, Facts
from callboard.team.queries.company import settings_on

CLASS, LIST_DAYS = "calling.class", "calling.list_days"
CONSUMER, BUSINESS = "consumer", "business"
#: Numbers that are a person's own, whatever the administrator says of the others.
OWN = (PhoneKind.MOBILE.value, PhoneKind.HOME.value)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom somebody wants to reach, by what, why. `caused`: whether there is a call or mail of theirs that it answers."""

    to: str
    medium: str
    purpose: str
    contact: Contact | None = None
    caused: bool = False


@dataclass(slots=True)
class _Said:
    """What the second statement gives, by hash or contact."""

    scopes: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    bounced: dict[str, datetime] = field(default_factory=dict)
    words: dict[object, list[tuple[datetime, str, str, bool]]] = field(default_factory=lambda: defaultdict(list))
    overrides: set[tuple[int, str]] = field(default_factory=set)
    calls: dict[object, set[tuple[int, datetime]]] = field(default_factory=lambda: defaultdict(set))
    listed: set[str] = field(default_factory=set)
    list_as_of: date | None = None


_PEOPLE = """
    SELECT c.id, c.account_id, coalesce(c.zone, ''), coalesce(l.country, a.country), coalesce(l.region, a.region),
        coalesce(l.postal_code, a.postal_code), coalesce(l.zone, a.zone), coalesce(f.mrr, 0) > 0,
        ARRAY(SELECT e.address FROM directory_contactemail e WHERE e.contact_id = c.id),
        ARRAY(SELECT p.e164 FROM directory_contactphone p WHERE p.contact_id = c.id),
        ARRAY(SELECT p.e164 FROM directory_contactphone p WHERE p.contact_id = c.id AND p.kind = ANY(%(own)s)),
        ''
    FROM directory_contact c JOIN directory_account a ON a.id = c.account_id
    LEFT JOIN directory_location l ON l.id = c.location_id AND (l.region > '' OR l.postal_code > '')
    LEFT JOIN directory_accountfacts f ON f.account_id = a.id
    WHERE c.id = ANY(%(ids)s)
        OR c.id IN (SELECT e.contact_id FROM directory_contactemail e WHERE e.address = ANY(%(mails)s))
    UNION ALL
    SELECT 0, a.id, '', a.country, a.region, a.postal_code, a.zone, coalesce(f.mrr, 0) > 0,
        ARRAY[]::varchar[], ARRAY[]::varchar[], ARRAY[]::varchar[], a.phone
    FROM directory_account a LEFT JOIN directory_accountfacts f ON f.account_id = a.id
    WHERE a.phone = ANY(%(numbers)s) AND a.phone > ''
    UNION ALL
    SELECT 0, a.id, '', l.country, l.region, l.postal_code, l.zone, coalesce(f.mrr, 0) > 0,
        ARRAY[]::varchar[], ARRAY[]::varchar[], ARRAY[]::varchar[], l.phone
    FROM directory_location l JOIN directory_account a ON a.id = l.account_id
    LEFT JOIN directory_accountfacts f ON f.account_id = a.id
    WHERE l.phone = ANY(%(numbers)s) AND l.phone > ''
"""

_SAID = """
    SELECT 'scope', address_hash, 0, scope, '', at FROM directory_suppression WHERE address_hash = ANY(%(hashes)s)
    UNION ALL
    SELECT 'bounced', address, 0, '', '', bounced_at FROM directory_contactemail
        WHERE address = ANY(%(mails)s) AND bounced_at IS NOT NULL
    UNION ALL
    SELECT CASE WHEN given THEN 'yes' ELSE 'no' END, address_hash, coalesce(contact_id, 0), medium, purpose, at
        FROM directory_consent WHERE contact_id = ANY(%(ids)s) OR address_hash = ANY(%(hashes)s)
    UNION ALL
    SELECT 'override', '', contact_id, medium, '', ends_at FROM directory_override
        WHERE contact_id = ANY(%(ids)s) AND starts_at <= %(now)s AND ends_at > %(now)s AND ended_at IS NULL
    UNION ALL
    SELECT 'call', to_hash, coalesce(contact_id, 0), coalesce(account_id, 0)::text, id::text, at FROM directory_attempt
        WHERE at > %(since)s AND at <= %(now)s AND medium = ANY(%(spoken)s) AND purpose = ANY(%(unasked)s)
        AND (contact_id = ANY(%(ids)s) OR to_hash = ANY(%(hashes)s)
            OR (account_id = ANY(%(accounts)s) AND contact_id IS NULL AND to_hash = ''))
    UNION ALL
    SELECT 'listed', n.number_hash, 0, '', '', NULL FROM directory_listednumber n
        WHERE n.number_hash = ANY(%(hashes)s) AND n.of_id = (SELECT max(id) FROM directory_donotcalllist)
    UNION ALL
    SELECT 'list', as_of::text, 0, '', '', NULL FROM directory_donotcalllist
        WHERE id = (SELECT max(id) FROM directory_donotcalllist)
"""


def facts_of(asked: Sequence[Asked], by: Actor, now: datetime) -> list[Facts]:
    """What is known of each, in the order asked. Two statements, and what the company says once a page or run."""
    people, owners, lines = _people(asked)
    hashes = {address_hash(each.to) for each in asked if each.to}
    for known in people.values():
        hashes.update(known.hashes())
    said = _said(asked, people, hashes, now)
    company = settings_on([CLASS, LIST_DAYS])
    found = []
    for each in asked:
        found.append(_facts(each, _whose(each, people, owners, lines), said, company))
    return found


def _whose(each: Asked, people: dict[int, Known], owners: dict[str, Known], lines: dict[str, Known]) -> Known | None:
    if each.contact is not None:
        return people.get(each.contact.pk)
    to = comparable(each.to)
    return owners.get(to) or lines.get(to)


def _people(asked: Sequence[Asked]) -> tuple[dict[int, Known], dict[str, Known], dict[str, Known]]:
    """Contacts by id; contacts by mail address; accounts by main line."""
    ids = [each.contact.pk for each in asked if each.contact is not None]
    strangers = [comparable(each.to) for each in asked if each.contact is None and each.to]
    if not ids and not strangers:
        return {}, {}, {}
    mails = [to for to in strangers if "@" in to]
    numbers = [to for to in strangers if to.startswith("+")]
    found = rows.ask(_PEOPLE, {"ids": ids, "mails": mails, "numbers": numbers, "own": list(OWN)})
    people, lines = {}, {}
    for *values, line in found:
        known = Known(*values)
        if known.id:
            people[known.id] = known
        else:
            lines[line] = known
    return people, {mail: known for known in people.values() for mail in known.emails}, lines


def _said(asked: Sequence[Asked], people: dict[int, Known], hashes: set[str], now: datetime) -> _Said:
    given = {
        "hashes": [*hashes],
        "mails": [comparable(each.to) for each in asked if "@" in each.to],
        "ids": [*people],
        "accounts": [known.account for known in people.values()],
        "now": now,
        "since": now - LIMIT_OVER,
        "spoken": [*SPOKEN],
        "unasked": [*UNASKED],
    }
    said = _Said()
    for what, key, contact, first, second, at in rows.ask(_SAID, given):
        if what == "scope":
            said.scopes[key] = (first, at)
        elif what == "bounced":
            said.bounced[key] = at
        elif what in ("yes", "no"):
            for whose in (contact, key):
                if whose:
                    said.words[whose].append((at, first, second, what == "yes"))
        elif what == "override":
            said.overrides.add((contact, first))
        elif what == "call":
            # Of a call that names nobody: it was to somebody at the account.
            for whose in (contact, key) if contact or key else (("account", int(first)),):
                if whose:
                    said.calls[whose].add((int(second), at))
        elif what == "listed":
            said.listed.add(key)
        else:
            said.list_as_of = date.fromisoformat(key)
    return said


def _facts(asked: Asked, known: Known | None, said: _Said, company: dict[str, object]) -> Facts:
    to = comparable(asked.to)
    own = address_hash(to) if to else ""
    hashes = [own, *(known.hashes() if known is not None else ())]
    scope, asked_at = _scope(own, hashes, said)
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
        business=company[CLASS] == BUSINESS and not consumer,
        listed=own in said.listed,
        list_as_of=said.list_as_of,
        list_needed=company[CLASS] == CONSUMER,
        list_days=int(str(company[LIST_DAYS])),
    )


def _scope(own: str, hashes: Iterable[str], said: _Said) -> tuple[str, datetime | None]:
    """The wish of this address; who asked for nothing at all by one of their addresses hears nothing by any."""
    found = said.scopes.get(own)
    for each in hashes:
        other = said.scopes.get(each)
        if other is not None and other[0] == "all":
            found = other
    return found if found is not None else ("", None)


def _word(asked: Asked, known: Known | None, own: str, said: _Said) -> tuple[datetime, bool] | None:
    """Their newest word about this medium and purpose."""
    found: list[tuple[datetime, bool]] = []
    for whose in {known.id if known is not None else 0, own} - {0, ""}:
        for at, medium, purpose, given in said.words.get(whose, ()):
            fits = purpose == asked.purpose or (not purpose and asked.purpose in UNASKED)
            if fits and medium in ("", asked.medium):
                found.append((at, given))
    # Of two words of one moment the no counts.
    return max(found, key=lambda word: (word[0], not word[1]), default=None)


def _calls(known: Known | None, hashes: Iterable[str], said: _Said) -> tuple[datetime, ...]:
    keys: list[object] = [each for each in hashes if each]
    if known is not None and known.id:
        keys += [known.id, ("account", known.account)]
    found = {call for key in keys for call in said.calls.get(key, ())}
    return tuple(sorted(at for _id, at in found))
