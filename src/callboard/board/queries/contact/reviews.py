"""What a review is made of, and which wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.board.models import ContactReview, ReviewState
from callboard.board.queries.contact.cadence import cadence_on, of_standing, reported
from callboard.board.queries.contact.causes import causes_of, with_causes
from callboard.board.queries.contact.days import rep_days
from callboard.board.rules.cadence import Standing
from callboard.board.rules.causes import sentence_of
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.money import shown
from callboard.team.models import Person
from callboard.team.queries import company_calendar

SHOWN = 10


@dataclass(frozen=True)
class Overdue:
    """An account past its day: what it pays, by how many days, and why."""

    pk: int
    name: str
    mrr: Decimal | None
    days_over: int
    causes: list[dict[str, Any]]


def exceptions_of(person: Person, day: date) -> list[Overdue]:
    """The overdue accounts of a person, the highest MRR first.  Two queries."""
    cadence = cadence_on(day)
    rows = with_causes(reported().filter(of_standing(Standing.OVERDUE, cadence), owner=person), cadence)
    found: Any = rows.select_related("facts").order_by(F("facts__mrr").desc(nulls_last=True), "pk")
    return [
        Overdue(
            row.pk,
            row.name,
            row.facts.mrr,
            cadence.days_over(row.tier, row.spoke_at),
            [cause.plain() for cause in causes_of(row)],
        )
        for row in found
    ]


FIGURES = (
    "calls",
    "mails",
    "meetings",
    "conversations",
    "reached",
    "seen",
    "written",
    "scored",
    "score_sum",
    "lag_minutes",
)


def figures_of_week(person: Person, first: date, last: date) -> dict[str, int]:
    """What they did on these days.  Three queries."""
    days = [day for day in rep_days(first, last) if day.person_id == person.pk]
    return {name: sum(getattr(day, name) for day in days) for name in FIGURES}


def told_of(review: ContactReview, found: Sequence[Overdue]) -> str:
    """The words of the mail: their own figures, before anybody else sees them."""
    figures = review.figures
    lines = [
        ngettext("{n} of your accounts is overdue.", "{n} of your accounts are overdue.", len(found)).format(
            n=len(found)
        ),
        _("{calls} calls, {mails} mails, {meetings} meetings, {conversations} conversations.").format(**figures),
        _("{written} of {seen} conversations by mail written up the same day.").format(**figures),
        *_score(figures),
        "",
        *(_line(each) for each in found[:SHOWN]),
    ]
    return "\n".join(lines)


def _score(figures: Mapping[str, int]) -> list[str]:
    if not figures["scored"]:
        return []
    return [_("Note score {score}.").format(score=round(figures["score_sum"] / figures["scored"]))]


def _line(each: Overdue) -> str:
    over = ngettext("{n} day over", "{n} days over", each.days_over).format(n=each.days_over)
    why = "; ".join(sentence_of(cause) for cause in each.causes)
    return " · ".join(part for part in (each.name, shown(each.mrr) if each.mrr else "", over, why) if part)


def reviews_seen(actor: Actor) -> QuerySet[ContactReview]:
    """The reviews an actor may open."""
    return visible(ContactReview.objects.select_related("person", "read_by", "closed_by"), actor)


def waiting() -> Q:
    """Reviews nobody has read."""
    return Q(state=ReviewState.NEW)


def shows_figures(review: ContactReview, actor: Actor) -> bool:
    """Whether the actor may see its figures: whose it is always, others once that person has seen them."""
    return actor.kind == "clock" or actor.person_id == review.person_id or review.seen_at is not None


def last_business_day(day: date) -> date | None:
    """The last day of work of a day's week; None for a week without any."""
    monday, calendar = day - timedelta(days=day.weekday()), company_calendar()
    days = [monday + timedelta(days=n) for n in range(7)]
    return max((each for each in days if calendar.works_on(each)), default=None)


def reps_of(day: date) -> QuerySet[Person]:
    """Those of ours who own accounts the report is about and had no review of this week yet."""
    monday = day - timedelta(days=day.weekday())
    done = ContactReview.objects.filter(starts_on=monday).values("person")
    owners = reported().filter(owner__isnull=False).values("owner")
    return Person.objects.active().filter(pk__in=owners).exclude(pk__in=done).order_by("pk")
