"""The end of a day: what is still to be settled, and what was done."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Actor
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.work.actions import snooze_task
from callboard.work.pages.begins import sources_of
from callboard.work.pages.day import Line, batch_of, line_of, started_by
from callboard.work.queries.day import Row
from callboard.work.queries.did import did_on
from callboard.work.queries.evening import evening_of
from callboard.work.queries.mine import day_topics
from callboard.work.rules.due import DAY

SHEET = (
    Column("clock", _("Time")),
    Column("what", _("What")),
    Column("record", _("Record")),
    Column("about", _("Account")),
    Column("undone", _("Undone"), value=lambda line: said("yes") if line.undone else ""),
)


class Evening(ReportPage):
    """What is still open today, what was promised and not kept, what is not written up; each with its verbs."""

    title = _("End of day")
    url = "my-day/end/"
    name = "evening"
    template = "work/evening.html"
    parts = {"rows": "work/evening_rows.html"}

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The lines of each part."""
        now, people = clock.now(), policy().people(actor)
        evening, here = evening_of(actor, now, people), reverse(self.name)
        sources = sources_of(row.task for row in [*evening.promises, *evening.open])
        _started, taken = started_by(actor, request.GET.get("run", ""))
        lines = [_lines(rows, sources, actor, here, taken) for rows in (evening.promises, evening.open)]
        movable = [line.row.task.pk for each in lines for line in each if line.snooze_url]
        return {
            "now": now,
            "evening": evening,
            "today": now.astimezone(actor.person.tz).date(),
            "promises": lines[0],
            "open": lines[1],
            "notes": sum(len(each.rows) for each in evening.others),
            "selection": batch_of(actor, here) if lines[0] or lines[1] else None,
            "movable": movable,
            "move_url": reverse("bulk", args=["tasks", snooze_task.name]),
            "here": here,
            "part_url": f"{here}?part=rows",
            "topics": " ".join(day_topics(actor.person, people)),
        }


def _lines(rows: Iterable[Row], sources: Any, actor: Actor, here: str, taken: frozenset[int]) -> list[Line]:
    """As on My Day, with tomorrow one press away."""
    return [replace(line_of(row, sources, actor, here, taken), tomorrow=uuid4().hex) for row in rows]


class DidToday(ReportPage):
    """What I did on a day, by account, out of the log."""

    title = _("What I did")
    url = "my-day/did/"
    name = "did"
    template = "work/did.html"

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet | None:
        """A line for each thing done that day."""
        day, _problem = _day(query, actor)
        return Sheet(SHEET, did_on(actor, day, actor.person.tz).lines)

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The day, the ones beside it, the lines by account."""
        day, problem = _day(request.GET, actor)
        today = clock.now().astimezone(actor.person.tz).date()
        here = reverse(self.name)
        return {
            "day": day,
            "is_today": day == today,
            "did": did_on(actor, day, actor.person.tz),
            "problem": problem,
            "before_url": f"{here}?on={day - DAY}",
            "after_url": f"{here}?on={day + DAY}" if day < today else "",
            "today_url": here,
        }


def _day(query: Mapping[str, str], actor: Actor) -> tuple[date, str]:
    """The day that is asked for, today where none is; and why it could not be read."""
    today = clock.now().astimezone(actor.person.tz).date()
    asked = query.get("on", "")
    if not asked:
        return today, ""
    try:
        found = parse_date(asked)
    except ValueError:
        found = None
    if found is None or not date(1970, 1, 2) <= found:
        return today, said("“{day}” is no day. Write it like 2026-03-10; this is today.").format(day=asked[:20])
    if found > today:
        return today, said("That day has not been yet; this is today.")
    return found, ""
