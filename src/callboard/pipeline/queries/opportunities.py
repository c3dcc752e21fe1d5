"""Opportunities by stage, and those of an account."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, Window
from django.db.models.functions import RowNumber

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Account
from callboard.pipeline.models import Opportunity, Stage
from callboard.pipeline.rules.stages import OPEN_STAGES

SHOWN = 20
#: Open without a dated next step.
FAULT = Q(stage__in=OPEN_STAGES, next_on=None)


@dataclass(frozen=True)
class Lane:
    """A stage as a column: its opportunities (soonest next step first), how many there are, what they are worth."""

    stage: Stage
    rows: list[Opportunity]
    count: int
    mrr: Decimal


def open_rows(actor: Actor) -> QuerySet[Opportunity]:
    """What the actor may see and is neither won nor lost."""
    rows = Opportunity.objects.filter(stage__in=OPEN_STAGES).select_related("account", "owner")
    return visible(rows, actor)


def lanes(actor: Actor, *, owner: Any = None) -> list[Lane]:
    """The open stages with at most SHOWN opportunities each: one query for the figures, one for the rows."""
    rows = open_rows(actor).filter(owner=owner) if owner else open_rows(actor)
    sums = rows.order_by().values_list("stage").annotate(count=Count("pk"), mrr=Sum("value_mrr"))
    found = {stage: (count, mrr) for stage, count, mrr in sums}
    here: dict[str, list[Opportunity]] = {stage: [] for stage in OPEN_STAGES}
    for row in _first_of_each(rows) if found else ():
        here[row.stage].append(row)
    return [_lane(stage, here[stage], *found.get(stage, (0, None))) for stage in OPEN_STAGES]


def _first_of_each(rows: QuerySet[Opportunity]) -> QuerySet[Opportunity]:
    """The first SHOWN of each stage, soonest next step first."""
    soonest = (F("next_on").asc(nulls_first=True), F("id").asc())
    place = Window(RowNumber(), partition_by=F("stage"), order_by=soonest)
    # Counted off by their ids; only those shown are read with their accounts and owners.
    first = rows.select_related(None).annotate(place=place).filter(place__lte=SHOWN)
    return rows.filter(pk__in=first.values("pk")).order_by("stage", *soonest)


def _lane(stage: Stage, rows: list[Opportunity], count: int, mrr: Decimal | None) -> Lane:
    return Lane(stage, rows, count, mrr or Decimal(0))


def open_of(account: Account, actor: Actor) -> QuerySet[Opportunity]:
    """The open ones of an account, soonest close first."""
    return open_rows(actor).filter(account=account).order_by("close_on", "id")


def without_next_step(actor: Actor, today: date) -> QuerySet[Opportunity]:
    """Open opportunities whose next step is missing or past: a fault."""
    return open_rows(actor).exclude(next_on__gte=today)
