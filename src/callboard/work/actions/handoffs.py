"""Hand-offs: a department is asked, accepts, asks back, returns, finishes with proof; whoever asked answers or withdraws.
Neither does what is the other's; whoever may act on everybody's work and is of neither side may do both."""

from datetime import datetime

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, File, Invalid, Refusal, Text, action
from callboard.core.uploads import MEGABYTE, keep
from callboard.directory.models import Account, Contact
from callboard.team.actions import tell_mentioned
from callboard.team.models import Team
from callboard.work.actions.clocks import resume_clock
from callboard.work.actions.closing import drop_task, finish_task, reopen_task
from callboard.work.actions.handing import (
    accepted,
    asker_of,
    asker_refusal,
    department_refusal,
    inform,
    move,
    open_handoff,
    released,
    turn,
    words,
)
from callboard.work.actions.letters import write_department
from callboard.work.actions.opening import read_due
from callboard.work.models import OURS, OVER, Handoff, HandoffState

LARGEST = 25 * MEGABYTE
REQUESTED, ACCEPTED = HandoffState.REQUESTED, HandoffState.ACCEPTED
ASKED_BACK, RETURNED = HandoffState.ASKED_BACK, HandoffState.RETURNED
FINISHED, WITHDRAWN = HandoffState.FINISHED, HandoffState.WITHDRAWN


@action(
    _("Requested hand-off"),
    said=_("Asked {result.team}: “{result}”"),
    who="work.do",
    undo="work.withdraw_handoff",
    icon="arrow-forward-up",
    roots=lambda given: {given["account"].pk} if given.get("account") else set(),
)
def request_handoff(
    *,
    by: Actor,
    what: str,
    team: Team,
    account: Account,
    text: Text | None = None,
    contact: Contact | None = None,
    due: str = "",
) -> Handoff:
    """Ask a department to do something for an account; the newest lines of its timeline go with it. `due` as people say it:
    when it is needed. Its service level, where there is one, begins to run."""
    if not team.is_department:
        raise Invalid({"team": _("{team} takes no hand-offs. Choose a department.").format(team=team)})
    if contact is not None and contact.account_id != account.pk:
        raise Invalid({"contact": _("They belong to another account.")})
    title = words("what", what, _("Say what there is to do."))
    wanted_at = read_due(due, by.person, by)[0] if due.strip() else None
    handoff = open_handoff(
        by=by, title=title, account=account, team=team, text=text or "", contact=contact, wanted_at=wanted_at
    )
    tell_mentioned(handoff, by=by, text=handoff.text)
    return handoff


@action(
    _("Accepted hand-off"),
    said=_("Accepted “{handoff}”"),
    who="work.do",
    undo="work.release_handoff",
    icon="check",
)
def accept_handoff(handoff: Handoff, *, by: Actor) -> Handoff:
    """The department does it; whoever accepts has its task. That is its first response."""
    accepted(handoff, by, by.person)
    return handoff


@accept_handoff.can
def _can_accept(handoff: Handoff, now: datetime) -> Refusal | None:
    return _must_be(handoff, REQUESTED)


@action(
    _("Gave hand-off back to its department"),
    said=_("“{handoff}” waits for its department again"),
    who="work.do",
    undo="work.accept_handoff",
    icon="arrow-back-up",
)
def release_handoff(handoff: Handoff, *, by: Actor) -> Handoff:
    """Whoever accepted it does not do it after all: somebody else of the department may. What was answered stays answered,
    but for an acceptance alone."""
    released(handoff, by)
    return handoff


@release_handoff.can
def _can_release(handoff: Handoff, now: datetime) -> Refusal | None:
    return _must_be(handoff, ACCEPTED)


@action(
    _("Asked back"),
    said=_("Asked back about “{handoff}”"),
    who="work.do",
    final=_("Whoever asked is told; they answer."),
    icon="message-question",
)
def ask_back(handoff: Handoff, *, by: Actor, question: Text) -> Handoff:
    """The department lacks something: whoever asked has the task until they answer, and the clock stands."""
    text = words("question", question, _("Say what you need to know."))
    asker = asker_of(handoff)
    move(handoff, ASKED_BACK, by, text)
    turn(handoff, by, asker)
    inform(handoff, asker, "handoff_asked", by, text)
    return handoff


@action(
    _("Returned hand-off"),
    said=_("Returned “{handoff}”"),
    who="work.do",
    final=_("Whoever asked is told; they ask again or withdraw it."),
    icon="arrow-back-up",
)
def return_handoff(handoff: Handoff, *, by: Actor, reason: Text) -> Handoff:
    """The department does not do it, and says why: whoever asked has the task, and the clock stands."""
    text = words("reason", reason, _("Say why."))
    asker = asker_of(handoff)
    move(handoff, RETURNED, by, text)
    turn(handoff, by, asker)
    inform(handoff, asker, "handoff_asked", by, text)
    return handoff


@ask_back.can
@return_handoff.can
def _theirs(handoff: Handoff, now: datetime) -> Refusal | None:
    return _must_be(handoff, REQUESTED, ACCEPTED)


@action(
    _("Answered department"),
    said=_("Answered {handoff.team}"),
    who="work.do",
    final=_("The department is told."),
    icon="arrow-forward-up",
)
def answer_handoff(handoff: Handoff, *, by: Actor, answer: Text) -> Handoff:
    """What the department asked back for, or why it should do what it returned; it goes on, and the clock with it."""
    text = words("answer", answer, _("Say what the department needs to know."))
    person = handoff.accepted_by if handoff.accepted_by is not None and handoff.accepted_by.is_active else None
    handoff.accepted_by = person
    move(handoff, ACCEPTED if _done_by_department(handoff) else REQUESTED, by, text)
    turn(handoff, by, person)
    inform(handoff, person, "handoff_answered", by, text)
    write_department(handoff, by, text)
    return handoff


@answer_handoff.can
def _ours(handoff: Handoff, now: datetime) -> Refusal | None:
    return _must_be(handoff, *OURS)


@action(
    _("Finished hand-off"),
    said=_("Finished “{handoff}”"),
    who="work.do",
    undo="work.reopen_handoff",
    icon="check",
)
def finish_handoff(handoff: Handoff, *, by: Actor, proof: Text | None = None, file: File | None = None) -> Handoff:
    """It is done, and this shows it: words or a file. Tells whoever asked, and whoever made the task (work_finished)."""
    if not (proof or "").strip() and file is None:
        raise Invalid({"proof": _("Say what was done, or give a file that shows it.")})
    handoff.proof = (proof or "").strip()
    if file is not None:
        kept = keep(file, most=LARGEST)
        handoff.proof_name, handoff.proof_sha = kept.name, kept.sha256
    if handoff.accepted_by is None:
        handoff.accepted_by = by.person
    move(handoff, FINISHED, by, handoff.proof or handoff.proof_name)
    finish_task(handoff.task, by=by)
    inform(handoff, handoff.requested_by, "handoff_finished", by, handoff.proof or handoff.proof_name)
    return handoff


@finish_handoff.can
def _can_finish(handoff: Handoff, now: datetime) -> Refusal | None:
    return _must_be(handoff, REQUESTED, ACCEPTED)


@action(
    _("Withdrew hand-off"),
    said=_("Withdrew “{handoff}”"),
    who="work.do",
    undo="work.reopen_handoff",
    icon="x",
)
def withdraw_handoff(handoff: Handoff, *, by: Actor, because: Text | None = None) -> Handoff:
    """It need not be done any more; its service level says nothing about anybody."""
    accepted_by = handoff.task.owner if handoff.state == ACCEPTED else None
    move(handoff, WITHDRAWN, by, because or "")
    drop_task(handoff.task, by=by)
    text = because or said("It need not be done any more.")
    inform(handoff, accepted_by, "handoff_answered", by, text)
    write_department(handoff, by, text, answerable=False)
    return handoff


@withdraw_handoff.can
def _can_withdraw(handoff: Handoff, now: datetime) -> Refusal | None:
    return _must_be(handoff, REQUESTED, ACCEPTED, *OURS)


@action(
    _("Reopened hand-off"),
    said=_("“{handoff}” is to be done after all"),
    who="work.do",
    final=_("Finish or withdraw it again."),
    icon="rotate",
)
def reopen_handoff(handoff: Handoff, *, by: Actor) -> Handoff:
    """It was not finished, or is needed after all: it goes on as it was before, and its clocks as if they had never stopped."""
    before = handoff.steps.exclude(state__in=OVER).latest("id").state
    if before == REQUESTED or (handoff.accepted_by is not None and not handoff.accepted_by.is_active):
        handoff.accepted_by = None
    handoff.proof, handoff.proof_name, handoff.proof_sha = "", "", ""
    # Where it stood while whoever asked had to answer, it stands again.
    resume_clock(handoff.resolution, by=by, as_if_never_stopped=before not in OURS)
    if not handoff.steps.filter(state__in=[ACCEPTED, *OURS]).exists():
        resume_clock(handoff.response, by=by, as_if_never_stopped=True)
    owner = asker_of(handoff) if before in OURS else handoff.accepted_by
    if before not in OURS:
        before = ACCEPTED if _done_by_department(handoff) else REQUESTED
    move(handoff, HandoffState(before), by)
    handoff.task.owner = owner
    handoff.task.save()
    reopen_task(handoff.task, by=by)
    handoff.task.refresh_from_db()
    turn(handoff, by, owner)
    write_department(handoff, by, said("It is to be done after all."))
    return handoff


@reopen_handoff.can
def _can_reopen(handoff: Handoff, now: datetime) -> Refusal | None:
    return _must_be(handoff, *OVER)


def _done_by_department(handoff: Handoff) -> bool:
    """Whether somebody of it said that they do it: a person, or the address of one without accounts."""
    return handoff.accepted_by is not None or handoff.steps.filter(state=ACCEPTED).exclude(address="").exists()


# What is of one side alone.
accept_handoff.turn(department_refusal)
ask_back.turn(department_refusal)
return_handoff.turn(department_refusal)
finish_handoff.turn(department_refusal)
answer_handoff.turn(asker_refusal)
withdraw_handoff.turn(asker_refusal)


def _must_be(handoff: Handoff, *states: HandoffState) -> Refusal | None:
    if handoff.state in states:
        return None
    return Refusal("state", _("It is {state}."), state=handoff.get_state_display().lower())
