"""My live links and scheduled lists: each a list and a record; and the forms that make them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.company import public
from callboard.kit.listing import links, schedules
from callboard.kit.listing.fetching import why_not
from callboard.kit.listing.models import Every, LiveLink, Schedule, Weekday
from callboard.kit.listing.pages import OfList, list_title, list_url
from callboard.kit.listing.rows import kept_rows
from callboard.kit.listing.telling import told
from callboard.kit.pages.acts import ActionPage
from callboard.kit.pages.lists import Empty, ListPage
from callboard.kit.pages.panels import Panel
from callboard.kit.pages.records import RecordPage
from callboard.kit.tables import Column, Table, Text


class LinkTable(Table):
    columns = (
        Column("name", _("Link"), link=True),
        Column("list", _("List"), value=list_title, sort="page"),
        Column("created_at", _("Made"), kind="when"),
        Column("last_used_at", _("Last fetched"), kind="when"),
        Column("expires_on", _("Ends on"), kind="date"),
        Column("ended_at", _("Ended"), kind="when"),
    )


class LiveLinks(ListPage):
    """The actor's own live links."""

    model = LiveLink
    title = _("Live links")
    url = "profile/links/"
    name = "live-links"
    table = LinkTable
    empty = Empty(_("No live links yet"), _("On any list, under More: Live link for a spreadsheet."), "link")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return visible(LiveLink.objects.all(), actor)


class LiveLinkRecord(RecordPage):
    """One live link; never its token."""

    model = LiveLink
    url = "profile/links/<int:pk>/"
    name = "live-link"
    timeline = False
    buttons = (links.end_live_link,)

    def state(self, obj: LiveLink) -> tuple[Any, str] | None:
        if obj.ended_at:
            return _("Ended"), "pend"
        return (_("Gives no rows"), "due") if self.trouble(obj) else None

    def trouble(self, obj: LiveLink) -> str:
        """Why a spreadsheet that fetches it is told no: read as at a fetch, with the rights of its owner."""
        kept = kept_rows(obj, Actor("person", person=obj.owner))
        return "" if obj.ended_at or kept is None else why_not(kept)

    def facts(self, obj: LiveLink) -> Sequence[Any]:
        return [
            (_("List"), list_title(obj)),
            (_("Shows"), told(obj)),
            (_("Owner"), obj.owner, "person"),
            (_("Made"), obj.created_at, "when"),
            (_("Last fetched"), obj.last_used_at, "when"),
            (_("Ends on"), obj.expires_on, "date"),
            *([(_("What is wrong"), sentence)] if (sentence := self.trouble(obj)) else []),
        ]


class CreateLiveLink(OfList):
    """Shows the address instead of leading on: it is shown nowhere again."""

    action = links.create_live_link
    labels = {"name": _("What it is for")}
    text = _(
        "A spreadsheet fetches the list by this address without signing in, read only, with your rights at that moment. "
        "Whoever has the address sees what you see; end it when it is no longer needed. It ends when you leave."
    )

    def done(self, request: HttpRequest, actor: Actor, target: Any, result: Any) -> HttpResponse:
        url = public(reverse("live", args=[getattr(result, "secret", "-")]))
        context = {"link": result, "address": url, "list_url": reverse("live-links"), "back": list_url(result)}
        return self.render(request, context, "kit/listing/link_made.html")


class EndLiveLink(ActionPage):
    action = links.end_live_link
    danger = True
    text = _("Spreadsheets that fetch it get nothing from now on.")


# Schedules


def when_sent(schedule: Schedule) -> str:
    """ "Every week, Monday, 8:00"."""
    parts = [schedule.get_every_display()]
    if schedule.every == Every.WEEK:
        parts.append(str(Weekday(schedule.weekday).label))
    if schedule.every == Every.MONTH:
        parts.append(now_("on the {day}.").format(day=schedule.day))
    return ", ".join([*(str(part) for part in parts), f"{schedule.hour}:00"])


class ScheduleTable(Table):
    columns = (
        Column("name", _("Scheduled list"), link=True),
        Column("list", _("List"), value=list_title, sort="page"),
        Column("when", _("When"), value=when_sent, sort=None),
        Column("next_at", _("Next"), kind="when"),
        Column("last_at", _("Last sent"), kind="when"),
        Column("paused_at", _("Paused"), kind="when"),
    )


class Schedules(ListPage):
    """The actor's own scheduled lists."""

    model = Schedule
    title = _("Scheduled lists")
    url = "profile/schedules/"
    name = "schedules"
    table = ScheduleTable
    empty = Empty(_("Nothing is mailed yet"), _("On any list, under More: Send by mail regularly."), "mail-forward")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return visible(Schedule.objects.filter(ended_at=None), actor)


class ScheduleRecord(RecordPage):
    """One scheduled list, with its receivers."""

    model = Schedule
    url = "profile/schedules/<int:pk>/"
    name = "schedule"
    timeline = False
    buttons = (
        schedules.send_list_now,
        schedules.change_schedule,
        schedules.set_receivers,
        schedules.pause_schedule,
        schedules.resume_schedule,
        schedules.end_schedule,
        schedules.restore_schedule,
    )
    panels = (
        Panel(
            "receivers",
            _("Goes to"),
            "kit/listing/receivers.html",
            context=lambda schedule, actor: {"receivers": schedule.receivers.select_related("person").order_by("id")},
        ),
    )

    def state(self, obj: Schedule) -> tuple[Any, str] | None:
        if obj.ended_at:
            return _("Ended"), "pend"
        return (obj.paused_note or _("Paused"), "due") if obj.paused_at else None

    def facts(self, obj: Schedule) -> Sequence[Any]:
        return [
            (_("List"), list_title(obj)),
            (_("Shows"), told(obj)),
            (_("When"), when_sent(obj)),
            (_("Time zone"), obj.zone),
            (_("Next"), obj.next_at if not obj.paused_at else None, "when"),
            (_("Last sent"), obj.last_at, "when"),
            (_("Owner"), obj.owner, "person"),
        ]


#: Of weekday and day of the month the form shows what fits the rhythm (form.css); both are always sent.
_HOURS: dict[str, Text] = {
    "weekday": _("On which weekday"),
    "day": _("On which day of the month"),
    "hour": _("At which hour, 0 to 23"),
}


class CreateSchedule(OfList):
    action = schedules.create_schedule
    labels = {"name": _("What it is called"), "to": _("Goes to"), **_HOURS}
    fields = ("name", "every", "weekday", "day", "hour", "to")
    text = _("Each receiver gets the rows they have the right to see, as a file, and can unsubscribe in the mail.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"to": [actor.person_id]}

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("schedule", args=[result.pk])


class ChangeSchedule(ActionPage):
    action = schedules.change_schedule
    labels = _HOURS
    fields = ("name", "every", "weekday", "day", "hour")


class SetReceivers(ActionPage):
    action = schedules.set_receivers
    labels = {"to": _("Goes to")}

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"to": list(target.receivers.filter(stopped_at=None).values_list("person_id", flat=True))}


class EndSchedule(ActionPage):
    action = schedules.end_schedule

    def next_url(self, result: Any, target: Any) -> str:
        return reverse("schedules")
