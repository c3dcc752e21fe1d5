"""Offices of an account."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory import rules
from callboard.directory.actions.checked import checked_place
from callboard.directory.models import Account, Contact, Location, LocationKind


@action(
    gettext_lazy("Added location"),
    said=gettext_lazy("Added {result} to {account}"),
    who="directory.edit",
    undo="directory.close_location",
    icon="map-pin",
)
def add_location(
    account: Account,
    *,
    by: Actor,
    name: str = "",
    kind: LocationKind = LocationKind.OFFICE,
    street: str = "",
    city: str = "",
    region: str = "",
    postal_code: str = "",
    country: str = "US",
    phone: str = "",
) -> Location:
    """Add an office, or where post, bills or parcels go. Its time zone comes from its state."""
    values = checked_place(country, phone=phone, country=country)
    place = {"name": name, "street": street, "city": city, "region": region, "postal_code": postal_code}
    place = {key: " ".join(value.split()) for key, value in place.items()}
    if not any(place[key] for key in ("name", "street", "city", "postal_code")):
        raise Invalid({"city": _("Say where it is: a town, a street or a name.")})
    made = Location.objects.create(
        account=account, kind=kind, zone=rules.zone_of(values["country"], place["region"]),
        created_at=by.now, updated_at=by.now, **place, **values,
    )  # fmt: skip
    by.timeline(account.pk, "directory.location_added", ref=made, title=_("{place} added").format(place=made))
    return made


@action(
    gettext_lazy("Changed location"),
    said=gettext_lazy("Changed {location}"),
    who="directory.edit",
    undo="directory.change_location",
    icon="pencil",
)
def change_location(
    location: Location,
    *,
    by: Actor,
    name: str | None = None,
    kind: LocationKind | None = None,
    street: str | None = None,
    city: str | None = None,
    region: str | None = None,
    postal_code: str | None = None,
    country: str | None = None,
    phone: str | None = None,
    zone: str | None = None,
) -> Location:
    """Change fields; what is not given stays."""
    given = {
        "name": name, "kind": kind, "street": street, "city": city, "region": region, "postal_code": postal_code,
        "country": country, "phone": phone, "zone": zone,
    }  # fmt: skip
    wanted: dict[str, Any] = {field: value for field, value in given.items() if value is not None}
    kept = {key: wanted[key] for key in ("phone", "zone", "country") if key in wanted}
    wanted |= checked_place(location.country, **kept)
    if "region" in wanted and location.zone == rules.zone_of(location.country, location.region):
        wanted.setdefault("zone", rules.zone_of(location.country, wanted["region"]))
    by.undo_args(**{field: getattr(location, field) for field in wanted})
    for field, value in wanted.items():
        setattr(location, field, value)
    if not (location.name or location.street or location.city or location.postal_code):
        raise Invalid({"city": _("Say where it is: a town, a street or a name.")})
    location.updated_at = by.now
    location.save(update_fields=list(wanted))
    return location


@action(
    gettext_lazy("Closed location"),
    said=gettext_lazy("Closed {location}"),
    who="directory.edit",
    undo="directory.reopen_location",
    icon="archive",
)
def close_location(location: Location, *, by: Actor, closed_on: date | None = None) -> Location:
    """The account is no longer there (from today where no day is given). Who worked there works for the account still."""
    location.closed_on, location.updated_at = closed_on or by.today, by.now
    location.save(update_fields=["closed_on"])
    title = _("{place} closed").format(place=location)
    by.timeline(location.account_id, "directory.location_closed", ref=location, title=title)
    return location


@close_location.can
def _may_close(location: Location, now: datetime) -> Refusal | None:
    if location.closed_on is not None:
        return Refusal("closed", gettext_lazy("Closed on {on}."), on=location.closed_on)
    return None


@action(
    gettext_lazy("Reopened location"),
    said=gettext_lazy("Reopened {location}"),
    who="directory.edit",
    undo="directory.close_location",
    icon="arrow-back-up",
)
def reopen_location(location: Location, *, by: Actor) -> Location:
    """The account is there after all."""
    location.closed_on, location.updated_at = None, by.now
    location.save(update_fields=["closed_on"])
    return location


@reopen_location.can
def _may_reopen(location: Location, now: datetime) -> Refusal | None:
    return Refusal("open", gettext_lazy("It is not closed.")) if location.closed_on is None else None


@action(
    gettext_lazy("Set place of work"),
    said=gettext_lazy("Set where {contact} works"),
    who="directory.edit",
    undo="directory.set_place_of_work",
    icon="map-pin",
)
def set_place_of_work(contact: Contact, *, by: Actor, location: Location | None) -> Contact:
    """At which of the account's offices a person works; none for the head office. When they may be called goes by it."""
    if location is not None and location.account_id != contact.account_id:
        sentence = _("{place} belongs to {account}, {name} works for {other}.")
        values = {"place": location, "account": location.account, "name": contact, "other": contact.account}
        raise Invalid({"location": sentence.format(**values)})
    by.undo_args(location=contact.location)
    contact.location, contact.updated_at = location, by.now
    contact.save(update_fields=["location"])
    return contact
