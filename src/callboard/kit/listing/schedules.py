"""Lists mailed by the clock, to our own people."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.access import allows
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.notify import MAIL_LEFT
from callboard.core.speaking import speaking_to
from callboard.kit.listing.actions import EMPTY, check_page, owner_of, state_of
from callboard.kit.listing.hours import next_run
from callboard.kit.listing.mailing import mail_to, tell_paused
from callboard.kit.listing.models import Every, Receiver, Schedule, Weekday

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser as Person
else:
    Person = get_user_model()
MOST = 50
MOST_RECEIVERS = 50


@action(_("Scheduled list"), who="kit.schedules", undo="kit.end_schedule", icon="mail-forward")
def create_schedule(
    *,
    by: Actor,
    name: str,
    page: str,
    query: Text = EMPTY,
    every: Every = Every.WEEK,
    weekday: Weekday = Weekday.MONDAY,
    day: int = 1,
    hour: int = 8,
    to: list[Person] = [],  # noqa: B006  the form's default; never changed
) -> Schedule:
    """Mail the list, with its workbook, to people of ours (without any: to oneself).  Each gets the rows they may see."""
    person_id = owner_of(by)
    state = state_of(query)
    check_page(page, by, state)
    if Schedule.objects.filter(owner_id=person_id, ended_at=None).count() >= MOST:
        raise Invalid({"": now_("You have {n} scheduled lists, and that is the most. End one first.").format(n=MOST)})
    made = Schedule(
        owner_id=person_id, page=page, query=state, zone=_zone(by), created_at=by.now, updated_at=by.now,
        **_checked(name, every, weekday, day, hour),
    )  # fmt: skip
    made.next_at = _next(made, by.now)
    made.save()
    _receive(made, to or [by.person], by)
    return made


@action(_("Changed schedule"), who="kit.schedules", undo="kit.change_schedule", icon="pencil")
def change_schedule(
    schedule: Schedule,
    *,
    by: Actor,
    name: str | None = None,
    every: Every | None = None,
    weekday: Weekday | None = None,
    day: int | None = None,
    hour: int | None = None,
) -> Schedule:
    """Change name and hours; what is not given stays."""
    before = {field: getattr(schedule, field) for field in ("name", "every", "weekday", "day", "hour")}
    given = {"name": name, "every": every, "weekday": weekday, "day": day, "hour": hour}
    wanted = {field: value for field, value in given.items() if value is not None}
    by.undo_args(**{field: before[field] for field in wanted})
    for field, value in _checked(**{**before, **wanted}).items():
        setattr(schedule, field, value)
    return _kept(schedule, by, next_at=_next(schedule, by.now))


@action(_("Changed receivers"), who="kit.schedules", undo="kit.set_receivers", icon="users")
def set_receivers(schedule: Schedule, *, by: Actor, to: list[Person]) -> Schedule:
    """Say whom it is mailed to.  Who unsubscribed stays away unless they are new on this list."""
    now = list(schedule.receivers.filter(stopped_at=None).select_related("person"))
    by.undo_args(to=[each.person for each in now])
    wanted = {person.pk for person in to}
    schedule.receivers.exclude(person__in=wanted).delete()
    _receive(schedule, to, by)
    return _kept(schedule, by)


@action(_("Paused schedule"), who="kit.schedules", undo="kit.resume_schedule", icon="player-pause")
def pause_schedule(schedule: Schedule, *, by: Actor) -> Schedule:
    """Send nothing until it is resumed."""
    return _kept(schedule, by, paused_at=by.now, paused_note="")


@action(_("Resumed schedule"), who="kit.schedules", undo="kit.pause_schedule", icon="player-play")
def resume_schedule(schedule: Schedule, *, by: Actor) -> Schedule:
    """Send again, from the next hour it names; what was missed is not sent."""
    return _kept(schedule, by, paused_at=None, paused_note="", next_at=_next(schedule, by.now))


@action(_("Ended schedule"), who="kit.schedules", undo="kit.restore_schedule", icon="trash")
def end_schedule(schedule: Schedule, *, by: Actor) -> Schedule:
    """Take it off the list of schedules."""
    return _kept(schedule, by, ended_at=by.now)


@action(_("Brought schedule back"), who="kit.schedules", undo="kit.end_schedule", icon="arrow-back-up")
def restore_schedule(schedule: Schedule, *, by: Actor) -> Schedule:
    """Send it again."""
    return _kept(schedule, by, ended_at=None, next_at=_next(schedule, by.now))


@action(_("Sent list"), who="kit.schedules", final=MAIL_LEFT, icon="send")
def send_list_now(schedule: Schedule, *, by: Actor) -> Schedule:
    """Mail it once, at once, to its receivers."""
    mail_to(schedule, by)
    return _kept(schedule, by, last_at=by.now)


@action(_("Sent scheduled list"), who="kit.carry", final=MAIL_LEFT, icon="send")
def send_scheduled(schedule: Schedule, *, by: Actor) -> Schedule:
    """The clock's: mail it and say when it comes again; paused instead when its owner has left or may send none."""
    if not schedule.owner.is_active:
        return _paused_for_leaver(schedule, by.now)
    if not allows(Actor("person", person=schedule.owner, via="clock"), "kit.schedules"):
        return _paused(schedule, by.now, _("{name} may no longer send lists by mail."))
    mail_to(schedule, by)
    return _kept(schedule, by, last_at=by.now, next_at=_next(schedule, by.now))


@action(_("Paused schedule that failed"), who="kit.carry", undo="kit.resume_schedule", icon="player-pause")
def give_up(schedule: Schedule, *, by: Actor) -> Schedule:
    """The clock's: what cannot be made is not tried for ever; its owner is told."""
    with speaking_to(schedule.owner):
        note = now_("Paused: the list could not be made. Look at its filters, then resume it.")
        if schedule.owner.is_active:
            tell_paused(schedule, note, by)
    return _kept(schedule, by, paused_at=by.now, paused_note=note)


@action(_("Unsubscribed"), who="kit.carry", final=_("Whoever sends the list can add you again."), icon="bell-off")
def stop_receiving(receiver: Receiver, *, by: Actor) -> Receiver:
    """No more mails of this list to this person; asked for by the link in the mail."""
    receiver.stopped_at = receiver.updated_at = by.now
    receiver.save(update_fields=["stopped_at"])
    return receiver


@send_scheduled.can
@give_up.can
def _is_due(schedule: Schedule, now: datetime) -> Refusal | None:
    if schedule.paused_at or schedule.ended_at or schedule.next_at is None or schedule.next_at > now:
        return Refusal("not_due", _("It is not its hour."))
    return None


@pause_schedule.can
def _runs(schedule: Schedule, now: datetime) -> Refusal | None:
    return Refusal("paused", _("It is paused already.")) if schedule.paused_at else _stands(schedule, now)


@resume_schedule.can
def _rests(schedule: Schedule, now: datetime) -> Refusal | None:
    if not schedule.paused_at:
        return Refusal("runs", _("It is not paused."))
    if not schedule.owner.is_active:
        return Refusal("left", _("{name} no longer works here. Make a schedule of your own."), name=schedule.owner)
    return _stands(schedule, now)


@change_schedule.can
@set_receivers.can
@end_schedule.can
@send_list_now.can
def _stands(schedule: Schedule, now: datetime) -> Refusal | None:
    return Refusal("ended", _("This schedule has ended.")) if schedule.ended_at else None


@restore_schedule.can
def _has_ended(schedule: Schedule, now: datetime) -> Refusal | None:
    return None if schedule.ended_at else Refusal("stands", _("It has not ended."))


def _kept(schedule: Schedule, by: Actor, **values: Any) -> Schedule:
    for field, value in values.items():
        setattr(schedule, field, value)
    schedule.updated_at = by.now
    schedule.save()
    return schedule


def _checked(name: str, every: Any, weekday: Any, day: int, hour: int) -> dict[str, Any]:
    title = " ".join(name.split())
    errors = {}
    if not title:
        errors["name"] = now_("Give it a name.")
    if not 1 <= day <= 28:
        errors["day"] = now_("Choose a day from 1 to 28, so that every month has it.")
    if not 0 <= hour <= 23:
        errors["hour"] = now_("Choose an hour from 0 to 23.")
    if errors:
        raise Invalid(errors)
    return {"name": title, "every": Every(every), "weekday": int(weekday), "day": day, "hour": hour}


def _zone(by: Actor) -> str:
    zone = getattr(by.person, "zone", "")
    return zone if zone in available_timezones() else "UTC"


def _next(schedule: Schedule, now: datetime) -> datetime:
    return next_run(schedule.every, schedule.weekday, schedule.day, schedule.hour, schedule.zone, now)


def _receive(schedule: Schedule, people: list[Any], by: Actor) -> None:
    active = {person.pk: person for person in people if person.is_active}
    if not active:
        raise Invalid({"to": now_("Choose somebody who works here.")})
    if len(active) > MOST_RECEIVERS:
        raise Invalid({"to": now_("A list goes to {n} people at most.").format(n=MOST_RECEIVERS)})
    known = set(schedule.receivers.values_list("person_id", flat=True))
    for pk in active.keys() - known:
        Receiver(schedule=schedule, person_id=pk, created_at=by.now, updated_at=by.now).save()


def _paused_for_leaver(schedule: Schedule, now: datetime) -> Schedule:
    return _paused(schedule, now, _("{name} has left."))


def _paused(schedule: Schedule, now: datetime, note: Any) -> Schedule:
    schedule.paused_at = schedule.updated_at = now
    schedule.paused_note = str(note).format(name=schedule.owner)
    schedule.save(update_fields=["paused_at", "paused_note"])
    return schedule


def pause_all(person: Any, now: datetime) -> None:
    """Whoever leaves sends nothing any more and gets nothing; called inside the action that lets them go."""
    for schedule in Schedule.objects.filter(owner=person, paused_at=None, ended_at=None):
        _paused_for_leaver(schedule, now)
    Receiver.objects.filter(person=person, stopped_at=None).update(stopped_at=now, updated_at=now)
