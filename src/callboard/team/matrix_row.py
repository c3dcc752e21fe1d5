"""A row of the matrix: one operation, and on whose records each role may do it (the rows: matrix.py)."""

from dataclasses import dataclass

from django.utils.functional import Promise

from callboard.team.models import Role, Scope

COLUMNS = (
    Role.SALES_SUPPORT,
    Role.ACCOUNT_EXECUTIVE,
    Role.SDR,
    Role.SALES_MANAGER,
    Role.DEPARTMENT,
    Role.FINANCE,
    Role.ADMINISTRATOR,
)


@dataclass(frozen=True)
class Row:
    """One operation: its name, what it lets a person do, and a scope for each of COLUMNS.

    program: only the program itself does it, so nobody can be given it.  whole: it is about what belongs to nobody, so it is
    given whole or not at all.  lent: whether a stand-in gets it; not where it is about somebody's own access.  private: it is
    about what is one's own and nobody else's, whatever is chosen.
    """

    operation: str
    label: Promise
    scopes: str
    program: bool = False
    whole: bool = False
    lent: bool = True
    private: bool = False

    def scope(self, role: str) -> Scope:
        """The default scope of a role."""
        return Scope(self.scopes.split()[COLUMNS.index(Role(role))])

    @property
    def choices(self) -> tuple[Scope, ...]:
        """The scopes it can have."""
        if self.private:
            return (Scope.NONE, Scope.OWN)
        return (Scope.NONE, Scope.ALL) if self.whole else tuple(Scope)

    def read(self, scope: str) -> Scope:
        """A stored scope; one it cannot have gives nothing."""
        found = Scope(scope)
        return found if found in self.choices else Scope.NONE


WIDTH = {Scope.NONE: 0, Scope.OWN: 1, Scope.TEAM: 2, Scope.ALL: 3}


def widest(scopes: "list[Scope]") -> Scope:
    """Roles add up: the widest of several scopes, none of an empty list."""
    return max(scopes, key=WIDTH.__getitem__, default=Scope.NONE)
