"""The matrix and the settings, to be read; each cell and value is changed by its action."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.pages import ReportPage
from callboard.team.matrix import COLUMNS, ROWS
from callboard.team.models import Grant, Scope

TONES = {Scope.NONE: "", Scope.OWN: "acc", Scope.TEAM: "acc", Scope.ALL: "won"}


class Matrix(ReportPage):
    """Who may do what, on whose records."""

    title = _("Roles and rights")
    url = "matrix/"
    name = "matrix"
    who = "team.view"
    template = "team/matrix.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The table with what the company changed."""
        changed = {(grant.operation, grant.role): Scope(grant.scope) for grant in Grant.objects.all()}
        rows = [
            (
                row,
                [
                    (scope.label, TONES[scope], (row.operation, role) in changed)
                    for role in COLUMNS
                    for scope in (changed.get((row.operation, role), row.scope(role)),)
                ],
            )
            for row in ROWS
        ]
        return {"roles": [role.label for role in COLUMNS], "rows": rows}
