"""How notices leave by mail: alone, as a bundle, or as the digest of the day; only what the person may still see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from callboard.core import clock
from callboard.core.access import may_see
from callboard.core.actor import Actor
from callboard.core.company import public
from callboard.core.jobs import job
from callboard.core.links import url_of
from callboard.core.models import Link, Notice
from callboard.core.refs import Ref, records
from callboard.core.registry import register

BATCH = 50
TRIES = 5
#: Read notices are kept this long, unread ones twice as long.
KEPT = timedelta(days=90)
FORGOTTEN_AT_ONCE = 5000


@dataclass(frozen=True)
class Letter:
    """One mail to one person.  ref: the record it is about where it is about one, so that it can be answered.  foot: why it came."""

    person: Any
    subject: str
    text: str
    notices: tuple[Notice, ...]
    ref: Any = None
    foot: str = ""


class Transport:
    """Where letters leave by.  ``send(letter)`` raises when it could not; without one they wait, and ``doctor`` says so."""

    send: Callable[[Letter], None] | None = None

    def set(self, send: Callable[[Letter], None]) -> None:
        self.send = send


transport = Transport()


@job(queue="now", lock="notices", once="notices")
def deliver_notices() -> int:
    """Send what is due; returns how many letters left.  A letter is committed as sent one by one, so a crash repeats one at most."""
    if transport.send is None:
        return 0
    now = clock.now()
    due = Notice.objects.filter(Q(mail_at=None) | Q(mail_at__lte=now), state=Notice.State.QUEUED)
    heads = list(due.select_related("person").order_by("id")[:BATCH])
    done: set[int] = set()
    sent = 0
    for notice in heads:
        if notice.pk not in done:
            together = _with(notice, due)
            done |= {one.pk for one in together}
            sent += _deliver(together, transport.send)
    return sent


@job(queue="now", lock="notices", every="* * * * *", once="notices-again")
def deliver_waiting_notices(timestamp: int) -> None:
    """What has become due, and again what could not leave."""
    deliver_notices()


@job(queue="heavy", every="41 3 * * *", once="notices-old")
def forget_old_notices(timestamp: int) -> None:
    """Nightly: what was read three months ago, and what nobody read in six."""
    now = clock.now()
    old = Notice.objects.filter(Q(read_at__lt=now - KEPT) | Q(created_at__lt=now - 2 * KEPT))
    while ids := list(
        old.exclude(state=Notice.State.QUEUED).order_by("id").values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE]
    ):
        Notice.objects.filter(pk__in=ids).delete()
    Link.objects.filter(expires_at__lt=now - KEPT).delete()


def _with(notice: Notice, due: Any) -> list[Notice]:
    """The notices that leave in one letter with this one, oldest first."""
    if notice.digest:
        found = due.filter(person=notice.person_id, digest=True)
    else:
        head = notice.bundle_id or notice.pk
        queued = Notice.objects.filter(state=Notice.State.QUEUED, digest=False)
        found = queued.filter(Q(pk=head) | Q(bundle=head))
    return list(found.select_related("person").order_by("id"))


def _deliver(notices: list[Notice], send: Callable[[Letter], None]) -> bool:
    wanted = list(_still_wanted(notices))
    if not wanted:
        return False
    ids = [notice.pk for notice in wanted]
    try:
        send(letter_of(wanted))
    except Exception as error:  # the mail server may fail in any way; the notice stays and says why
        said = f"{type(error).__name__}: {error}"[:500]
        Notice.objects.filter(pk__in=ids).update(attempts=F("attempts") + 1, error=said)
        Notice.objects.filter(pk__in=ids, attempts__gte=TRIES).update(state=Notice.State.FAILED)
        return False
    Notice.objects.filter(pk__in=ids).update(state=Notice.State.SENT, sent_at=clock.now(), error="")
    return True


def _still_wanted(notices: Iterable[Notice]) -> Iterable[Notice]:
    """Those the person has not read meanwhile and may still see; the others are marked and never leave."""
    for notice in notices:
        state = ""
        if notice.read_at is not None:
            state = Notice.State.SEEN
        elif (notice.ref_id is not None and not _seen_by(notice)) or not _still(notice):
            state = Notice.State.HIDDEN
        if state:
            Notice.objects.filter(pk=notice.pk).update(state=state)
        else:
            yield notice


def _seen_by(notice: Notice) -> bool:
    record = record_of(notice)
    return record is not None and may_see(Actor("person", person=notice.person), record)


def _still(notice: Notice) -> bool:
    event = register.notification_event.get(notice.event)
    return event is None or event.still is None or event.still(notice)


def record_of(notice: Notice) -> Any:
    """What a notice is about; None where it is about nothing or that is gone."""
    if notice.ref_id is None:
        return None
    ref = Ref(notice.ref_kind, notice.ref_id)
    return records([ref]).get(ref)


def letter_of(notices: list[Notice]) -> Letter:
    """The mail of some notices of one person, in their language, with the line why they get it."""
    first = notices[0]
    with translation.override(getattr(first.person, "locale", "") or settings.LANGUAGE_CODE):
        if len(notices) == 1 and not first.digest:
            record = record_of(first)
            text = _joined([first.text.strip(), _address(record)])
            return Letter(first.person, first.subject, text, (first,), record, _why(first))
        text = _joined(_entry(notice) for notice in notices)
        return Letter(first.person, _subject(notices), text, tuple(notices), foot=_why(first))


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _entry(notice: Notice) -> str:
    lines = [f"* {notice.subject}", _address(record_of(notice))]
    return "\n".join(line for line in lines if line)


def _address(record: Any) -> str:
    path = url_of(record) if record is not None else ""
    return public(path) if path else ""


def _subject(notices: list[Notice]) -> str:
    count = len(notices)
    if notices[0].digest:
        return ngettext("Your day: {n} notice", "Your day: {n} notices", count).format(n=count)
    return f"{label_of(notices[0].event)}: {count}"


def label_of(event: str) -> str:
    """The event in words."""
    known = register.notification_event.get(event)
    return str(known.label) if known is not None else event


def _why(notice: Notice) -> str:
    """The last lines: why it came, and where that is chosen."""
    event = register.notification_event.get(notice.event)
    if event is None or event.fixed:
        return ""
    where = public("/profile/notices/")
    if notice.digest:
        return _(
            "-- \nYou get this once a day because you chose the digest.\nChoose what you are told: {where}"
        ).format(where=where)
    said = _("-- \nYou get this because of: {label}.\nChoose what you are told: {where}")
    return said.format(label=label_of(notice.event), where=where)
