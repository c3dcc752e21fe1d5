"""Roles given and taken, and cells of the matrix."""

from django.db import connection
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.team.matrix import KEPT, MATRIX
from callboard.team.models import Grant, Person, PersonRole, Role, Scope
from callboard.team.queries.matrix import Cells, as_lines, cell_words, cells_now, read_lines

#: One change of the matrix at a time: the second sees what the first did.
MATRIX_LOCK = 0x0CA11B0D


@action(
    _("Gave role"),
    said=_("Gave {person} the role {role}"),
    who="team.manage",
    undo="team.revoke_role",
    icon="shield-check",
)
def grant_role(person: Person, *, by: Actor, role: Role) -> Person:
    """Give a person a role. Refused when they hold it, and for oneself while somebody else could give it."""
    if person.roles.filter(role=role).exists():
        raise Refused(Refusal("has_role", _("{name} has this role already."), name=person.name))
    if by.person_id == person.pk:
        _refuse_oneself(person)
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
    undo="team.change_matrix",
    icon="adjustments",
)
def set_grant(*, by: Actor, operation: str, role: Role, scope: Scope) -> Grant:
    """Change one cell of the matrix. Invalid for an unknown operation, or where nobody could manage people any more."""
    _check({(operation, role.value): scope}, ("operation", "scope"))
    cell = (operation, role.value)
    by.undo_args(changes=as_lines({cell: cells_now()[cell]}), seen=as_lines({cell: scope}))
    grant, _made = Grant.objects.update_or_create(
        operation=operation,
        role=role,
        defaults={"scope": scope, "updated_at": by.now},
        create_defaults={"scope": scope, "created_at": by.now, "updated_at": by.now},
    )
    by.changed(grant, topic="rights")
    return grant


@action(
    _("Changed the matrix"),
    said=_("Changed who may do what"),
    who="team.manage",
    undo="team.change_matrix",
    icon="adjustments",
)
def change_matrix(*, by: Actor, changes: Text, seen: Text | None = None) -> None:
    """Change several cells at once: lines of operation, role and whose: `board.close finance all`.

    seen: the same cells as they were when somebody began; Refused where one is another by now. Invalid for what the
    matrix does not know, and where nobody could give a right back.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MATRIX_LOCK])
    wanted, before = _read("changes", changes), _read("seen", seen or "")
    if unknown := [operation for operation, _role in before if operation not in MATRIX]:
        raise Invalid({"seen": _("The matrix has no operation “{name}”.").format(name=unknown[0][:60])})
    _check(wanted, ("changes", "changes"))
    now = cells_now()
    _unchanged_since(before, now)
    by.undo_args(changes=as_lines({cell: now[cell] for cell in wanted}), seen=as_lines(wanted))
    for (operation, role), scope in wanted.items():
        if now[operation, role] != scope:
            _write(operation, role, scope, by)


def _write(operation: str, role: str, scope: Scope, by: Actor) -> None:
    """A cell that is as the table says by default has no row."""
    grant = Grant.objects.filter(operation=operation, role=role).first()
    if grant is None:
        grant = Grant(operation=operation, role=role, created_at=by.now)
    grant.scope, grant.updated_at = scope, by.now
    grant.save()
    by.changed(grant, topic="rights")
    if scope == MATRIX[operation].scope(role):
        grant.delete()


def _read(name: str, text: str) -> Cells:
    try:
        return read_lines(text)
    except ValueError as fault:
        raise Invalid({name: str(fault)}) from None


def _check(wanted: Cells, fields: tuple[str, str]) -> None:
    """Invalid, at the field of the operation or of the scope, for what the matrix cannot say."""
    for (operation, role), scope in wanted.items():
        row = MATRIX.get(operation)
        if row is None:
            raise Invalid({fields[0]: _("The matrix has no such operation.")})
        if row.program:
            raise Invalid({fields[0]: _("Only the program itself does this: {what}.").format(what=row.label)})
        if scope not in row.choices:
            sentence = _("“{what}” is about what belongs to nobody: choose none or all.")
            raise Invalid({fields[1]: sentence.format(what=row.label)})
        if operation in KEPT and role == Role.ADMINISTRATOR and scope != Scope.ALL:
            sentence = _("Administrators keep “{what}”, or nobody could give it back.")
            raise Invalid({fields[1]: sentence.format(what=row.label)})


def _unchanged_since(before: Cells, now: Cells) -> None:
    other = [cell for cell, scope in before.items() if now.get(cell) != scope]
    if other:
        said = "; ".join(cell_words(cell, now[cell]) for cell in other[:5])
        sentence = _("Somebody changed the matrix in the meantime: {cells}. Nothing was changed; look again.")
        raise Refused(Refusal("changed", sentence, cells=said))


def _refuse_oneself(person: Person) -> None:
    """Refused where an administrator works here who is somebody else: two know of it then."""
    other = (
        Person.objects.active().filter(roles__role=Role.ADMINISTRATOR).exclude(pk=person.pk).order_by("name").first()
    )
    if other is not None:
        raise Refused(Refusal("oneself", _("Nobody gives themselves a role. Ask {name}."), name=other.name))


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
