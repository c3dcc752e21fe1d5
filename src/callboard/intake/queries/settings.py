"""The settings the Inbox reads, several at once."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from callboard.directory.models.account import Tier
from callboard.team.models import Pool
from callboard.team.queries.company import settings_on

TIERS = tuple(Tier.values)
NAMES = [
    "intake.units_call",
    "intake.units_lead",
    "intake.units_mail",
    "intake.unit_limit",
    "intake.proposal_minutes",
    "intake.desk_pool",
    "intake.answer_minutes",
    *(f"intake.answer_minutes_{tier.lower()}" for tier in TIERS),
]


@dataclass(frozen=True)
class IntakeSettings:
    """units: what a call, a lead, a mail cost.  answer_minutes: by tier, "" for none."""

    units: dict[str, Decimal]
    unit_limit: Decimal
    proposal_minutes: int
    desk_pool: str
    answer_minutes: dict[str, int]


def intake_settings(on: date) -> IntakeSettings:
    """The settings that hold on a day, in one query."""
    found = settings_on(NAMES, on)
    minutes = {tier: found[f"intake.answer_minutes_{tier.lower()}"] for tier in TIERS}
    return IntakeSettings(
        units={name: found[f"intake.units_{name}"] for name in ("call", "lead", "mail")},
        unit_limit=found["intake.unit_limit"],
        proposal_minutes=found["intake.proposal_minutes"],
        desk_pool=found["intake.desk_pool"],
        answer_minutes=minutes | {"": found["intake.answer_minutes"]},
    )


def desk_pool(name: str) -> Pool | None:
    """The pool of the last resort: the one the setting names, else the first there is."""
    return Pool.objects.filter(name=name).first() or Pool.objects.order_by("id").first()


def desk_with_people() -> Pool | None:
    """The same, where somebody who works here is in it."""
    pool = desk_pool(settings_on(["intake.desk_pool"])["intake.desk_pool"])
    return pool if pool is not None and pool.members.filter(person__is_active=True).exists() else None


def pool_names() -> list[tuple[str, list[tuple[str, str]]]]:
    """The pools there are, in one group."""
    return [("", [(name, name) for name in Pool.objects.order_by("name").values_list("name", flat=True)])]


def known_pool(name: str) -> str:
    """The name of a pool there is. ValueError with the sentence otherwise."""
    if not Pool.objects.filter(name=name).exists():
        raise ValueError(_("There is no pool called “{name}”.").format(name=name[:60]))
    return name
