"""What calendars hang on the registries."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from callboard.calendar import checks, jobs
from callboard.calendar.actions.calendars import put_away
from callboard.calendar.actions.feeds import end_feeds
from callboard.calendar.actions.invited import ANSWERED, INVITED
from callboard.calendar.actions.inviting import ASKED
from callboard.calendar.models import Event
from callboard.calendar.queries.asked import asked_by
from callboard.calendar.queries.sources import SOURCES
from callboard.core import clock
from callboard.core.registry import Check, Nav, NotificationEvent, OwnedKind, PanelEntry, Part, SearchSource, register
from callboard.kit.pieces.prose import internal

register.nav.add(
    Nav("calendar", "today", _("Calendar"), "calendar", "calendar", order=40, key="m", operation="calendar.view")
)
register.search_source.add(
    SearchSource(
        "calendar.event",
        _("Events"),
        "calendar-event",
        title=("title",),
        detail=("place", "calendar__name"),
        text=("text",),
        weight=25,
        word="event",
        where=Q(removed_at=None),
    )
)
register.check.add(Check("calendar.occurrences", run=checks.occurrences))
register.owned_kind.add(
    OwnedKind(
        "calendar.event",
        _("events they organize"),
        lambda pk: Event.objects.ahead(clock.business_day(clock.now())).filter(organizer=pk),
        "calendar.hand_over_event",
        columns=("calendar.event.organizer",),
        account="account_id",
        has="account__owner_id",
    )
)
register.notification_event.add(
    NotificationEvent("event_reminder", _("An event is about to begin"), mail="off", icon="alarm")
)
for name, dates in SOURCES.items():
    register.date_source.add(Part(name, dates))
register.leaver.add(Part("own-calendar", put_away))
register.leaver.add(Part("calendar-feeds", end_feeds))
register.notification_event.add(
    NotificationEvent(ASKED, _("You are asked to an event"), icon="calendar-plus", can_mute=False)
)
register.notification_event.add(NotificationEvent(ANSWERED, _("A guest answers an invitation"), icon="calendar-check"))
register.notification_event.add(
    NotificationEvent(INVITED, _("What somebody else organizes is changed or called off"), icon="calendar-x")
)
register.panel.add(
    PanelEntry(
        "invitations",
        "channels.message",
        _("Asks us to"),
        "calendar/asked.html",
        asked_by,
        order=20,
        operation="channels.view",
    )
)
internal("calendar.create_event", "text")
internal("calendar.change_event", "text")

__all__ = ["jobs"]
