"""What stands with the practice company's accounts: own fields, offices, networks, partners, tags, files."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from callboard.core.demo import World, update, write
from callboard.core.files import store
from callboard.core.names import sort_key
from callboard.directory import packs
from callboard.directory.demo import words
from callboard.directory.models import (
    Account,
    AccountFile,
    CustomField,
    Location,
    NetworkMembership,
    Relation,
    RelationCategory,
    Term,
)
from callboard.directory.packs import Pack
from callboard.team.models import Setting

IN_NETWORK, LEFT_NETWORK, IN_TWO, PAID_FOR = 0.25, 0.12, 0.03, 0.2
HAS_OFFICES, HAS_PARTNERS, HAS_TAG, IS_BRANCH = 0.18, 0.4, 0.12, 0.03
TAGS = ("bilingual", "met at InsurCon", "prefers mail", "price sensitive", "reference customer", "two producers hired")
AMS_WEIGHTS = (14, 6, 26, 12, 8, 10, 6, 8, 6, 4)
BEST_TIMES = ("mornings before 10", "after 3 PM", "not on Mondays", "Tuesdays and Thursdays", "over lunch")
FILES = ("Signed agreement.pdf", "Price sheet 2026.pdf", "Agency logo.png")


def load_insurance(world: World) -> None:
    """The pack of the trade, as somebody would load it on the first day."""
    content, since = packs.read(Pack.INSURANCE), world.since
    made: dict[str, Any] = {"pack": Pack.INSURANCE.value, "version": 1, "created_at": since, "updated_at": since}
    fields = [CustomField(**given, order=(n + 1) * 10, **made) for n, given in enumerate(content["fields"])]
    world.keep("fields", write(CustomField, fields))
    categories = [RelationCategory(name=name, **made) for name in content["categories"]]
    world.keep("categories", write(RelationCategory, categories))
    glossary = [Term(term=term, sort_key=sort_key(term), meaning=said, **made) for term, said in content["glossary"]]
    write(Term, glossary)
    rows = [Setting(key=key, valid_from_on=since.date(), value=value) for key, value in content["settings"].items()]
    write(Setting, rows)


def own_values(rng: random.Random, kind: str) -> dict[str, Any]:
    """What the insurance fields hold for an agency; of others nothing is known."""
    if kind != "agency" or rng.random() < 0.25:
        return {}
    ams = packs.read(Pack.INSURANCE)["fields"][3]["options"]
    producers = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20))
    personal = rng.randrange(20, 100, 5)
    found: dict[str, Any] = {
        "ams": rng.choices(ams, AMS_WEIGHTS)[0],
        "rater": rng.choices(("TurboRater", "EZLynx", "Other", "None"), (50, 20, 15, 15))[0],
        "producers": str(producers),
        "csrs": str(max(1, round(producers * rng.uniform(0.5, 1.5)))),
        "personal_share": str(personal),
        "commercial_share": str(100 - personal),
    }
    if rng.random() < 0.5:
        found["npn"] = str(rng.randint(1_000_000, 19_999_999))
    if rng.random() < 0.3:
        found["languages"] = ["English", "Spanish"]
    if rng.random() < 0.4:
        found["renewal_month"] = rng.choice(("January", "March", "June", "September"))
    return found


def make_beside(world: World) -> None:
    """Everything else, once accounts and people are there."""
    _branches(world)
    write(NetworkMembership, list(_memberships(world)))
    write(Location, list(_locations(world)))
    write(Relation, list(_relations(world)))
    write(AccountFile, list(_files(world)))


def _made(at: Any) -> dict[str, Any]:
    return {"version": 1, "created_at": at, "updated_at": at}


def _branches(world: World) -> None:
    """Some agencies are legally part of another; some members' bills go to their network."""
    rng, agencies = world.rng, world["accounts"]
    some = rng.sample(agencies, int(len(agencies) * IS_BRANCH))
    owners = [agency for agency in agencies if agency not in set(some)]
    for agency in some:
        agency.parent = rng.choice(owners[:40])
    update(some, ["parent"])


def _memberships(world: World) -> Iterator[NetworkMembership]:
    rng, payers = world.rng, []
    for agency in world["accounts"]:
        if rng.random() >= IN_NETWORK:
            continue
        networks = rng.sample(world["networks"], min(len(world["networks"]), 2 if rng.random() < IN_TWO else 1))
        for network in networks:
            start = _joined(world, agency)
            end = start + timedelta(days=rng.randint(60, 700)) if rng.random() < LEFT_NETWORK else None
            if end is not None and end > world.now.date():
                end = None
            yield NetworkMembership(
                account=agency, network=network, code=f"{network.name[:2].upper()}{rng.randint(100, 999)}",
                starts_on=start, ends_on=end, **_made(agency.created_at),
            )  # fmt: skip
        if rng.random() < PAID_FOR:
            agency.bill_to = networks[0]
            payers.append(agency)
    update(payers, ["bill_to"])


def _joined(world: World, agency: Account) -> date:
    since = agency.created_at or world.since
    return world.moment(since, world.now - timedelta(days=5)).date()


def _locations(world: World) -> Iterator[Location]:
    rng = world.rng
    for agency in world["accounts"]:
        if rng.random() >= HAS_OFFICES:
            continue
        for number in range(rng.choice((1, 1, 1, 2, 3))):
            city, region, zip3, _area, zone = rng.choice([row for row in words.CITIES if row[1] == agency.region])
            yield Location(
                account=agency, name=f"{city} office" if number else "", kind=rng.choice(("office", "office", "mailing")),
                street=f"{rng.randint(100, 9900)} {rng.choice(words.STREETS)}", city=city, region=region,
                postal_code=f"{zip3}{rng.randint(1, 99):02}", zone=zone, **_made(agency.created_at),
            )  # fmt: skip


def _relations(world: World) -> Iterator[Relation]:
    rng = world.rng
    carriers = [row for row in world["others"] if row.kind == "carrier"]
    for agency in world["accounts"]:
        if agency.tier not in ("A", "B") or not carriers or rng.random() >= HAS_PARTNERS:
            continue
        for carrier in rng.sample(carriers, min(len(carriers), rng.randint(1, 4))):
            for category in rng.sample(world["categories"], rng.randint(1, 2)):
                status = rng.choices(("active", "asked", "suspended", "declined"), (80, 12, 4, 4))[0]
                yield Relation(
                    account=agency, partner=carrier, region=agency.region, category=category, status=status,
                    since_on=world.moment(agency.created_at).date(),
                    code=str(rng.randint(10000, 99999)) if status == "active" else "", **_made(agency.created_at),
                )  # fmt: skip


def _files(world: World) -> Iterator[AccountFile]:
    """A page of text stands for what people keep: a few accounts have one."""
    for agency in world.rng.sample(world["accounts"], min(len(world["accounts"]), 24)):
        name = world.rng.choice(FILES)
        content = f"{name}\n{agency.name}\nA page of the practice company.\n".encode()
        at = world.moment(agency.created_at)
        yield AccountFile(
            account=agency, name=f"{name.rpartition('.')[0]}.txt", media_type="text/plain", size=len(content),
            sha256=store(content), note="From the practice company", added_by=agency.owner, **_made(at),
        )  # fmt: skip
