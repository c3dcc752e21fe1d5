"""Time kept for something: the list, one block with what it cost, its forms."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.filters import Between, Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import ActionPage, ListPage, RecordPage
from callboard.kit.pages.lists import Empty
from callboard.kit.tables import Column, Table, Text
from callboard.work.actions import block_time, change_block, end_block, resume_block
from callboard.work.models import TimeBlock
from callboard.work.queries.blocks import cost_of


class BlockTable(Table):
    """Time blocks."""

    columns = [
        Column("purpose", _("For"), link=True),
        Column("person", _("Person"), kind="person"),
        Column("starts_at", _("From"), kind="when"),
        Column("until_at", _("Until"), kind="when", sort=None),
        Column("state", _("State"), kind="chip", value=lambda row: state_of(row), sort=None),
    ]


def state_of(block: TimeBlock) -> tuple[Any, str]:
    """Whether it runs, as a chip."""
    now = clock.now()
    if block.until_at <= now:
        return (_("Ended early"), "pend") if block.ended_at is not None else (_("Over"), "pend")
    return (_("Running"), "due") if block.starts_at <= now else (_("To come"), "")


class TimeBlocks(ListPage):
    """Who keeps time for what."""

    model = TimeBlock
    title = _("Time blocks")
    url = "time-blocks/"
    name = "time-blocks"
    table = BlockTable
    filters = [
        Search(("purpose",)),
        PersonFilter("person", _("Person")),
        Between("starts_at", _("From")),
        Flag("early", _("Ended early"), Q(ended_at__lt=F("ends_at"))),
    ]
    order = ("-starts_at", "-id")
    buttons = (block_time,)
    bulk = (end_block,)
    paste = False
    topics = ["presence"]
    empty = Empty(
        _("Nobody has kept time for anything yet"),
        _("A time block keeps the queue away while you work on one thing, and says what that costs."),
        "clock-hour-4",
    )


class TimeBlockRecord(RecordPage):
    """One block, and what it cost."""

    model = TimeBlock
    url = "time-blocks/<int:pk>/"
    name = "time-block"
    related = ("person",)
    timeline = False
    buttons = (end_block, change_block, resume_block)

    def state(self, obj: TimeBlock) -> tuple[Any, str] | None:
        return state_of(obj)

    def facts(self, obj: TimeBlock) -> Sequence[Any]:
        found = [
            (_("Person"), obj.person, "person"),
            (_("From"), obj.starts_at, "when"),
            (_("Until"), obj.until_at, "when"),
        ]
        now = clock.now()
        if obj.starts_at >= now:
            return found
        cost = cost_of(obj, now)
        return [
            *found,
            (_("Became due meanwhile"), cost.due, "number"),
            (_("Money behind it"), cost.due_stake, "money"),
            (_("Came in and waits"), cost.came, "number"),
            (_("Money behind that"), cost.came_stake, "money"),
        ]


LABELS: dict[str, Text] = {
    "starts": _("From, like 14:00 or tue 9:30; empty: now"),
    "until": _("Until, like 11:30 or 90 min; empty: 90 minutes"),
}
RULE = _(
    "Routing passes over you, and My Day keeps the rest away: only what you pinned and promises due before the end still"
    " show."
)


class BlockTime(ActionPage):
    """From now on, for an hour and a half, where nothing else is said."""

    action = block_time
    fields = ("purpose", "until", "starts")
    labels = LABELS
    text = RULE
    stays = True
    submit = _("Keep this time")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"until": "90 min"}


class ChangeBlock(ActionPage):
    """Longer, shorter, for something else."""

    action = change_block
    fields = ("purpose", "until", "starts")
    labels = {"starts": _("From, like 14:00 or tue 9:30"), "until": _("Until, like 11:30 or 90 min")}
    stays = True

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """As it is; a start that has begun is left alone."""
        ends = timezone.localtime(target.ends_at, target.person.tz)
        begin = timezone.localtime(target.starts_at, target.person.tz)
        begins = "" if target.starts_at <= clock.now() else f"{begin:%Y-%m-%d %H:%M}"
        return {"purpose": target.purpose, "starts": begins, "until": f"{ends:%Y-%m-%d %H:%M}"}
