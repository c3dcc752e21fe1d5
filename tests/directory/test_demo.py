from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import transaction

from callboard.core.demo import World
from callboard.core.registry import register
from callboard.directory.demo import build
from callboard.directory.models import Account, Contact, ContactEmail, ContactPhone
from callboard.team.demo import build as build_team

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
OURS = (
    "directory.sort_keys",
    "directory.facts_rows",
    "directory.owners",
    "directory.owners_active",
    "directory.primary_mail",
)


def world(scale: float) -> World:
    made = World(seed=7, now=NOW, scale=scale)
    build_team(made)
    build(made)
    return made


def names(rows: Iterable[Account]) -> list[tuple[str, str, str, str]]:
    return [(row.name, row.city, row.phone, str(row.owner)) for row in rows]


def test_the_practice_company_has_credible_customers_and_check_finds_nothing(db: None) -> None:
    made = world(0.1)
    assert len(made["accounts"]) == 200
    assert Contact.objects.count() > 400
    assert not ContactEmail.objects.exclude(address__endswith=".example").exists()
    assert not ContactPhone.objects.exclude(e164__contains="5550").exists()
    assert not Account.objects.exclude(phone__contains="55501").exists()
    assert [found for name in OURS for found in register.check[name].run()] == []


def test_the_same_seed_makes_the_same_customers(db: None) -> None:
    found = []
    for _again in range(2):
        with transaction.atomic():
            found.append(names(world(0.02)["accounts"]))
            transaction.set_rollback(True)
    assert found[0] == found[1]
