"""The verb.  One object is the button, the form, the API operation, the dry run, the log line and a row of the matrix."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

from django.db.models import Model

from callboard.core import clock, params, running
from callboard.core.access import allows
from callboard.core.actor import Actor
from callboard.core.errors import ActionError, Busy, Conflict, Forbidden, Invalid, Refusal, Refused
from callboard.core.frame import Effects, Frame
from callboard.core.models import Log
from callboard.core.params import File, Param, Text
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
Turn = Callable[[Any, Actor], Refusal | None]
Body = TypeVar("Body", bound=Callable[..., None])
Roots = Callable[[dict[str, Any]], set[int]]


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
        merges: bool = False,
        verb: Any = "",
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
        self.merges = merges
        self.verb = verb
        self._undo = undo
        self._roots = roots
        self._can: Can | None = None
        self._turn: Turn | None = None
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

    def turn(self, function: Turn) -> Turn:
        """Decorator: ``function(target, actor)`` says why it is somebody else's to do now, or None; asked after `can`, and
        unlike a right also of whoever runs it inside another action."""
        self._turn = function
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

    def refusal(self, target: Model | None, now: datetime, actor: Actor | None = None) -> Refusal | None:
        """Why its state does not allow it; with an actor also why it is not theirs to do now."""
        found = running.refused_by(target) or (self._can(target, now) if self._can else None)
        return found or (self._turn(target, actor) if self._turn and actor is not None else None)

    def allowed(self, actor: Actor, target: Model | None = None) -> bool:
        return allows(actor, self.who, target)

    # Running

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run it.  Raises Forbidden, Refused, Conflict, Invalid or Busy; then nothing was written.

        Beside the body's own arguments: ``_version`` (the target's, as read) and ``_based_on`` (field values an edit began with).
        """
        target, given = self._split(args, kwargs)
        by: Actor = given.pop("by")
        call = running.nested if by.frame is not None else running.outermost
        done: R = call(self, by, target, given)
        return done

    def within(self, by: Actor, target: Model | None, given: dict[str, Any]) -> R:
        """One of many, inside the frame of a run: the right is asked, then it runs as a nested action does."""
        running.ask_right(self, by, target, given)
        done: R = running.nested(self, by, target, given)
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
            result = running.outermost(self, replace(by, key=None), target, given, dry=frame)
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
    merges: bool = False,
    verb: Any = "",
) -> Callable[[Callable[P, R]], Action[P, R]]:
    """Make a function an action and register it.

    label: past tense, for the log.  said: the same as a sentence that names the record, made of the target, the arguments and
    the `result`: _("Accepted order {order.number} of {order.account}").  who: a row of the matrix.  undo: the compensating
    action or its name.  final: why there is no undo.
    roots: the accounts a creating action belongs to, from its arguments.  preview: its page shows a dry run before it is pressed.
    served: without it only a page of its own runs it: no page under /do/, no operation of the API, no run over many.
    merges: it is told which accounts became one: to any other verb an account that was merged stands for the kept one.
    verb: what its button says, where its name says more than that needs: "Approve" for approve_approval.
    """

    def made(body: Callable[P, R]) -> Action[P, R]:
        built = Action(body, label, who, undo, final, roots, icon, preview, said, served, merges, verb)
        if built.name in register.actions:
            raise ValueError(f"Two actions are called {built.name}.")
        register.actions[built.name] = built
        return built

    return made
