"""Anchors and deadlines: lists, records, and what moving an anchor takes with it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet, Sum
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.filters import Person as PersonFilter
from callboard.kit.pages import Empty, ListPage, Panel, RecordPage
from callboard.kit.tables import Column, Table
from callboard.work import actions
from callboard.work.models import Anchor, Deadline, TaskState
from callboard.work.queries.anchors import deadlines_of, off_its_anchor, with_due_day
from callboard.work.reasons import counts_words
from callboard.work.tables import due_chip, state_chip

OPEN = Q(deadlines__task__state=TaskState.OPEN)


def counts_of(deadline: Deadline) -> str:
    """What it counts from, in words."""
    if deadline.anchor is None or deadline.days is None:
        return str(_("Fixed day"))
    return counts_words(deadline.days, deadline.business, deadline.anchor.name)


def standing_of(deadline: Any) -> tuple[Any, str]:
    """How it stands: its state, or that it is off the day of its anchor."""
    if deadline.task.state != TaskState.OPEN:
        return state_chip(deadline.task)
    if off_its_anchor(deadline):
        day = date_format(deadline.due_day, "M j, Y") if deadline.due_day is not None else said("no day")
        return said("{day}, off its anchor").format(day=day), "due"
    return due_chip(deadline.task) or (deadline.task.get_state_display(), "")


class AnchorTable(Table):
    columns = [
        Column("name", _("Anchor"), link=True),
        Column("day_on", _("Day"), kind="date"),
        Column("kind", _("Kind")),
        Column("account", _("Account"), kind="account"),
        Column("place", _("Place")),
        Column("left", _("Deadlines open"), kind="number", sort="left"),
        Column("price", _("To lose"), kind="money", sort="price"),
        Column("after", _("Follows"), value=lambda row: follows_words(row), sort=None, needs=("after",)),
        Column("owner", _("Owner"), kind="person"),
    ]


def standing_anchors() -> QuerySet[Any]:
    """The anchors something may count from or follow."""
    return Anchor.objects.filter(removed_at=None)


def follows_words(anchor: Anchor) -> str:
    """What an anchor follows, in words; "" for none."""
    if anchor.after is None or anchor.after_days is None:
        return ""
    return counts_words(anchor.after_days, anchor.after_business, anchor.after.name)


class DeadlineTable(Table):
    columns = [
        Column("task", _("What"), link=True, value=str, sort="task__title", needs=("task",)),
        Column("due_day", _("Due"), kind="date", sort="due_day"),
        Column("standing", _("State"), kind="chip", value=standing_of, sort=None, needs=("task__owner", "anchor")),
        Column("counts", _("Counts from"), value=counts_of, sort=None, needs=("anchor",)),
        Column("price", _("To lose"), kind="money", value="task.stake"),
        Column("owner", _("Owner"), kind="person", value="task.owner"),
        Column("account", _("Account"), kind="account", value="task.account"),
    ]


class OfAnchor(Table):
    columns = [
        Column("task", _("What"), link=True, value=str, sort=None, needs=("task",)),
        Column("counts", _("Counts from"), value=counts_of, sort=None),
        Column("price", _("To lose"), kind="money", value="task.stake", sort=None),
        Column("standing", _("State"), kind="chip", value=standing_of, sort=None),
        Column("owner", _("Owner"), kind="person", value="task.owner", sort=None),
    ]


class Anchors(ListPage):
    """The days others count from."""

    model = Anchor
    title = _("Anchors")
    url = "anchors/"
    name = "anchors"
    near = ("deadlines",)
    table = AnchorTable
    order = ("day_on", "id")
    buttons = (actions.create_anchor,)
    bulk = (actions.hand_over_anchor, actions.remove_anchor, actions.restore_anchor)
    filters = (
        Search(("name", "place", "account__name")),
        Choice("kind", _("Kind")),
        PersonFilter("owner", _("Owner")),
        Between("day_on", _("Day")),
        Flag("removed", _("Removed"), Q(removed_at__isnull=False)),
    )
    topics = ("work",)
    empty = Empty(
        _("No anchors yet"),
        _("An anchor is a day others count from: a show opens, a contract ends. Move it, and they move."),
        "anchor",
        (actions.create_anchor.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        found = super().queryset(actor)
        return found.annotate(left=Count("deadlines", filter=OPEN), price=Sum("deadlines__task__stake", filter=OPEN))


class AnchorRecord(RecordPage):
    """One anchor with all that counts from it."""

    model = Anchor
    url = "anchors/<int:pk>/"
    name = "anchor"
    related = ("account", "owner", "after")
    timeline = False
    buttons = (
        actions.move_anchor,
        actions.change_anchor,
        actions.tie_anchor,
        actions.untie_anchor,
        actions.hand_over_anchor,
        actions.remove_anchor,
        actions.restore_anchor,
    )
    panels = (
        Panel(
            "deadlines",
            _("What counts from it"),
            rows=lambda record, actor: deadlines_of([record.pk]),
            table=OfAnchor,
            place="middle",
            all_url=lambda record: f"{reverse('deadlines')}?{urlencode({'q': record.name})}",
        ),
    )

    def state(self, obj: Anchor) -> tuple[Any, str] | None:
        return (_("Removed"), "") if obj.removed_at is not None else None

    def subtitle(self, obj: Anchor) -> str:
        return follows_words(obj)

    def asks(self, obj: Any, actor: Actor) -> dict[str, Question]:
        following = Anchor.objects.filter(after=obj, removed_at=None).order_by("day_on", "id")
        return {"following": Question("list", following.values("name"))}

    def know(self, obj: Any, found: Any) -> None:
        obj.following = ", ".join(row["name"] for row in found["following"])

    def facts(self, obj: Any) -> Sequence[Any]:
        found = [
            (_("Day"), obj.day_on, "date"),
            (_("Kind"), obj.get_kind_display()),
            (_("Place"), obj.place),
            (_("Time zone"), obj.zone),
            (_("Account"), obj.account, "account"),
            (_("Owner"), obj.owner, "person"),
            (_("Follows"), follows_words(obj)),
            (_("Followed by"), obj.following),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]


class Deadlines(ListPage):
    """What has to be done by a day, and what missing it costs."""

    model = Deadline
    title = _("Deadlines")
    url = "deadlines/"
    name = "deadlines"
    near = ("anchors",)
    table = DeadlineTable
    order = ("day_on", "id")
    buttons = (actions.create_deadline,)
    bulk = (actions.finish_deadline, actions.set_deadline_day, actions.follow_anchor, actions.drop_deadline)
    filters = (
        Search(("task__title", "task__account__name", "anchor__name")),
        Choice("state", _("State"), path="task.state"),
        PersonFilter("owner", _("Owner"), path="task.owner"),
        Between("day_on", _("Day by its anchor")),
        Flag("off", _("Off its anchor"), Q(days__isnull=False) & ~Q(due_day=F("day_on"))),
        Flag("fixed", _("Fixed day"), Q(days__isnull=True)),
    )
    tabs = (
        (_("Mine, open"), "state=open&owner=me"),
        (_("Open"), "state=open"),
        (_("Off their anchor"), "state=open&off=1"),
    )
    topics = ("work",)
    empty = Empty(
        _("No deadlines yet"),
        _("A deadline counts from an anchor or stands on its own day, and says what missing it costs."),
        "flag",
        (actions.create_deadline.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return with_due_day(super().queryset(actor))


class DeadlineRecord(RecordPage):
    """One deadline."""

    model = Deadline
    url = "deadlines/<int:pk>/"
    name = "deadline"
    related = ("task__account", "task__owner", "task__team", "anchor")
    timeline = False
    buttons = (
        actions.finish_deadline,
        actions.set_deadline_day,
        actions.change_deadline,
        actions.follow_anchor,
        actions.mark_deadline_told,
        actions.forget_deadline_told,
        actions.drop_deadline,
        actions.reopen_deadline,
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return with_due_day(super().queryset(actor))

    def state(self, obj: Deadline) -> tuple[Any, str] | None:
        return standing_of(obj)

    def subtitle(self, obj: Deadline) -> str:
        return counts_of(obj)

    def owner(self, obj: Deadline) -> Any:
        return obj.task.owner

    def facts(self, obj: Any) -> Sequence[Any]:
        found = [
            (_("Due"), obj.due_day, "date"),
            (_("Day by its anchor"), obj.day_on if off_its_anchor(obj) else None, "date"),
            (_("Anchor"), obj.anchor),
            (_("To lose"), obj.task.stake, "money"),
            (_("Owner"), obj.task.owner, "person"),
            (_("Team"), obj.task.team),
            (_("Account"), obj.task.account, "account"),
            (_("Its task"), obj.task),
            (_("Customer told on"), obj.told_on, "date"),
            (_("Note"), obj.task.note, "prose"),
        ]
        return [fact for fact in found if fact[1] not in (None, "")]
