"""What the lists of interactions and templates show."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.kit.tables import Column, Table

#: From here on a score is good, below the second it is bad.
GOOD, BAD = 80, 60


def accounts_of(interaction: Any) -> str:
    """Their names, as `interactions_listed` has loaded them."""
    return ", ".join(str(account) for account in interaction.named_accounts)


def written(interaction: Any) -> str:
    """How long after it happened it was written."""
    days = interaction.late_days
    return ngettext("{n} day later", "{n} days later", days).format(n=days) if days else _now("the same day")


def _late(interaction: Any) -> str:
    days = interaction.late_days
    return ngettext("{n} day", "{n} days", days).format(n=days) if days else ""


def tone(score: int) -> str:
    """The tone of a score: nothing red, since a weak note breaks no promise."""
    return "won" if score >= GOOD else "" if score >= BAD else "due"


def _score(interaction: Any) -> tuple[str, str] | None:
    found = interaction.shown_score
    return (str(found), tone(found)) if found is not None else None


class InteractionTable(Table):
    columns = (
        Column("at", _("When"), kind="when"),
        Column("kind", _("Kind"), link=True),
        Column("accounts", _("Account"), value=accounts_of, sort=None),
        Column("contact", _("With")),
        Column("person", _("By"), kind="person", sort=None),
        Column("outcome", _("Outcome")),
        Column("text", _("Note"), value=lambda row: Truncator(row.text).chars(60), sort=None),
        # As callables, so that no condition, order or sum of the list can tell what a cell hides.
        Column("score", _("Score"), kind="chip", value=_score, sort=None, total=False),
        Column("late_days", _("Late"), value=_late, sort="late_days", total=False),
    )


class TemplateTable(Table):
    columns = (
        Column("name", _("Name"), link=True),
        Column("shortcut", _("Shortcut"), value=lambda row: f";{row.shortcut}", sort="shortcut"),
        Column("kind", _("Kind")),
        Column("outcome", _("Outcome")),
        Column("text", _("Note"), value=lambda row: Truncator(row.text).chars(80), sort=None),
        Column("owner", _("Owner"), kind="person", sort=None),
        Column("shared", _("For everybody"), value=lambda row: _now("yes") if row.shared else "", sort="shared"),
    )


DRAFT_TONES = {"open": "due", "kept": "won"}


def with_whom(draft: Any) -> str:
    """The people `drafts_listed` has loaded; where nobody is known, the name or address of the mail."""
    return ", ".join(str(each) for each in draft.people) or draft.name or draft.address


def draft_state(draft: Any) -> tuple[Any, str]:
    return draft.get_state_display(), DRAFT_TONES.get(draft.state, "")


class DraftTable(Table):
    columns = (
        Column("at", _("When"), kind="when"),
        Column("subject", _("Subject"), link=True, value=lambda row: row.subject or _now("(no subject)")),
        Column("account", _("Account"), kind="account"),
        Column("people", _("With"), value=with_whom, sort=None),
        Column("direction", _("Way"), value=lambda row: row.get_direction_display(), sort="direction"),
        Column("source", _("From where"), value=lambda row: row.get_source_display(), sort="source"),
        Column("person", _("Whose"), kind="person", sort=None),
        Column("state", _("State"), kind="chip", value=draft_state, sort="state"),
    )
