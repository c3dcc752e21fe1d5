"""What the kit itself adds: the rows of lists for runs, and the place of runs in the rail."""

from django.utils.translation import gettext_lazy as _

from callboard.core.registry import Nav, register
from callboard.kit.runs import front

__all__ = ["front"]

register.nav.add(Nav("runs", "team", _("Runs"), "runs", "player-play", order=95, operation="core.runs"))
