"""The matrix as it is, its cells as text, and who gains or loses what by a change of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from callboard.core.names import sort_key
from callboard.team.matrix import COLUMNS, MATRIX, ROWS, WIDTH, widest
from callboard.team.models import Grant, PersonRole, Role, Scope

#: (operation, role) -> whose.
Cells = dict[tuple[str, str], Scope]


def cells_now() -> Cells:
    """Every cell with what the company changed. One query."""
    cells = defaults()
    for grant in Grant.objects.filter(operation__in=MATRIX):
        cells[grant.operation, grant.role] = MATRIX[grant.operation].read(grant.scope)
    return cells


def defaults() -> Cells:
    """Every cell as the table has it."""
    return {(row.operation, role.value): row.scope(role) for row in ROWS for role in COLUMNS}


def roles_by_scope(operation: str, grants: Iterable[tuple[str, str, str]]) -> dict[Scope, list[Role]]:
    """Which roles do it on whose records, with what the company changed: rows of operation, role and scope."""
    row = MATRIX[operation]
    changed = {role: row.read(scope) for name, role, scope in grants if name == operation}
    found: dict[Scope, list[Role]] = {}
    for role in COLUMNS:
        found.setdefault(changed.get(role.value, row.scope(role)), []).append(role)
    return found


def as_lines(cells: Cells) -> str:
    """Cells as text: a line each, `board.close finance all`."""
    return "\n".join(f"{operation} {role} {scope.value}" for (operation, role), scope in sorted(cells.items()))


def read_lines(text: str) -> Cells:
    """What `as_lines` wrote, or a person. ValueError with the sentence for a line that cannot be read."""
    found: Cells = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        words = line.split()
        if len(words) != 3 or words[1] not in Role.values or words[2] not in Scope.values:
            sentence = _("“{line}” cannot be read. Write an operation, a role and whose: board.close finance all.")
            raise ValueError(sentence.format(line=line[:80]))
        found[words[0], words[1]] = Scope(words[2])
    return found


def cell_words(cell: tuple[str, str], scope: Scope) -> str:
    """ "Close the day, Finance: All"."""
    operation, role = cell
    return f"{MATRIX[operation].label}, {Role(role).label}: {scope.label}"


@dataclass(frozen=True)
class Effect:
    """What a change means to people: the same operation, from one scope to another, for all of these."""

    operation: str
    before: Scope
    after: Scope
    names: tuple[str, ...]

    @property
    def gains(self) -> bool:
        """Whether they may do more than before."""
        return WIDTH[self.after] > WIDTH[self.before]


def effects_of(changes: Cells, now: Cells) -> list[Effect]:
    """Who gains and who loses what: roles add up, so whoever has it by another role keeps it. One query."""
    touched = sorted({operation for operation, _role in changes})
    roles: dict[str, set[str]] = {}
    held = PersonRole.objects.filter(person__is_active=True).values_list("person__name", "person_id", "role")
    for name, pk, role in held:
        roles.setdefault(f"{name}\0{pk}", set()).add(role)
    found: dict[tuple[str, Scope, Scope], list[str]] = {}
    for person, mine in sorted(roles.items(), key=lambda pair: sort_key(pair[0])):
        for operation in touched:
            before = _scope(operation, mine, now)
            after = _scope(operation, mine, now | changes)
            if before != after:
                found.setdefault((operation, before, after), []).append(person.partition("\0")[0])
    return [Effect(*key, tuple(names)) for key, names in found.items()]


def _scope(operation: str, roles: Iterable[str], cells: Mapping[tuple[str, str], Scope]) -> Scope:
    return widest([cells[operation, role] for role in roles])
