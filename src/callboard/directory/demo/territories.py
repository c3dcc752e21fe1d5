"""The practice company's territories: a map that holds, and a draft for the new year that waits for somebody to read it."""

from datetime import date
from typing import Any

from callboard.core.demo import World, write
from callboard.directory.models import TerritoryAccount
from callboard.team.models import Person, Pool, Territory, TerritoryChange, TerritoryHolder, TerritoryTerms

#: Name, what for, order, states, tiers, and the pool that holds it.
MAP = (
    ("Texas", "The home market", 10, ("TX",), ()),
    ("South Central", "Around Texas", 20, ("OK", "LA", "AR", "MS"), ()),
    ("Midwest", "", 30, ("MO", "KS", "NE", "IA", "IL", "WI", "MN", "IN", "OH", "MI"), ()),
    ("Southeast", "", 40, ("AL", "TN", "KY", "GA", "FL", "NC", "SC", "VA", "WV"), ()),
    ("Northeast", "", 50, ("PA", "NY", "NJ", "CT", "MA", "NH", "ME"), ()),
    ("West", "", 60, ("CO", "NM", "UT", "ID", "MT", "WY", "AZ", "NV", "CA", "OR", "WA"), ()),
)
HOLDERS, DRAFTED, TO = "Executives", "Florida", "Ines Duarte"


def make_territories(world: World) -> None:
    """Six territories in force since the company began, held by the pool of executives; Florida drafted as one of its own."""
    since = world.since.date()
    territories = write(Territory, [_made(Territory(name=name, note=note), world) for name, note, *_rest in MAP])
    write(TerritoryTerms, [
        _made(TerritoryTerms(territory=made, order=order, states=list(states), tiers=list(tiers), starts_on=since), world)
        for made, (_name, _note, order, states, tiers) in zip(territories, MAP, strict=True)
    ])  # fmt: skip
    pool = Pool.objects.filter(name=HOLDERS).first()
    holders = [_made(TerritoryHolder(territory=made, pool=pool, starts_on=since), world) for made in territories]
    write(TerritoryHolder, holders if pool else [])
    _draft(world)
    _kept(world, since)


def _draft(world: World) -> None:
    person = Person.objects.active().filter(name=TO).first()
    if person is None:
        return
    note = "Florida has grown enough for somebody of its own."
    (change,) = write(TerritoryChange, [_made(TerritoryChange(name="Florida for the new year", note=note), world)])
    (florida,) = write(Territory, [_made(Territory(name=DRAFTED, note="Split off the Southeast"), world)])
    write(TerritoryTerms, [_made(TerritoryTerms(territory=florida, change=change, order=35, states=["FL"]), world)])
    write(TerritoryHolder, [_made(TerritoryHolder(territory=florida, change=change, person=person), world)])


def _kept(world: World, since: date) -> None:
    """Two networks that stay with whoever knows them."""
    rows = [
        TerritoryAccount(
            account=account, starts_on=since, reason="Their principal asked for one contact for all states"
        )
        for account in world["networks"][:2]
    ]
    write(TerritoryAccount, [_made(row, world) for row in rows])


def _made(record: Any, world: World) -> Any:
    record.created_at = record.updated_at = world.since
    record.version = 1
    return record
