"""What keeps a business day open, and what closing it freezes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.board.models import DayClose, Tick
from callboard.board.queries.figures import Figures, booked, grouped, totals
from callboard.board.rules.closing import days_closed_with, next_to_close
from callboard.core.money import shown
from callboard.intake.models import QueueItem
from callboard.journal.queries import conversations_without_note
from callboard.journal.queries.missing import instants_of
from callboard.orders.models import Cancellation, MrrEntry, OneTimeEntry, PeriodLock, SaveEntry
from callboard.team.queries import company_calendar

ZERO = Decimal(0)


@dataclass(frozen=True)
class OpenRow:
    """One thing that keeps a tick open: what, where, whose."""

    what: str
    where: str
    person: Any
    url: str


@dataclass(frozen=True)
class TickView:
    """A tick: ``count`` is said at its right, ``text`` under it; it is open while it has rows."""

    tick: Tick
    count: str
    text: str
    rows: list[OpenRow] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether it keeps the day open."""
        return bool(self.rows)


@dataclass(frozen=True)
class Correction:
    """An entry of a later day for a closed one: of which ledger, whose, and how much."""

    ledger: str
    account: Any
    product: Any
    booked_on: date
    amount: Decimal


def day_to_close(today: date) -> date:
    """The oldest business day that is still open. Two queries."""
    last = PeriodLock.objects.order_by("-day").values_list("day", flat=True).first()
    return next_to_close(last, today, company_calendar().works_on)


def days_of_close(day: date) -> list[date]:
    """The days a close covers: the day, and the days off before it that nobody closed. Two queries."""
    days = days_closed_with(day, company_calendar().works_on)
    closed = set(PeriodLock.objects.filter(day__in=days).values_list("day", flat=True))
    return [each for each in days if each not in closed]


def ticks_of(days: Sequence[date]) -> list[TickView]:
    """The four ticks over the days of a close, computed now."""
    return [_ledger(days), _reasons(days), _notes(days), _queue(days)]


def snapshot_of(days: Sequence[date]) -> dict[str, Any]:
    """The figures of the days as they stand, as JSON: money as text to the last place."""
    first, last = days[0], days[-1]
    entries = MrrEntry.objects.filter(booked_on__range=(first, last)).aggregate(count=Count("id"), total=Sum("amount"))
    cancellations = Cancellation.objects.filter(received_on__range=(first, last)).order_by("id")
    return {
        "days": [day.isoformat() for day in days],
        "totals": plain(totals(first, last)),
        "people": [
            {"id": each.key, "name": each.name, **plain(each.figures)} for each in grouped(first, last, "person")
        ],
        "products": [
            {"id": each.key, "name": each.name, **plain(each.figures)} for each in grouped(first, last, "product")
        ],
        "entries": {"count": entries["count"], "total": str(entries["total"] or ZERO)},
        "cancellations": list(cancellations.values_list("id", flat=True)),
    }


def summary_of(figures: Figures) -> str:
    """The close in one sentence."""
    return _("Net {net} MRR: {new} new, {cancelled} cancelled; {once} one-time, {units} units; {saved} saved.").format(
        net=shown(figures.net, signed=True),
        new=shown(figures.new_mrr),
        cancelled=shown(figures.cancelled),
        once=shown(figures.one_time),
        units=figures.units,
        saved=shown(figures.saved),
    )


def last_closes(limit: int = 5) -> list[DayClose]:
    """The newest closed days. One query."""
    return list(DayClose.objects.select_related("closed_by").order_by("-day")[:limit])


def corrections_of(day: date) -> list[Correction]:
    """Later entries that correct this closed day, of every ledger. Three queries."""
    ledgers: list[tuple[Any, Any, str]] = [
        (_("MRR"), MrrEntry, "subscription__product"),
        (_("One-time"), OneTimeEntry, "product"),
        (_("Saved"), SaveEntry, "subscription__product"),
    ]
    found = [
        Correction(name, entry.account, _product_of(entry), entry.booked_on, entry.amount)
        for name, ledger, product in ledgers
        for entry in ledger._default_manager.filter(corrects_day=day).select_related("account", product).order_by("id")
    ]
    return sorted(found, key=lambda each: each.booked_on)


def _product_of(entry: Any) -> Any:
    return entry.product if isinstance(entry, OneTimeEntry) else entry.subscription.product


def _ledger(days: Sequence[date]) -> TickView:
    moved = booked(days[0], days[-1]).aggregate(count=Count("entry_id"), total=Sum("amount"))
    rows = MrrEntry.objects.filter(booked_on__range=(days[0], days[-1]), opening=False, transfer=False)
    posted = rows.aggregate(count=Count("id"), total=Sum("amount"))
    total = moved["total"] or ZERO
    if moved == posted:
        text = ngettext(
            "{n} movement, net {net}; board and ledger agree to the cent",
            "{n} movements, net {net}; board and ledger agree to the cent",
            moved["count"],
        ).format(n=moved["count"], net=shown(total, signed=True))
        return TickView(Tick.LEDGER, _("agree"), text)
    text = _("The board counts {board}, the ledger {ledger}").format(
        board=shown(total), ledger=shown(posted["total"] or ZERO)
    )
    what = _("Run callboard check: it names every entry that differs")
    return TickView(Tick.LEDGER, _("differ"), text, [OpenRow(what, "", None, "")])


def _reasons(days: Sequence[date]) -> TickView:
    asked = Cancellation.objects.filter(received_on__range=(days[0], days[-1]))
    rows = list(asked.select_related("account__owner", "subscription__product"))
    bare = [case for case in rows if case.reason_id is None]
    late = sum(case.days_late > 0 for case in rows)
    text = _("{received} received, {reasoned} with a reason, {late} logged late").format(
        received=len(rows), reasoned=len(rows) - len(bare), late=late
    )
    found = [
        OpenRow(str(case.subscription.product), str(case.account), case.account.owner, case.get_absolute_url())
        for case in bare
    ]
    return TickView(Tick.REASONS, _count(len(rows), len(bare)), text, found)


def _notes(days: Sequence[date]) -> TickView:
    missing = [row for day in days for row in conversations_without_note(day)]
    found = [OpenRow(str(row.message), str(row.account), row.person, row.account.get_absolute_url()) for row in missing]
    text = _("Every answer of ours is written up") if not found else _("Answered, and nothing written up")
    return TickView(Tick.NOTES, _open(len(found)), text, found)


def _queue(days: Sequence[date]) -> TickView:
    _start, end = instants_of(days[-1])
    waiting = list(QueueItem.objects.waiting().filter(received_at__lt=end).select_related("account", "proposed_to"))
    found = [
        OpenRow(
            item.subject or item.sender, str(item.account or item.sender), item.proposed_to, item.get_absolute_url()
        )
        for item in waiting
    ]
    text = _("Nobody waits for somebody to decide") if not found else _("Received, and with nobody yet")
    return TickView(Tick.QUEUE, _open(len(found)), text, found)


def _count(total: int, missing: int) -> str:
    return _open(missing) if missing else _("{done} of {total}").format(done=total, total=total)


def _open(count: int) -> str:
    return _("{n} open").format(n=count) if count else _("none open")


def plain(figures: Figures) -> dict[str, Any]:
    """The figures as JSON: money as text to the last place."""
    return {
        "net": str(figures.net),
        "new_mrr": str(figures.new_mrr),
        "cancelled": str(figures.cancelled),
        "one_time": str(figures.one_time),
        "saved": str(figures.saved),
        "pending": str(figures.pending),
        "units": figures.units,
        "movements": figures.movements,
    }
