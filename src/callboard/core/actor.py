"""Who does it: a person, a token of a person, the clock, or an assistant acting for the person who wrote its rule."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from django.http import HttpRequest

if TYPE_CHECKING:
    from django.db.models import Model

    from callboard.core.frame import Frame

Kind = Literal["person", "token", "clock", "assistant"]
Via = Literal["page", "api", "mail", "palette", "import", "clock", "command"]


@dataclass(frozen=True)
class Actor:
    """An actor.  Outside an action it only says who; the ``by`` an action's body gets is bound to the run and also writes effects."""

    kind: Kind
    person: Any = None
    name: str = ""
    on_behalf_of_id: int | None = None
    via: Via = "page"
    #: The request's idempotency key: a form's nonce or the API's Idempotency-Key.  Only the outermost action uses it.
    key: str | None = None
    frame: "Frame | None" = None
    #: Log lines of what this actor ran, oldest first: an action asked again under its key gives the first run's line.
    ran: "list[UUID | None]" = field(default_factory=list, compare=False, repr=False)
    #: Sentences for whoever pressed, beside what was done.
    said: "list[str]" = field(default_factory=list, compare=False, repr=False)

    @classmethod
    def of(cls, request: HttpRequest, *, via: Via = "page", key: str | None = None) -> "Actor":
        """The signed-in person of a request."""
        user = request.user
        # request.user is a lazy stand-in: reading it loads the person, whose class is what an action looks at.
        person = getattr(user, "_wrapped", user) if user.pk is not None else user
        return cls("person", person=person, via=via, key=key)

    @classmethod
    def clock(cls, name: str) -> "Actor":
        """The program itself; ``name`` says which part, e.g. ``intake.route``."""
        return cls("clock", name=name, via="clock")

    def with_key(self, key: str | None) -> "Actor":
        return replace(self, key=key)

    @property
    def person_id(self) -> int | None:
        return self.person.pk if self.person is not None else None

    @property
    def identity(self) -> str:
        """Whose idempotency keys these are: ``person:7``, ``clock:intake.route``."""
        return f"{self.kind}:{self.person_id or self.name}"

    # What a body does with ``by``.

    @property
    def run(self) -> "Frame":
        if self.frame is None:
            raise RuntimeError("Only inside an action: this actor is not bound to a run.")
        return self.frame

    @property
    def now(self) -> datetime:
        """The instant the outermost action started."""
        return self.run.now

    @property
    def today(self) -> date:
        """The company's business day of ``now``."""
        return self.run.today

    @property
    def dry(self) -> bool:
        """Whether this run will be rolled back."""
        return self.run.dry

    def timeline(
        self,
        root_id: int,
        kind: str,
        *,
        ref: "Model",
        title: str,
        text: str = "",
        at: datetime | None = None,
        audience: list[str] | None = None,
        pinned: bool = False,
    ) -> None:
        """Write one line on the timeline of account ``root_id``."""
        self.run.timeline(self, root_id, kind, ref, str(title), text, at, audience, pinned)

    def changed(self, record: "Model", *, topic: str = "") -> None:
        """Tell live pages, webhooks and the indexer that ``record`` changed, under ``topic`` as well as its own kind."""
        self.run.changed(record, topic)

    def touched(self, record: "Model", *, result: "Model") -> None:
        """Log that ``record`` was changed too, beside the target; ``result`` is what came of it."""
        self.run.touched(self, record, result)

    def say(self, sentence: str) -> None:
        """Tell whoever pressed something they should know of what was done; once, also where the run starts again."""
        if sentence not in self.said:
            self.said.append(sentence)

    def undo_args(self, **arguments: Any) -> None:
        """Arguments the ``undo`` action will get; JSON values or records."""
        self.run.undo_args(arguments)

    def about(self, record: "Model") -> AbstractContextManager[None]:
        """In a set-based twin: what is written inside belongs to this record of the many."""
        return self.run.about(record)

    def draw(self, sequence: str) -> int:
        """The next number of a database sequence; 0 in a dry run, which must not use numbers up."""
        return self.run.draw(sequence)

    def savepoint(self) -> AbstractContextManager[None]:
        """Rows and effects written inside are all undone when the block raises, and the error goes on."""
        return self.run.savepoint()
