"""The step of the first hour that belongs to the board: what this month is to bring."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.board.models import Goal
from callboard.core import clock
from callboard.core.asking import Question
from callboard.core.registry import SetupStep, register

DAY = timedelta(days=1)


def _this_month() -> QuerySet[Goal]:
    """Of the month, or one ahead; the first hours of a month somewhere still belong to the one before."""
    return Goal.objects.filter(starts_on__gte=(clock.now() - DAY).date().replace(day=1))


def _done(found: Mapping[str, Any]) -> str:
    count = found["goals"]
    return ngettext("{n} goal this month", "{n} goals this month", count).format(n=count) if count else ""


register.setup_step.add(
    SetupStep(
        "goals",
        _("This month's goal"),
        _("The board shows how far you are, and where the month lands at this pace."),
        "target",
        70,
        "board.goals",
        lambda: reverse("goals"),
        _("Set a goal"),
        lambda: {"goals": Question("count", _this_month())},
        _done,
    )
)
