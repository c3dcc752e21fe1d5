"""The right pane: the account of an item, or what we know of a stranger."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpRequest

from callboard.core.actions import Actor
from callboard.core.money import shown
from callboard.directory.models import Account
from callboard.intake.models import QueueItem
from callboard.intake.queries.context import last_note, open_promises
from callboard.journal.models import Interaction
from callboard.kit.pages.panels import PanelView, drawn, panels_of
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


def account_context(item: QueueItem, actor: Actor, request: HttpRequest) -> AccountContext | None:
    """The account in context; None for a sender nobody knows yet."""
    account = item.account
    if account is None:
        return None
    panels = [panel for panel in panels_of((), "directory.account", actor) if panel.name.split(".")[-1] in HELPFUL]
    views = [view for view in (drawn(panel, account, actor, request) for panel in panels) if view is not None]
    return AccountContext(
        account=account,
        facts=getattr(account, "facts", None),
        panels=views,
        promises=open_promises(account.pk),
        note=last_note(account.pk, actor),
    )
