"""Mail addresses, numbers and domains of accounts and people."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.access import may_see
from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory import rules
from callboard.directory.actions.merged import refuse_merged
from callboard.directory.models import Account, AccountDomain, Contact, ContactEmail, ContactPhone, PhoneKind


@action(
    gettext_lazy("Added mail address"),
    said=gettext_lazy("Added {result} to {contact}"),
    who="directory.edit",
    undo="directory.remove_email",
    icon="mail",
)
def add_email(contact: Contact, *, by: Actor, address: str, primary: bool = False) -> ContactEmail:
    """Add a mail address; the first one is primary. One that belongs to somebody else is refused with their name."""
    return write_email(contact, address, by=by, primary=primary)


@add_email.can
def _may_add_email(contact: Contact, now: datetime) -> Refusal | None:
    return refuse_merged(contact)


def write_email(
    contact: Contact, address: str, *, by: Actor, primary: bool = False, field: str = "address"
) -> ContactEmail:
    """The same inside another action. Invalid, under `field`, for what is no address or is taken."""
    wanted = rules.mail_address(address)
    if wanted is None:
        raise Invalid({field: _("“{text}” is no mail address.").format(text=address.strip()[:80])})
    refuse_taken(wanted, field, by)
    first = not contact.emails.exists()
    if primary and not first:
        contact.emails.filter(primary=True).update(primary=False)
    try:
        with transaction.atomic():
            made = ContactEmail.objects.create(
                contact=contact, address=wanted, primary=primary or first, created_at=by.now, updated_at=by.now
            )
    except IntegrityError:
        refuse_taken(wanted, field, by)  # somebody else was faster
        raise
    _learn_domain(contact, wanted, by)
    return made


def refuse_taken(address: str, field: str, by: Actor) -> None:
    """Invalid, under `field`, where somebody has the address already: by name to whoever may see them."""
    taken = ContactEmail.objects.filter(address=address).select_related("contact__account").first()
    if taken is None:
        return
    if not may_see(by, taken.contact):
        raise Invalid({field: _("Somebody you do not see has {address} already.").format(address=address)})
    sentence = _("{address} belongs to {name} at {account}.")
    values = {"address": address, "name": taken.contact, "account": taken.contact.account}
    raise Invalid({field: sentence.format(**values)})


def _learn_domain(contact: Contact, address: str, by: Actor) -> None:
    """An account without a domain takes that of its people, unless anybody can have one there."""
    domain = rules.domain_of(address)
    if not rules.is_free_mail(domain) and not AccountDomain.objects.filter(account=contact.account_id).exists():
        given = {"account_id": contact.account_id, "created_at": by.now, "updated_at": by.now}
        AccountDomain.objects.get_or_create(domain=domain, defaults=given)


@action(
    gettext_lazy("Made primary"),
    said=gettext_lazy("Made {email} the first address of {contact}"),
    who="directory.edit",
    undo="directory.make_primary_email",
    icon="star",
)
def make_primary_email(contact: Contact, *, by: Actor, email: ContactEmail) -> Contact:
    """Write to this address first."""
    if email.contact_id != contact.pk:
        raise Invalid({"email": _("{address} is not an address of {name}.").format(address=email, name=contact)})
    before = contact.emails.filter(primary=True).first()
    if before is not None:
        by.undo_args(email=before)
    contact.emails.filter(primary=True).update(primary=False)
    contact.emails.filter(pk=email.pk).update(primary=True)
    return contact


@action(
    gettext_lazy("Removed mail address"),
    said=gettext_lazy("Removed {email}"),
    who="directory.edit",
    undo="directory.add_email",
    icon="trash",
)
def remove_email(email: ContactEmail, *, by: Actor) -> Contact:
    """Take an address away from a person."""
    contact = email.contact
    by.undo_args(address=email.address, primary=email.primary)
    email.delete()
    following = None if contact.emails.filter(primary=True).exists() else contact.emails.order_by("pk").first()
    if following is not None:
        contact.emails.filter(pk=following.pk).update(primary=True)
    return contact


@action(
    gettext_lazy("Added phone number"),
    said=gettext_lazy("Added {result} to {contact}"),
    who="directory.edit",
    undo="directory.remove_phone",
    icon="phone-plus",
)
def add_phone(
    contact: Contact, *, by: Actor, number: str, kind: PhoneKind = PhoneKind.WORK, primary: bool = False
) -> ContactPhone:
    """Add a number, kept as E.164 however it was typed; the first one is primary."""
    return write_phone(contact, number, by=by, kind=kind, primary=primary, field="number")


@add_phone.can
def _may_add_phone(contact: Contact, now: datetime) -> Refusal | None:
    return refuse_merged(contact)


def write_phone(
    contact: Contact,
    number: str,
    *,
    by: Actor,
    kind: str = PhoneKind.WORK,
    primary: bool = False,
    field: str = "phone",
) -> ContactPhone:
    """The same inside another action. Invalid, under `field`, for what is no number or stands there already."""
    e164 = rules.e164(number, contact.account.country)
    if e164 is None:
        raise Invalid({field: _("“{text}” is no phone number.").format(text=number.strip()[:40])})
    if contact.phones.filter(e164=e164).exists():
        raise Invalid({field: _("{name} has this number already.").format(name=contact)})
    first = not contact.phones.exists()
    if primary and not first:
        contact.phones.filter(primary=True).update(primary=False)
    return ContactPhone.objects.create(
        contact=contact, e164=e164, kind=kind, primary=primary or first, created_at=by.now, updated_at=by.now
    )


@action(
    gettext_lazy("Removed phone number"),
    said=gettext_lazy("Removed {phone}"),
    who="directory.edit",
    undo="directory.add_phone",
    icon="phone-off",
)
def remove_phone(phone: ContactPhone, *, by: Actor) -> Contact:
    """Take a number away from a person."""
    contact = phone.contact
    by.undo_args(number=phone.e164, kind=phone.kind, primary=phone.primary)
    phone.delete()
    return contact


@action(
    gettext_lazy("Added domain"),
    said=gettext_lazy("Added domain {result} to {account}"),
    who="directory.edit",
    undo="directory.remove_domain",
    icon="world",
)
def add_domain(account: Account, *, by: Actor, domain: str) -> AccountDomain:
    """Mail from this domain is from this account. Not one where anybody can have an address."""
    wanted = domain.strip().lower().removeprefix("@").removeprefix("www.")
    if rules.mail_address(f"a@{wanted}") is None:
        raise Invalid({"domain": _("“{domain}” is no mail domain.").format(domain=domain.strip()[:80])})
    if rules.is_free_mail(wanted):
        raise Invalid({"domain": _("Anybody can have an address at {domain}.").format(domain=wanted)})
    taken = AccountDomain.objects.filter(domain=wanted).select_related("account").first()
    if taken is not None:
        sentence = _("{domain} belongs to {account}.").format(domain=wanted, account=taken.account)
        if not may_see(by, taken.account):
            sentence = _("{domain} belongs to an account you do not see.").format(domain=wanted)
        raise Invalid({"domain": sentence})
    return AccountDomain.objects.create(account=account, domain=wanted, created_at=by.now, updated_at=by.now)


@action(
    gettext_lazy("Removed domain"),
    said=gettext_lazy("Removed domain {domain}"),
    who="directory.edit",
    undo="directory.add_domain",
    icon="trash",
)
def remove_domain(domain: AccountDomain, *, by: Actor) -> Account:
    """Mail from this domain is no longer taken as this account's."""
    account = domain.account
    by.undo_args(domain=domain.domain)
    domain.delete()
    return account


@action(
    gettext_lazy("Marked as bounced"),
    said=gettext_lazy("Marked {email} as bounced"),
    who="directory.edit",
    undo="directory.clear_bounce",
    icon="alert-triangle",
)
def mark_bounced(email: ContactEmail, *, by: Actor) -> ContactEmail:
    """Mail to this address came back. Nothing but answers goes there until somebody clears it."""
    email.bounced_at = email.updated_at = by.now
    email.save(update_fields=["bounced_at"])
    contact = email.contact
    title = _("Mail to {name} came back").format(name=contact)
    by.timeline(contact.account_id, "directory.bounced", ref=contact, title=title, text=email.address)
    return email


@mark_bounced.can
def _may_bounce(email: ContactEmail, now: datetime) -> Refusal | None:
    return Refusal("bounced", gettext_lazy("It is marked already.")) if email.bounced_at else None


@action(
    gettext_lazy("Cleared bounce"),
    said=gettext_lazy("Cleared the bounce of {email}"),
    who="directory.edit",
    undo="directory.mark_bounced",
    icon="circle-check",
)
def clear_bounce(email: ContactEmail, *, by: Actor) -> ContactEmail:
    """The address works again."""
    email.bounced_at, email.updated_at = None, by.now
    email.save(update_fields=["bounced_at"])
    return email


@clear_bounce.can
def _may_clear(email: ContactEmail, now: datetime) -> Refusal | None:
    return None if email.bounced_at else Refusal("works", gettext_lazy("No mail came back from it."))
