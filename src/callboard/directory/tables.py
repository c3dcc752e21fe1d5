"""What the lists of accounts and people show."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.directory.models import Account, Contact
from callboard.directory.packs import Pack
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


class GroupTable(Table):
    columns = (
        Column("name", _("Group"), link=True),
        Column("kind", _("Kind")),
        Column("place", _("Town"), sort="city"),
        Column("owner", _("Owner"), kind="person"),
        # An account may stand in two of them: what they come to together is no figure.
        Column("members_now", _("Directly in it"), kind="number", sort="members_now", total=False),
        Column("mrr_now", _("MRR of these"), kind="money", sort="mrr_now", total=False),
    )


class MemberTable(Table):
    """The accounts of a group as of a day (queries.groups.Member)."""

    columns = (
        Column("account", _("Account"), kind="account"),
        Column("place", _("Town"), value="account.place"),
        Column("tier", _("Tier"), value="account.tier"),
        Column("owner", _("Owner")),
        Column("mrr", _("MRR"), kind="money"),
        Column("since", _("Member since"), kind="date"),
        Column("code", _("Sub-code")),
        Column("renewal", _("Renewal"), kind="date", value="account.facts.renewal_on"),
        Column("last_conversation", _("Last talk"), kind="when", value="account.facts.last_conversation_at"),
    )


class LocationTable(Table):
    columns = (
        Column("where", _("Location"), value=str, sort="city", link=True),
        Column("account", _("Account"), kind="account"),
        Column("kind", _("Kind")),
        Column("street", _("Street")),
        Column("postal_code", _("Postal code")),
        Column("phone", _("Phone"), kind="phone", value=lambda row: phone_text(row.phone) if row.phone else ""),
        Column("closed_on", _("Closed on"), kind="date"),
    )


class MembershipTable(Table):
    columns = (
        Column("account", _("Account"), kind="account"),
        Column("network", _("Network"), kind="account"),
        Column("code", _("Sub-code"), link=True, value=lambda row: row.code or "–", sort="code"),
        Column("starts_on", _("Since"), kind="date"),
        Column("ends_on", _("Until"), kind="date"),
    )


class RelationTable(Table):
    columns = (
        Column("account", _("Account"), kind="account"),
        Column("partner", _("Partner"), kind="account"),
        Column("region", _("State"), link=True, value=lambda row: row.region or "–", sort="region"),
        Column("category", _("Category")),
        Column("status", _("Status"), kind="chip", value=lambda row: relation_status(row), sort="status"),
        Column("since_on", _("Since"), kind="date"),
        Column("code", _("Code on file")),
    )


TONES = {"active": "won", "asked": "due", "suspended": "over", "declined": ""}


def relation_status(row: Any) -> tuple[str, str]:
    """The status of a relation with its tone; one that ended says so."""
    return (str(_("Ended")), "") if row.ended_on else (row.get_status_display(), TONES[row.status])


class FileTable(Table):
    columns = (
        Column("name", _("File"), link=True),
        Column("account", _("Account"), kind="account"),
        Column("note", _("What it is")),
        Column("size", _("Bytes"), kind="number", total=False),
        Column("added_by", _("Added by"), kind="person"),
        Column("created_at", _("Added"), kind="when"),
    )


def came_with(row: Any) -> str:
    """The pack a row came with, by its name; "" for what the company made itself."""
    return str(Pack(row.pack).label) if row.pack in Pack.values else ""


class FieldTable(Table):
    columns = (
        Column("label", _("Field"), link=True),
        Column("noun", _("Belongs to")),
        Column("kind", _("Kind")),
        Column("name", _("Short name")),
        Column("options", _("List"), value=lambda row: ", ".join(row.options), sort=None),
        Column("pack", _("Came with"), value=came_with, sort="pack"),
    )


class CategoryTable(Table):
    columns = (
        Column("name", _("Category"), link=True),
        Column("pack", _("Came with"), value=came_with, sort="pack"),
        Column("retired_at", _("Retired"), kind="when"),
    )


class TermTable(Table):
    columns = (
        Column("term", _("Word"), link=True, sort="sort_key"),
        Column("meaning", _("Meaning"), sort=None),
        Column("pack", _("Came with"), value=came_with, sort="pack"),
    )
