"""What the lists of accounts and people show."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.directory.models import Account, Contact
from callboard.directory.rules import phone_text
from callboard.kit.tables import Column, Table


def fact(name: str) -> Any:
    """The value of a fact; unknown where the account has no row of facts."""

    def value(account: Account) -> Any:
        facts = getattr(account, "facts", None)
        return getattr(facts, name) if facts is not None else None

    return value


class AccountTable(Table):
    columns = (
        Column("name", _("Account"), link=True),
        Column("place", _("Town"), sort="city"),
        Column("tier", _("Tier"), sort="tier"),
        Column("owner", _("Owner"), kind="person"),
        Column("mrr", _("MRR"), kind="money", value=fact("mrr"), sort="facts__mrr", needs=("facts",)),
        Column(
            "last_conversation",
            _("Last talk"),
            kind="when",
            value=fact("last_conversation_at"),
            sort="facts__last_conversation_at",
            needs=("facts",),
        ),
        Column(
            "renewal",
            _("Renewal"),
            kind="date",
            value=fact("renewal_on"),
            sort="facts__renewal_on",
            needs=("facts",),
        ),
    )


def shown_phone(contact: Contact) -> str:
    number: str | None = getattr(contact, "phone", None)
    return phone_text(number) if number else ""


class ContactTable(Table):
    columns = (
        Column("name", _("Name"), link=True),
        Column("title", _("Title")),
        Column("account", _("Account"), kind="account"),
        Column("mail", _("Mail"), kind="email", sort=None),
        Column("phone", _("Phone"), kind="phone", value=shown_phone, sort=None),
        Column("owner", _("Owner"), kind="person", value="account.owner"),
    )
