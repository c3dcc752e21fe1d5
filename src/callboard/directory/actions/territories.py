"""Territories, and the draft that says who is to have what from a day on."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.team.models import (
    Territory,
    TerritoryChange,
)

State = TerritoryChange.State


@action(
    gettext_lazy("Added territory"),
    said=gettext_lazy("Added territory {result}"),
    who="team.territories",
    undo="directory.remove_territory",
    icon="map-pin",
)
def create_territory(*, by: Actor, name: str, note: str = "") -> Territory:
    """Name a part of the market. What it covers and who holds it is planned in a change."""
    made = Territory(name=_territory_name(name), note=note.strip(), created_at=by.now, updated_at=by.now)
    made.save()
    return made


@action(
    gettext_lazy("Changed territory"),
    said=gettext_lazy("Changed territory {territory}"),
    who="team.territories",
    undo="directory.change_territory",
    icon="pencil",
)
def change_territory(territory: Territory, *, by: Actor, name: str | None = None, note: str | None = None) -> Territory:
    """Call it something else. What it covers is changed by a draft."""
    new: dict[str, str] = {}
    if name is not None:
        new["name"] = _territory_name(name, territory.pk)
    if note is not None:
        new["note"] = note.strip()
    by.undo_args(**{field: getattr(territory, field) for field in new})
    for field, value in new.items():
        setattr(territory, field, value)
    territory.updated_at = by.now
    territory.save()
    return territory


@action(
    gettext_lazy("Removed territory"),
    said=gettext_lazy("Removed territory {territory}"),
    who="team.territories",
    undo="directory.create_territory",
    icon="trash",
)
def remove_territory(territory: Territory, *, by: Actor) -> None:
    """Remove one that never was in force. One that was is closed by a change, so that its history stays."""
    used = (territory.terms, territory.holders, territory.named)
    if any(rows.filter(starts_on__isnull=False).exists() for rows in used):
        raise Refused(Refusal("was_in_force", _("It was in force. Close it by a change; its history stays.")))
    by.undo_args(name=territory.name, note=territory.note)
    for rows in used:
        rows.all().delete()
    territory.delete()


@action(
    gettext_lazy("Drafted a change of territories"),
    said=gettext_lazy("Drafted “{result}”"),
    who="team.territories",
    undo="directory.drop_change",
    icon="map-pin",
)
def draft_change(*, by: Actor, name: str, note: Text | None = None, realign: bool = False) -> TerritoryChange:
    """Begin a draft. Nothing changes for anybody before it is published."""
    made = TerritoryChange(
        name=_change_name(name), note=note or "", realign=realign, created_at=by.now, updated_at=by.now
    )
    made.save()
    return made


@action(
    gettext_lazy("Changed draft"),
    said=gettext_lazy("Changed “{change}”"),
    who="team.territories",
    undo="directory.change_draft",
    icon="pencil",
)
def change_draft(
    change: TerritoryChange,
    *,
    by: Actor,
    name: str | None = None,
    note: Text | None = None,
    realign: bool | None = None,
) -> TerritoryChange:
    """Name it, say why, and whether accounts somebody else has today move too."""
    new: dict[str, object] = {}
    if name is not None:
        new["name"] = _change_name(name)
    if note is not None:
        new["note"] = note
    if realign is not None:
        new["realign"] = realign
    by.undo_args(**{field: getattr(change, field) for field in new})
    for field, value in new.items():
        setattr(change, field, value)
    return saved(change, by)


@action(
    gettext_lazy("Threw draft away"),
    said=gettext_lazy("Threw “{change}” away"),
    who="team.territories",
    undo="directory.reopen_change",
    icon="trash",
)
def drop_change(change: TerritoryChange, *, by: Actor) -> TerritoryChange:
    """Put a draft away. It can be taken up again."""
    change.state = State.DROPPED
    return saved(change, by)


@action(
    gettext_lazy("Took draft up again"),
    said=gettext_lazy("Took “{change}” up again"),
    who="team.territories",
    undo=drop_change,
    icon="arrow-back-up",
)
def reopen_change(change: TerritoryChange, *, by: Actor) -> TerritoryChange:
    """Work on a draft that was thrown away."""
    change.state = State.DRAFT
    return saved(change, by)


@reopen_change.can
def _may_reopen(change: TerritoryChange, now: datetime) -> Refusal | None:
    dropped = change.state == State.DROPPED
    return None if dropped else Refusal("not_dropped", gettext_lazy("It was not thrown away."))


@change_draft.can
@drop_change.can
def _is_draft(change: TerritoryChange, now: datetime) -> Refusal | None:
    return no_draft(change)


def no_draft(change: TerritoryChange) -> Refusal | None:
    """Why nothing can be planned in it any more; None for a draft."""
    if change.state == State.DRAFT:
        return None
    return Refusal("no_draft", gettext_lazy("It is no draft: {state}."), state=change.get_state_display().lower())


def needed_reason(reason: str) -> str:
    """The reason without loose spaces. Invalid for none."""
    found = " ".join(reason.split())
    if not found:
        raise Invalid({"reason": _("Say why, so that whoever reads it in a year knows.")})
    return found


def saved(change: TerritoryChange, by: Actor) -> TerritoryChange:
    """Written, with its moment."""
    change.updated_at = by.now
    change.save()
    return change


def _change_name(name: str) -> str:
    found = " ".join(name.split())
    if not found:
        raise Invalid({"name": _("Say what the change is called.")})
    return found


def _territory_name(name: str, pk: int = 0) -> str:
    found = " ".join(name.split())
    if not found:
        raise Invalid({"name": _("Say what the territory is called.")})
    if Territory.objects.filter(name__iexact=found).exclude(pk=pk).exists():
        raise Invalid({"name": _("Another territory is called that.")})
    return found
