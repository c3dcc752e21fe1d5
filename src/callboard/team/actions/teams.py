"""Teams and pools."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, action
from callboard.core.leavers import must_work_here
from callboard.team.models import Person, Pool, PoolMember, Team


@action(
    _("Added team"),
    said=_("Added team {result}"),
    who="team.manage",
    final=_("A team can be renamed, not removed."),
    icon="users-group",
)
def create_team(
    *, by: Actor, name: str, manager: Person | None = None, is_department: bool = False, address: str = ""
) -> Team:
    """Add a team. A department takes hand-offs and may have only an address. Invalid for a name that is taken."""
    must_work_here(manager=manager)
    team = Team(
        name=_team_name(name, None),
        manager=manager,
        is_department=is_department,
        address=address.strip().lower(),
        created_at=by.now,
        updated_at=by.now,
    )
    team.save()
    return team


@action(_("Changed team"), said=_("Changed team {team}"), who="team.manage", undo="team.change_team", icon="pencil")
def change_team(
    team: Team,
    *,
    by: Actor,
    name: str | None = None,
    manager: Person | None = None,
    is_department: bool | None = None,
    address: str | None = None,
) -> Team:
    """Change what is given; None leaves a value as it is."""
    new: dict[str, Any] = {}
    if name is not None:
        new["name"] = _team_name(name, team.pk)
    if manager is not None:
        must_work_here(manager=manager)
        new["manager"] = manager
    if is_department is not None:
        new["is_department"] = is_department
    if address is not None:
        new["address"] = address.strip().lower()
    by.undo_args(**{field: getattr(team, field) for field in new})
    for field, value in new.items():
        setattr(team, field, value)
    team.updated_at = by.now
    team.save()
    return team


@action(
    _("Added pool"),
    said=_("Added pool {result}"),
    who="team.manage",
    final=_("A pool without members is harmless."),
    icon="users",
)
def create_pool(*, by: Actor, name: str, note: str = "") -> Pool:
    """Add a named set of people that a rule may choose from. Invalid for a name that is taken."""
    cleaned = name.strip()
    if not cleaned or Pool.objects.filter(name=cleaned).exists():
        raise Invalid({"name": _("Give the pool a name of its own.")})
    pool = Pool(name=cleaned, note=note.strip(), created_at=by.now, updated_at=by.now)
    pool.save()
    return pool


@action(
    _("Put into pool"),
    said=_("Put {person} into pool {pool}"),
    who="team.manage",
    undo="team.remove_from_pool",
    icon="user-plus",
)
def add_to_pool(pool: Pool, *, by: Actor, person: Person, weight: int = 1, unit_limit: int | None = None) -> Pool:
    """Put a person into a pool, or change their weight and their limit of capacity units at once."""
    if weight < 1:
        raise Invalid({"weight": _("A weight is 1 or more.")})
    must_work_here(person=person)
    if unit_limit is not None and unit_limit < 1:
        raise Invalid({"unit_limit": _("A limit is 1 or more; leave it empty for none.")})
    values = {"weight": weight, "unit_limit": unit_limit, "updated_at": by.now}
    pool.members.update_or_create(person=person, defaults=values, create_defaults=values | {"created_at": by.now})
    by.undo_args(person=person)
    return pool


@action(
    _("Took out of pool"),
    said=_("Took {person} out of pool {pool}"),
    who="team.manage",
    undo="team.add_to_pool",
    icon="user-minus",
)
def remove_from_pool(pool: Pool, *, by: Actor, person: Person) -> Pool:
    """Take a person out of a pool. Invalid when they are not in it."""
    member = PoolMember.objects.filter(pool=pool, person=person).first()
    if member is None:
        raise Invalid({"person": _("This person is not in the pool.")})
    by.undo_args(person=person, weight=member.weight, unit_limit=member.unit_limit)
    member.delete()
    return pool


def _team_name(name: str, pk: int | None) -> str:
    cleaned = " ".join(name.split())
    if not cleaned:
        raise Invalid({"name": _("Say what the team is called.")})
    if Team.objects.filter(name__iexact=cleaned).exclude(pk=pk or 0).exists():
        raise Invalid({"name": _("Another team is called that.")})
    return cleaned
