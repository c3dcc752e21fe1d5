"""What the database knows of those somebody wants to reach, in one statement: the people and their places, what they asked
and said, the calls of all of us, the lists, and beside it the calling hours and what the company set."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from callboard.core.db import rows
from callboard.directory.models import PhoneKind, Scope
from callboard.directory.queries.whereabouts import Known
from callboard.directory.rules.hours import Window, Windows, span
from callboard.directory.rules.permission import LIMIT_OVER, SPOKEN, UNASKED
from callboard.team.queries.company import COMPANY, know_company

#: Numbers that are a person's own, whatever the administrator says of the others.
OWN = (PhoneKind.MOBILE.value, PhoneKind.HOME.value)


@dataclass(slots=True)
class Said:
    """What the statement gives: people by id and by mail address, accounts by main line; the rest by hash or contact.
    scopes: the wish of an address; wishes: of a person, by whatever way."""

    people: dict[int, Known] = field(default_factory=dict)
    owners: dict[str, Known] = field(default_factory=dict)
    lines: dict[str, Known] = field(default_factory=dict)
    scopes: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    wishes: dict[int, tuple[str, datetime]] = field(default_factory=dict)
    bounced: dict[str, datetime] = field(default_factory=dict)
    words: dict[object, list[tuple[datetime, str, str, bool]]] = field(default_factory=lambda: defaultdict(list))
    overrides: set[tuple[int, str]] = field(default_factory=set)
    calls: dict[object, set[tuple[int, datetime]]] = field(default_factory=lambda: defaultdict(set))
    listed: set[str] = field(default_factory=set)
    list_as_of: date | None = None
    windows: Windows = field(default_factory=lambda: Windows(()))


#: Whom we serve: who pays us, has a contract that runs, or a cancellation open.
_SERVED = "(coalesce(f.mrr, 0) > 0 OR f.renewal_on IS NOT NULL OR coalesce(f.open_cancellation, false))"
#: SELECT comes first: what watches statements takes one that begins with WITH for a change.
_KNOWN = """
    SELECT * FROM (WITH people AS (
    SELECT c.id, c.account_id AS account, coalesce(c.zone, '') AS zone, coalesce(l.country, a.country) AS country,
        coalesce(l.region, a.region) AS region, coalesce(l.postal_code, a.postal_code) AS postal_code,
        coalesce(l.zone, a.zone) AS account_zone, coalesce(f.mrr, 0) > 0 AS customer, @served AS served,
        ARRAY(SELECT e.address FROM directory_contactemail e WHERE e.contact_id = c.id) AS emails,
        ARRAY(SELECT p.e164 FROM directory_contactphone p WHERE p.contact_id = c.id) AS phones,
        ARRAY(SELECT p.e164 FROM directory_contactphone p WHERE p.contact_id = c.id AND p.kind = ANY(%(own)s)) AS own,
        '' AS line
    FROM directory_contact c JOIN directory_account a ON a.id = c.account_id
    LEFT JOIN directory_location l ON l.id = c.location_id AND (l.region > '' OR l.postal_code > '')
    LEFT JOIN directory_accountfacts f ON f.account_id = a.id
    WHERE c.id = ANY(ARRAY(
        SELECT unnest(%(ids)s::bigint[])
        UNION SELECT e.contact_id FROM directory_contactemail e WHERE e.address = ANY(%(mails)s)
    ))
    UNION ALL
    SELECT 0, a.id, '', a.country, a.region, a.postal_code, a.zone, coalesce(f.mrr, 0) > 0, @served,
        ARRAY[]::varchar[], ARRAY[]::varchar[], ARRAY[]::varchar[], a.phone
    FROM directory_account a LEFT JOIN directory_accountfacts f ON f.account_id = a.id
    WHERE a.phone = ANY(%(numbers)s) AND a.phone > ''
    UNION ALL
    SELECT 0, a.id, '', l.country, l.region, l.postal_code, l.zone, coalesce(f.mrr, 0) > 0, @served,
        ARRAY[]::varchar[], ARRAY[]::varchar[], ARRAY[]::varchar[], l.phone
    FROM directory_location l JOIN directory_account a ON a.id = l.account_id
    LEFT JOIN directory_accountfacts f ON f.account_id = a.id
    WHERE l.phone = ANY(%(numbers)s) AND l.phone > ''
    ), hashes AS (
        SELECT unnest(%(hashes)s::text[]) AS hash
        UNION SELECT encode(sha256(convert_to(each, 'UTF8')), 'hex') FROM people, unnest(emails || phones) AS each
    )
    SELECT 'scope', address_hash, coalesce(contact_id, 0), scope, '', at, NULL::jsonb FROM directory_suppression
        WHERE address_hash = ANY(SELECT hash FROM hashes) OR contact_id = ANY(SELECT id FROM people)
    UNION ALL
    SELECT 'bounced', address, 0, '', '', bounced_at, NULL FROM directory_contactemail
        WHERE address = ANY(%(mails)s) AND bounced_at IS NOT NULL
    UNION ALL
    SELECT CASE WHEN given THEN 'yes' ELSE 'no' END, address_hash, coalesce(contact_id, 0), medium, purpose, at, NULL
        FROM directory_consent WHERE contact_id = ANY(SELECT id FROM people) OR address_hash = ANY(SELECT hash FROM hashes)
    UNION ALL
    SELECT 'override', '', contact_id, medium, '', ends_at, NULL FROM directory_override
        WHERE contact_id = ANY(SELECT id FROM people) AND starts_at <= %(now)s AND ends_at > %(now)s AND ended_at IS NULL
    UNION ALL
    SELECT 'call', to_hash, coalesce(contact_id, 0), coalesce(account_id, 0)::text, id::text, at, NULL
        FROM directory_attempt
        WHERE at > %(since)s AND at <= %(now)s AND medium = ANY(%(spoken)s) AND purpose = ANY(%(unasked)s)
        AND (contact_id = ANY(SELECT id FROM people) OR to_hash = ANY(SELECT hash FROM hashes)
            OR (account_id = ANY(SELECT account FROM people WHERE id > 0) AND contact_id IS NULL AND to_hash = ''))
    UNION ALL
    SELECT 'listed', n.number_hash, 0, '', '', NULL, NULL FROM directory_listednumber n
        WHERE n.number_hash = ANY(SELECT hash FROM hashes) AND n.of_id = (SELECT max(id) FROM directory_donotcalllist)
    UNION ALL
    SELECT 'list', as_of::text, 0, '', '', NULL, NULL FROM directory_donotcalllist
        WHERE id = (SELECT max(id) FROM directory_donotcalllist)
    UNION ALL
    SELECT 'person', '', 0, '', '', NULL, to_jsonb(people) FROM people
    UNION ALL
    SELECT 'window', '', 0, '', '', NULL, to_jsonb(directory_callingwindow) FROM directory_callingwindow
    UNION ALL
    SELECT 'company', '', 0, '', '', NULL, jsonb_build_array(since, what, key, value)
        FROM (@company) AS company (what, key, since, value)
    ) AS known
""".replace("@company", COMPANY.replace("ORDER BY since", "")).replace("@served", _SERVED)


def read_known(
    ids: Iterable[int], mails: Iterable[str], numbers: Iterable[str], hashes: Iterable[str], now: datetime
) -> Said:
    """ids: of contacts; mails and numbers: of strangers, whose owner is looked for; hashes: of every address asked for."""
    given = {
        "ids": [*ids],
        "mails": [*mails],
        "numbers": [*numbers],
        "hashes": [*hashes],
        "own": [*OWN],
        "now": now,
        "since": now - LIMIT_OVER,
        "spoken": [*SPOKEN],
        "unasked": [*UNASKED],
    }
    said, windows, company = Said(), [], []
    for what, key, contact, first, second, at, data in rows.ask(_KNOWN, given):
        if what == "person":
            _person(said, json.loads(data))
        elif what == "window":
            windows.append(_window(json.loads(data)))
        elif what == "company":
            company.append(json.loads(data))
        else:
            _word(said, what, key, contact, first, second, at)
    oldest = sorted(company, key=lambda row: str(row[0]))
    know_company([(what, key, date.fromisoformat(since), value) for since, what, key, value in oldest])
    said.windows = Windows(windows)
    return said


def _person(said: Said, data: dict[str, Any]) -> None:
    line = data.pop("line")
    known = Known(**data)
    if not known.id:
        said.lines[line] = known
        return
    said.people[known.id] = known
    said.owners.update(dict.fromkeys(known.emails, known))


#: What a row has as the rules take it.
_SAME = ("id", "country", "region", "holidays", "attempts", "zone", "customers_exempt", "binds_business", "source")


def _window(data: dict[str, Any]) -> Window:
    given = {name: data[name] for name in _SAME}
    given |= {name: span(data[name]) for name in ("weekdays", "saturday", "sunday")}
    return Window(**given, starts_on=date.fromisoformat(data["starts_on"]))


def _word(said: Said, what: str, key: str, contact: int, first: str, second: str, at: datetime) -> None:
    if what == "scope":
        said.scopes[key] = (first, at)
        if contact and (contact not in said.wishes or first == Scope.ALL):
            said.wishes[contact] = (first, at)
    elif what == "bounced":
        said.bounced[key] = at
    elif what in ("yes", "no"):
        for whose in filter(None, (contact, key)):
            said.words[whose].append((at, first, second, what == "yes"))
    elif what == "override":
        said.overrides.add((contact, first))
    elif what == "call":
        # Of a call that names nobody: it was to somebody at the account.
        for whose in filter(None, (contact, key)) if contact or key else (("account", int(first)),):
            said.calls[whose].add((int(second), at))
    elif what == "listed":
        said.listed.add(key)
    else:
        said.list_as_of = date.fromisoformat(key)
