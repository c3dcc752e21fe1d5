"""What the program saw our people do with customers, and which of it nobody wrote up.  Calls join with the line."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from callboard.channels.models import Message
from callboard.core import clock
from callboard.directory.models import AccountKind
from callboard.journal.models import Drafted, DraftedInteraction, InteractionAccount
from callboard.team.models import Person
from callboard.team.queries import business_date, instants_of, setting
from callboard.work.models import Task

#: What a task that asks for a note is about: account, writer, business day.
About = tuple[int | None, int | None, str]
#: The kind of the task that asks for a note.
UNWRITTEN = "journal.unwritten"
#: Suppliers and our own carriers are no customers to write about.
NOT_WRITTEN_UP = (AccountKind.SUPPLIER,)


def mails_seen(start: datetime, end: datetime) -> QuerySet[Message]:
    """What our people wrote to customers themselves, answered or unasked."""
    rows = Message.objects.filter(direction=Message.Direction.OUT, kind=Message.Kind.MESSAGE, by_person__isnull=False)
    return rows.filter(sent_at__gte=start, sent_at__lt=end, account__isnull=False).exclude(
        account__kind__in=NOT_WRITTEN_UP
    )


def written_up() -> Exists:
    """Whether something was written about the account that business day (``day``), or about the message itself."""
    there = InteractionAccount.objects.filter(interaction__removed_at=None, account=OuterRef("account"))
    there = there.annotate(day=business_date("interaction__at"))
    return Exists(there.filter(Q(day=OuterRef("day")) | Q(interaction__message=OuterRef("pk"))))


def not_written_up(first: date, last: date, *, dismissed: bool = True) -> QuerySet[Message]:
    """Mails of these days whose account got no note that day; the last of an account and person stands for the rest.

    dismissed: also those whose writer dismissed the draft of it (annotated `dismissed`): they were seen, and nothing is to be
    written about them."""
    start, end = instants_of(first)[0], instants_of(last)[1]
    rows = mails_seen(start, end).annotate(day=business_date("sent_at"))
    drafts = DraftedInteraction.objects.filter(state=Drafted.DISMISSED, person=OuterRef("by_person"))
    was_dismissed = Exists(drafts.filter(message=OuterRef("pk")))
    if not dismissed:
        rows = rows.exclude(was_dismissed)
    newest = Window(
        RowNumber(), partition_by=[F("by_person_id"), F("account_id"), F("day")], order_by=["-sent_at", "-id"]
    )
    last_ones = rows.filter(~Q(written_up())).annotate(place=newest).filter(place=1).values("pk")
    found = Message.objects.filter(pk__in=last_ones).select_related("account", "by_person")
    return found.annotate(dismissed=was_dismissed)


def still_unwritten(message_id: int) -> bool:
    """Whether nothing is written about this mail, nor about its account on its day."""
    return unwritten_ones(message_id).exists()


def unwritten_ones(message_id: int) -> QuerySet[Message]:
    """This mail, where that is so."""
    rows = Message.objects.filter(pk=message_id, account__isnull=False).annotate(day=business_date("sent_at"))
    return rows.filter(~Q(written_up()))


def asked_from(person: Person, at: datetime) -> datetime:
    """When a mail of that moment becomes a task of its writer unless it is written up: the hour the company says, where
    they are."""
    return datetime.combine(clock.business_day(at), setting("journal.unwritten_at"), person.tz)


def tasks_about(mails: Sequence[Message]) -> QuerySet[Task]:
    """The tasks that ask for the notes of these mails, with others of their accounts and days: see `by_about`."""
    accounts, days = {mail.account_id for mail in mails} - {None}, {about(mail)[2] for mail in mails}
    rows = Task.objects.filter(kind=UNWRITTEN, account__in=accounts, reason_args__day__in=days)
    return rows.select_related("owner").order_by("pk")


def by_about(tasks: Iterable[Task]) -> dict[About, Task]:
    """The newest for what each is about; one may stand for several mails."""
    return {(row.account_id, row.reason_args.get("person"), row.reason_args.get("day", "")): row for row in tasks}


def about(mail: Message) -> About:
    """What a task that asks for a note is about: the account, its writer, the business day."""
    return mail.account_id, mail.by_person_id, clock.business_day(mail.sent_at).isoformat() if mail.sent_at else ""
