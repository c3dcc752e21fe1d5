"""Tasks opened, changed and weighed."""

from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.leavers import must_work_here
from callboard.core.money import Money
from callboard.core.params import encode
from callboard.core.refs import Ref, ref_of
from callboard.directory.models import Account, Contact
from callboard.team.actions import tell_mentioned
from callboard.team.models import Person, Team
from callboard.team.queries import company_zone
from callboard.team.reading.when import Unreadable, When, read_when
from callboard.work.actions.kept import as_it_stands
from callboard.work.actions.promising import in_step
from callboard.work.actions.telling import tell
from callboard.work.models import DueKind, StakeKind, Task, TaskState

#: The hour of a due day nobody said an hour for; the word shown is the day alone.
DAY_HOUR = time(17)
TITLE = 200


class Unset:
    """Says that an argument was not given, where None is a value."""


UNSET: Final = Unset()


@action(
    _("Added task"),
    said=_("Added “{result}”"),
    who="work.do",
    undo="work.drop_task",
    icon="plus",
    roots=lambda given: {given["account"].pk} if given.get("account") else set(),
)
def create_task(
    *,
    by: Actor,
    title: str,
    account: Account | None = None,
    owner: Person | None = None,
    due: str = "",
    promised: bool = False,
    stake: Money | None = None,
    minutes: int | None = None,
    note: Text | None = None,
) -> Task:
    """Something to do, for oneself where no owner is said. `due` is read as people say it: "tue 9", "+3", "mar 12"."""
    person = owner or by.person
    if person is None:
        raise Invalid({"owner": _("Say whose task it is.")})
    due_at, due_kind = read_due(due, person, by) if due.strip() else (None, DueKind.BY)
    if promised and due_at is None:
        raise Invalid({"due": _("By when was it promised?")})
    task = open_task(
        by=by,
        title=title,
        account=account,
        owner=person,
        due_at=due_at,
        due_kind=due_kind,
        promised=promised,
        stake=stake,
        stake_kind=StakeKind.MRR_AT_STAKE if stake is not None else "",
        minutes=minutes,
        note=note or "",
    )
    tell_mentioned(task, by=by, text=words_of(task))
    return task


def words_of(task: Task) -> str:
    """What people wrote on a task."""
    return f"{task.title}\n{task.note}"


def open_task(
    *,
    by: Actor,
    title: str,
    kind: str = "work.todo",
    account: Account | None = None,
    owner: Person | None = None,
    team: Team | None = None,
    due_at: datetime | None = None,
    due_kind: str = DueKind.BY,
    promised: bool = False,
    to: Contact | None = None,
    stake: Decimal | None = None,
    stake_kind: str = "",
    minutes: int | None = None,
    reason_code: str = "",
    reason_args: dict[str, Any] | None = None,
    source: models.Model | Ref | None = None,
    note: str = "",
) -> Task:
    """Open a task inside an action's body; `by` is bound to the run. An owner, or a team until somebody takes it.

    promised: it is a promise, given to the contact `to`.

    A source has at most one open task of a kind for an owner or team: a second call weighs the first one anew. The
    arguments of the reason may be records, dates and amounts; ids and text of them are stored. Invalid without a title
    or anybody to do it.
    """
    _check(title, owner, team)
    ref = ref_of(source) if isinstance(source, models.Model) else source
    fields: dict[str, Any] = {
        "title": " ".join(str(title).split())[:TITLE],
        "account": account,
        "due_at": due_at,
        "due_kind": due_kind,
        "promised": promised,
        "stake": stake,
        "stake_kind": stake_kind,
        "minutes": minutes,
        "reason_code": reason_code,
        "reason_args": _plain(reason_args or {}),
    }
    task = _already_open(ref, kind, owner, team)
    if task is None:
        task = Task(
            kind=kind,
            owner=owner,
            team=team,
            source_kind=ref.kind if ref else "",
            source_id=ref.id if ref else None,
            note=note,
            created_by=by.person,
            created_at=by.now,
        )
    return write_task(task, fields, by, to=to)


@action(_("Changed task"), said=_("Changed “{task}”"), who="work.do", undo="work.put_task_back", icon="pencil")
def change_task(
    task: Task,
    *,
    by: Actor,
    title: str | None = None,
    due: str | None = None,
    promised: bool | None = None,
    stake: Money | None = None,
    minutes: int | None = None,
    note: Text | None = None,
) -> Task:
    """Change what is given; None leaves a value as it is. An empty `due` takes the due time away, but of a promise."""
    fields: dict[str, Any] = {
        name: value
        for name, value in {"promised": promised, "stake": stake, "minutes": minutes, "note": note}.items()
        if value is not None
    }
    if title is not None:
        _check(title, task.owner, task.team)
        fields["title"] = " ".join(title.split())[:TITLE]
    if due is not None:
        fields["due_at"], fields["due_kind"] = (
            read_due(due, task.owner or by.person, by) if due.strip() else (None, DueKind.BY)
        )
    if fields.get("promised", task.promised) and fields.get("due_at", task.due_at) is None:
        raise Invalid({"due": _("A promise has a day. Say by when, or take the promise back first.")})
    by.undo_args(back=as_it_stands(task, *fields))
    was = words_of(task)
    write_task(task, fields, by)
    tell_mentioned(task, by=by, text=words_of(task), before=was)
    return task


@change_task.can
def _change_task(task: Task, now: datetime) -> Refusal | None:
    return closed(task)


def reweigh(
    source: models.Model | Ref,
    *,
    by: Actor,
    stake: Decimal | Unset | None = UNSET,
    stake_kind: str | Unset = UNSET,
    due_at: datetime | Unset | None = UNSET,
    due_kind: str | Unset = UNSET,
    reason_code: str | Unset = UNSET,
    reason_args: dict[str, Any] | Unset = UNSET,
    title: str | Unset = UNSET,
) -> list[Task]:
    """What the owner of a source calls when its weight changes. Changes the open tasks made for it; returns them."""
    ref = ref_of(source) if isinstance(source, models.Model) else source
    given = {
        "stake": stake,
        "stake_kind": stake_kind,
        "due_at": due_at,
        "due_kind": due_kind,
        "reason_code": reason_code,
        "reason_args": reason_args if isinstance(reason_args, Unset) else _plain(reason_args),
        "title": title,
    }
    fields = {name: value for name, value in given.items() if not isinstance(value, Unset)}
    open_tasks = Task.objects.open().about(ref.kind, ref.id).select_for_update(no_key=True).order_by("id")
    return [write_task(task, fields, by) for task in open_tasks]


def read_due(text: str, person: Person | None, by: Actor, *, field: str = "due") -> tuple[datetime, DueKind]:
    """A due time as it was typed, in the person's zone. Invalid on `field` where it cannot be read."""
    when, zone = read_or_invalid(field, text, person, by)
    kind = DueKind.DAY if when.at is None and when.exact is None else DueKind.BY
    return when.instant(by.now.astimezone(zone), DAY_HOUR), kind


def read_or_invalid(
    field: str, text: str, person: Person | None, by: Actor, *, at: datetime | None = None
) -> tuple[When, ZoneInfo]:
    """The words read in the person's zone (the company's without a person), from now or from `at` on. Invalid on `field`
    where they cannot be."""
    zone = person.tz if person is not None else ZoneInfo(company_zone())
    try:
        return read_when(text, (at or by.now).astimezone(zone)), zone
    except Unreadable:
        sentence = _("“{text}” is no time. Write it like tue 9, +3, mar 12 or 15:30.").format(text=text)
        raise Invalid({field: sentence}) from None


def due_text(task: Task) -> str:
    """The due time as `read_due` reads it back."""
    if task.due_at is None:
        return ""
    local = task.due_at.astimezone(task.owner.tz if task.owner else ZoneInfo(company_zone()))
    return f"{local:%Y-%m-%d}" if task.due_kind == DueKind.DAY else f"{local:%Y-%m-%d %H:%M}"


def closed(task: Task) -> Refusal | None:
    """Why nothing can be changed any more; None for an open task."""
    if task.state == TaskState.OPEN:
        return None
    return Refusal("closed", _("This task is {state}."), state=task.get_state_display().lower())


def _already_open(ref: Ref | None, kind: str, owner: Person | None, team: Team | None) -> Task | None:
    if ref is None:
        return None
    rows = Task.objects.open().about(ref.kind, ref.id).filter(kind=kind, owner=owner, team=team)
    return rows.select_for_update(no_key=True).first()


def write_task(task: Task, fields: dict[str, Any], by: Actor, *, to: Contact | None = None) -> Task:
    """Write fields of a task, tell pages and facts, and let its promise follow. to: whom it was promised to."""
    was_promised = task.promised and task.pk is not None
    for name, value in fields.items():
        setattr(task, name, value)
    task.updated_at = by.now
    task.save()
    if was_promised or task.promised:
        in_step(task, by, to=to)
    tell(task, by)
    return task


def _plain(arguments: dict[str, Any]) -> dict[str, Any]:
    """JSON values; a record by its own words."""
    return {name: str(value) if isinstance(value, models.Model) else encode(value) for name, value in arguments.items()}


def _check(title: str, owner: Person | None, team: Team | None) -> None:
    if not str(title).strip():
        raise Invalid({"title": _("Say what there is to do.")})
    if owner is None and team is None:
        raise Invalid({"owner": _("Say whose task it is.")})
    must_work_here(owner=owner)
