"""The set-up list: which steps of the first hour are done, open or skipped, for whoever may do them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from callboard.core import clock
from callboard.core.access import allows
from callboard.core.actor import Actor
from callboard.core.asking import Question, kept
from callboard.core.registry import SetupStep, register
from callboard.team.models import SkippedStep


@dataclass(frozen=True)
class Step:
    """A step now. there: what is there in a few words, "" while it is open; lacks: what is still wrong with it."""

    entry: SetupStep
    there: str
    skipped: bool
    lacks: str = ""

    @property
    def open(self) -> bool:
        return not self.there and not self.skipped


@dataclass(frozen=True)
class Setup:
    """The steps an actor may do, in order."""

    steps: list[Step]

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return not any(step.open for step in self.steps)

    @property
    def done(self) -> int:
        return sum(bool(step.there) for step in self.steps)


def steps_for(actor: Actor) -> list[SetupStep]:
    """The steps the actor may do, in order. No query."""
    entries = (entry for entry in register.setup_step if allows(actor, entry.operation))
    return sorted(entries, key=lambda entry: entry.order)


def setup_of(actor: Actor) -> Setup:
    """The list of an actor: one statement, none for who may do no step."""
    entries = steps_for(actor)
    if not entries:
        return Setup([])
    today = clock.now().date()
    found = kept(
        ("setup", today, tuple((entry.name, entry.asks) for entry in entries)), lambda: _asked(entries)
    ).answers()
    skipped = {row["name"] for row in found["", "skipped"]}
    return Setup([_step(entry, found, entry.name in skipped) for entry in entries])


def _asked(entries: Iterable[SetupStep]) -> dict[tuple[str, str], Question]:
    asked = {(entry.name, key): question for entry in entries for key, question in entry.asks().items()}
    return {**asked, ("", "skipped"): Question("list", SkippedStep.objects.values("name"))}


def _step(entry: SetupStep, found: Mapping[Any, Any], skipped: bool) -> Step:
    mine = {key: value for (name, key), value in found.items() if name == entry.name}
    return Step(entry, entry.done(mine), skipped, entry.lacks(mine) if entry.lacks is not None else "")
