"""What keeps a business day open: five ticks, each with its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum, Value, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.board.models import Tick
from callboard.board.queries.closing import person_named
from callboard.board.queries.figures import booked
from callboard.channels.models import Message
from callboard.core.asking import Question, Row, answers
from callboard.core.links import url_at
from callboard.core.money import shown
from callboard.directory.models import Account
from callboard.intake.models import QueueItem
from callboard.journal.queries import unwritten
from callboard.orders.models import Cancellation, MrrEntry
from callboard.team.queries import instants_of
from callboard.work.models import Promise
from callboard.work.queries.promises import left_on

#: So many promises are named; the list has all of them.
PROMISES_SHOWN = 12


@dataclass(frozen=True)
class OpenRow:
    """One thing that keeps a tick open: what, where, whose."""

    what: str
    where: str
    person: Any
    url: str


@dataclass(frozen=True)
class TickView:
    """A tick: ``count`` is said at its right, ``text`` under it; it is open while it has rows. url: the list of all of them."""

    tick: Tick
    count: str
    text: str
    rows: list[OpenRow] = field(default_factory=list)
    url: str = ""

    @property
    def open(self) -> bool:
        """Whether it keeps the day open."""
        return bool(self.rows)


def ticks_of(days: Sequence[date]) -> list[TickView]:
    """The five ticks over the days of a close, computed now. One query."""
    return ticks_from(answers(ticks_asked(days)), days[-1])


def ticks_asked(days: Sequence[date]) -> dict[str, Question]:
    """What the ticks need to know."""
    first, last = days[0], days[-1]
    posted = MrrEntry.objects.filter(booked_on__range=(first, last), opening=False, transfer=False)
    asked = Cancellation.objects.filter(received_on__range=(first, last)).order_by("id")
    missing = [_missing(day) for day in days]
    _start, end = instants_of(last)
    waiting = QueueItem.objects.waiting().filter(received_at__lt=end)
    return {
        "moved": Question("list", _sum(booked(first, last))),
        "posted": Question("list", _sum(posted)),
        "asked": Question("list", asked.values("id", "received_on", "logged_on", "reason_id", *_CASE)),
        "missing": Question("list", missing[0].union(*missing[1:], all=True) if len(missing) > 1 else missing[0]),
        "waiting": Question("list", waiting.values("id", "subject", "sender", *_ITEM)),
        "promises": Question("list", _left(last).values("id", "total", *_PROMISE)[:PROMISES_SHOWN]),
    }


_CASE = ("account__name", "account__owner_id", "account__owner__name", "subscription__product__name")
_PROMISE = ("left_on", "task__title", "task__account__name", "task__owner_id", "task__owner__name")
_ITEM = ("account__name", "proposed_to_id", "proposed_to__name")


def ticks_from(found: Mapping[str, Any], last: date) -> list[TickView]:
    """The five ticks of a close that ends with ``last``."""
    return [
        _ledger(found["moved"], found["posted"]),
        _reasons(found["asked"]),
        _notes(found["missing"]),
        _queue(found["waiting"]),
        _promises(found["promises"], last),
    ]


def _sum(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """How many, and what they add up to; no row for none."""
    found: QuerySet[Any, Any] = rows.order_by().values(whole=Value(1)).annotate(count=Count("pk"), total=Sum("amount"))
    return found


def _missing(day: date) -> QuerySet[Message, Any]:
    names = ("id", "account_id", "account__name", "by_person_id", "by_person__name", "sent_at", *_MESSAGE)
    found: QuerySet[Message, Any] = unwritten(day).values(*names)
    return found


#: What a message is called by.
_MESSAGE = ("subject", "from_address", "message_id")


def _ledger(board: list[Row], ledger: list[Row]) -> TickView:
    moved, posted = (_added(rows) for rows in (board, ledger))
    if moved == posted:
        text = ngettext(
            "{n} movement, net {net}; board and ledger agree to the cent",
            "{n} movements, net {net}; board and ledger agree to the cent",
            moved[0],
        ).format(n=moved[0], net=shown(moved[1], signed=True))
        return TickView(Tick.LEDGER, _("agree"), text)
    text = _("The board counts {board}, the ledger {ledger}").format(board=shown(moved[1]), ledger=shown(posted[1]))
    what = _("Run callboard check: it names every entry that differs")
    return TickView(Tick.LEDGER, _("differ"), text, [OpenRow(what, "", None, "")])


def _added(rows: list[Row]) -> tuple[int, Decimal]:
    return (rows[0]["count"], rows[0]["total"] or Decimal(0)) if rows else (0, Decimal(0))


def _reasons(rows: list[Row]) -> TickView:
    bare = [case for case in rows if case["reason_id"] is None]
    late = sum(case["logged_on"] > case["received_on"] for case in rows)
    text = _("{received} received, {reasoned} with a reason, {late} logged late").format(
        received=len(rows), reasoned=len(rows) - len(bare), late=late
    )
    found = [
        OpenRow(
            case["subscription__product__name"],
            case["account__name"],
            person_named(case["account__owner_id"], case["account__owner__name"]),
            url_at(Cancellation, case["id"]),
        )
        for case in bare
    ]
    return TickView(Tick.REASONS, _count(len(rows), len(bare)), text, found)


def _notes(missing: list[Row]) -> TickView:
    found = [
        OpenRow(
            str(Message(**{name: row[name] for name in _MESSAGE})),
            row["account__name"],
            person_named(row["by_person_id"], row["by_person__name"]),
            url_at(Account, row["account_id"]),
        )
        for row in sorted(missing, key=lambda row: row["sent_at"])
    ]
    text = _("Every answer of ours is written up") if not found else _("Answered, and nothing written up")
    return TickView(Tick.NOTES, _open(len(found)), text, found)


def _queue(waiting: list[Row]) -> TickView:
    found = [
        OpenRow(
            item["subject"] or item["sender"],
            item["account__name"] or item["sender"],
            person_named(item["proposed_to_id"], item["proposed_to__name"]),
            url_at(QueueItem, item["id"]),
        )
        for item in waiting
    ]
    text = _("Nobody waits for somebody to decide") if not found else _("Received, and with nobody yet")
    return TickView(Tick.QUEUE, _open(len(found)), text, found)


def _left(last: date) -> QuerySet[Promise]:
    """Promises whose time is over when the day ends and of which nothing became, the oldest first; each with how many there are."""
    rows = Promise.objects.annotate(left_on=left_on(), total=Window(Count("pk"))).filter(left_on__lte=last)
    return rows.order_by("task__due_at", "id")


def _promises(left: list[Row], last: date) -> TickView:
    found = [
        OpenRow(
            row["task__title"],
            row["task__account__name"] or "",
            person_named(row["task__owner_id"], row["task__owner__name"]),
            url_at(Promise, row["id"]),
        )
        for row in left
    ]
    if not found:
        return TickView(Tick.PROMISES, _open(0), _("What was promised by then is kept, moved or taken back"))
    url = f"{reverse('promises')}?left_to={last:%Y-%m-%d}"
    text = _("Promised by then, and neither kept, moved nor taken back")
    return TickView(Tick.PROMISES, _open(left[0]["total"]), text, found, url)


def _count(total: int, missing: int) -> str:
    return _open(missing) if missing else _("{done} of {total}").format(done=total, total=total)


def _open(count: int) -> str:
    return _("{n} open").format(n=count) if count else _("none open")
