"""Roles given and taken, and cells of the matrix."""

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.team.matrix import MATRIX
from callboard.team.models import Grant, Person, PersonRole, Role, Scope


@action(
    _("Gave role"),
    said=_("Gave {person} the role {role}"),
    who="team.manage",
    undo="team.revoke_role",
    icon="shield-check",
)
def grant_role(person: Person, *, by: Actor, role: Role) -> Person:
    """Give a person a role. Refused when they hold it."""
    if person.roles.filter(role=role).exists():
        raise Refused(Refusal("has_role", _("{name} has this role already."), name=person.name))
    PersonRole.objects.create(person=person, role=role, created_at=by.now, updated_at=by.now)
    by.undo_args(role=role)
    by.changed(person, topic="rights")
    return person


@action(
    _("Took role"),
    said=_("Took the role {role} from {person}"),
    who="team.manage",
    undo="team.grant_role",
    icon="shield",
)
def revoke_role(person: Person, *, by: Actor, role: Role) -> Person:
    """Take a role from a person. Refused when they do not hold it, or would be the last administrator to go."""
    held = person.roles.filter(role=role)
    if not held.exists():
        raise Refused(Refusal("no_role", _("{name} does not have this role."), name=person.name))
    if role == Role.ADMINISTRATOR:
        refuse_last_administrator(person)
    held.delete()
    by.undo_args(role=role)
    by.changed(person, topic="rights")
    return person


@action(
    _("Changed the matrix"),
    said=_("Changed the matrix for {role}"),
    who="team.manage",
    undo="team.set_grant",
    icon="adjustments",
)
def set_grant(*, by: Actor, operation: str, role: Role, scope: Scope) -> Grant:
    """Change one cell of the matrix. Invalid for an unknown operation, or where nobody could manage people any more."""
    row = MATRIX.get(operation)
    if row is None:
        raise Invalid({"operation": _("The matrix has no such operation.")})
    if operation == "team.manage" and role == Role.ADMINISTRATOR and scope != Scope.ALL:
        raise Invalid({"scope": _("Administrators keep this, or nobody could give it back.")})
    before = Grant.objects.filter(operation=operation, role=role).first()
    by.undo_args(operation=operation, role=role, scope=before.scope if before else row.scope(role))
    grant, _made = Grant.objects.update_or_create(
        operation=operation,
        role=role,
        defaults={"scope": scope, "updated_at": by.now},
        create_defaults={"scope": scope, "created_at": by.now, "updated_at": by.now},
    )
    by.changed(grant, topic="rights")
    return grant


def refuse_last_administrator(person: Person) -> None:
    """Refused when nobody else who works here is an administrator. Locks the administrators' rows against two at once."""
    rows = PersonRole.objects.select_for_update().filter(role=Role.ADMINISTRATOR, person__is_active=True)
    holders = {row.person_id for row in rows.order_by("id")}
    if holders <= {person.pk}:
        raise Refused(
            Refusal(
                "last_administrator",
                _("{name} is the only administrator. Give somebody else the role first."),
                name=person.name,
            )
        )
