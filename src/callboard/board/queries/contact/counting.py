"""A count: how all accounts stand, whether groups are treated alike, how much everybody has open.

Everything is grouped by the database; what comes out is as long as the company has reps and distinct values, not accounts.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import timedelta
from statistics import median as middle
from typing import Any

from django.db.models import Count, F, Sum
from django.db.models.functions import Coalesce, TruncDate

from callboard.board.models import ContactTally
from callboard.board.queries.contact.cadence import late, reported, size, spoke, standing
from callboard.board.rules.cadence import Cadence
from callboard.board.rules.evenness import groups_of
from callboard.journal.models import NoteScore
from callboard.team.models import Person
from callboard.work.models import Task

#: Whom groups are made of: the name of the kind, and where an account says it.
KINDS = {"tier": "tier", "size": "size", "rep": "owner_id", "language": "language", "region": "region"}
#: Scores of so many days are compared.
SCORE_DAYS = 90


def tallies(cadence: Cadence) -> list[ContactTally]:
    """Every combination there is, unsaved.  One query."""
    rows = reported().annotate(standing=standing(cadence), size=size(cadence))
    names = ("owner_id", "owner__team_id", "tier", "size", "region", "standing")
    counted = (
        rows.order_by().values(*names).annotate(n=Count("pk"), pays=Coalesce(Sum("facts__mrr"), 0, output_field=_MONEY))
    )
    return [
        ContactTally(
            owner=row["owner_id"],
            team=row["owner__team_id"],
            tier=row["tier"] or "",
            size=row["size"],
            region=row["region"],
            standing=row["standing"],
            accounts=row["n"],
            mrr=row["pays"],
        )
        for row in counted
    ]


_MONEY = ContactTally._meta.get_field("mrr").clone()


def totals_of(rows: list[ContactTally]) -> dict[str, dict[str, list[Any]]]:
    """By owner ("" for nobody) and standing: how many, and their MRR as text.  What a past day is read from."""
    found: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    for row in rows:
        cell = found[str(row.owner or "")].setdefault(row.standing, [0, row.mrr * 0])
        cell[0] += row.accounts
        cell[1] += row.mrr
    return {
        owner: {standing: [n, str(pays)] for standing, (n, pays) in cells.items()} for owner, cells in found.items()
    }


def evenness_of(cadence: Cadence) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Measure -> kind of group -> its groups.  Two queries a kind."""
    return {
        name: {kind: [asdict(group) for group in measure(kind, path, cadence)] for kind, path in KINDS.items()}
        for name, measure in MEASURES.items()
    }


def _waits(kind: str, path: str, cadence: Cadence) -> list[Any]:
    """Days since we last spoke; between tiers, whose cadence differs by design, days past the day that was due."""
    ruled = [tier for tier, days in cadence.days.items() if days]
    rows = (
        reported().filter(tier__in=ruled).annotate(size=size(cadence), spoke_on=TruncDate(spoke(), tzinfo=cadence.zone))
    )
    counted = rows.order_by().values(path, "tier", "spoke_on")
    counted = counted.annotate(n=Count("pk"), good=Count("pk", filter=~late(cadence)))
    values: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    shares: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in counted:
        key = _key(row[path])
        wait = (cadence.day - row["spoke_on"]).days
        wait -= cadence.days[row["tier"]] if kind == "tier" else 0
        values[key][wait] += row["n"]
        good, of = shares[key]
        shares[key] = (good + row["good"], of + row["n"])
    return groups_of(values, shares)


def _scores(kind: str, path: str, cadence: Cadence) -> list[Any]:
    """Scores of notes, those alone whose person has seen them."""
    since = cadence.starts(cadence.day - timedelta(days=SCORE_DAYS))
    rows = NoteScore.objects.filter(
        seen_at__isnull=False, interaction__removed_at=None, interaction__at__gte=since,
        interaction__accounts__archived_at=None,
    )  # fmt: skip
    rows = rows.annotate(size=size(cadence, "interaction__accounts__facts__mrr"))
    place = {"size": F("size"), "rep": F("person_id")}.get(kind, F(f"interaction__accounts__{path}"))
    counted = rows.order_by().annotate(group=place).values("group", "total").annotate(n=Count("pk"))
    values: dict[str, dict[int, int]] = defaultdict(dict)
    for row in counted:
        key = _key(row["group"])
        values[key][row["total"]] = values[key].get(row["total"], 0) + row["n"]
    return groups_of(values)


#: Measures of evenness.  How fast people are answered joins them with the Inbox's service levels.
MEASURES: Mapping[str, Callable[[str, str, Cadence], list[Any]]] = {"wait": _waits, "score": _scores}


def _key(value: Any) -> str:
    return "" if value is None else str(value)


def load_now() -> dict[str, dict[str, float]]:
    """Open tasks of everybody who works here, and the middle of their team.  Two queries."""
    open_now = dict(
        Task.objects.open().filter(owner__isnull=False).order_by().values_list("owner").annotate(Count("pk"))
    )
    people = list(Person.objects.active().order_by().values_list("pk", "team_id"))
    teams: dict[Any, list[int]] = defaultdict(list)
    for pk, team in people:
        teams[team].append(open_now.get(pk, 0))
    return {str(pk): {"open": open_now.get(pk, 0), "middle": middle(teams[team])} for pk, team in people}


def figures_of(cadence: Cadence, rows: list[ContactTally], mark: list[str]) -> dict[str, Any]:
    """What a count keeps of a day.  mark: who had what when it began."""
    return {"owners": totals_of(rows), "evenness": evenness_of(cadence), "load": load_now(), "moved": mark}
