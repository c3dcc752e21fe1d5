"""The steps of a company's first hour."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from callboard.core.actor import Actor
    from callboard.core.asking import Question


@dataclass(frozen=True)
class Tested:
    """What came of a test: a sentence, whether all is well, and (label, value) rows."""

    sentence: str
    good: bool = True
    rows: "list[tuple[Any, Any]]" = field(default_factory=list)


@dataclass(frozen=True)
class SetupStep:
    """A step of a company's first hour.  The data says whether it is done, never a tick.

    asks() -> what it needs to know: all steps are asked in one statement, the same for a day.  done(its answers) -> what is there in a few
    words, "" while it is open.  url() -> where it is done; operation: who may.  test(actor, given) tries whether it works;
    inputs: (name, label, a first value, whether of several lines) of what the test is given.  lacks(its answers) -> what
    is still wrong, in a sentence, "" for nothing; it is shown beside the step whatever its state.
    """

    name: str
    label: Any
    text: Any
    icon: str
    order: int
    operation: str
    url: Callable[[], str]
    do_label: Any
    asks: "Callable[[], Mapping[str, Question]]"
    done: "Callable[[Mapping[str, Any]], str]"
    test: "Callable[[Actor, Mapping[str, str]], Tested] | None" = None
    test_label: Any = ""
    inputs: "tuple[tuple[str, Any, Any, bool], ...]" = ()
    lacks: "Callable[[Mapping[str, Any]], str] | None" = None
