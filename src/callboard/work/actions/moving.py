"""Tasks put off, handed over, taken and pinned."""

from datetime import datetime, time

from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.leavers import must_work_here
from callboard.core.notify import notify
from callboard.team.actions import tell_mentioned
from callboard.team.models import Person
from callboard.team.queries import calendar_of
from callboard.work.actions.kept import HANDED, as_it_stands
from callboard.work.actions.opening import closed, read_or_invalid, words_of
from callboard.work.actions.telling import follow, tell
from callboard.work.models import Task

#: When the day begins for someone who does not work on the chosen day.
MORNING = time(8)


@action(
    _("Snoozed task"),
    said=_("Snoozed “{task}” until {result.snoozed_until_at}"),
    who="work.do",
    undo="work.put_task_back",
    icon="clock",
)
def snooze_task(task: Task, *, by: Actor, until: str) -> Task:
    """Out of sight until then: "tue 9", "+3", "tomorrow 14:30". A day alone means when the person's work begins."""
    person = task.owner or by.person
    when, zone = read_or_invalid("until", until, person, by)
    at = when.instant(by.now.astimezone(zone), _start_of_work(person, when.on.weekday()))
    if at <= by.now:
        raise Invalid({"until": _("That is past. Choose a later time.")})
    by.undo_args(back=as_it_stands(task, "snoozed_until_at"))
    task.snoozed_until_at = at
    return _save(task, by)


@snooze_task.can
def _snooze_task(task: Task, now: datetime) -> Refusal | None:
    return closed(task)


@action(_("Woke task"), said=_("Woke “{task}”"), who="work.do", final=_("Snooze it again."), icon="bell")
def wake_task(task: Task, *, by: Actor) -> Task:
    """Back on the list."""
    task.snoozed_until_at = None
    return _save(task, by)


@wake_task.can
def _wake_task(task: Task, now: datetime) -> Refusal | None:
    if task.snoozed_until_at is None:
        return Refusal("awake", _("This task is on the list."))
    return closed(task)


@action(
    _("Handed task over"),
    said=_("Handed “{task}” over to {to}"),
    who="work.assign",
    undo="work.hand_task_back",
    icon="arrow-forward-up",
)
def hand_over_task(task: Task, *, by: Actor, to: Person, note: str = "") -> Task:
    """Give a task to a colleague. They are told; a snooze ends, because the new owner has not seen it."""
    must_work_here(to=to)
    if to.pk == task.owner_id:
        raise Refused(Refusal("has_it", _("{name} has this task already."), name=to.name))
    before, was = task.owner_id, words_of(task)
    by.undo_args(back=as_it_stands(task, *HANDED), to=task.owner)
    task.owner = to
    task.snoozed_until_at = None
    if note:
        task.note = f"{task.note}\n{note}".strip()
    _save(task, by, before)
    # Whoever keeps the record it was made for may know better whose it is.
    follow(task, by, "handed_over")
    if task.owner_id == to.pk and by.person_id != to.pk:
        subject = said("{title}: now with you").format(title=task.title)
        notify(to, "task_handed_over", by=by, subject=subject, text=note or task.title, ref=task)
    tell_mentioned(task, by=by, text=words_of(task), before=was)
    return task


@hand_over_task.can
def _hand_over_task(task: Task, now: datetime) -> Refusal | None:
    return closed(task)


@action(_("Took task"), said=_("Took “{task}”"), who="work.do", undo="work.release_task", icon="user-check")
def take_task(task: Task, *, by: Actor) -> Task:
    """Take a task of one's team that nobody has yet."""
    if by.person is None:
        raise Refused(Refusal("nobody", _("Only a person can take a task.")))
    task.owner = by.person
    _save(task, by)
    follow(task, by, "taken")
    return task


@take_task.can
def _take_task(task: Task, now: datetime) -> Refusal | None:
    if task.owner is not None:
        return Refusal("taken", _("{name} has this task."), name=task.owner.name)
    return closed(task)


@action(_("Gave task back"), said=_("Gave “{task}” back"), who="work.do", undo="work.take_task", icon="arrow-back-up")
def release_task(task: Task, *, by: Actor) -> Task:
    """Give a task back to its team."""
    before = task.owner_id
    task.owner = None
    _save(task, by, before)
    follow(task, by, "released")
    return task


@release_task.can
def _release_task(task: Task, now: datetime) -> Refusal | None:
    if task.team_id is None:
        return Refusal("no_team", _("This task belongs to no team. Hand it over instead."))
    if task.owner_id is None:
        return Refusal("not_taken", _("Nobody has taken this task."))
    return closed(task)


@action(_("Pinned task"), said=_("Pinned “{task}”"), who="work.do", undo="work.unpin_task", icon="star-filled")
def pin_task(task: Task, *, by: Actor) -> Task:
    """Keep a task at the top of the list."""
    task.pinned = True
    return _save(task, by)


@pin_task.can
def _pin_task(task: Task, now: datetime) -> Refusal | None:
    return Refusal("pinned", _("This task is pinned.")) if task.pinned else closed(task)


@action(_("Unpinned task"), said=_("Unpinned “{task}”"), who="work.do", undo="work.pin_task", icon="star")
def unpin_task(task: Task, *, by: Actor) -> Task:
    """Let a task stand where its weight puts it."""
    task.pinned = False
    return _save(task, by)


@unpin_task.can
def _unpin_task(task: Task, now: datetime) -> Refusal | None:
    return closed(task) if task.pinned else Refusal("not_pinned", _("This task is not pinned."))


def _save(task: Task, by: Actor, *others: int | None) -> Task:
    task.updated_at = by.now
    task.save()
    tell(task, by, *others)
    return task


def _start_of_work(person: Person | None, weekday: int) -> time:
    """When a person begins on a weekday."""
    hours = calendar_of(person).week.get(weekday, ()) if person is not None else ()
    return min((starts for starts, _ends in hours), default=MORNING)
