"""Nothing is given to somebody who has left, however it is given and whoever leaves in the same moment.

A model says which column is its owner: ``triggers = [WorksHere("owner", state="open")]``.  The trigger locks the person FOR
KEY SHARE and looks whether they still work here; who deactivates somebody locks them FOR UPDATE and then counts what they
own.  So one of the two waits and sees what the other did, while two who give the same person something hold up nobody.
"""

import logging
from typing import Any

import pgtrigger
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _

from callboard.core.errors import Invalid, Refusal, Refused

#: SQLSTATE of our own; the detail is the person's id.
LEFT = "CB001"
log_restarts = logging.getLogger("callboard.restarts")


class WorksHere(pgtrigger.Trigger):
    """Whoever a row is given to works here.  Keywords: in which state of the row they own it; a list for one of several."""

    when = pgtrigger.After

    def __init__(self, owner: str, **while_: Any) -> None:
        self.column, self.columns = f"{owner}_id", [f"{owner}_id", *while_]
        owned = {f"new__{owner}__isnull": False}
        owned |= {f"new__{name}{_lookup(value)}": True if value is None else value for name, value in while_.items()}
        super().__init__(
            name=f"{owner}_works_here",
            operation=pgtrigger.Insert | pgtrigger.UpdateOf(*self.columns),  # type: ignore[no-untyped-call]
            condition=pgtrigger.Q(**owned),
        )

    def get_func(self, model: Any) -> str:
        """What was theirs before is let be: a leaver's row of old times can be mended."""
        same = " AND ".join(f"OLD.{name} IS NOT DISTINCT FROM NEW.{name}" for name in self.columns)
        people = get_user_model()._meta.db_table
        return f"""
            IF TG_OP = 'UPDATE' AND {same} THEN
                RETURN NULL;
            END IF;
            PERFORM 1 FROM {people} WHERE id = NEW.{self.column} AND is_active FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'Person % no longer works here and is given nothing.', NEW.{self.column}
                    USING ERRCODE = '{LEFT}', DETAIL = NEW.{self.column}::text;
            END IF;
            RETURN NULL;
        """


def must_work_here(**given: Any) -> None:
    """Invalid for each person named who has left: for a body, so that the sentence stands at the field."""
    gone = {name: person for name, person in given.items() if person is not None and not person.is_active}
    if gone:
        sentence = _("{name} no longer works here. Choose somebody else.")
        raise Invalid({field: sentence.format(name=person) for field, person in gone.items()})


def given_again(error: DatabaseError, given: dict[str, Any], *, last: bool) -> dict[str, Any]:
    """What to start the run with again: its arguments, the people among them as they are now.

    Raises the error where it is another one, and Refused after the last try: then nobody else could be found.
    """
    cause: Any = error.__cause__
    if getattr(cause, "sqlstate", None) != LEFT:
        raise error
    people = get_user_model()
    if last:
        person = people._default_manager.get(pk=int(cause.diag.message_detail))
        sentence = _("{name} no longer works here. Nothing was changed; choose somebody else.")
        raise Refused(Refusal("left", sentence, name=str(person))) from error
    log_restarts.info("restarts without person %s, who has left", cause.diag.message_detail)
    return {
        name: people._default_manager.get(pk=value.pk) if isinstance(value, people) else value
        for name, value in given.items()
    }


def _lookup(value: Any) -> str:
    if value is None:
        return "__isnull"
    return "__in" if isinstance(value, list | tuple) else ""
