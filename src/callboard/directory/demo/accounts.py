"""Agencies, networks and the rest, with who answered for them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from callboard.core.demo import World, write
from callboard.core.models import TimelineEntry
from callboard.core.names import sort_key
from callboard.directory.demo import words
from callboard.directory.demo.beside import HAS_TAG, TAGS, own_values
from callboard.directory.models import Account, AccountDomain, AccountFacts, AccountOwner
from callboard.team.models import Person

AGENCIES = 2000
#: kind, how many, words after the place
OTHERS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("mga", 24, ("General Agency", "Underwriters")),
    ("carrier", 14, words.CARRIERS),
    ("association", 10, ("Insurance Agents Association",)),
    ("supplier", 12, ("Print & Promo", "Freight", "Displays")),
)
NETWORKS = 30
TIERS, TIER_WEIGHTS = ("A", "B", "C", "D", None), (6, 20, 38, 30, 6)
HAD_ANOTHER_OWNER, HAS_SUPPORT, MOSTLY_PERSONAL = 0.12, 0.3, 60


def make_accounts(world: World) -> None:
    """Networks first, so that agencies can belong to them."""
    names, numbers = unique_names(world), Numbers()
    owners = people_with(world, "account_executive")
    networks = [_account(world, numbers, f"{place} {after}", "network", owners) for place, after in _networks(world)]
    world.keep("networks", write(Account, networks))
    agencies = [_account(world, numbers, next(names), "agency", owners) for _ in range(world.count(AGENCIES))]
    world.keep("accounts", write(Account, agencies))
    world.keep("others", write(Account, list(_others(world, numbers, owners))))
    everyone = [*world["networks"], *world["accounts"], *world["others"]]
    write(AccountFacts, [AccountFacts(account=account) for account in everyone])
    write(AccountDomain, [_domain(account) for account in everyone if account.website])
    _owners(world, everyone, owners)
    world.timeline(
        [
            _line(account, account.created_at or world.since, "directory.account_created", "Account created")
            for account in everyone
        ]
    )


class Numbers:
    """Invented phone numbers, 555-0100 to 555-0199 in each area, each once until an area has none left."""

    def __init__(self) -> None:
        self.used: dict[str, int] = {}

    def of(self, area: str) -> str:
        """The next number of an area in E.164."""
        count = self.used.get(area, 0)
        self.used[area] = count + 1
        return f"+1{area}55501{count % 100:02}"


def people_with(world: World, role: str) -> list[Person]:
    """Our active people of a role; of any role where nobody has it."""
    people = Person.objects.active()
    found = list(people.with_role(role).order_by("pk")) or list(people.order_by("pk"))
    if not found:
        raise ValueError("The practice company has no people yet; team comes first.")
    return found


def unique_names(world: World) -> Iterator[str]:
    """Names of agencies, none twice."""
    seen: set[str] = set()
    while True:
        if world.rng.random() < 0.55:
            name = f"{world.rng.choice(words.LAST)} {world.rng.choice(words.AFTER_NAME)}"
        else:
            name = f"{world.rng.choice(words.PLACES)} {world.rng.choice(words.AFTER_PLACE)}"
        if name in seen:
            name = f"{world.rng.choice(words.LAST)} & {world.rng.choice(words.LAST)} {world.rng.choice(words.AFTER_PLACE[:5])}"
        if name not in seen:
            seen.add(name)
            yield name


def _networks(world: World) -> list[tuple[str, str]]:
    places = world.rng.sample(words.PLACES, min(NETWORKS, world.count(NETWORKS)))
    return [(place, world.rng.choice(words.NETWORKS)) for place in places]


def _others(world: World, numbers: Numbers, owners: list[Person]) -> Iterator[Account]:
    for kind, count, afters in OTHERS:
        for place in world.rng.sample(words.PLACES, min(count, world.count(count))):
            yield _account(world, numbers, f"{place} {world.rng.choice(afters)}", kind, owners)


def _account(world: World, numbers: Numbers, name: str, kind: str, owners: list[Person]) -> Account:
    rng = world.rng
    city, region, zip3, area, zone = rng.choice(words.CITIES)
    since = world.moment(world.since - timedelta(days=1400), world.now - timedelta(days=20))
    served = kind in ("agency", "network", "mga")
    made = Account(
        name=name,
        sort_key=sort_key(name),
        kind=kind,
        tier=rng.choices(TIERS, TIER_WEIGHTS)[0] if served else None,
        owner=rng.choice(owners) if served else None,
        phone=numbers.of(area),
        zone=zone,
        street=f"{rng.randint(100, 9900)} {rng.choice(words.STREETS)}",
        city=city,
        region=region,
        postal_code=f"{zip3}{rng.randint(1, 99):02}",
        website=f"{slug(name)}.example",
        custom=own_values(rng, kind),
        tags=[rng.choice(TAGS)] if rng.random() < HAS_TAG else [],
        version=1,
        created_at=since,
        updated_at=since,
    )
    # Those of mostly personal lines where Spanish is spoken too write to us in it.
    personal = int(made.custom.get("personal_share", 0)) if "languages" in made.custom else 0
    made.language = "es" if personal >= MOSTLY_PERSONAL else "en" if served else ""
    return made


def slug(name: str) -> str:
    """`Delgado & Sons Insurance` as `delgado-sons-insurance`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _domain(account: Account) -> AccountDomain:
    return AccountDomain(account=account, domain=account.website, version=1, created_at=account.created_at)


def _owners(world: World, accounts: list[Account], owners: list[Person]) -> None:
    """The history of every owner: some had another before, some have support beside them."""
    support, rows, lines = people_with(world, "sales_support"), [], []
    for account in accounts:
        if account.owner is None or account.created_at is None:
            continue
        start, others = account.created_at.date(), [person for person in owners if person != account.owner]
        if others and world.rng.random() < HAD_ANOTHER_OWNER:
            change = world.moment(account.created_at + timedelta(days=5), world.now - timedelta(days=3))
            rows.append(_row(account, world.rng.choice(others), start, change.date()))
            lines.append(_line(account, change, "directory.owner_changed", f"{account.owner} owns it"))
            start = change.date()
        rows.append(_row(account, account.owner, start))
        if account.tier in ("A", "B") and world.rng.random() < HAS_SUPPORT:
            rows.append(_row(account, world.rng.choice(support), start, role="support"))
    write(AccountOwner, rows)
    world.timeline(lines)


def _row(account: Account, person: Any, start: date, end: date | None = None, role: str = "owner") -> AccountOwner:
    return AccountOwner(account=account, person=person, role=role, starts_on=start, ends_on=end, version=1)


def _line(account: Account, at: datetime, kind: str, title: str) -> TimelineEntry:
    ref = {"root_id": account.pk, "ref_kind": "directory.account", "ref_id": account.pk}
    return TimelineEntry(at=at, kind=kind, title=title, audience=["all"], **ref)
