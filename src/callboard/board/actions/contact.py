"""What the contact report does: it counts, and it makes the task that mends what it found."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.board.models import ContactCount, ContactTally, RepDay
from callboard.board.queries.contact.cadence import cadence_on
from callboard.board.queries.contact.counting import figures_of, tallies
from callboard.board.queries.contact.days import rep_days
from callboard.board.queries.contact.moved import mark_of, marks
from callboard.core import clock
from callboard.core.actions import Actor, Refusal, action
from callboard.directory.models import Account
from callboard.team.models import Person
from callboard.team.queries import company_zone
from callboard.work.actions import open_task
from callboard.work.models import DueKind, Task

CALL, ADDRESS = "board.call", "board.address"
#: Days counted anew each time: notes are written up to some days later.
DAYS, MOST_DAYS = 7, 4000


@action(
    _("Counted contacts"),
    said=_("Counted again; the report is of this minute"),
    who="board.contact",
    final=_("A count is only made anew."),
    icon="refresh",
    roots=lambda given: set(),
)
def count_contacts(*, by: Actor, days: int = DAYS) -> ContactCount:
    """Count how all accounts stand, and what everybody did on the last days."""
    count = recount(by.now, by.today, days)
    by.changed(count, topic="contact")
    return count


def recount(now: datetime, today: date, days: int) -> ContactCount:
    """The count of today, and of what everybody did on so many days before."""
    cadence, first = cadence_on(today), today - timedelta(days=max(0, min(days, MOST_DAYS)))
    # Asked before the accounts: who is given one meanwhile is counted again.
    mark = mark_of(marks(today))
    rows = tallies(cadence)
    ContactTally.objects.all().delete()
    ContactTally.objects.bulk_create(rows, batch_size=2000)
    RepDay.objects.filter(day__range=(first, today)).delete()
    RepDay.objects.bulk_create(rep_days(first, today), batch_size=2000)
    values = {"counted_at": now, "figures": figures_of(cadence, rows, mark)}
    return ContactCount.objects.update_or_create(day=today, defaults=values)[0]


@action(
    _("Planned call"),
    said=_("A call with {account} is planned"),
    who="directory.edit",
    undo="work.drop_task",
    icon="phone-outgoing",
)
def plan_call(account: Account, *, by: Actor, owner: Person | None = None) -> Task:
    """A task to call them on the next business day: the owner's, else of whoever presses it."""
    title = now_("Call {account}: nobody has spoken with them for too long").format(account=account.name)
    return _task(account, CALL, title, owner, by)


@action(
    _("Asked for another address"),
    said=_("Somebody finds another address of {account}"),
    who="directory.edit",
    undo="work.drop_task",
    icon="at",
)
def ask_for_address(account: Account, *, by: Actor, owner: Person | None = None) -> Task:
    """A task to find out how else they are reached."""
    title = now_("Find another number or address of {account}").format(account=account.name)
    return _task(account, ADDRESS, title, owner, by)


@plan_call.can
@ask_for_address.can
def _current(account: Account, now: datetime) -> Refusal | None:
    return Refusal("archived", _("{account} is archived."), account=account) if account.archived_at else None


def _task(account: Account, kind: str, title: str, owner: Person | None, by: Actor) -> Task:
    """One open task of the kind for an account and owner; a second press weighs it anew."""
    holder = owner or (account.owner if account.owner and account.owner.is_active else None) or by.person
    zone = holder.tz if holder is not None else ZoneInfo(company_zone())
    on = clock.workday_after(by.today, 1)
    facts = account.facts
    return open_task(
        by=by,
        title=title[:200],
        kind=kind,
        account=account,
        owner=holder,
        due_at=datetime.combine(on, time(17), zone),
        due_kind=DueKind.DAY,
        stake=facts.mrr,
        stake_kind="mrr" if facts.mrr else "",
        reason_code="overdue",
        reason_args={"spoke": facts.last_conversation_at} if facts.last_conversation_at else {},
        source=account,
    )
