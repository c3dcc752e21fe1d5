"""Kinds of things many apps have: lines of the timeline, tasks, what somebody owns, what a merge does with rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import Q, QuerySet

    from callboard.core.actor import Actor


@dataclass(frozen=True)
class TimelineKind:
    name: str
    label: Any
    icon: str
    tone: str = ""


@dataclass(frozen=True)
class TimelineReach:
    """What else stands on the timeline of records of a kind: the lines about others that concern it.

    where(id, actor) -> the condition.  With a label it is a scope of its own that somebody chooses (an account's whole
    group), instead of the record's own lines; exists(record, actor) -> the rows without which it is not offered.
    """

    name: str
    kind: str
    where: "Callable[[int, Actor], Q]"
    label: Any = ""
    exists: "Callable[[Any, Actor], QuerySet[Any, Any]] | None" = None


@dataclass(frozen=True)
class TaskKind:
    """A kind of task.  reason(code, args) -> the sentence why it is there.  url: where working it begins (default: its source)."""

    name: str
    label: Any
    icon: str
    reason: "Callable[[str, dict[str, Any]], str]"
    url: "Callable[[Any], str] | None" = None
    #: What the button that leads there says; without one, "Open" and what the task was made for.
    begin: Any = ""
    #: What the stake is, under the amount: MRR at stake, opportunity ...
    stake_label: Any = ""
    #: Told in the same run when a person dropped, handed over, took, released or reopened such a task: follow(by, task, what).
    follow: "Callable[[Actor, Any, str], None] | None" = None
    #: How such a task is answered, (name, label) of actions on what it was made for: it is not finished by itself.
    answers: tuple[tuple[str, Any], ...] = ()
    #: Why it is not, said to whoever presses the key of Done.
    unfinished: Any = ""


@dataclass(frozen=True)
class OwnedKind:
    """What a leaver must hand on.  owned(person id) -> the rows; hand_on is the action's name, given what it needs besides.

    columns: the columns by which somebody owns it, like "directory.account.owner" (tests/conformance/test_ownership.py).
    account: the path of its account's id; has: the path of whoever has that account.  stake, stake_label: the path of the
    money at stake, and what it means.  due: the path of when it is due.  by_territory(ids) -> {row id: person id} of
    whoever holds the territory; None for a row nobody holds.  blocks: whether nobody can leave while they own it.
    """

    name: str
    label: Any
    owned: "Callable[[int], QuerySet[Any]]"
    hand_on: str = ""
    given: dict[str, Any] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    account: str = ""
    has: str = ""
    stake: str = ""
    stake_label: Any = ""
    due: str = ""
    by_territory: "Callable[[list[int], int], dict[int, int]] | None" = None
    blocks: bool = True


@dataclass(frozen=True)
class MergeHook:
    """What a merge does with a column that points at an account or a person (`app.model.column`).

    A foreign key without an entry is pointed at the kept record.  stays: why its rows are left as they are.  refs: it is
    one half of a Ref, pointed at the kept record where this other column has the kind; root: it is an account's id.
    once: a row that equals one of the kept record in these columns stays where it is.
    """

    name: str
    stays: Any = ""
    refs: str = ""
    root: bool = False
    once: tuple[str, ...] = ()
