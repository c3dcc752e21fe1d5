"""What a column of a file can be: the fields of an account and of a person, and which of them a kind of import needs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.directory.models import CustomField, FieldKind
from callboard.directory.rules.custom import value_of


@dataclass(frozen=True)
class Field:
    """name: "account.city".  kind: how its cells are read (values.Reader).  joins: several columns may be it, put together
    with this between them; None where one column only may be it.  hidden: not offered, only recognised."""

    name: str
    label: Any
    kind: str = "text"
    longest: int = 200
    joins: str | None = None
    hidden: bool = False
    #: For a field of the company's own: text -> what is kept of it; ValueError with a sentence.
    custom: Any = None
    #: The values it may have, where it is one of the company's own with a list.
    options: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """account or contact."""
        return self.name.partition(".")[0]

    @property
    def short(self) -> str:
        return self.name.partition(".")[2]


@dataclass(frozen=True)
class Kind:
    """A kind of import.  needs: which part each row must have."""

    name: str
    label: Any
    needs: str
    fields: tuple[Field, ...]


ACCOUNT = (
    Field("account.id", _("Callboard id"), "id", hidden=True),
    Field("account.version", _("Callboard version"), "id", hidden=True),
    Field("account.number", _("Our number"), "id"),
    Field("account.external", _("External number")),
    Field("account.name", _("Account")),
    Field("account.legal_name", _("Legal name")),
    Field("account.trade_name", _("Trades as")),
    Field("account.kind", _("Kind"), "choice"),
    Field("account.tier", _("Tier"), "choice"),
    Field("account.owner", _("Owner"), "person"),
    Field("account.parent", _("Part of")),
    Field("account.phone", _("Phone"), "phone"),
    Field("account.website", _("Website"), "website"),
    Field("account.domain", _("Mail domain"), "domain"),
    Field("account.street", _("Street"), joins=", "),
    Field("account.city", _("City"), longest=100),
    Field("account.region", _("State"), "region", 60),
    Field("account.postal_code", _("Postal code"), longest=20),
    Field("account.country", _("Country"), "country"),
    Field("account.zone", _("Time zone"), "zone"),
    Field("account.language", _("Language"), longest=10),
    Field("account.note", _("Note"), "long", 10_000, joins="\n"),
)
CONTACT = (
    Field("contact.id", _("Callboard id"), "id", hidden=True),
    Field("contact.version", _("Callboard version"), "id", hidden=True),
    Field("contact.external", _("External number of the person")),
    Field("contact.name", _("Person")),
    Field("contact.first", _("First name"), joins=" "),
    Field("contact.last", _("Last name"), joins=" "),
    Field("contact.title", _("Title"), longest=120),
    Field("contact.role_kind", _("Role"), "choice"),
    Field("contact.email", _("Mail"), "emails", joins=";"),
    Field("contact.phone", _("Work phone"), "phones", joins=";"),
    Field("contact.mobile", _("Mobile phone"), "phones", joins=";"),
    Field("contact.home", _("Home phone"), "phones", joins=";"),
    Field("contact.fax", _("Fax"), "phones", joins=";"),
    Field("contact.zone", _("Time zone of the person"), "zone"),
    Field("contact.language", _("Language of the person"), longest=10),
    Field("contact.reach_by", _("Likes to be reached by"), "choice"),
    Field("contact.best_time", _("Best time"), longest=80),
    Field("contact.note", _("Note on the person"), "long", 10_000, joins="\n"),
    Field("contact.left_on", _("Left on"), "date"),
    Field("contact.no_mail", _("Asked for no sales mail"), "yes"),
    Field("contact.no_calls", _("Asked for no sales calls"), "yes"),
)
KINDS = (
    Kind("accounts", _("Accounts"), "account", (*ACCOUNT, *CONTACT)),
    Kind("contacts", _("Contacts"), "contact", (*CONTACT, *ACCOUNT)),
)


def with_own(kind: Kind, own: Iterable[CustomField]) -> Kind:
    """The kind with the company's own fields behind those everybody has."""
    more = tuple(
        Field(
            f"{each.noun}.custom.{each.name}",
            each.label,
            _read_as(each),
            custom=partial(value_of, each),
            options=("yes", "no") if each.kind == FieldKind.YES else tuple(each.options),
        )
        for each in own
    )
    return replace(kind, fields=(*kind.fields, *more))


def _read_as(own: CustomField) -> str:
    """A day is read as every day of a file is, in the order somebody says; the field itself knows one way of writing alone."""
    return "date" if own.kind == FieldKind.DATE else "custom"


def kind_named(name: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.name == name), None)
