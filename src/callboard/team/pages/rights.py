"""The matrix and the settings, to be read; each cell and value is changed by its action."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.kit.pages import ActionPage, ReportPage
from callboard.team.actions import set_setting
from callboard.team.actions.settings import as_text
from callboard.team.matrix import COLUMNS, ROWS
from callboard.team.models import Grant, Scope
from callboard.team.queries.company import settings_on

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


def _shown(value: Any) -> str:
    """A setting's value as it is read; `as_text` is as it is typed."""
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return as_text(value)


class Settings(ReportPage):
    """Every setting with its value today."""

    title = _("Settings")
    url = "settings/"
    name = "settings"
    who = "team.manage"
    template = "team/settings.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """Settings by group."""
        values = settings_on([entry.name for entry in register.setting])
        groups: dict[str, list[tuple[Any, str, str]]] = {}
        for entry in register.setting:
            change = f"{reverse('do', args=[set_setting.name])}?name={entry.name}&value={as_text(values[entry.name])}"
            groups.setdefault(str(entry.group or _("Other")), []).append((entry, _shown(values[entry.name]), change))
        return {"groups": list(groups.items())}


class SetSetting(ActionPage):
    """Back to the settings."""

    action = set_setting
    text = _("A value counts from its day on; what was before stays as it was.")

    def next_url(self, result: Any, target: Any) -> str:
        """The settings."""
        return reverse("settings")
