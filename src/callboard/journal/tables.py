"""What the list of interactions shows."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from callboard.kit.tables import Column, Table


def accounts_of(interaction: Any) -> str:
    """Their names, as `interactions_listed` has loaded them."""
    return ", ".join(str(account) for account in interaction.named_accounts)


class InteractionTable(Table):
    columns = (
        Column("at", _("When"), kind="when"),
        Column("kind", _("Kind"), link=True),
        Column("accounts", _("Account"), value=accounts_of, sort=None),
        Column("contact", _("With")),
        Column("person", _("By"), kind="person", sort=None),
        Column("outcome", _("Outcome")),
        Column("text", _("Note"), value=lambda row: Truncator(row.text).chars(60), sort=None),
    )
