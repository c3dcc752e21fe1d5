"""Who has which accounts since a count: a handover, a leaving, a change of territories or of an owner makes a count stale."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Subquery, Sum, Value

from callboard.board.models import ContactCount
from callboard.board.queries.contact.cadence import KINDS
from callboard.board.rules.cadence import Cadence
from callboard.directory.models import AccountOwner, OwnerRole
from callboard.team.models import Person

#: The names of the parts of a mark.
PARTS = ("n", "given", "people", "teams")


def marks(since: date) -> QuerySet[Any, Any]:
    """One row that is another once an owner has changed on or after a day, or a person left or went to another team."""
    rows = AccountOwner.objects.filter(Q(starts_on__gte=since) | Q(ends_on__gte=since), role=OwnerRole.OWNER)
    changed = rows.order_by().annotate(all=Value(1)).values("all")
    given = Sum(F("pk") * F("person_id"), filter=Q(ends_on=None))
    people = Person.objects.active().order_by().annotate(all=Value(1)).values("all")
    found: QuerySet[Any, Any] = people.annotate(
        people=Count("pk"),
        teams=Sum(F("pk") * F("team_id")),
        n=Subquery(changed.annotate(n=Count("pk")).values("n")),
        given=Subquery(changed.annotate(given=given).values("given")),
        day=Subquery(ContactCount.objects.order_by("-day").values("day")[:1]),
    ).values(*PARTS, "day")
    return found


def last_counted() -> date | None:
    """The day of the last count.  One query: a day PostgreSQL knows has it look up the few owners that changed since."""
    return ContactCount.objects.order_by("-day").values_list("day", flat=True).first()


def mark_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """A mark as it is kept and compared; of no row too."""
    row: Mapping[str, Any] = next(iter(rows), {})
    return [str(int(row.get(name) or 0)) for name in PARTS]


def has_moved_since(count: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a count, if it is the last, was made before what the mark of today says."""
    return bool(rows) and rows[0]["day"] == count["day"] and count["moved"] != mark_of(rows)


def has_moved() -> bool:
    """Whether somebody else has an account than the last count says."""
    count = ContactCount.objects.order_by("-day").values("day", moved=F("figures__moved")).first()
    return count is not None and has_moved_since(count, list(marks(count["day"])))


def taken_over(cadence: Cadence) -> QuerySet[AccountOwner]:
    """The accounts somebody has for less than a grace, and which were with us before."""
    return AccountOwner.objects.filter(
        role=OwnerRole.OWNER, ends_on=None, starts_on__gt=grace_ago(cadence), account__archived_at=None,
        account__kind__in=KINDS, account__created_at__lt=F("starts_on"),
    )  # fmt: skip


def taken_by(rows: QuerySet[AccountOwner]) -> QuerySet[Any, Any]:
    """By person: how many, and the first day."""
    found: QuerySet[Any, Any] = rows.order_by().values("person_id").annotate(n=Count("pk"), since=Min("starts_on"))
    return found


def grace_ago(cadence: Cadence) -> date:
    """The last day whose handovers are no longer new."""
    return cadence.day - timedelta(days=cadence.grace)
