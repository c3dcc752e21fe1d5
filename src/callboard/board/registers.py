"""What the board hangs on the registries."""

from django.utils.translation import gettext_lazy as _

from callboard.board import reasons, setup
from callboard.board.queries.checks import closed_days
from callboard.core.registry import Check, Nav, register

register.nav.add(Nav("board", "team", _("Board"), "board", "chart-bar", order=10, key="b", operation="board.view"))
register.nav.add(Nav("close", "team", _("Close of day"), "close", "lock", order=15, operation="board.view"))
register.check.add(Check("board.closed_days", closed_days))

__all__ = ["reasons", "setup"]
