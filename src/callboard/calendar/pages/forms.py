"""The forms of events where more is to be said than their parameters."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.calendar import actions
from callboard.calendar.actions.parts import wall_of
from callboard.calendar.actions.series import by_itself
from callboard.calendar.models import Calendar, Category, Event
from callboard.calendar.rules.reminding import alarm_of
from callboard.calendar.rules.repeating import end_of, repeats_of
from callboard.core.access import visible
from callboard.core.actions import Actor, Invalid
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage
from callboard.kit.tables import Text
from callboard.kit.when import time_text

LABELS: dict[str, Text] = {
    "alarm": _("Reminder"),
    "starts": _("At, like 9:30 or 2 pm; empty for the whole day"),
    "ends": _("Until; empty for an hour"),
    "ends_on": _("Last day"),
    "until": _("Repeats until"),
    "times": _("How many times"),
}


class CreateEvent(ActionPage):
    """Begins with the day it was pressed on."""

    action = actions.create_event
    fields = (
        "title",
        "starts_on",
        "starts",
        "ends",
        "ends_on",
        "calendar",
        "categories",
        "repeats",
        "until",
        "times",
        "rule",
        "place",
        "account",
        "alarm",
        "text",
        "zone",
    )
    labels = {
        **LABELS,
        "rule": _("Another rule, as calendars write it"),
        "zone": _("Time zone; empty for yours"),
        "calendar": _("Calendar; empty for your own"),
    }
    days = ("starts_on",)

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return _choices(name, actor)


class ChangeEvent(ActionPage):
    """Begins with what the event says."""

    action = actions.change_event
    fields = (
        "title",
        "starts_on",
        "starts",
        "ends",
        "ends_on",
        "repeats",
        "until",
        "times",
        "place",
        "categories",
        "alarm",
        "text",
        "busy",
        "private",
    )
    labels = {**LABELS, "times": _("How many times; 0 for without end")}

    def words(self, actor: Actor, target: Any) -> Text:
        if target.rule or target.adds:
            return _("Every time of the series is changed. One time, or all from one on: under Next times.")
        return ""

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return _choices(name, actor)

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        until, times = end_of(target.rule, target.starts)
        return {
            **_said_of(target),
            "repeats": repeats_of(target.rule, target.starts),
            "until": until,
            "times": times,
            "categories": list(Category.objects.filter(name__in=target.categories)),
            "alarm": alarm_of(target.alarms),
            "busy": target.busy,
            "private": target.private,
        }


def _said_of(event: Event) -> dict[str, Any]:
    """What its fields begin with."""
    return {
        "title": event.title,
        "starts_on": event.starts_on,
        "starts": time_text(event.starts_time) if event.starts_time else "",
        "ends_on": event.ends_on,
        "ends": time_text(event.ends_time) if event.ends_time else "",
        "place": event.place,
        "text": event.text,
    }


def _choices(name: str, actor: Actor) -> QuerySet[Any] | None:
    if name == "categories":
        return visible(Category.objects.filter(retired_at=None), actor)
    return visible(Calendar.objects.filter(archived_at=None), actor) if name == "calendar" else None


MOVING: dict[str, Text] = {
    "which": _("Which times"),
    "when": _("In words, like “tue 9” or “+3”"),
    "starts_on": _("Or on"),
    "starts": _("At; empty for the same time"),
}


class Quiet(ActionPage):
    """Which time is meant, and where it was taken from, travels with the form unseen; it leads back to where it was pressed."""

    stays = True

    def stands_on(self, request: HttpRequest, target: Any) -> date | None:
        try:
            return date.fromisoformat(request.GET.get("shown_on", ""))
        except ValueError:
            return None

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        form = super().form(request, actor, target)
        for name in {"shown_on", "shown_at", "key"} & form.fields.keys():
            form.fields[name].widget = forms.HiddenInput()
        return form


class MoveEvent(Quiet):
    """In words, or by day and time."""

    days = ("starts_on",)
    action = actions.move_event
    fields = ("when", "starts_on", "starts")
    labels = {name: MOVING[name] for name in fields}


class ChangeTime(Quiet):
    """Begins with what that time says."""

    action = actions.change_time
    title = _("Change event")
    submit = _("Change event")
    fields = ("which", "title", "starts_on", "starts", "ends", "ends_on", "place", "text")
    labels = {"which": MOVING["which"], **{name: LABELS[name] for name in ("starts", "ends", "ends_on")}}
    digits = "which"

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        key = request.GET.get("key") or request.POST.get("key", "")
        one = by_itself(target, key) or target
        days = timedelta(0)
        if one is target:
            with suppress(Invalid):
                days = wall_of(key).date() - target.starts_on
        return {
            **_said_of(one),
            "which": actions.Which.ONE,
            "starts_on": one.starts_on + days,
            "ends_on": one.ends_on + days,
        }


class LeaveOut(Quiet):
    action = actions.leave_out


class MoveTime(Quiet):
    """Of a series: that time, those from it on, or all."""

    days = ("starts_on",)
    action = actions.move_time
    title = _("Move event")
    submit = _("Move event")
    fields = ("which", "when", "starts_on", "starts")
    labels = MOVING
    digits = "which"
