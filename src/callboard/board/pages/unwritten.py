"""What the program saw and nobody wrote up: each with the note begun, so that one key writes it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.board.pages.contact import chosen_of
from callboard.board.queries.contact.cadence import RIGHT, whose
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.journal.box import asking, begun_url
from callboard.journal.queries import about, by_about, not_written_up, tasks_about
from callboard.kit.pages import ReportPage
from callboard.kit.pages.reports import Sheet
from callboard.kit.tables import Column
from callboard.kit.when import time_text
from callboard.team.queries import setting
from callboard.work.models import Task

#: More are not written up in one sitting.
SHOWN = 50
COLUMNS = (
    Column("account", _("Account"), value=lambda row: row.account),
    Column("person", _("Rep"), value=lambda row: row.by_person),
    Column("sent_at", _("Sent"), kind="when"),
    Column("subject", _("Subject"), value=lambda row: row.subject),
)


class Unwritten(ReportPage):
    """Conversations by mail without a note that business day.  ``rep``, ``period``, ``from``, ``to`` as the report has them."""

    title = _("Seen and not written up")
    url = "contact-report/unwritten/"
    name = "contact-unwritten"
    who = RIGHT
    topics = ("contact", "journal.interaction")
    template = "board/unwritten.html"
    parts = {"rows": "board/unwritten_rows.html"}

    def sheet(self, query: Mapping[str, str], actor: Actor, **kwargs: Any) -> Sheet:
        return Sheet(COLUMNS, _rows(query, actor))

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        found = list(_rows(request.GET, actor)[: SHOWN + 1])
        now, tasks = clock.now(), by_about(tasks_about(found[:SHOWN]))
        return {
            "hour": time_text(setting("journal.unwritten_at")),
            "rows": [_row(message, tasks.get(about(message)), now) for message in found[:SHOWN]],
            "more": len(found) > SHOWN,
            "back_url": f"{reverse('contact-report')}?{request.GET.urlencode()}",
            "src": f"?{urlencode({**request.GET.dict(), 'part': 'rows'})}",
        }


def _rows(query: Mapping[str, str], actor: Actor) -> Any:
    # By name: what `**` takes of a request's query are its lists.
    given = {"period": "days", **{name: query[name] for name in query}} if query.get("from") else query
    chosen, _wrong = chosen_of(given)
    first, last = chosen.span.first, chosen.span.last
    rows = not_written_up(first, last).filter(whose(actor, "by_person", "by_person__team"))
    rows = rows.filter(by_person=chosen.rep) if chosen.rep else rows
    rows = rows.filter(by_person__team=chosen.team) if chosen.team else rows
    # A mail is long: what is shown of it is read alone.
    return rows.only("subject", "sent_at", "account__name", "by_person__name", "by_person__zone").order_by(
        "-sent_at", "-id"
    )


def _row(message: Any, task: Task | None, now: datetime) -> dict[str, Any]:
    """A message with the address of its note, begun: whom, when, what about; and when it asks for that by itself."""
    day: date | None = message.sent_at.date() if message.sent_at else None
    return {
        "message": message,
        "day": day,
        "account_url": url_of(message.account) if message.account else "",
        "write_url": begun_url(message.pk),
        "asked": _("its draft was dismissed") if message.dismissed and task is None else asking(message, task, now),
    }
