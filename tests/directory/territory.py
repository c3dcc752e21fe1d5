"""A draft that gives a new territory its terms and its holder."""

from typing import Any

from callboard.core.actions import Actor
from callboard.directory import actions as do
from callboard.team.models import Person, Territory, TerritoryChange


def drafted(boss: Actor, name: str, holder: Person | None = None, **terms: Any) -> tuple[TerritoryChange, Territory]:
    """Not yet published."""
    change = do.draft_change(by=boss, name=f"{name} for the new year")
    territory = do.create_territory(by=boss, name=name)
    do.plan_terms(change, by=boss, territory=territory, **terms)
    if holder is not None:
        do.plan_holder(change, by=boss, territory=territory, person=holder)
    return change, territory
