"""What every verb of a hand-off does alike: its step, its clocks, its one task, who is told. For bodies of actions."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.access import policy
from callboard.core.actions import Actor, Invalid, Refusal, Refused
from callboard.core.models import TimelineEntry
from callboard.core.notify import notify
from callboard.core.refs import Ref
from callboard.directory.models import Account, Contact
from callboard.team.models import Person, Team
from callboard.work.actions.clocks import drop_clock, pause_clock, resume_clock, start_clock, stop_clock
from callboard.work.actions.letters import write_department
from callboard.work.actions.opening import open_task, write_task
from callboard.work.actions.telling import tell
from callboard.work.models import OURS, OVER, Clock, DueKind, Handoff, HandoffState, HandoffStep, Measure, Task

KIND = "work.handoff"
#: So many of the newest lines of the account's timeline that everybody may see go with it.
CONTEXT = 5
SAID: dict[str, Any] = {
    HandoffState.REQUESTED: _("Asked {team}: {what}"),
    HandoffState.ACCEPTED: _("{team} does: {what}"),
    HandoffState.ASKED_BACK: _("{team} asks back: {what}"),
    HandoffState.RETURNED: _("{team} returned: {what}"),
    HandoffState.FINISHED: _("{team} finished: {what}"),
    HandoffState.WITHDRAWN: _("Withdrawn from {team}: {what}"),
}


def open_handoff(
    *,
    by: Actor,
    title: str,
    account: Account,
    team: Team,
    text: str = "",
    contact: Contact | None = None,
    wanted_at: datetime | None = None,
    kind: str = KIND,
    source: Ref | None = None,
    **weight: Any,
) -> Handoff:
    """Ask a department inside an action's body; its task waits for the department and its clocks run.

    kind, source, weight: of the task, as `open_task` takes them; by default it was made for the hand-off itself. A kind of its
    own follows the hand-off by `follow_handoff` and leads to it by `handoff_url` (TaskKind.follow, .url).
    """
    lines = TimelineEntry.objects.filter(root_id=account.pk, audience__overlap=["all"]).order_by("-at", "-id")
    task = open_task(by=by, title=title, kind=kind, account=account, team=team, source=source, **weight)
    handoff = Handoff(
        task=task,
        account=account,
        contact=contact,
        team=team,
        text=text.strip(),
        context=list(lines.values_list("id", flat=True)[:CONTEXT]),
        requested_by=by.person,
        wanted_at=wanted_at,
        created_at=by.now,
    )
    for name in (Measure.RESPONSE, Measure.RESOLUTION):
        setattr(handoff, name.value, start_clock(KIND, name, by=by, team=team, tier=account.tier or ""))
    _save(handoff, by)
    if source is None:
        task.source_kind, task.source_id = Handoff._meta.label_lower, handoff.pk
    if kind != KIND:
        task.reason_args = {**task.reason_args, "handoff_id": handoff.pk}
    _enter(handoff, by, text)
    turn(handoff, by, None)
    write_department(handoff, by)
    return handoff


def move(handoff: Handoff, state: HandoffState, by: Actor, text: str = "") -> Handoff:
    """Bring a hand-off into a state: the step, the clocks, the line on the timeline. `turn` gives its task on afterwards."""
    handoff.state = state
    handoff.ended_at = by.now if state in OVER else None
    if state == HandoffState.WITHDRAWN:
        drop_clock(handoff.response, by=by)
        drop_clock(handoff.resolution, by=by)
    elif state == HandoffState.FINISHED:
        stop_clock(handoff.response, by=by)
        stop_clock(handoff.resolution, by=by)
    elif state in OURS:
        stop_clock(handoff.response, by=by)
        pause_clock(handoff.resolution, by=by)
    else:
        if state == HandoffState.ACCEPTED:
            stop_clock(handoff.response, by=by)
        resume_clock(handoff.resolution, by=by)
    _save(handoff, by)
    _enter(handoff, by, text)
    return handoff


def turn(handoff: Handoff, by: Actor, owner: Person | None) -> None:
    """Its task waits for `owner`, without one for whoever of the department takes it."""
    task, before = handoff.task, handoff.task.owner_id
    task.owner, task.snoozed_until_at = owner, None
    due_at, due_kind = _due(handoff, by)
    reason = {"reason_code": handoff.state, "reason_args": reason_args(handoff)} if task.kind == KIND else {}
    write_task(task, {"due_at": due_at, "due_kind": due_kind, **reason}, by)
    tell(task, by, before)


def accepted(handoff: Handoff, by: Actor, person: Person | None) -> None:
    """The department does it; `person` has its task. That is its first response."""
    handoff.accepted_by = person
    move(handoff, HandoffState.ACCEPTED, by)
    turn(handoff, by, person)
    inform(handoff, handoff.requested_by, "handoff_answered", by)


def released(handoff: Handoff, by: Actor) -> None:
    """Somebody else of the department may do it. What was answered stays answered, but for an acceptance alone."""
    handoff.accepted_by = None
    if not handoff.steps.filter(state__in=OURS).exists():
        resume_clock(handoff.response, by=by, as_if_never_stopped=True)
    move(handoff, HandoffState.REQUESTED, by)
    turn(handoff, by, None)


def department_refusal(handoff: Handoff, by: Actor) -> Refusal | None:
    """Why whoever asked, or stands in for them, does not do what is the department's: accept and finish it."""
    if by.person is not None and not _of_department(handoff, by) and _asked(handoff, by):
        return Refusal("asked_it", _("You asked for it: {team} does it."), team=handoff.team)
    return None


def asker_refusal(handoff: Handoff, by: Actor) -> Refusal | None:
    """Why the department neither answers what it asked back nor withdraws what it was asked."""
    if by.person is not None and _of_department(handoff, by) and not _asked(handoff, by):
        return Refusal("asked_of", _("It was not you who asked for it: return it, or wait for their answer."))
    return None


def _of_department(handoff: Handoff, by: Actor) -> bool:
    """Whether somebody works in it, or has its task while it is its turn."""
    theirs = handoff.state not in OURS and handoff.task.owner_id is not None and handoff.task.owner_id == by.person_id
    return theirs or (by.person is not None and by.person.team_id == handoff.team_id)


def _asked(handoff: Handoff, by: Actor) -> bool:
    """Whether somebody asked for it, or answers for whoever did, or stands in for one of these."""
    turn_of = handoff.task.owner_id if handoff.state in OURS else None
    return bool({handoff.requested_by_id, turn_of} & policy().people(by, "work.do"))


def reason_args(handoff: Handoff) -> dict[str, str]:
    """What the reason of its task says."""
    step = handoff.steps.order_by("-id").first()
    asker = handoff.requested_by.name if handoff.requested_by is not None else ""
    return {"name": asker, "team": handoff.team.name, "text": step.text[:200] if step is not None else ""}


def _due(handoff: Handoff, by: Actor) -> tuple[datetime | None, DueKind]:
    if handoff.state in OURS:
        return by.now, DueKind.DAY
    clocks = [handoff.response] if handoff.state == HandoffState.REQUESTED else []
    dues = [each.due_at for each in [*clocks, handoff.resolution] if each is not None and each.due_at is not None]
    if handoff.wanted_at is not None:
        dues.append(handoff.wanted_at)
    at = min(dues, default=None)
    return at, DueKind.DAY if at is not None and at == handoff.wanted_at else DueKind.BY


def asker_of(handoff: Handoff) -> Person:
    """Who answers for whoever asked: they, else who has the account, else who manages the department. Refused without any."""
    for person in (handoff.requested_by, handoff.account.owner, handoff.team.manager):
        if person is not None and person.is_active:
            return person
    raise Refused(Refusal("nobody", _("Nobody is there to answer: the account has no owner. Give it one first.")))


def words(name: str, text: str, sentence: Any) -> str:
    """What somebody has to say. Invalid where they do not."""
    if not text.strip():
        raise Invalid({name: sentence})
    return text.strip()


def inform(handoff: Handoff, person: Person | None, event: str, by: Actor, text: str = "") -> None:
    """Tell somebody where it stands now, unless they did it themselves."""
    if person is None or not person.is_active or person.pk == by.person_id:
        return
    subject = said("{what}: {state}").format(what=handoff.task.title, state=handoff.get_state_display().lower())
    notify(person, event, by=by, subject=subject, text=text or handoff.text or handoff.task.title, ref=handoff)


def clock_told(by: Actor, clock: Clock, what: str) -> None:
    """Its service level is nearly or quite used up: whoever has it is told, else who manages the department; once it is late
    whoever asked, too. Reckoned anew, its task is due anew."""
    field = "response" if clock.measure == Measure.RESPONSE else "resolution"
    handoff = Handoff.objects.filter(**{field: clock}).select_related("task__owner", "team__manager").first()
    if handoff is None:
        return
    if what == "reckoned":
        turn(handoff, by, handoff.task.owner)
        return
    subject = said("Nearly late: {what}") if what == "near" else said("Late: {what}")
    text = said("{measure}, service level of {team}").format(measure=clock.get_measure_display(), team=handoff.team)
    people = [handoff.task.owner or handoff.team.manager, handoff.requested_by if what == "late" else None]
    for person in {each.pk: each for each in people if each is not None and each.is_active}.values():
        notify(person, f"handoff_{what}", by=by, subject=subject.format(what=handoff), text=text, ref=handoff)
    if handoff.task.owner is None:
        write_department(handoff, by, subject.format(what=text))


def follow_handoff(by: Actor, task: Task, what: str) -> None:
    """What people do with the task of a hand-off: given on, it is accepted by whoever has it now; taking and giving back is
    accepting and releasing; dropping or reopening it says nothing to a department."""
    handoff = Handoff.objects.select_for_update(no_key=True).filter(task=task).first()
    if handoff is None:
        return
    handoff.task = task
    if what == "handed_over":
        if handoff.state == HandoffState.REQUESTED:
            accepted(handoff, by, task.owner)
        elif handoff.state == HandoffState.ACCEPTED:
            handoff.accepted_by = task.owner
            _save(handoff, by)
    elif what == "taken" and handoff.state == HandoffState.REQUESTED:
        if _asked(handoff, by) and by.person is not None and by.person.team_id != handoff.team_id:
            raise Refused(Refusal("asked_it", _("You asked for it: {team} does it."), team=handoff.team))
        accepted(handoff, by, task.owner)
    elif what == "released" and handoff.state == HandoffState.ACCEPTED:
        released(handoff, by)
    elif what == "released" and handoff.state in OURS:
        raise Refused(Refusal("handoff", _("Answer the department: it waits for what it asked.")))
    elif what == "dropped" and handoff.state != HandoffState.WITHDRAWN:
        raise Refused(Refusal("handoff", _("Withdraw or return the hand-off: a department waits for it.")))
    elif what == "reopened" and handoff.state in OVER:
        raise Refused(Refusal("handoff", _("Reopen the hand-off.")))


def _enter(handoff: Handoff, by: Actor, text: str) -> None:
    handoff.steps.filter(until_at=None).update(until_at=by.now, updated_at=by.now)
    HandoffStep.objects.create(
        handoff=handoff,
        state=handoff.state,
        person=by.person,
        address=by.name if by.via == "mail" and by.person is None else "",
        text=text.strip(),
        since_at=by.now,
        created_at=by.now,
        updated_at=by.now,
    )
    title = str(SAID[handoff.state]).format(team=handoff.team, what=handoff.task.title)
    by.timeline(handoff.account_id, f"work.handoff_{handoff.state}", ref=handoff, title=title, text=text.strip())


def _save(handoff: Handoff, by: Actor) -> None:
    handoff.updated_at = by.now
    handoff.save()
    by.changed(handoff)
    by.changed(handoff, topic="work")
