"""People: who they are, where they work, that they left."""

from datetime import date, datetime
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Forbidden, Invalid, Refusal, Text, action
from callboard.directory import rules
from callboard.directory.actions.addresses import refuse_taken, write_email, write_phone
from callboard.directory.actions.asking import ask_about, note_entered
from callboard.directory.actions.merged import refuse_merged
from callboard.directory.models import Account, Contact, Medium, RoleKind
from callboard.directory.reading.duplicates import Kind
from callboard.directory.reading.duplicates.record import make


@action(
    gettext_lazy("Added contact"),
    said=gettext_lazy("Added {result} to {account}"),
    who="directory.edit",
    undo="directory.mark_left",
    icon="user-plus",
)
def add_contact(
    account: Account,
    *,
    by: Actor,
    name: str,
    title: str = "",
    role_kind: RoleKind = RoleKind.OTHER,
    email: str = "",
    phone: str = "",
    zone: str = "",
    confirmed: bool = False,
) -> Contact:
    """Add a person with their first mail address and number. Somebody of that name there already is refused until
    `confirmed`; an address that belongs to somebody else always is."""
    values = _checked(name=name, zone=zone)
    refuse_taken(rules.mail_address(email) or "", "email", by)
    e164 = rules.e164(phone, account.country) or ""
    entered = make("", name=values["name"], mails=[email], phones=[e164], at=str(account.pk))
    alike = ask_about(entered, Kind.CONTACT, confirmed=confirmed, by=by)
    contact = Contact.objects.create(
        account=account, title=title.strip(), role_kind=role_kind, created_at=by.now, updated_at=by.now, **values
    )
    if email.strip():
        write_email(contact, email, by=by, field="email")
    if phone.strip():
        write_phone(contact, phone, by=by)
    note_entered(contact, alike, by)
    by.timeline(account.pk, "directory.contact_added", ref=contact, title=_("{name} added").format(name=contact))
    return contact


@add_contact.can
def _may_add(account: Account, now: datetime) -> Refusal | None:
    return refuse_merged(account)


@action(
    gettext_lazy("Changed contact"),
    said=gettext_lazy("Changed {contact}"),
    who="directory.edit",
    undo="directory.change_contact",
    icon="pencil",
)
def change_contact(
    contact: Contact,
    *,
    by: Actor,
    name: str | None = None,
    title: str | None = None,
    role_kind: RoleKind | None = None,
    zone: str | None = None,
    language: str | None = None,
    reach_by: Medium | None = None,
    best_time: str | None = None,
    note: Text | None = None,
) -> Contact:
    """Change fields; what is not given stays. An edit conflicts only where the same field changed since it began."""
    given = {
        "name": name, "title": title, "role_kind": role_kind, "zone": zone, "language": language,
        "reach_by": reach_by, "best_time": best_time, "note": note,
    }  # fmt: skip
    wanted: dict[str, Any] = {field: value for field, value in given.items() if value is not None}
    by.undo_args(**{field: getattr(contact, field) or "" for field in wanted})
    wanted |= _checked(**{key: wanted[key] for key in ("name", "zone") if key in wanted})
    for field, value in wanted.items():
        setattr(contact, field, value)
    contact.updated_at = by.now
    contact.save(update_fields=list(wanted))
    return contact


@change_contact.can
def _may_change(contact: Contact, now: datetime) -> Refusal | None:
    return refuse_merged(contact)


@action(
    gettext_lazy("Moved contact"),
    said=gettext_lazy("Moved {contact} to {account}"),
    who="directory.edit",
    undo="directory.move_contact",
    roots=lambda given: {given["account"].pk},
    icon="arrow-right",
)
def move_contact(contact: Contact, *, by: Actor, account: Account) -> Contact:
    """A person goes to work for another account. They stay the same contact, so their history goes with them; both
    accounts' timelines say so. Their addresses stay theirs until somebody removes them."""
    before = contact.account
    if before.pk == account.pk:
        raise Invalid({"account": _("{name} works there already.").format(name=contact)})
    if not add_contact.allowed(by, account):  # whoever may not add somebody there moves nobody there
        raise Forbidden(add_contact.who)
    by.undo_args(account=before)
    contact.account, contact.location, contact.left_on, contact.updated_at = account, None, None, by.now
    contact.save(update_fields=["account", "location", "left_on"])
    left = _("{name} left for {account}").format(name=contact, account=account)
    came = _("{name} came from {account}").format(name=contact, account=before)
    by.timeline(before.pk, "directory.contact_moved", ref=contact, title=left)
    by.timeline(account.pk, "directory.contact_moved", ref=contact, title=came)
    return contact


@move_contact.can
def _may_move(contact: Contact, now: datetime) -> Refusal | None:
    return refuse_merged(contact)


@action(
    gettext_lazy("Marked as left"),
    said=gettext_lazy("Marked {contact} as left"),
    who="directory.edit",
    undo="directory.mark_returned",
    icon="user-minus",
)
def mark_left(contact: Contact, *, by: Actor, left_on: date | None = None) -> Contact:
    """The person no longer works there (from today when no day is given). Their history stays."""
    contact.left_on, contact.updated_at = left_on or by.today, by.now
    contact.save(update_fields=["left_on"])
    title = _("{name} left").format(name=contact)
    by.timeline(contact.account_id, "directory.contact_left", ref=contact, title=title)
    return contact


@mark_left.can
def _may_leave(contact: Contact, now: datetime) -> Refusal | None:
    if contact.left_on is not None:
        return Refusal("left", gettext_lazy("Left on {on}."), on=contact.left_on)
    return None


@action(
    gettext_lazy("Marked as back"),
    said=gettext_lazy("Marked {contact} as back"),
    who="directory.edit",
    undo="directory.mark_left",
    icon="user-check",
)
def mark_returned(contact: Contact, *, by: Actor) -> Contact:
    """The person works there after all."""
    contact.left_on, contact.updated_at = None, by.now
    contact.save(update_fields=["left_on"])
    return contact


@mark_returned.can
def _may_return(contact: Contact, now: datetime) -> Refusal | None:
    if contact.left_on is None:
        return Refusal("there", gettext_lazy("They never left."))
    return refuse_merged(contact)


def _checked(**given: str) -> dict[str, Any]:
    values: dict[str, Any] = dict(given)
    if "name" in given:
        values["name"] = " ".join(given["name"].split())
        if not values["name"]:
            raise Invalid({"name": _("Give the person a name.")})
    if "zone" in given:
        if given["zone"] and given["zone"] not in available_timezones():
            sentence = _("“{zone}” is no time zone; write it like America/Chicago.")
            raise Invalid({"zone": sentence.format(zone=given["zone"])})
        values["zone"] = given["zone"] or None
    return values
