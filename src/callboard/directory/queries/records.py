"""What the lists and the record pages show."""

from datetime import date

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.directory.models import Account, AccountOwner, Contact, ContactEmail, ContactPhone


def accounts_listed(actor: Actor) -> QuerySet[Account]:
    """The accounts an actor may see, with their facts and owner."""
    return visible(Account.objects.select_related("facts", "owner"), actor)


def contacts_listed(actor: Actor) -> QuerySet[Contact]:
    """The people an actor may see, each with `mail` and `phone`: the primary one, else the first."""
    emails = ContactEmail.objects.filter(contact=OuterRef("pk")).order_by("-primary", "pk")
    phones = ContactPhone.objects.filter(contact=OuterRef("pk")).order_by("-primary", "pk")
    rows = Contact.objects.select_related("account__owner")
    return visible(rows, actor).annotate(
        mail=Subquery(emails.values("address")[:1]), phone=Subquery(phones.values("e164")[:1])
    )


def people_at(account: Account) -> list[Contact]:
    """Who works there now, principals first, with `.emails.all()` and `.phones.all()` loaded: three queries."""
    rows = Contact.objects.filter(account=account, left_on=None).order_by("sort_key", "pk")
    people = rows.prefetch_related(
        Prefetch("emails", ContactEmail.objects.order_by("-primary", "pk")),
        Prefetch("phones", ContactPhone.objects.order_by("-primary", "pk")),
    )
    return sorted(people[:50], key=lambda contact: contact.role_kind != "principal")


def owners_on(account: Account, day: date) -> dict[str, AccountOwner]:
    """Who answered for the account on a day, by role."""
    rows = account.owners.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)
    return {row.role: row for row in rows.select_related("person")}
