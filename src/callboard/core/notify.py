"""To our own people: assignment, mention, reset, digest.  Kept with its cause; each medium is what the person chose.

``ways`` says how a person is told (team knows: choices, quiet hours, absences); ``transport`` is how mail leaves (channels).
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Model
from django.utils.translation import gettext_lazy as _

from callboard.core.actor import Actor
from callboard.core.jobs import defer
from callboard.core.models import Notice
from callboard.core.refs import kind_of

#: Why there is no undo of what reaches somebody at once.
MAIL_LEFT = _("A mail that has left is not called back.")
NOTICE_LEFT = _("A notice that has left is not called back.")


@dataclass(frozen=True)
class Way:
    """How one person is told of one event.

    mail_at: the mail leaves then, None for no mail.  digest: with the others of the day.  bundle: how long several of the
    event are one.  escalate_at: when the next person is told if it is unread.
    """

    page: bool = True
    desktop: bool = False
    mail_at: datetime | None = None
    digest: bool = False
    bundle: timedelta = timedelta(0)
    escalate_at: datetime | None = None


def _at_once(person: Any, event: str, now: datetime) -> Way:
    return Way(mail_at=now)


class Ways:
    """``of(person, event, now)``: the way a person is told.  Without somebody who knows better: page and mail, at once."""

    of: Callable[[Any, str, datetime], Way] = staticmethod(_at_once)

    def set(self, of: Callable[[Any, str, datetime], Way]) -> None:
        self.of = of


ways = Ways()


def notify(person: Any, event: str, *, by: Actor, subject: str, text: str, ref: Model | None = None) -> Notice:
    """Tell one of our people, inside the action ``by`` is bound to.

    The same words about the same record, not read yet, are not said twice: the first notice comes up again.
    """
    from callboard.core.delivery import deliver_notices

    way = ways.of(person, event, by.now)
    kind, pk = (kind_of(ref), ref.pk) if ref is not None else ("", None)
    made = Notice(
        person=person,
        by_person_id=by.person_id,
        event=event,
        subject=" ".join(str(subject).split())[:300],
        text=str(text),
        ref_kind=kind,
        ref_id=pk,
        on_page=way.page,
        on_desktop=way.desktop and way.page,
        state=Notice.State.QUEUED if way.mail_at else Notice.State.NONE,
        mail_at=way.mail_at,
        digest=way.digest,
        escalate_at=way.escalate_at,
        created_at=by.now,
        updated_at=by.now,
    )
    earlier = _unread(made) if way.page else []
    same = next((notice for notice in earlier if pk is not None and _words(notice) == _words(made)), None)
    if same is not None:
        same.created_at = same.updated_at = by.now
        same.save(update_fields=["created_at"])
        made = same
    else:
        _join(made, earlier, way, by.now)
        made.save()
        if made.state == Notice.State.QUEUED and way.mail_at is not None and way.mail_at <= by.now:
            defer(deliver_notices)
    if way.page:
        by.changed(made, topic=made.topic)
    return made


def _unread(made: Notice) -> list[Notice]:
    """What the person has not read of the same event, newest first."""
    rows = Notice.objects.filter(person=made.person, event=made.event, read_at=None, on_page=True)
    return list(rows.order_by("-created_at", "-id")[:50])


def _words(notice: Notice) -> tuple[str, int | None, str]:
    said = hashlib.sha256(f"{notice.subject}\n{notice.text}".encode()).hexdigest()
    return notice.ref_kind, notice.ref_id, said


def _join(made: Notice, earlier: list[Notice], way: Way, now: datetime) -> None:
    """Put it to the others of the last minutes; its mail leaves with theirs."""
    if not way.bundle:
        return
    head = next((notice for notice in earlier if notice.bundle_id is None), None)
    if head is None or head.created_at is None or head.created_at <= now - way.bundle:
        return
    made.bundle = head
    Notice.objects.filter(pk=head.pk).update(more=F("more") + 1)
