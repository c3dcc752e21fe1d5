"""What a look at an own mailbox keeps: rows of mails with contacts, counts of the rest, how far it came.  No log lines:
a look happens every few minutes, and what it keeps of a mail is its person's alone."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions.own.removing import note_private
from callboard.channels.actions.ring import ring
from callboard.channels.models import Because, Message, OwnFolder, OwnMail, OwnMailbox, OwnTally
from callboard.channels.queries.own import Judge, Verdict, own_rows
from callboard.channels.reading.own import Head
from callboard.core import clock
from callboard.core.actions import Actor, action
from callboard.core.notify import notify

#: How long until the next look, and the longest after faults.
EVERY, LONGEST = timedelta(minutes=1), timedelta(hours=2)
EVENT = "own_mailbox_fault"
#: So many looks in a row go wrong before its person is told: one is often nothing.  A wrong password is told at once.
TOLD_AFTER = 5
#: So many are fetched whole from a folder in one look; the rest at the next, which comes at once.
AT_ONCE = 100
WAITING, EARLIER, TAKEN, LEFT, BACK, PRIVATE = (
    OwnMail.State.WAITING,
    OwnMail.State.EARLIER,
    OwnMail.State.TAKEN,
    OwnMail.State.LEFT,
    OwnMail.State.BACK,
    OwnMail.State.PRIVATE,
)


class Changed(Exception):
    """Its person disconnected or changed the mailbox, or a rule, while it was looked into: what this look still knows is old."""


def _held(mailbox: OwnMailbox) -> OwnMailbox:
    """The mailbox as it is in this moment, and so until the transaction ends.  Changed where it is not the one the look signed
    in to: every password given is sealed anew, and another server or user asks for one."""
    rows = OwnMailbox.objects.select_for_update(of=("self",)).select_related("person")
    found = rows.filter(pk=mailbox.pk, secret=mailbox.secret).exclude(secret="").first()
    if found is None:
        raise Changed
    return found


@transaction.atomic
def folder_of(mailbox: OwnMailbox, role: str, name: str, validity: int, newest: Callable[[], int]) -> OwnFolder:
    """How far a folder was looked at.  Another folder or another UIDVALIDITY begins anew: the keys keep what is known.
    newest: asks for the UID of its last mail."""
    mailbox = _held(mailbox)
    folder, _new = OwnFolder.objects.get_or_create(mailbox=mailbox, role=role, defaults={"name": name})
    if (folder.name, folder.uid_validity) != (name, validity):
        OwnTally.objects.filter(mailbox=mailbox, folder=role).delete()
        # What lies there under other numbers was passed by as well.
        folder.passed_uid = newest() if folder.name == name and folder.passed_uid else 0
        folder.name, folder.uid_validity, folder.last_uid = name, validity, 0
        folder.save()
    return folder


@transaction.atomic
def keep_batch(mailbox: OwnMailbox, folder: OwnFolder, heads: Sequence[Head], at: datetime) -> list[Verdict]:
    """Judge a batch by the rules of this moment and keep it with how far it went: what is looked at twice is counted once.

    Changed where the folder is no longer where the look left it: a rule was changed, and all of it is to be looked at again."""
    mailbox = _held(mailbox)
    if not OwnFolder.objects.select_for_update().filter(pk=folder.pk, last_uid=folder.last_uid).exists():
        raise Changed
    verdicts = Judge(mailbox)(heads, folder.role)
    known = own_rows(mailbox, (verdict.key for verdict in verdicts))
    fresh = [verdict for verdict in verdicts if verdict.key not in known]
    _count(mailbox, folder.role, fresh, at)
    # Before it was first turned on, all of it stands in the preview.
    passed = 0 if mailbox.state == OwnMailbox.State.PREVIEW else folder.passed_uid
    rows = [
        _row(mailbox, folder, verdict, at, earlier=verdict.head.uid <= passed) for verdict in fresh if verdict.known
    ]
    OwnMail.objects.bulk_create(rows, ignore_conflicts=True)
    open_rows = {row.key: row for row in _unpressed(row.pk for row in known.values())}
    listed = [row.state == EARLIER for row in rows]
    for verdict in verdicts:
        if verdict.key in open_rows:
            listed.append(_again(open_rows[verdict.key], folder, verdict))
    if any(listed):  # what its person is about to share is another than they saw
        OwnMailbox.objects.filter(pk=mailbox.pk).update(version=F("version") + 1)
    folder.last_uid = heads[-1].uid
    folder.passed_uid = max(folder.passed_uid, folder.last_uid)
    OwnFolder.objects.filter(pk=folder.pk).update(last_uid=folder.last_uid, passed_uid=folder.passed_uid)
    return verdicts


def _unpressed(pks: Iterable[int]) -> QuerySet[OwnMail]:
    """Those of these that wait or were left out, held until the transaction ends; never one its person has in hand in this
    moment: what they press holds."""
    rows = OwnMail.objects.select_for_update(of=("self",), skip_locked=True)
    return rows.filter(pk__in=list(pks), state__in=[WAITING, EARLIER, LEFT])


def _count(mailbox: OwnMailbox, role: str, verdicts: Iterable[Verdict], at: datetime) -> None:
    """Those nothing is kept of, by the day the server took each in."""
    left = [verdict for verdict in verdicts if not verdict.known]
    found = Counter((clock.business_day(verdict.head.at or at), verdict.because) for verdict in left)
    for (on, because), count in found.items():
        tally, _new = OwnTally.objects.get_or_create(mailbox=mailbox, folder=role, on=on, because=because)
        OwnTally.objects.filter(pk=tally.pk).update(count=F("count") + count)


def _row(mailbox: OwnMailbox, folder: OwnFolder, verdict: Verdict, at: datetime, *, earlier: bool = False) -> OwnMail:
    """earlier: it was passed by before somebody in it was known."""
    row = OwnMail(mailbox=mailbox, key=verdict.key, at=verdict.head.at or at, created_at=at, updated_at=at)
    row.asked_for = False if earlier else None
    _fill(row, folder, verdict)
    return row


def _again(row: OwnMail, folder: OwnFolder, verdict: Verdict) -> bool:
    """A mail that waits or was left out, by the rules and marks of now; whether it is earlier mail and was not listed before."""
    before = row.state
    if verdict.known:
        _fill(row, folder, verdict)
        row.save()
    else:
        row.delete()
    return row.state == EARLIER != before


def _fill(row: OwnMail, folder: OwnFolder, verdict: Verdict) -> None:
    head = verdict.head
    row.because, row.outgoing = verdict.because, verdict.outgoing
    row.folder, row.uid_validity, row.uid = folder.role, folder.uid_validity, head.uid
    row.state = LEFT if verdict.because else EARLIER if row.asked_for is False else WAITING
    row.address, row.subject, row.contact = verdict.address[:320], head.subject[:500], verdict.contact
    if verdict.because == Because.PRIVATE:
        row.state, row.by_mark = PRIVATE, verdict.mark
        row.address, row.subject, row.contact = "", "", None


def due_to_take(mailbox: OwnMailbox, folder: OwnFolder) -> list[OwnMail]:
    """What waits in a folder and is to be taken now: nothing before its person turned it on."""
    if mailbox.state != OwnMailbox.State.ON:
        return []
    rows = mailbox.mails.filter(state=WAITING, folder=folder.role, uid_validity=folder.uid_validity)
    due = [row for row in rows.order_by("uid") if row.asked_for or clock.business_day(row.at) >= mailbox.since_on]
    return due[:AT_ONCE]


@transaction.atomic
def take(row: OwnMail, mailbox: OwnMailbox, folder: OwnFolder, head: Head, store: Callable[[Verdict], Message]) -> None:
    """Store a waiting mail that was fetched whole, by the rules of this moment: unless its person held it private, made a rule,
    turned off or disconnected meanwhile.  A rule made a moment later finds it stored, and takes it back."""
    mailbox = _held(mailbox)
    waiting = _unpressed([row.pk]).filter(state=WAITING).first()
    if waiting is None or mailbox.state != OwnMailbox.State.ON:
        return
    (verdict,) = Judge(mailbox)([head], folder.role)
    if verdict.key != row.key:  # its UID means another mail by now, though the server calls the folder the same
        row.delete()
        if verdict.known:
            OwnMail.objects.bulk_create([_row(mailbox, folder, verdict, clock.now())], ignore_conflicts=True)
    elif verdict.because:
        _again(waiting, folder, verdict)
    else:
        settle_row(row, message_id=store(verdict).pk if verdict.shared is None else verdict.shared)


def settle_row(row: OwnMail, *, message_id: int | None, because: str = "") -> None:
    """A waiting mail was taken, or is here by another way."""
    state = LEFT if because else TAKEN
    rows = OwnMail.objects.filter(pk=row.pk, state=WAITING)
    rows.update(state=state, because=because, message=message_id)


def now_private(mailbox: OwnMailbox, keys: Iterable[str], mark: str, by: Actor) -> None:
    """Mails known here that somebody marked since: what was taken goes again."""
    for row in own_rows(mailbox, keys).values():
        if row.state != PRIVATE:
            note_private(row, by=by, mark=mark)


def looked(mailbox: OwnMailbox, by: Actor, at: datetime, *, more: bool = False, news: bool = False) -> None:
    """It was looked into, and all is well.  Only what is news to its page is an action, and tells it."""
    fresh = OwnMailbox.objects.filter(pk=mailbox.pk).exclude(secret="")
    then = at if more else at + EVERY
    found = fresh.first()
    if found is not None and (news or found.last_read_at is None or found.last_error):
        note_read(found, by=by)
    fresh.update(last_read_at=at, last_error="", faults=0)
    fresh.filter(next_look_at=mailbox.next_look_at).update(next_look_at=then)  # unless somebody asked for one meanwhile


@transaction.atomic
def look_now(pk: int) -> None:
    """Its server says that something came: the next look comes at once.  Nothing where it was turned off meanwhile."""
    shared = OwnMailbox.objects.filter(pk=pk, state=OwnMailbox.State.ON, faults=0).exclude(secret="")
    if shared.update(next_look_at=clock.now()):
        ring("read_own_mailboxes")


@action(_("Read own mailbox"), who="channels.carry", final=_("A note of the program itself."))
def note_read(mailbox: OwnMailbox, *, by: Actor) -> OwnMailbox:
    """Something is new on its page.  No new version: what its person is about to send was not made old by a look."""
    OwnMailbox.objects.filter(pk=mailbox.pk).update(last_read_at=by.now, last_error="")
    return mailbox


@action(_("Noted about own mailbox"), who="channels.carry", final=_("A note of the program itself."))
def note_fault(mailbox: OwnMailbox, *, by: Actor, error: str, lasting: bool = False) -> OwnMailbox:
    """Why it could not be read.  The next look comes later each time; its person is told once, until it works again."""
    said_before = mailbox.last_error
    mailbox.faults = min(mailbox.faults + 1, 1000)
    mailbox.last_error = error[:500]
    mailbox.next_look_at = by.now + min(EVERY * 2 ** min(mailbox.faults, 12), LONGEST)
    OwnMailbox.objects.filter(pk=mailbox.pk).update(
        faults=mailbox.faults, last_error=mailbox.last_error, next_look_at=mailbox.next_look_at
    )
    if mailbox.last_error != said_before if lasting else mailbox.faults == TOLD_AFTER:
        text = now_("{error} Nothing is lost: it is read when this is put right.").format(error=error)
        notify(mailbox.person, EVENT, by=by, subject=now_("Your mailbox cannot be read"), text=text, ref=mailbox)
    return mailbox
