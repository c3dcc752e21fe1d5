"""The accounts of the contact report: how each stands, by how many days, and why."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.board.actions import ask_for_address, plan_call
from callboard.board.pages.rows import teams
from callboard.board.queries.contact.cadence import cadence_on, of_size, of_standing, reported, whose
from callboard.board.queries.contact.causes import causes_of, with_causes
from callboard.board.rules.cadence import Cadence, Size, Standing
from callboard.board.rules.causes import sentence_of
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.reading import once
from callboard.directory.actions import set_owner, set_tier, tag_account
from callboard.directory.models import Account, Tier
from callboard.directory.queries import regions
from callboard.directory.tables import fact
from callboard.journal.filters import Banded
from callboard.kit.filters import Between, Choice, Person, Search
from callboard.kit.pages import Empty, ListPage
from callboard.kit.tables import Column, Table

TONES = {Standing.OVERDUE: "over", Standing.PLANNED: "due", Standing.IN_TIME: "won"}


def cadence_now() -> Cadence:
    """Today's, read once a page."""
    return once("board.cadence", cadence_on)


def standing_of(account: Any) -> tuple[str, str]:
    """How an account of `with_causes` stands, and its tone."""
    found = _standing(account)
    return str(found.label), TONES.get(found, "")


def _standing(account: Any) -> Standing:
    cadence = cadence_now()
    if not account.tier:
        return Standing.NO_TIER
    if not cadence.days[account.tier]:
        return Standing.NO_RULE
    if days_over(account) is None:
        return Standing.IN_TIME
    return Standing.PLANNED if planned_at(account) is not None else Standing.OVERDUE


def days_over(account: Any) -> int | None:
    """Days past the day that was due; nothing where none is past."""
    over = cadence_now().days_over(account.tier, account.facts.last_conversation_at or account.created_at)
    return over if over > 0 else None


def planned_at(account: Any) -> Any:
    """When a call is planned; a preview of many does not ask it."""
    return getattr(account, "planned_at", None)


def causes_said(account: Any) -> str:
    """Why nobody spoke with them in time; nothing for an account in time."""
    if days_over(account) is None or not hasattr(account, "away_until"):
        return ""
    return "; ".join(sentence_of(cause.plain()) for cause in causes_of(account))


class StandingTable(Table):
    columns = (
        Column("name", _("Account"), link=True),
        Column("days_over", _("Days over"), kind="number", value=days_over, sort=None, total=False),
        Column("causes", _("Why"), value=causes_said, sort=None),
        Column("mrr", _("MRR"), kind="money", value=fact("mrr"), sort="facts__mrr", needs=("facts",)),
        Column("owner", _("Owner"), kind="person"),
        Column("last_conversation", _("Last conversation"), kind="when", value=fact("last_conversation_at"),
               sort="facts__last_conversation_at", needs=("facts",)),
        Column("standing", _("Standing"), kind="chip", value=standing_of, sort=None),
        Column("planned", _("Planned"), kind="when", value=planned_at, sort=None),
    )  # fmt: skip


#: The other two clocks: chosen by whoever wants them, as the tier is, so that the list fits a screen.
CLOCKS = (
    Column(
        "last_attempt",
        _("Last attempt"),
        kind="when",
        value=fact("last_attempt_at"),
        sort="facts__last_attempt_at",
        needs=("facts",),
    ),
    Column(
        "last_word",
        _("Last word from them"),
        kind="when",
        value=fact("last_word_at"),
        sort="facts__last_word_at",
        needs=("facts",),
    ),
)


def _of_standing(standing: str, actor: Actor) -> Q:
    return of_standing(standing, cadence_now())


def _of_size(size: str, actor: Actor) -> Q:
    return of_size(size, cadence_now())


class ContactAccounts(ListPage):
    """Every account the report is about; the report's numbers open it."""

    model = Account
    title = _("Contact with accounts")
    url = "contact-report/accounts/"
    name = "contact-accounts"
    who = "board.contact"
    table = StandingTable
    filters = (
        Search(("name", "city")),
        Banded("standing", _("Standing"), Standing.choices, _of_standing),
        Person("owner", _("Rep")),
        Choice("team", _("Team"), "owner__team_id", rows=teams),
        Choice("tier", _("Tier"), choices=Tier.choices),
        Banded("size", _("Size"), Size.choices, _of_size),
        Choice("region", _("State"), rows=regions),
        Between("last_conversation", _("Last conversation"), "facts__last_conversation_at"),
    )
    tabs = (
        (_("Overdue"), "standing=overdue"),
        (_("Planned"), "standing=planned"),
        (_("Mine, overdue"), "standing=overdue&owner=me"),
        (_("Without a tier"), "standing=no_tier"),
    )
    order = ("-facts__mrr", "-id")
    bulk = (plan_call, set_owner, ask_for_address, set_tier, tag_account)
    topics = ("contact", "directory.account", "work.task")
    empty = Empty(_("No account stands like this"), _("Take a filter away, or be glad."), "phone-check")

    size = 30

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return visible(reported(), actor).filter(whose(actor), facts__isnull=False).select_related("facts", "owner")

    def more_columns(self) -> Sequence[Column]:
        return CLOCKS

    def rows(self, actor: Actor, seen: Any, table: Any) -> QuerySet[Any]:
        """With what the causes are made of, which is asked for what is shown alone."""
        return with_causes(super().rows(actor, seen, table), cadence_now())
