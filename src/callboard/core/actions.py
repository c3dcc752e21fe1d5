"""The verb.  One object is the button, the form, the API operation, the dry run, the log line and a row of the matrix."""

import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

import pghistory
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.models import Model

from callboard.core import clock, once, params
from callboard.core.access import allows
from callboard.core.actor import Actor
from callboard.core.errors import ActionError, Busy, Conflict, Forbidden, Invalid, Refusal, Refused, RootsMissing
from callboard.core.frame import Effects, Frame
from callboard.core.leavers import given_again
from callboard.core.models import Log
from callboard.core.params import File, Param, Text
from callboard.core.reading import reading_once
from callboard.core.registry import register
from callboard.core.said import RESULT, told

__all__ = [
    "Action",
    "ActionError",
    "Actor",
    "Busy",
    "Conflict",
    "DryRun",
    "File",
    "Forbidden",
    "Invalid",
    "Param",
    "Refusal",
    "Refused",
    "Text",
    "action",
]

P = ParamSpec("P")
R = TypeVar("R")
Can = Callable[[Any, datetime], Refusal | None]
Body = TypeVar("Body", bound=Callable[..., None])
Roots = Callable[[dict[str, Any]], set[int]]

TRIES = 3
#: SQLSTATE of serialization_failure, deadlock_detected, lock_not_available.
_AGAIN = {"40001", "40P01"}
_LOCK_TIMEOUT = "55P03"
log_restarts = logging.getLogger("callboard.restarts")


class _Rollback(Exception):
    pass


@dataclass(frozen=True)
class Twin:
    """The set-based form of an action, for runs over many records."""

    function: Callable[..., None]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class DryRun:
    """What an action would do.  ``error`` is set where it would be refused; then the rest is empty."""

    result: Any
    effects: Effects
    error: ActionError | None = None


class Action(Generic[P, R]):
    """Made by ``@action``; call it like the function it wraps, ``by=`` an actor."""

    def __init__(
        self,
        body: Callable[P, R],
        label: Any,
        who: str,
        undo: Any,
        final: Any,
        roots: Roots | None,
        icon: str,
        preview: bool,
        said: Any,
        served: bool = True,
    ) -> None:
        update_wrapper(self, body)
        self.body: Callable[..., Any] = body
        self.label = label
        self.who = who
        self.final = final
        self.icon = icon
        self.preview = preview
        self.app = body.__module__.split(".")[1]
        self.name = f"{self.app}.{body.__name__}"
        self.signature = params.read(body)
        self.sentence = said
        self.served = served
        self._undo = undo
        self._roots = roots
        self._can: Can | None = None
        self.twin: Twin | None = None

    def __repr__(self) -> str:
        return f"<action {self.name}>"

    @property
    def target_model(self) -> type[Model] | None:
        return self.signature.target.type if self.signature.target else None

    @property
    def params(self) -> tuple[Param, ...]:
        return self.signature.params

    @property
    def undo(self) -> "Action[..., Any] | None":
        """The compensating action, by object or by name; None where ``final`` says why there is none."""
        return register.actions[self._undo] if isinstance(self._undo, str) else self._undo

    def told(self, target: Model | None, given: dict[str, Any], result: Any) -> str:
        """What was done, as a sentence that names the record, in the language of the moment."""
        record = target if target is not None else result if isinstance(result, Model) else None
        if target is not None and isinstance(result, type(target)) and result.pk == target.pk:
            record = result  # as it is now
        values = {**given, RESULT: result}
        if self.signature.target:
            values[self.signature.target.name] = record
        return told(self.label, self.sentence, values, record)

    # The two questions

    def can(self, function: Can) -> Can:
        """Decorator: ``function(target, now)`` says why the state does not allow it, or None."""
        self._can = function
        return function

    def many(self, *, needs: tuple[str, ...] = ()) -> Callable[[Body], Body]:
        """Decorator: the set-based twin, ``function(targets, *, by, **the same)``: what the loop does, in a few statements.

        The frame has asked right, version and state of each target and keeps its log line; what belongs to one target
        (undo_args) is written ``with by.about(target):``.  needs: relations loaded with the targets.
        """

        def made(function: Body) -> Body:
            self.twin = Twin(function, needs)
            return function

        return made

    def refusal(self, target: Model | None, now: datetime) -> Refusal | None:
        return self._can(target, now) if self._can else None

    def allowed(self, actor: Actor, target: Model | None = None) -> bool:
        return allows(actor, self.who, target)

    # Running

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run it.  Raises Forbidden, Refused, Conflict, Invalid or Busy; then nothing was written.

        Beside the body's own arguments: ``_version`` (the target's, as read) and ``_based_on`` (field values an edit began with).
        """
        target, given = self._split(args, kwargs)
        by: Actor = given.pop("by")
        done: R = self._nested(by, target, given) if by.frame is not None else self._outermost(by, target, given)
        return done

    def within(self, by: Actor, target: Model | None, given: dict[str, Any]) -> R:
        """One of many, inside the frame of a run: the right is asked, then it runs as a nested action does."""
        if not self.allowed(by, target):
            raise Forbidden(self.who)
        done: R = self._nested(by, target, given)
        return done

    def roots_of(self, target: Model | None, given: dict[str, Any]) -> set[int]:
        """The accounts it locks before anything else."""
        roots: set[int] = set()
        if target is not None and hasattr(target, "roots"):
            roots |= target.roots()
        if self._roots is not None:
            roots |= self._roots(given)
        return {root for root in roots if root}

    def dry_run(self, *args: P.args, **kwargs: P.kwargs) -> DryRun:
        """The same code, rolled back; waits at most a second for a lock."""
        target, given = self._split(args, kwargs)
        by: Actor = given.pop("by")
        frame = Frame(clock.now(), dry=True)
        try:
            result = self._outermost(replace(by, key=None), target, given, dry=frame)
        except ActionError as error:
            return DryRun(None, Effects(), error)
        return DryRun(result, frame.effects)

    def later(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        """Put the action itself off; rights and state are asked again when it runs."""
        from callboard.core.later import defer_action

        target, given = self._split(args, kwargs)
        defer_action(self, target, given.pop("by"), given, at)

    def undo_of(self, log: Log, *, by: Actor) -> Any:
        """Undo what ``log`` says was done.  Refused when there is no undo, or a later action touched the record."""
        from callboard.core.undo import undo

        return undo(log, by=by)

    def _split(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Model | None, dict[str, Any]]:
        if "by" not in kwargs:
            raise TypeError(f"{self.name}: say by=, the actor.")
        given = dict(kwargs)
        wanted = 1 if self.signature.target else 0
        if wanted and not args and self.signature.target and self.signature.target.name in given:
            args = (given.pop(self.signature.target.name),)
        if len(args) != wanted:
            raise TypeError(f"{self.name}: takes {wanted} record before its named arguments.")
        allowed = {param.name for param in self.params} | {"by", "_version", "_based_on", "_undoes"}
        if given.keys() - allowed:
            raise TypeError(f"{self.name}: knows no {sorted(given.keys() - allowed)}.")
        return (args[0] if args else None), given

    def _outermost(self, by: Actor, target: Model | None, given: dict[str, Any], dry: Frame | None = None) -> Any:
        if not self.allowed(by, target):
            raise Forbidden(self.who)
        extra: set[int] = set()
        # A run that first learns its accounts has not used up a try against a deadlock.
        restarts, tries = 0, 0
        while restarts <= TRIES and tries < TRIES:
            try:
                return self._try(by, target, given, extra, dry)
            except RootsMissing as missing:
                restarts += 1
                extra |= missing.roots
                log_restarts.info("%s restarts for accounts %s", self.name, sorted(missing.roots))
            except OperationalError as error:
                tries += 1
                self._judge(error, tries)
            except DatabaseError as error:
                tries += 1
                given = given_again(error, given, last=tries == TRIES)
        raise Busy

    def _judge(self, error: OperationalError, attempt: int) -> None:
        state = getattr(error.__cause__, "sqlstate", None)
        if state == _LOCK_TIMEOUT:
            raise Busy from error
        if state not in _AGAIN:
            raise error
        log_restarts.info("%s try %s: %s", self.name, attempt, state)
        # Whoever we were in the way of wakes up first; otherwise we would take the same lock before them, again.
        time.sleep(random.uniform(0.02, 0.06) * attempt)

    def _try(self, by: Actor, target: Model | None, given: dict[str, Any], extra: set[int], dry: Frame | None) -> Any:
        frame = Frame(clock.now()) if dry is None else _fresh(dry)
        by = replace(by, frame=frame)
        result: Any = None
        try:
            with reading_once(), transaction.atomic():
                if frame.dry:
                    _lock_timeout()
                seen = once.claim(by, self.name, target, given) if by.key else None
                if seen is not None and seen.done:
                    by.ran.append(seen.log_id)
                    return seen.result
                frame.lock_roots(self.roots_of(target, given) | extra)
                result = self._run(by, target, given)
                log = frame.effects.logs[0]
                frame.write(*([seen.filled(log, result)] if seen is not None else []))
                if frame.dry:
                    raise _Rollback
        except _Rollback:
            return result
        by.ran.append(log.id)
        return result

    def _nested(self, by: Actor, target: Model | None, given: dict[str, Any]) -> Any:
        by.run.require_roots(self.roots_of(target, given))
        return self._run(by, target, given)

    def _run(self, by: Actor, target: Model | None, given: dict[str, Any]) -> Any:
        given = dict(given)
        version, based_on, undoes = (
            given.pop("_version", None),
            given.pop("_based_on", None),
            given.pop("_undoes", None),
        )
        frame = by.run
        if target is not None:
            target = frame.lock_target(target)
            frame.begin()
            _compare(target, version, based_on, given)
        if undoes is not None:
            from callboard.core.undo import still_stands

            still_stands(undoes)
        refusal = self.refusal(target, frame.now)
        if refusal is not None:
            raise Refused(refusal)
        log = frame.open_log(self.name, by, target)
        log.undoes_id = undoes
        stood = target.pk if target is not None else None
        with pghistory.context(log=str(log.id), action=self.name):
            result: Any = self.body(*([target] if target is not None else []), by=by, **given)
        frame.close_log(log, result)
        if target is not None and target.pk is None:
            target.pk = stood  # the body removed it: whoever reads the changes must hear which one
        for record in (target, result):
            if isinstance(record, Model):
                frame.changed(record)
        return result


def _fresh(dry: Frame) -> Frame:
    """A dry run that starts again keeps the frame its caller reads."""
    dry.__init__(dry.now, dry=True)  # type: ignore[misc]
    return dry


def _lock_timeout() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '1s'")


def _compare(target: Model, version: int | None, based_on: dict[str, Any] | None, given: dict[str, Any]) -> None:
    """An edit conflicts where the same field changed since; a state verb where the record did."""
    if based_on is not None:
        changed = [
            name for name, old in based_on.items() if name in given and getattr(target, name) not in (old, given[name])
        ]
        if changed:
            raise Conflict(changed)
    elif version is not None and version != getattr(target, "version", version):
        raise Conflict


def action(
    label: Any,
    *,
    who: str,
    undo: Any = None,
    final: Any = None,
    roots: Roots | None = None,
    icon: str = "",
    preview: bool = False,
    said: Any = "",
    served: bool = True,
) -> Callable[[Callable[P, R]], Action[P, R]]:
    """Make a function an action and register it.

    label: past tense, for the log.  said: the same as a sentence that names the record, made of the target, the arguments and
    the `result`: _("Accepted order {order.number} of {order.account}").  who: a row of the matrix.  undo: the compensating
    action or its name.  final: why there is no undo.
    roots: the accounts a creating action belongs to, from its arguments.  preview: its page shows a dry run before it is pressed.
    served: without it only a page of its own runs it: no page under /do/, no operation of the API, no run over many.
    """

    def made(body: Callable[P, R]) -> Action[P, R]:
        built = Action(body, label, who, undo, final, roots, icon, preview, said, served)
        if built.name in register.actions:
            raise ValueError(f"Two actions are called {built.name}.")
        register.actions[built.name] = built
        return built

    return made
