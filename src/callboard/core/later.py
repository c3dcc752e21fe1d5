"""An action put off: the job asks rights and state again when it runs."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db.models import Model

from callboard.core.actor import Actor
from callboard.core.errors import ActionError
from callboard.core.jobs import defer, job
from callboard.core.params import decode, encode
from callboard.core.refs import Ref, kind_of, records
from callboard.core.registry import register

if TYPE_CHECKING:
    from callboard.core.actions import Action

logger = logging.getLogger("callboard.later")


def defer_action(
    action: "Action[..., Any]", target: Model | None, by: Actor, given: dict[str, Any], at: datetime
) -> None:
    """Queue the action, in the transaction under way, to run at ``at`` as the same actor."""
    defer(
        run_later,
        at=at,
        action=action.name,
        target=[kind_of(target), target.pk] if target is not None else None,
        given={name: encode(value) for name, value in given.items()},
        who={"kind": by.kind, "person": by.person_id, "name": by.name, "via": by.via},
    )


@job(queue="now")
def run_later(*, action: str, target: list[Any] | None, given: dict[str, Any], who: dict[str, Any]) -> None:
    """Run a deferred action; a refusal is logged and ends it, because nobody waits for the answer."""
    verb = register.actions[action]
    args = list(records([Ref(*target)]).values()) if target else []
    if target and not args:
        logger.info("%s: %s is gone", action, target)
        return
    person = get_user_model()._default_manager.filter(pk=who["person"]).first() if who["person"] else None
    by = Actor(who["kind"], person=person, name=who["name"], via=who["via"])
    try:
        verb(
            *args,
            by=by,
            **{param.name: decode(param, given[param.name]) for param in verb.params if param.name in given},
        )
    except ActionError as error:
        logger.warning("%s for %s was not done: %s", action, target, error)
