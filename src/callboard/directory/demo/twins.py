"""What is there twice in the practice company: agencies and people somebody wrote down again, and how alike they are."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from callboard.core.demo import World, write
from callboard.core.models import TimelineEntry
from callboard.core.names import sort_key
from callboard.directory.models import Account, AccountFacts, Contact, ContactEmail, DuplicatePair, Twins
from callboard.directory.queries.duplicates import records
from callboard.directory.reading.duplicates import DIGITS, Common, Kind, compare

AGENCIES, BRANCHES, PEOPLE = 9, 3, 6
SHORT = (
    ("Insurance Agency", "Ins. Agcy"),
    ("Insurance", "Ins"),
    ("Agency", "Agcy"),
    (" & ", " and "),
    ("Group", "Grp"),
)


def make_twins(world: World) -> None:
    """Some agencies and people twice, of which the list of duplicates tells; some are another office."""
    rng = Random(AGENCIES)  # its own, so that what is drawn after it stays what it was
    chosen = rng.sample(world["accounts"], min(len(world["accounts"]), AGENCIES + BRANCHES))
    again = [_again(rng, world.now, account, elsewhere=place >= AGENCIES) for place, account in enumerate(chosen)]
    write(Account, again)
    write(AccountFacts, [AccountFacts(account=account) for account in again])
    world.timeline([_line(account, account.created_at or world.now) for account in again])
    _pairs(world, Twins.ACCOUNT, [(one.pk, other.pk) for one, other in zip(chosen, again, strict=True)])
    people = rng.sample([each for each in world["contacts"] if each.left_on is None], PEOPLE)
    others = [_person(rng, world.now, contact) for contact in people]
    write(Contact, others)
    write(ContactEmail, [_mail(contact, place) for place, contact in enumerate(others)])
    _pairs(world, Twins.CONTACT, [(one.pk, other.pk) for one, other in zip(people, others, strict=True)])


def _again(rng: Random, now: datetime, account: Account, *, elsewhere: bool) -> Account:
    name, at = account.name, now - timedelta(days=rng.randint(2, 50))
    if not elsewhere:
        for whole, short in SHORT:
            if whole in name:
                name = name.replace(whole, short)
                break
    same = {"region": account.region, "zone": account.zone, "phone": account.phone, "kind": account.kind}
    if not elsewhere:
        same |= {
            "street": account.street.replace(" St", " Street"),
            "city": account.city,
            "postal_code": account.postal_code,
        }
    else:
        same |= {"street": f"{rng.randint(100, 900)} Depot St", "city": account.city, "postal_code": ""}
    return Account(name=name, sort_key=sort_key(name), version=1, created_at=at, updated_at=at, **same)


def _person(rng: Random, now: datetime, contact: Contact) -> Contact:
    first, _space, last = contact.name.partition(" ")
    name, at = f"{first} {last}" if rng.random() < 0.5 else f"{last}, {first}", now - timedelta(days=rng.randint(2, 50))
    return Contact(
        account=contact.account,
        name=name,
        sort_key=sort_key(name),
        role_kind="other",
        version=1,
        created_at=at,
        updated_at=at,
    )


def _mail(contact: Contact, place: int) -> ContactEmail:
    address = f"{contact.name.lower().replace(', ', '.').replace(' ', '.')}{place}@mail.example"
    return ContactEmail(contact=contact, address=address, primary=True, version=1, created_at=contact.created_at)


def _pairs(world: World, kind: Twins, both: list[tuple[int, int]]) -> None:
    rows: dict[Any, Any] = {row.key: row for row in records(Kind(kind), [pk for pair in both for pk in pair])}
    common, found = Common(), []
    for a, b in both:
        match = compare(rows[a], rows[b], common, Kind(kind))
        ids = {f"{kind}_a_id": min(a, b), f"{kind}_b_id": max(a, b)}
        reasons = {"score": round(match.score, DIGITS), "reasons": list(match.reasons), "apart": match.apart}
        found.append(DuplicatePair(kind=kind, version=1, created_at=world.now, updated_at=world.now, **ids, **reasons))
    write(DuplicatePair, found)


def _line(account: Account, at: datetime) -> TimelineEntry:
    ref = {"root_id": account.pk, "ref_kind": "directory.account", "ref_id": account.pk}
    return TimelineEntry(at=at, kind="directory.account_created", title="Account created", audience=["all"], **ref)
