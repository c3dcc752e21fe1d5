"""The customers of a company many times the size: the same agencies again, under names nobody had yet."""

import random
import re
from collections.abc import Iterator

from django.db import connection

from callboard.core.copies import Copied
from callboard.core.demo import World
from callboard.core.names import sort_key
from callboard.directory.demo import words
from callboard.directory.demo.accounts import OTHERS, slug
from callboard.directory.models import (
    Account,
    AccountDomain,
    AccountFacts,
    AccountFile,
    AccountOwner,
    Attempt,
    Consent,
    Contact,
    ContactEmail,
    ContactPhone,
    Location,
    NetworkMembership,
    Override,
    Relation,
    Scope,
)

AFTER = {"agency": words.AFTER_NAME, "network": words.NETWORKS} | {kind: afters for kind, _count, afters in OTHERS}
#: Of a hundred agencies, how many are called after two families.
TWO_FAMILIES = 35
#: How many numbers of an area one company uses.
BLOCK = 200
#: One of so many addresses asked us to stop.
OPTED_OUT = 100
HASHED = "encode(sha256(convert_to({}, 'UTF8')), 'hex')"


def families() -> list[str]:
    """Some thousand names of families: the beginning of one, the end of another."""
    parts = [re.fullmatch(r"(.+?[aeiouy]+[^aeiouy]*?)([^aeiouy]?[aeiouy].*)", name) for name in words.LAST]
    heads = [found[1] for found in parts if found]
    tails = [found[2].lower() for found in parts if found]
    return sorted({head + tail for head in heads for tail in tails if len(head + tail) < 13} | set(words.LAST))


def copies(world: World, times: int) -> list[Copied]:
    """Accounts, owners, people and where they are reached."""
    _name(world, times)
    account = "JOIN directory_account AS a ON a.id = {account_id}"
    family = "CASE t.role_kind WHEN 'principal' THEN split_part(a.name, ' ', 1) ELSE f.name END"
    name = f"split_part(t.name, ' ', 1) || ' ' || {family}"
    drawn = "JOIN demo_family AS f ON f.n = (t.id * 7919 + k.n * 104729) % (SELECT count(*) FROM demo_family)"
    address = "split_part(t.address, '@', 1) || '@' || a.website"
    of_contact = "JOIN directory_contact AS c ON c.id = {contact_id} JOIN directory_account AS a ON a.id = c.account_id"
    of_mail = "LEFT JOIN directory_contactemail AS e ON e.contact_id = {contact_id} AND e.primary"
    named = {"name": "n.name", "sort_key": "n.sort_key", "website": "n.website", "phone": phone("phone")}
    joins = "JOIN demo_account AS n ON n.id = t.id AND n.copy = k.n"
    return [
        Copied(Account, named, joins, numbers={"number": "directory_account_number"}),
        Copied(AccountFacts),
        Copied(AccountDomain, {"domain": "a.website"}, account),
        Copied(AccountOwner),
        Copied(NetworkMembership),
        Copied(Location),
        Copied(Relation),
        Copied(AccountFile),
        Copied(Contact, {"name": name, "sort_key": f"lower({name})"}, f"{account} {drawn}"),
        Copied(ContactEmail, {"address": address}, of_contact, after=[_suppressed()]),
        Copied(ContactPhone, {"e164": phone("e164")}),
        Copied(Consent),
        Copied(Override),
        Copied(
            Attempt,
            {"to_hash": f"CASE t.to_hash WHEN '' THEN '' ELSE coalesce({HASHED.format('e.address')}, '') END"},
            of_mail,
        ),
    ]


def phone(column: str) -> str:
    """The number of a copy, as SQL: of the same area, in a block of its own while there are any."""
    number = f"lpad(((right(t.{column}, 4)::int + k.n * {BLOCK}) % 10000)::text, 4, '0')"
    return f"CASE t.{column} WHEN '' THEN '' ELSE left(t.{column}, 5) || '555' || {number} END"


def _name(world: World, times: int) -> None:
    """Two tables of this transaction: what each copy of an account is called, and names of families."""
    everyone = [*world["networks"], *world["accounts"], *world["others"]]
    # Those somebody wrote down again too: what points at them is copied as well.
    everyone += Account.objects.exclude(pk__in=[account.pk for account in everyone]).order_by("pk")
    names = _unused(random.Random(world.seed), {slug(account.name) for account in everyone})
    rows = [(copy, account.pk, next(names[account.kind])) for copy in range(1, times + 1) for account in everyone]
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE demo_account ON COMMIT DROP AS SELECT * FROM"
            " unnest(%s::int[], %s::bigint[], %s::text[], %s::text[], %s::text[]) AS n(copy, id, name, sort_key, website)",
            [*map(list, zip(*((*row, sort_key(row[2]), f"{slug(row[2])}.example") for row in rows), strict=True))],
        )
        cursor.execute(
            "CREATE TEMP TABLE demo_family ON COMMIT DROP AS SELECT place - 1 AS n, name"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS f(name, place)",
            [families()],
        )
        cursor.execute("CREATE UNIQUE INDEX ON demo_account (copy, id)")
        cursor.execute("CREATE UNIQUE INDEX ON demo_family (n)")


def _unused(rng: random.Random, taken: set[str]) -> dict[str, Iterator[str]]:
    """By kind of account: names whose addresses on the web nobody has."""
    lasts = families()

    def names(afters: tuple[str, ...]) -> Iterator[str]:
        while True:
            name = f"{rng.choice(lasts)} {rng.choice(afters)}"
            if rng.randrange(100) < TWO_FAMILIES:
                name = f"{rng.choice(lasts)} & {name}"
            if slug(name) not in taken:
                taken.add(slug(name))
                yield name

    return {kind: names(afters) for kind, afters in AFTER.items()}


def _suppressed() -> str:
    """Some of the new addresses asked us to stop."""
    return (
        "INSERT INTO directory_suppression (address_hash, scope, reason, at, created_at, updated_at, version)"  # noqa: S608
        f" SELECT {HASHED.format('address')}, '{Scope.MARKETING.value}', 'Unsubscribed by link',"
        f" created_at, created_at, created_at, 1 FROM directory_contactemail WHERE id >= {{first}} AND id % {OPTED_OUT} = 0"
        " ON CONFLICT DO NOTHING"
    )
