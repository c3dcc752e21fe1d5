"""What can stop an action, each with a sentence for the person."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import formats
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Refusal:
    """Why the state of a record does not allow a verb.  ``str()`` gives the sentence."""

    code: str
    sentence: Any
    args: dict[str, Any] = field(default_factory=dict)

    def __init__(self, code: str, sentence: Any, **args: Any) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "sentence", sentence)
        object.__setattr__(self, "args", args)

    def __str__(self) -> str:
        return str(self.sentence).format(**{name: _said(value) for name, value in self.args.items()})

    @property
    def reason(self) -> str:
        """The sentence without its particulars: "It pays … a month."."""
        return str(self.sentence).format(**dict.fromkeys(self.args, "…"))


def _said(value: Any) -> Any:
    """A day as people write it; everything else as it is."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return formats.date_format(value, "M j, Y")
    return value


class ActionError(Exception):
    """The run was rolled back; nothing is half-done."""

    status = 400
    code = "error"


class Forbidden(ActionError):
    """The matrix does not let this actor do it."""

    status = 403
    code = "forbidden"

    def __init__(self, operation: str) -> None:
        super().__init__(operation)
        self.operation = operation

    def __str__(self) -> str:
        return str(_("You may not do this: your roles lack “{operation}”. An administrator can change that.")).format(
            operation=self.operation
        )


class Refused(ActionError):
    """The state does not allow it."""

    status = 409

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal
        self.code = refusal.code

    def __str__(self) -> str:
        return str(self.refusal)


class Conflict(ActionError):
    """Somebody else changed the same thing since it was read.  ``fields`` names what."""

    status = 409
    code = "conflict"

    def __init__(self, fields: list[str] | None = None) -> None:
        super().__init__(fields)
        self.fields = fields or []

    def __str__(self) -> str:
        if self.fields:
            return str(
                _("Somebody changed {fields} while you were editing. Your text is kept; look at theirs and save again.")
            ).format(fields=", ".join(self.fields))
        return str(_("Somebody changed this record since you opened it. Look at it again, then repeat what you did."))


class Invalid(ActionError):
    """Bad input: ``errors`` maps a field (or ``""``) to a sentence."""

    status = 422
    code = "invalid"

    def __init__(self, errors: dict[str, Any]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        return " ".join(str(sentence) for sentence in self.errors.values())


class Busy(ActionError):
    """The database could not finish it now: three deadlocks, or a lock not given in time."""

    status = 503
    code = "busy"

    def __str__(self) -> str:
        return str(_("Too many people work on this at once. Nothing was changed; try again in a moment."))


class RootsMissing(Exception):
    """A nested action needs accounts that are not locked: the outermost starts again with them."""

    def __init__(self, roots: set[int]) -> None:
        super().__init__(roots)
        self.roots = roots
