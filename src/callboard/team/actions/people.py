"""People: made, changed, and what they say they are doing."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.kit.listing.actions import follow_team
from callboard.team.models import Person, Role, Status, Team, Theme
from callboard.team.queries import company_zone
from callboard.team.rules.settings import known_zone


@action(
    _("Added person"),
    said=_("Added {result}"),
    who="team.manage",
    undo="team.deactivate_person",
    icon="user-plus",
)
def create_person(
    *,
    by: Actor,
    name: str,
    email: str,
    team: Team | None = None,
    role: Role | None = None,
    title: str = "",
    zone: str = "",
    region: str = "",
    invite: bool = False,
) -> Person:
    """Add somebody of ours, and invite them where asked: they cannot sign in before. Invalid for an address that is taken."""
    from callboard.team.actions.door import invite_person
    from callboard.team.actions.rights import grant_role

    person = Person(
        name=_name(name),
        email=_email(email, None),
        team=team,
        title=title.strip(),
        zone=_zone(zone) or company_zone(),
        region=region.strip().upper(),
        created_at=by.now,
        updated_at=by.now,
    )
    person.set_unusable_password()
    person.save()
    if role is not None:
        grant_role(person, by=by, role=role)
    if invite:
        invite_person(person, by=by)
    return person


@action(_("Changed person"), said=_("Changed {person}"), who="team.manage", undo="team.change_person", icon="pencil")
def change_person(
    person: Person,
    *,
    by: Actor,
    name: str | None = None,
    email: str | None = None,
    team: Team | None = None,
    title: str | None = None,
    zone: str | None = None,
    region: str | None = None,
) -> Person:
    """Change what is given; None leaves a value as it is. Invalid for an address that is taken or an unknown zone."""
    new: dict[str, Any] = {}
    if name is not None:
        new["name"] = _name(name)
    if email is not None:
        new["email"] = _email(email, person.pk)
    if team is not None:
        new["team"] = team
    if title is not None:
        new["title"] = title.strip()
    if zone:
        new["zone"] = _zone(zone) or company_zone()
    if region is not None:
        new["region"] = region.strip().upper()
    moves = team is not None and team.pk != person.team_id
    _change(person, new, by)
    if moves:
        follow_team(person, by)
    return person


@action(
    _("Changed profile"),
    said=_("Changed the profile of {person}"),
    who="team.own",
    undo="team.change_profile",
    icon="user",
)
def change_profile(
    person: Person,
    *,
    by: Actor,
    theme: Theme | None = None,
    zone: str | None = None,
    keys_off: bool | None = None,
) -> Person:
    """Change how the pages look and act for a person; None leaves a value as it is."""
    new: dict[str, Any] = {}
    if theme is not None:
        new["theme"] = theme
    if zone:
        new["zone"] = _zone(zone) or company_zone()
    if keys_off is not None:
        new["keys_off"] = keys_off
    return _change(person, new, by)


@action(
    _("Set status"),
    said=_("Set the status of {person} to {status}"),
    who="team.own",
    undo="team.set_status",
    icon="user-check",
)
def set_status(person: Person, *, by: Actor, status: Status) -> Person:
    """Say what a person is doing now."""
    by.undo_args(status=person.status)
    person.status = status
    person.status_since_at = by.now
    person.updated_at = by.now
    person.save()
    by.changed(person, topic="presence")
    return person


@set_status.can
def _set_status(person: Person, now: datetime) -> Refusal | None:
    if not person.is_active:
        return Refusal("left", _("{name} no longer works here."), name=person.name)
    return None


def _change(person: Person, new: dict[str, Any], by: Actor) -> Person:
    """Write new values; the old ones are kept for undo."""
    by.undo_args(**{field: getattr(person, field) for field in new})
    for field, value in new.items():
        setattr(person, field, value)
    person.updated_at = by.now
    person.save()
    return person


def _name(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned:
        raise Invalid({"name": _("Say the person's name.")})
    return cleaned


def _email(email: str, pk: int | None) -> str:
    cleaned = email.strip().lower()
    try:
        validate_email(cleaned)
    except ValidationError:
        raise Invalid({"email": _("This is no mail address. Write it like name@company.com.")}) from None
    if Person.objects.filter(email=cleaned).exclude(pk=pk or 0).exists():
        raise Invalid({"email": _("Somebody has this address already.")})
    return cleaned


def _zone(zone: str) -> str:
    cleaned = zone.strip()
    try:
        return known_zone(cleaned) if cleaned else ""
    except ValueError as fault:
        raise Invalid({"zone": str(fault)}) from None
