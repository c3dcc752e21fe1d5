"""The figures of the contact report: asked in one statement, added up by what is shown."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, ExpressionWrapper, F, FloatField, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Extract
from django.utils.translation import gettext as _

from callboard.board.models import ContactCount, ContactReview, ContactTally, RepDay, ReviewState
from callboard.board.queries.contact.cadence import of_size, of_standing, reported, whose
from callboard.board.queries.contact.causes import with_causes
from callboard.board.queries.contact.moved import has_moved_since, last_counted, marks, taken_by, taken_over
from callboard.board.queries.contact.reviews import FIGURES, reviews_seen
from callboard.board.queries.contact.shapes import Chosen, Rep, Report, Sums
from callboard.board.rules.cadence import Cadence, Standing
from callboard.board.rules.evenness import Group
from callboard.board.rules.spans import Span
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import Question, kept
from callboard.core.whose import whose as reader
from callboard.directory.queries import regions
from callboard.journal.models import NoteScore
from callboard.team.models import Person, Team
from callboard.team.queries import instants_of

#: Exceptions on the page; the list has all of them.
SHOWN = 12


def report_found(chosen: Chosen, cadence: Cadence, actor: Actor) -> dict[str, Any]:
    """The answers to everything the page needs to know.  Two queries; the words of the second are kept for the next who asks
    the same."""
    bounds, counted = (instants_of(chosen.span.first)[0], instants_of(chosen.span.last)[1]), last_counted()
    key = ("contact", chosen, cadence.key, bounds, counted, reader(actor))
    return kept(key, lambda: _asked(chosen, cadence, actor, bounds, counted)).answers()


def _asked(
    chosen: Chosen, cadence: Cadence, actor: Actor, bounds: tuple[datetime, datetime], counted: date | None
) -> dict[str, Question]:
    span, (start, end) = chosen.span, bounds
    days = RepDay.objects.filter(whose(actor, "person", "person__team"), day__range=(span.first, span.last))
    days = _of_people(days, chosen, "person", "person__team")
    unseen = NoteScore.objects.filter(
        person=actor.person_id, seen_at=None, interaction__removed_at=None, interaction__at__gte=start,
        interaction__at__lt=end,
    )  # fmt: skip
    mine = ContactReview.objects.filter(person=actor.person_id, seen_at=None).exclude(state=ReviewState.CLOSED)
    return {
        "tallies": Question("list", _tallies(chosen, actor)),
        "days": Question(
            "list", days.order_by().values("person_id").annotate(**{f"{each}_sum": Sum(each) for each in FIGURES})
        ),
        "people": Question("list", _people(chosen, actor).values("pk", "name", "is_active")),
        "moved": Question("list", marks(counted) if counted else Person.objects.none().values("pk")),
        "taken": Question("list", taken_by(taken_over(cadence).filter(whose(actor, "person", "person__team")))),
        "count": Question("list", _counted(chosen)),
        "teams": Question("list", teams()),
        "regions": Question("list", regions()),
        "exceptions": Question("records", exceptions(chosen, cadence, actor)[:SHOWN]),
        "unread": Question("count", reviews_seen(actor).filter(state=ReviewState.NEW)),
        "mine": Question("list", mine.order_by("-starts_on").values("pk", "starts_on")[:1]),
        "unseen": Question("list", _added(unseen)),
    }


def count_of(span: Span) -> QuerySet[ContactCount]:
    """The count a stretch of days ends with: the last on or before its last day."""
    return ContactCount.objects.filter(day__lte=span.last).order_by("-day")[:1]


def _counted(chosen: Chosen) -> QuerySet[Any, Any]:
    """When it was counted and what everybody had open; of a week that is over, how everybody stood."""
    rows = count_of(chosen.span).annotate(load=KeyTransform("load", "figures"), moved=KeyTransform("moved", "figures"))
    if not _is_past(chosen):
        return rows.values("day", "counted_at", "load", "moved")
    return rows.annotate(owners=KeyTransform("owners", "figures")).values("day", "counted_at", "load", "owners")


def _is_past(chosen: Chosen) -> bool:
    """Whether it is read as it was counted then: that knows owners, not tiers, sizes or states."""
    return chosen.span.is_past and not chosen.by_account


def _added(rows: QuerySet[NoteScore]) -> QuerySet[Any, Any]:
    """The scores of a person they have not opened yet: theirs alone, and shown to them in the sum."""
    lag = Sum(F("interaction__created_at") - F("interaction__at"))
    minutes = ExpressionWrapper(Extract(lag, "epoch") / 60, output_field=FloatField())
    found: QuerySet[Any, Any] = (
        rows.order_by().values("person_id").annotate(n=Count("pk"), total_sum=Sum("total"), minutes=minutes)
    )
    return found


def _tallies(chosen: Chosen, actor: Actor) -> QuerySet[Any, Any]:
    rows = ContactTally.objects.filter(whose(actor, "owner", "team"))
    rows = _of_people(rows, chosen, "owner", "team")
    for name in ("tier", "region", "size"):
        if value := getattr(chosen, name):
            rows = rows.filter(**{name: value})
    found: QuerySet[Any, Any] = rows.order_by().values("owner", "standing").annotate(n=Sum("accounts"), pays=Sum("mrr"))
    return found


def _of_people(rows: Any, chosen: Chosen, person: str, team: str) -> Any:
    rows = rows.filter(**{person: chosen.rep}) if chosen.rep else rows
    return rows.filter(**{team: chosen.team}) if chosen.team else rows


def _people(chosen: Chosen, actor: Actor) -> QuerySet[Person]:
    """Everybody, those too who left: what was theirs is counted."""
    rows = Person.objects.filter(whose(actor, "pk", "team"))
    found: QuerySet[Person] = _of_people(rows, chosen, "pk", "team").order_by("name", "pk")
    return found


def exceptions(chosen: Chosen, cadence: Cadence, actor: Actor) -> QuerySet[Any]:
    """The overdue accounts, the highest MRR first, with their causes."""
    rows = visible(reported(), actor).filter(whose(actor), of_standing(Standing.OVERDUE, cadence), facts__isnull=False)
    rows = _of_people(rows, chosen, "owner", "owner__team")
    rows = rows.filter(tier=chosen.tier) if chosen.tier else rows
    rows = rows.filter(region=chosen.region) if chosen.region else rows
    rows = rows.filter(of_size(chosen.size, cadence)) if chosen.size else rows
    rows = with_causes(rows.select_related("facts", "owner"), cadence)
    return rows.order_by(F("facts__mrr").desc(nulls_last=True), "-id")


def report_from(found: Mapping[str, Any], chosen: Chosen, actor: Actor) -> Report:
    """The report."""
    count = found["count"][0] if found["count"] else None
    load = (count["load"] if count else None) or {}
    reps: dict[int | None, Rep] = {
        row["pk"]: Rep(row["pk"], row["name"], not row["is_active"], **_load(load, row["pk"]))
        for row in found["people"]
    }
    whole, people = Sums(), {pk for pk in reps if pk is not None}
    reps[None] = Rep(None, _("nobody"))
    for owner, standing, n, mrr in _stands(found, chosen, (count or {}).get("owners") or {}, people, actor):
        whole.add(standing, n, mrr)
        if owner in reps:
            reps[owner].sums.add(standing, n, mrr)
    for row in found["days"]:
        if (rep := reps.get(row["person_id"])) is not None:
            for name in FIGURES:
                rep.done[name] += row[f"{name}_sum"] or 0
    _unseen(found["unseen"], reps)
    if not chosen.span.is_past:
        for row in found["taken"]:
            if (rep := reps.get(row["person_id"])) is not None:
                rep.taken = (row["n"], row["since"])
    shown = [rep for rep in reps.values() if rep.stands]
    return Report(
        whole,
        sorted(shown, key=lambda rep: (rep.pk is None, rep.left, -rep.sums.overdue_mrr, -rep.sums.overdue, rep.name)),
        found["exceptions"],
        count["counted_at"] if count else None,
        count["day"] if count else None,
        found["unread"],
        found["mine"][0] if found["mine"] else None,
        count is not None and not chosen.span.is_past and has_moved_since(count, found["moved"]),
    )


def _load(load: Mapping[str, Any], pk: int) -> dict[str, Any]:
    known = load.get(str(pk))
    return {"load": known["open"], "middle": known["middle"]} if known else {}


def _unseen(rows: Sequence[Mapping[str, Any]], reps: Mapping[int | None, Rep]) -> None:
    for row in rows:
        if (rep := reps.get(row["person_id"])) is not None:
            rep.done["scored"] += row["n"]
            rep.done["score_sum"] += row["total_sum"]
            rep.done["lag_minutes"] += max(0, round(row["minutes"] or 0))


def _stands(
    found: Mapping[str, Any], chosen: Chosen, owners: Mapping[str, Any], people: set[int], actor: Actor
) -> list[tuple[int | None, str, int, Decimal]]:
    """(owner, standing, accounts, MRR): of now by the tallies, of a week that is over by what was counted then."""
    if not _is_past(chosen):
        return [(row["owner"], row["standing"], row["n"], row["pays"]) for row in found["tallies"]]
    rows = []
    nobody = not chosen.narrowed and whose(actor) == Q()
    for owner, standings in owners.items():
        pk = int(owner) if owner else None
        if pk not in people and not (nobody and pk is None):
            continue
        rows += [(pk, standing, n, Decimal(mrr)) for standing, (n, mrr) in standings.items()]
    return rows


def evenness_of_day(span: Span) -> dict[str, dict[str, list[Group]]]:
    """Measure -> kind of group -> its groups, as the count says with which a stretch of days ends.  One query."""
    rows = ContactCount.objects.filter(day__lte=span.last, figures__has_key="evenness").order_by("-day")
    stored: Mapping[str, Any] = rows.values_list("figures__evenness", flat=True).first() or {}
    return {
        measure: {kind: [Group(**row) for row in rows] for kind, rows in kinds.items()}
        for measure, kinds in stored.items()
    }


def teams() -> QuerySet[Team, Any]:
    """Teams to choose from."""
    return Team.objects.order_by("name").values("pk", "name")


def names_of(actor: Actor) -> dict[str, str]:
    """The people the report shows an actor, by id as text.  One query."""
    rows = Person.objects.filter(whose(actor, "pk", "team")).values_list("pk", "name")
    return {str(pk): name for pk, name in rows}
