"""What a scheduled list's mail says and carries."""

from io import BytesIO
from typing import Any, get_args

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from callboard.core.access import Scope, policy
from callboard.core.actions import Refusal, Refused
from callboard.core.actor import Actor
from callboard.core.company import public
from callboard.core.files import store
from callboard.core.links import create_link
from callboard.core.models import Notice
from callboard.core.notify import notify
from callboard.core.speaking import speaking_to
from callboard.kit.listing.models import Enclosure, Receiver, Schedule
from callboard.kit.listing.rows import Kept, kept_rows
from callboard.kit.xlsx import KIND, write

EVENT = "scheduled_list"
#: The purpose of the links that unsubscribe.
STOP = "stop_list"
#: Rows a mail's file holds; the mail says when there are more.
ROWS = 10_000
#: Scopes, the narrowest first.
WIDTHS = get_args(Scope)


def mail_to(schedule: Schedule, by: Actor) -> int:
    """Queue a mail to each receiver who works here; returns how many.  Each is drawn with the receiver's own rights."""
    sent = 0
    for receiver in schedule.receivers.filter(stopped_at=None, person__is_active=True).select_related("person"):
        with speaking_to(receiver.person):
            sent += _mail(schedule, receiver, by)
    return sent


def _mail(schedule: Schedule, receiver: Receiver, by: Actor) -> bool:
    actor = Actor("person", person=receiver.person, via="mail")
    kept = kept_rows(schedule, actor)
    if kept is None:
        return False
    if kept.unread:
        # Nobody takes an empty file for a list without rows: after an hour it is paused, and its owner told.
        raise Refused(Refusal("unread", "{why}", why=" ".join(kept.unread)))
    at = timezone.localtime(by.now)
    as_of = formats.date_format(at, pgettext("format of a whole date and time", "l, F j, Y, g:i A T"))
    rows = list(kept.rows[: ROWS + 1])
    content, name, kind = workbook(kept, rows[:ROWS], at.date().isoformat())
    token = create_link(STOP, now=by.now, scope={"receiver": receiver.pk}, person=receiver.person)
    text = _text(schedule, kept, rows, as_of, public(reverse("stop-list", args=[token])))
    # About the row of the receiver: that is theirs to see, the schedule is its owner's.
    notice = notify(receiver.person, EVENT, by=by, subject=f"{schedule.name}, {as_of}", text=text, ref=receiver)
    operation = kept.page.operation()
    reach = policy().scope(actor, operation) if operation else "all"
    Enclosure.objects.create(
        notice=notice,
        name=name,
        kind=kind,
        sha256=store(content),
        page=kept.page.name,
        operation=operation,
        reach=reach,
    )
    return True


def still_open(notice: Notice) -> bool:
    """Whether the file of a mail that waits may still leave: its list is open to the receiver, and no narrower than it was
    when the file was drawn."""
    actor = Actor("person", person=notice.person, via="mail")
    enclosed = Enclosure.objects.filter(notice=notice).exclude(operation="")
    return all(WIDTHS.index(policy().scope(actor, each.operation)) >= WIDTHS.index(each.reach) for each in enclosed)


def tell_paused(schedule: Schedule, note: str, by: Actor) -> None:
    """Say to the owner that it is mailed no more until they resume it."""
    subject = _("{name} is not sent any more").format(name=schedule.name)
    notify(schedule.owner, EVENT, by=by, subject=subject, text=note, ref=schedule)


def _text(schedule: Schedule, kept: Kept, rows: list[Any], as_of: str, stop_url: str) -> str:
    count = ngettext("{n} row", "{n} rows", len(rows)).format(n=len(rows))
    if len(rows) > ROWS:
        count = _("More than {n} rows; the file holds the first {n}").format(n=ROWS)
    parts = [
        _("{list}: {count}, as of {at}.").format(list=kept.page.title, count=count, at=as_of),
        *kept.problems,
        _("The list as it is now: {url}").format(url=public(kept.address)),
        _("{name} sends you this. No more of it: {url}").format(name=schedule.owner, url=stop_url),
    ]
    return "\n\n".join(parts) + "\n"


def workbook(kept: Kept, rows: list[Any], day: str) -> tuple[bytes, str, str]:
    """The file: (content, name, media type)."""
    file = BytesIO()
    write(file, kept.title or str(kept.page.title), kept.columns, rows, kept.more)
    return file.getvalue(), f"{kept.page.name}-{day}.xlsx", KIND
