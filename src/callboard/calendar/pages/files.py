"""Calendar files: read, looked at event by event, brought in, taken back; and a calendar or an event as a file."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.calendar import actions
from callboard.calendar.models import Calendar, Event, EventFile, FileState
from callboard.calendar.queries.giving import given, spoken
from callboard.calendar.reading.ics import write_ics
from callboard.calendar.rules.bringing import Verdict
from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.kit.filters import Between, Choice, Search
from callboard.kit.pages import ActionPage, ListPage, RecordPage
from callboard.kit.pages.lists import Empty
from callboard.kit.pages.page import Page
from callboard.kit.tables import Column, Table

#: So many events of a file are shown at once, refused and changed ones first.
SHOWN = 500
WORDS = {
    Verdict.REFUSED: _("Refused"),
    Verdict.UPDATED: _("Changes"),
    Verdict.CREATED: _("New"),
    Verdict.SKIPPED: _("Left out"),
    Verdict.SAME: _("As it is"),
}
TONES = {FileState.READ: "due", FileState.DONE: "won"}


class FileTable(Table):
    columns = (
        Column("name", _("File"), link=True),
        Column("calendar", _("Calendar")),
        Column("state", _("State"), value=lambda row: row.get_state_display()),
        Column("created", _("New"), kind="number"),
        Column("updated", _("Changed"), kind="number"),
        Column("left", _("As they are"), kind="number"),
        Column("refused", _("Refused"), kind="number"),
        Column("person", _("Brought by"), kind="person"),
        Column("created_at", _("When"), kind="when"),
    )


class EventFiles(ListPage):
    """Every calendar file that was brought."""

    model = EventFile
    title = _("Calendar files")
    url = "calendar-files/"
    name = "calendar-files"
    table = FileTable
    filters = (Search(("name",)), Choice("state", _("State")), Between("created_at", _("When")))
    order = ("-id",)
    paste = False
    near = ("calendars", "calendar-feeds")
    empty = Empty(_("No calendar file yet"), _("Open one of the calendars and press “Read event file”."), "file-import")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).defer("rows", "made", "was")


class EventFileRecord(RecordPage):
    """What a file would do, or did, event by event with the reason."""

    model = EventFile
    url = "calendar-files/<int:pk>/"
    name = "calendar-file"
    related = ("calendar", "person")
    buttons = (actions.bring_in_events, actions.take_events_back, actions.drop_event_file)
    template = "calendar/file.html"
    timeline = False

    def state(self, obj: EventFile) -> tuple[Any, str] | None:
        return obj.get_state_display(), TONES.get(FileState(obj.state), "")

    def facts(self, obj: EventFile) -> Sequence[Any]:
        return [
            (_("Calendar"), obj.calendar),
            (_("New"), obj.created),
            (_("Changed"), obj.updated),
            (_("As they are"), obj.left),
            (_("Refused"), obj.refused),
            (_("Zone"), obj.zone),
            (_("Brought by"), obj.person, "person"),
            (_("When"), obj.created_at, "when"),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        wanted = request.GET.get("only", "")
        rows = [row for row in obj.rows if not wanted or row[0] == wanted]
        counts = Counter(row[0] for row in obj.rows)
        return {
            "rows": [_row(row) for row in rows[:SHOWN]],
            "further": max(len(rows) - SHOWN, 0),
            "kinds": [
                {"label": f"{now_('All')} {len(obj.rows):,}", "url": "?", "on": not wanted},
                *(
                    {"label": f"{words} {counts[verdict]:,}", "url": f"?only={verdict}", "on": wanted == verdict}
                    for verdict, words in WORDS.items()
                    if counts[verdict]
                ),
            ],
        }


def _row(row: Sequence[Any]) -> dict[str, Any]:
    verdict, uid, title, start, *why = row
    said = now_(why[0][0]).format(**why[0][1]) if why else ""
    shown = title or uid or now_("Private")
    return {"word": WORDS[Verdict(verdict)], "title": shown, "start": start.replace("T", " ")[:16], "why": said}


class ReadEventFile(ActionPage):
    action = actions.read_event_file
    fields = ("file", "zone")
    labels = {"file": _("Calendar file (.ics)"), "zone": _("Zone of times that name none; empty for the calendar's")}
    text = _(
        "Outlook: File, Save Calendar. Google: Settings, Export. Apple: File, Export. Nothing is changed before you have "
        "seen what it would do."
    )
    submit = _("Read it")


class CalendarDownload(Page):
    """A whole calendar as .ics, as much of it as one sees."""

    title = _("Calendar as a file")
    url = "calendars/<int:pk>/file.ics"
    name = "calendar-ics"
    who = "calendar.view"

    def get(self, request: HttpRequest, actor: Actor, pk: int, **kwargs: Any) -> HttpResponse:
        calendar = visible(Calendar.objects.filter(pk=pk), actor).first()
        if calendar is None:
            raise Http404
        return ics(spoken(given(actor, calendar)), calendar.name)


class EventDownload(Page):
    """One event as .ics, a series with its changed times."""

    title = _("Event as a file")
    url = "events/<int:pk>/event.ics"
    name = "event-ics"
    who = "calendar.view"

    def get(self, request: HttpRequest, actor: Actor, pk: int, **kwargs: Any) -> HttpResponse:
        event = visible(Event.objects.standing().filter(pk=pk), actor).select_related("organizer").first()
        if event is None:
            raise Http404
        changed = visible(Event.objects.standing().filter(series=event), actor).select_related("organizer")
        return ics(spoken([event, *changed.order_by("recurrence_of")]), event.title)


def ics(said: Sequence[Any], name: str) -> HttpResponse:
    """As a file to save."""
    body = write_ics(said, at=clock.now(), name=name)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    safe = "".join(letter for letter in name if letter.isalnum() or letter in " -_").strip()[:60] or "calendar"
    response["Content-Disposition"] = content_disposition_header(True, f"{safe}.ics") or "attachment"
    response["Cache-Control"] = "no-store"
    return response
