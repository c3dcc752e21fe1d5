"""The actions about views, links and schedules as addresses, for the bar of a list."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from callboard.core.actions import Action
from callboard.core.actor import Actor
from callboard.kit.addresses import action_url
from callboard.kit.listing import actions, links, schedules
from callboard.kit.listing.bar import Choice
from callboard.kit.listing.models import SavedView

Offer = tuple[str, str, str, str]


def _at(action: Action[..., Any], given: dict[str, str], target: Any = None) -> str:
    return f"{action_url(action, target)}?{urlencode(given)}"


def save_url(actor: Actor, given: dict[str, str]) -> str:
    return _at(actions.save_view, given) if actions.save_view.allowed(actor) else ""


def keep_url(actor: Actor, view: SavedView, given: dict[str, str]) -> str:
    action = actions.save_view_changes
    return _at(action, {"query": given["query"]}, view) if action.allowed(actor, view) else ""


def of_view(actor: Actor, view: SavedView | None) -> Iterator[Offer]:
    """(name, label, icon, address) of what this person may do with a view."""
    if view is None:
        return
    labels = (
        (actions.rename_view, _("Rename")),
        (actions.share_view, _("Share")),
        (actions.delete_view, _("Remove")),
    )
    first = actions.reset_default_view if getattr(view, "my_default", False) else actions.make_default_view
    said = _("Not the first view any more") if first is actions.reset_default_view else _("Make it the first view")
    if first.allowed(actor):
        yield first.name, said, first.icon, action_url(first, view)
    for action, label in labels:
        if action.allowed(actor, view):
            yield action.name, label, action.icon, action_url(action, view)


def sending(actor: Actor, given: dict[str, str]) -> list[Choice]:
    """Ways out of the program that stay current: a live link, mail on a schedule."""
    ways = (
        (links.create_live_link, _("Live link for a spreadsheet")),
        (schedules.create_schedule, _("Send by mail regularly")),
    )
    return [
        Choice(action.name, label, icon=action.icon, url=_at(action, given))
        for action, label in ways
        if action.allowed(actor)
    ]
