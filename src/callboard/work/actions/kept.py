"""How a task stood, kept with the line of the log that changed it, so that it can stand so again."""

import json
from typing import Any

from callboard.core.actions import Text
from callboard.core.params import encode
from callboard.work.models import Deadline, Task

#: What handing a task over or closing it changes beside its owner and its state.
HANDED = ("note", "snoozed_until_at")


def as_it_stands(task: Task, *names: str) -> Text:
    """These fields of a task, as JSON; `stood` reads them."""
    return Text(json.dumps({name: encode(getattr(task, name)) for name in names}))


def stood(back: str) -> dict[str, Any]:
    """What `as_it_stands` wrote, as values of the task's fields."""
    fields: Any = {field.name: field for field in Task._meta.fields}
    return {name: fields[name].to_python(value) for name, value in json.loads(back).items()}


def deadline_args(deadline: Deadline) -> dict[str, Any]:
    """What `restoring.put_deadline_back` is called with to put it as it stands now."""
    names = ("title", "due_at", "due_kind", "stake", "stake_kind", "minutes")
    return {
        "back": as_it_stands(deadline.task, *names),
        "day_on": deadline.day_on,
        "days": deadline.days,
        "business": deadline.business,
    }
