"""The right pane: the account of an item, or what we know of a stranger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.http import HttpRequest

from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.money import shown
from callboard.directory.models import Account
from callboard.intake.models import QueueItem
from callboard.intake.queries.opened import Opened
from callboard.journal.models import Interaction
from callboard.kit.pages.panels import Key, Panel, PanelView, panels_of, questions_of, views_of
from callboard.work.models import Task

#: Panels of the account's page that help to answer; they are registered by the apps that own them.
HELPFUL = ("has", "opportunities")


@dataclass(frozen=True)
class AccountContext:
    """What stands beside the conversation.  `facts` is None for an account without any yet."""

    account: Account
    facts: Any
    panels: Sequence[PanelView]
    promises: Sequence[Task]
    note: Interaction | None

    @property
    def mrr(self) -> str:
        """What they pay a month, in whole dollars: the pane is narrow; "" while nobody knows."""
        amount = self.facts.mrr if self.facts else None
        return shown(amount.quantize(Decimal(1))) if amount is not None else ""


def panels_asked(item: QueueItem, actor: Actor) -> dict[Key, Question]:
    """What the helpful panels need to know."""
    return questions_of(_helpful(actor), item.account, actor) if item.account is not None else {}


def account_context(
    opened: Opened, actor: Actor, request: HttpRequest, found: Mapping[Key, Any]
) -> AccountContext | None:
    """The account in context; None for a sender nobody knows yet.  found: the answers to `panels_asked`."""
    account = opened.item.account
    if account is None:
        return None
    return AccountContext(
        account=account,
        facts=getattr(account, "facts", None),
        panels=views_of(_helpful(actor), account, actor, request, found),
        promises=opened.account["promises"],
        note=next(iter(opened.account["note"]), None),
    )


def _helpful(actor: Actor) -> list[Panel]:
    """Here they are drawn at once: whoever answers needs them."""
    found = (panel for panel in panels_of((), "directory.account", actor) if panel.name.split(".")[-1] in HELPFUL)
    return [replace(panel, lazy=False) for panel in found]
