"""What the clock does for work."""

from django.conf import settings
from django.utils import translation

from callboard.channels.queries import desk_mailboxes
from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.work import by_letter
from callboard.work.actions.away import tell_returned
from callboard.work.actions.clocks import miss_clock, recount_clock, warn_clock
from callboard.work.actions.letters import fail_letter, finish_reply
from callboard.work.actions.promises import break_promise
from callboard.work.models import HandoffLetter, HandoffReply, LetterState, ReplyState
from callboard.work.queries import clocks
from callboard.work.queries.away import back_since, untold
from callboard.work.queries.promises import overdue_promises

CLOCK = "work.clock"
BATCH = 50
TRIES = 5


@job(queue="now", every="*/5 * * * *", once="work.promises")
def break_overdue_promises(timestamp: int) -> int:
    """Promises whose time is over and that are not done count as not kept; returns how many."""
    done = 0
    for promise in overdue_promises(clock.now()):
        try:
            break_promise(promise, by=Actor.clock(CLOCK))
        except ActionError:  # somebody does it in this moment, or its owner's day is not over yet
            continue
        done += 1
    return done


@job(queue="now", every="* * * * *", once="work.clocks")
def read_clocks(timestamp: int) -> int:
    """Clocks of service levels follow hours, holidays and levels; whoever has a thing whose time is nearly or quite used up
    is told. Returns how many changed. In this order: what is reckoned anew may be late no more."""
    done = 0
    for found, verb in (
        (lambda now: clocks.reckoned_otherwise(), recount_clock),
        (clocks.over, miss_clock),
        (clocks.near, warn_clock),
    ):
        for clock_read in found(clock.now()):
            try:
                verb(clock_read, by=Actor.clock(CLOCK))
            except ActionError:  # it was stopped in this moment
                continue
            done += 1
    return done


@job(queue="now", lock="handoff-letters", once="handoff-letters")
def send_handoff_letters() -> int:
    """Send what is written to departments without accounts; returns how many left. Each is marked by itself, so a crash repeats
    one at most. Without a mailbox of ours they wait."""
    mailbox = desk_mailboxes().exclude(smtp_host="").first()
    if mailbox is None:
        return 0
    related = ("handoff__task", "handoff__account__owner", "handoff__team", "handoff__requested_by", "handoff__contact")
    waiting = HandoffLetter.objects.filter(state=LetterState.QUEUED).select_related(*related).order_by("id")
    sent = 0
    for letter in waiting[:BATCH]:
        try:
            by_letter.send_letter(letter, mailbox)
        except Exception as error:  # the mail server may fail in any way; the letter stays and says why
            _keep_failed(letter, f"{type(error).__name__}: {error}")
            continue
        HandoffLetter.objects.filter(pk=letter.pk).update(state=LetterState.SENT, sent_at=clock.now(), error="")
        sent += 1
    return sent


def _keep_failed(letter: HandoffLetter, error: str) -> None:
    letter.attempts += 1
    HandoffLetter.objects.filter(pk=letter.pk).update(attempts=letter.attempts, error=error[:500])
    if letter.attempts >= TRIES:
        fail_letter(letter, by=Actor.clock(CLOCK), error=error)


@job(queue="now", lock="handoff-letters", every="* * * * *", once="handoff-letters-again")
def send_waiting_handoff_letters(timestamp: int) -> None:
    """Again what could not leave."""
    send_handoff_letters()


@job(queue="mail", lock="handoff-replies", once="handoff-replies")
def do_handoff_replies() -> int:
    """Do what departments without accounts answered; returns how many. Each is confirmed by mail."""
    waiting = HandoffReply.objects.filter(state=ReplyState.WAITING).select_related("message").order_by("id")
    found = list(waiting[:BATCH])
    for reply in found:
        with translation.override(settings.LANGUAGE_CODE):
            understood, answer, words = by_letter.do_reply(reply)
            reply.refresh_from_db()
            finish_reply(reply, by=Actor.clock(CLOCK), understood=understood, answer=answer, words=words)
    return len(found)


@job(queue="now", every="*/10 * * * *", once="work.back")
def tell_who_is_back(timestamp: int) -> int:
    """On their first morning after an absence people are told what came about, once; returns how many were."""
    now, done = clock.now(), 0
    for absence in untold(now):
        if back_since(absence.person, absence, now) is None:
            continue
        with translation.override(absence.person.locale):
            tell_returned(absence, by=Actor.clock(CLOCK))
        done += 1
    return done
