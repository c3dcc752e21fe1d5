"""Letters to a department in which nobody has an account, and what came of its replies. For bodies of actions and jobs."""

from typing import Any

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from callboard.core.actions import Actor, action
from callboard.core.jobs import defer
from callboard.core.notify import notify
from callboard.team.models import Person, Team
from callboard.work.models import OVER, Handoff, HandoffLetter, HandoffReply, LetterState, ReplyState

EVENT = "handoff_asked"
#: Why a reply is refused, as the department and whoever asked read it.
REASONS: dict[str, Any] = {
    "used": _("That mail was answered already, and each can be answered once. Answer the newest one."),
    "old": _("That mail is too old to be answered. Answer the newest one."),
    "not_yours": _("That mail was written to another address, and only from there it can be answered."),
    "unproven": _("The mail server could not prove that the mail is of that address."),
}


def by_letter(team: Team) -> bool:
    """Whether a department is written to: it has an address, and nobody of it has an account."""
    return bool(team.address) and not Person.objects.active().filter(team=team).exists()


def write_department(handoff: Handoff, by: Actor, text: str = "", *, answerable: bool = True) -> None:
    """Queue a letter to a department without accounts, with what is known of the hand-off; nothing for any other."""
    if not by_letter(handoff.team):
        return
    HandoffLetter.objects.create(
        handoff=handoff,
        address=handoff.team.address.lower(),
        text=text.strip(),
        answerable=answerable,
        created_at=by.now,
        updated_at=by.now,
    )
    ring("send_handoff_letters")


def ring(name: str) -> None:
    """Queue a job of work in the transaction under way, unless the same one waits already."""
    defer(app.tasks[f"callboard.work.jobs.{name}"])


@action(
    _("Answered by mail of a department"),
    who="work.clock",
    final=_("What was done can be undone where it was done."),
    served=False,
    icon="mail-check",
)
def finish_reply(reply: HandoffReply, *, by: Actor, understood: bool, answer: str, words: str = "") -> HandoffReply:
    """Keep what came of a reply and write it to the department. words: what no verb took; whoever asked reads them, so that
    nothing is lost."""
    reply.state = ReplyState.DONE if understood else ReplyState.UNCLEAR
    reply.said, reply.updated_at = answer, by.now
    reply.save()
    handoff = reply.handoff
    by.changed(handoff)
    if words:
        handoff.steps.filter(until_at=None, address=reply.address[:60], text="").update(text=words, updated_at=by.now)
        tell_asker(handoff, by, said("{address} wrote by mail").format(address=reply.address), words)
    head = said("Done.") if understood else said("Nothing was done.")
    write_department(handoff, by, f"{head}\n\n{answer}", answerable=handoff.state not in OVER)
    return reply


def refuse_reply(reply: HandoffReply, by: Actor) -> None:
    """Nothing is done. Its department hears why, and of what was written in its name whoever asked, too."""
    reply.state, reply.said = ReplyState.REFUSED, str(REASONS[reply.reason])
    reply.save()
    handoff = reply.handoff
    by.changed(handoff)
    if reply.reason in ("not_yours", "unproven"):
        subject = said("A mail to {team} was answered from {address}").format(team=handoff.team, address=reply.address)
        tell_asker(handoff, by, subject, said("Nothing was done. Their words are in the Inbox."))
    write_department(
        handoff,
        by,
        "\n\n".join(
            [said("Nothing was done."), said("A mail from {address}.").format(address=reply.address), reply.said]
        ),
        answerable=reply.reason in ("used", "old") and handoff.state not in OVER,
    )


@action(
    _("Letter to department did not leave"),
    who="work.clock",
    final=_("Ask the department another way."),
    served=False,
    icon="alert-triangle",
)
def fail_letter(letter: HandoffLetter, *, by: Actor, error: str) -> HandoffLetter:
    """It was tried often enough: whoever asked is told."""
    letter.state, letter.error, letter.updated_at = LetterState.FAILED, error[:500], by.now
    letter.save()
    by.changed(letter.handoff)
    subject = said("The letter to {team} did not leave").format(team=letter.handoff.team)
    tell_asker(letter.handoff, by, subject, letter.error)
    return letter


def tell_asker(handoff: Handoff, by: Actor, subject: str, text: str) -> None:
    """Tell whoever asked, without them whoever has the account."""
    for person in (handoff.requested_by, handoff.account.owner):
        if person is not None and person.is_active:
            notify(person, EVENT, by=by, subject=f"{handoff}: {subject}", text=text, ref=handoff)
            return
