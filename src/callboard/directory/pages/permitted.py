"""The panel of a person that says whether they may be reached now, and why not."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.utils import formats

from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.core.registry import register
from callboard.directory import queries
from callboard.directory.actions import (
    end_override,
    override_calling_rules,
    record_consent,
    stop_contacting,
    withdraw_consent,
)
from callboard.directory.models import Account, Contact, Medium
from callboard.directory.queries import Standing
from callboard.kit.addresses import action_url
from callboard.kit.pages import buttons_for

#: The ways out stand in a higher room: they are found by their names, as an undo is.
PLACE_CALL, CALL_ACCOUNT, SEND = "channels.place_call", "channels.call_account", "channels.send_message"


def permission(contact: Contact, actor: Actor, found: Mapping[str, Any]) -> dict[str, Any]:
    """What the panel shows, with the verbs of whoever looks."""
    now = clock.now()
    shown = queries.permission_of(contact, found, by=actor, now=now)
    stopped = shown["stopped"]
    held = shown["override"]
    return {
        **shown,
        # Another address of theirs, of which they said nothing.
        "some_open": len(shown["standings"]) > len(stopped),
        "deadline": formats.date_format(queries.honour_by(stopped[0].asked_at), "M j, Y") if stopped else "",
        "acts": buttons_for(_verbs(), actor, now, contact),
        "end_override": next(iter(buttons_for((end_override,), actor, now, held)), None) if held else None,
    }


def reach_url(account: Account, standing: Standing, contact: Contact | None, actor: Actor) -> str:
    """Where a number of the account is called, or an address there written to; "" for who may not."""
    verb = register.actions.get(SEND if standing.medium == Medium.MAIL else CALL_ACCOUNT)
    if (
        verb is None
        or account.archived_at is not None
        or not verb.allowed(actor, account if verb.target_model else None)
    ):
        return ""
    if standing.medium != Medium.MAIL:
        return action_url(verb, account)
    begun = {"to": standing.to, "account": account.pk, **({"contact": contact.pk} if contact else {})}
    return f"{action_url(verb)}?{urlencode(begun)}"


def _verbs() -> list[Action[..., Any]]:
    call = register.actions.get(PLACE_CALL)
    verbs = (stop_contacting, withdraw_consent, record_consent, override_calling_rules)
    return [*([call] if call is not None else []), *verbs]
