"""Accounts and contacts as the matcher sees them, and which of them may be the same as a row that is about to be written."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.core.asking import Question
from callboard.core.names import sort_key
from callboard.directory.models import (
    Account,
    AccountDomain,
    Contact,
    ContactEmail,
    ContactPhone,
    DuplicatePair,
    Merge,
    PairState,
    Twins,
)
from callboard.directory.reading.duplicates import Common, Kind, Match, Record, compare, shown
from callboard.directory.reading.duplicates.record import host, make
from callboard.directory.reading.names import distinctive
from callboard.directory.reading.persons import GONE

#: From this score on somebody who enters a record is asked; who enters one thinks of one, so the odds begin higher than
#: between any two: one in twenty of those that look alike at all.
ASK, ODDS = 0.5, 1 / 500
#: A name's rare words are found by trigrams from this likeness on, the nearest so many.
CANDIDATE, NEAREST = 0.6, 15
CHUNK = 5_000
ENTERED = Common(odds=ODDS)
LIMIT, SHOWN = 5, 5


@dataclass(frozen=True)
class Candidate:
    """A record we have that may be the same as a row: its id, the score 0..1 and why."""

    pk: int
    score: float
    reasons: tuple[str, ...]
    apart: bool

    @property
    def shown(self) -> str:
        """The score as people read it."""
        return shown(self.score)

    @property
    def why(self) -> str:
        return ", ".join(self.reasons)


def records(kind: Kind, ids: Iterable[int] | None = None) -> list[Record]:
    """The current accounts or contacts as the matcher sees them; their key is their id. Of `ids` alone, accounts have the
    numbers of their people too. Three queries."""
    return (_accounts if kind is Kind.ACCOUNT else _contacts)(ids)


def _accounts(ids: Iterable[int] | None) -> list[Record]:
    rows = Account.objects.current()
    domains = AccountDomain.objects.all()
    if ids is not None:
        wanted = list(ids)
        rows, domains = rows.filter(pk__in=wanted), domains.filter(account__in=wanted)
    of: dict[int, list[str]] = defaultdict(list)
    phones_of = _phones_there(wanted) if ids is not None else {}
    for pk, domain in domains.values_list("account", "domain").iterator(CHUNK):
        of[pk].append(domain)
    columns = (
        "pk",
        "name",
        "legal_name",
        "trade_name",
        "street",
        "city",
        "region",
        "postal_code",
        "phone",
        "website",
        "parent",
    )
    found = rows.order_by("pk").values_list(*columns)
    return [
        make(
            pk, name=name, legal=legal or trade, street=street, city=city, region=region, zip=code, phones=[phone, *phones_of.get(pk, ())],
            domains=[host(site), *of.get(pk, ())], group=str(parent or ""),
        )
        for pk, name, legal, trade, street, city, region, code, phone, site, parent in found.iterator(CHUNK)
    ]  # fmt: skip


def _phones_there(accounts: list[int]) -> dict[int, list[str]]:
    """The numbers of the people at these accounts: whoever enters an agency often has one of those."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = ContactPhone.objects.filter(contact__account__in=accounts, contact__left_on=None)
    for pk, number in rows.values_list("contact__account", "e164"):
        found[pk].append(number)
    return found


def _contacts(ids: Iterable[int] | None) -> list[Record]:
    rows = Contact.objects.filter(left_on=None).exclude(name=GONE)
    mails, phones = ContactEmail.objects.all(), ContactPhone.objects.all()
    if ids is not None:
        wanted = list(ids)
        rows, mails, phones = (
            rows.filter(pk__in=wanted),
            mails.filter(contact__in=wanted),
            phones.filter(contact__in=wanted),
        )
    mails_of: dict[int, list[str]] = defaultdict(list)
    phones_of: dict[int, list[str]] = defaultdict(list)
    for of, values in (
        (mails_of, mails.values_list("contact", "address")),
        (phones_of, phones.values_list("contact", "e164")),
    ):
        for pk, value in values.iterator(CHUNK):
            of[pk].append(value)
    return [
        make(pk, name=name, mails=mails_of.get(pk, ()), phones=phones_of.get(pk, ()), at=str(account))
        for pk, name, account in rows.order_by("pk").values_list("pk", "name", "account").iterator(CHUNK)
    ]


def candidates_for(
    rows: Sequence[Record], kind: Kind, *, near: bool = True, limit: int = LIMIT, common: Common = ENTERED
) -> list[list[Candidate]]:
    """For each row, the records we have that may be the same, the best first, `limit` at most, none below ASK.

    rows: made by `reading.duplicates.record.make` from values as typed; their keys are not looked at. For people `at` is
    the id of the account as text. All rows are asked about together: five queries for any number (give some hundreds a
    time). near: also find names that are misspelt, about 3 ms a row among 100,000 accounts; without it a row is found by its
    phone, mail, domain or its whole name. What was archived, left, or merged is never named. A pair with `apart` (another
    place of one organisation or network) is one to ask a person about, whatever its score.
    """
    met = _meet(rows, kind, near) if rows else []
    known = {record.key: record for record in records(kind, {pk for _place, pk in met})} if met else {}
    found: list[list[Candidate]] = [[] for _row in rows]
    for place, pk in met:
        if pk in known:
            match = compare(rows[place], known[pk], common, kind)
            if match.score >= ASK:
                found[place].append(Candidate(pk, match.score, match.reasons, match.apart))
    return [sorted(each, key=lambda one: (-one.score, one.pk))[:limit] for each in found]


_PROBE = "unnest(%s::int[], %s::text[]) AS p(place, value)"
_ACCOUNTS = f"""
SELECT p.place, a.id FROM {_PROBE} JOIN directory_account a ON a.phone = p.value AND a.phone <> ''
UNION SELECT p.place, a.id FROM {_PROBE} JOIN directory_account a ON a.sort_key = p.value COLLATE "C"
UNION SELECT p.place, d.account_id FROM {_PROBE} JOIN directory_accountdomain d ON d.domain = p.value
UNION SELECT p.place, c.account_id FROM {_PROBE} JOIN directory_contactphone t ON t.e164 = p.value
    JOIN directory_contact c ON c.id = t.contact_id
"""  # noqa: S608
_NEAR = f"""
UNION SELECT p.place, n.id FROM {_PROBE} CROSS JOIN LATERAL (
    SELECT a.id FROM directory_account a WHERE UPPER(a.name) %%> p.value AND a.archived_at IS NULL
    ORDER BY similarity(UPPER(a.name), p.value) DESC, a.id LIMIT {NEAREST}) n
"""  # noqa: S608
_CONTACTS = f"""
SELECT p.place, t.contact_id FROM {_PROBE} JOIN directory_contactphone t ON t.e164 = p.value
UNION SELECT p.place, m.contact_id FROM {_PROBE} JOIN directory_contactemail m ON m.address = p.value
UNION SELECT p.place, c.id FROM {_PROBE} JOIN directory_contact c ON c.sort_key = p.value COLLATE "C"
UNION SELECT p.place, c.id FROM {_PROBE} JOIN directory_contact c ON c.account_id = p.value::bigint AND c.left_on IS NULL
"""  # noqa: S608
Probe = list[tuple[int, str]]


def _meet(rows: Sequence[Record], kind: Kind, near: bool) -> list[tuple[int, int]]:
    """(place of a row, id of a record) that share something."""
    phones = [(place, phone) for place, row in enumerate(rows) for each in row.phones for phone in _dialled(each)]
    names = [(place, sort_key(row.label)) for place, row in enumerate(rows) if row.label]
    if kind is Kind.ACCOUNT:
        domains = [(place, domain) for place, row in enumerate(rows) for domain in row.domains]
        probes, question = [phones, names, domains, phones], _ACCOUNTS
        if near:
            words = [(place, distinctive(row.label).upper()) for place, row in enumerate(rows) if row.label]
            probes, question = [*probes, words], question + _NEAR
    else:
        mails = [(place, mail) for place, row in enumerate(rows) for mail in row.mails]
        homes = [(place, row.at) for place, row in enumerate(rows) if row.at]
        probes, question = [phones, mails, names, homes], _CONTACTS
    given = [part for probe in probes for part in ([place for place, _ in probe], [value for _, value in probe])]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {CANDIDATE}")
        cursor.execute(question, given)
        return sorted(cursor.fetchall())


def _dialled(ten: str) -> tuple[str, ...]:
    """The ten digits the matcher compares, as the numbers they may be kept as."""
    return (f"+1{ten}", f"+{ten}")


def judged(kind: Twins, a: int, b: int) -> Match | None:
    """How alike two records of ours are; None where one is no longer current."""
    found = records(Kind(kind), [a, b])
    return compare(found[0], found[1], Common(), Kind(kind)) if len(found) == 2 else None


def twins_asked(kind: Twins) -> Callable[[Any, Actor], dict[str, Question]]:
    """What the panel on a record asks: the open pairs it is in, and what was merged into it."""

    def asks(record: Any, actor: Actor) -> dict[str, Question]:
        mine = Q(**{f"{kind}_a": record}) | Q(**{f"{kind}_b": record})
        pairs = DuplicatePair.objects.filter(mine, state=PairState.OPEN).select_related(f"{kind}_a", f"{kind}_b")
        merges = Merge.objects.filter(**{f"kept_{kind}": record}, undone_at=None).select_related(f"gone_{kind}")
        shown = {
            "pairs": visible(pairs, actor).order_by("-score", "-id"),
            "merges": visible(merges, actor).order_by("-id"),
        }
        return {name: Question("records", rows[:SHOWN]) for name, rows in shown.items()}

    return asks


def twins_shown(record: Any, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """For the panel: (pair, the other) and the merges; None where there is nothing."""
    pairs = [(pair, pair.b if pair.a.pk == record.pk else pair.a) for pair in found["pairs"]]
    return {"pairs": pairs, "merges": found["merges"]} if pairs or found["merges"] else None
