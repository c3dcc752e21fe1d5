"""The bell: what one is told, its panel and its page.  A notice is shown while its person may see what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from callboard.core.access import policy, sees_all, view_of, visible
from callboard.core.actions import Actor
from callboard.core.delivery import label_of
from callboard.core.models import Model as HouseModel
from callboard.core.models import Notice
from callboard.core.refs import kind_of, number_in
from callboard.core.registry import Nav, register
from callboard.kit.actions import read_all_notices, read_notice
from callboard.kit.filters import Choice, Flag
from callboard.kit.pages import ActionPage, Empty, ListPage
from callboard.kit.pages.page import is_part
from callboard.kit.tables import Column, Table

#: What the panel under the bell shows; the page has the rest.
IN_PANEL = 8
#: Letters of what somebody wrote, under the line that says so.
WORDS = 160
#: The most a desktop is told at once after a silence.
ON_DESKTOP = 5
#: The entry of the rail that is no link of it, but counted with the others.
NOTICES = "notices"


def _kinds() -> dict[str, type[Model]]:
    """The kinds of records a notice can lead to."""
    found = (model for model in apps.get_models() if issubclass(model, HouseModel))
    return {kind_of(model): model for model in found if kind_of(model) in register.record_urls}


def _about_what_is_seen(actor: Actor) -> Q:
    """The condition that the actor may see what a notice is about: by its kind alone where the matrix opens all of it."""
    open_kinds, some = [""], Q()
    for kind, model in _kinds().items():
        if sees_all(actor, model):
            open_kinds.append(kind)
        elif policy().scope(actor, view_of(model)) != "none":
            seen = visible(model._default_manager.all(), actor)
            some |= Q(ref_kind=kind, ref_id__in=seen.order_by().values("pk"))
    return Q(ref_kind__in=open_kinds) | some


def notices_of(actor: Actor) -> QuerySet[Notice]:
    """The actor's notices about what they may still see, the bundled ones behind their heads.  One statement."""
    mine = Notice.objects.filter(person=actor.person_id, on_page=True, bundle=None)
    return mine.filter(_about_what_is_seen(actor))


def unread(actor: Actor) -> QuerySet[Notice]:
    return notices_of(actor).filter(read_at=None)


@dataclass(frozen=True)
class NoticeRow:
    """A notice for its template.  url: the record's page; more: (words, address) of the others of its bundle."""

    notice: Notice
    label: str
    icon: str
    url: str
    more: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """What somebody wrote, where the event brings that; else the subject says all there is."""
        known = register.notification_event.get(self.notice.event)
        text = " ".join(self.notice.text.split()) if known is not None and known.quotes else ""
        return str(Truncator(text).chars(WORDS))


def rows_of(notices: Iterable[Notice], actor: Actor) -> list[NoticeRow]:
    """The notices for their template, with the others of their bundles.  One query for all bundles."""
    heads = list(notices)
    bundled = [head.pk for head in heads if head.more]
    others: dict[int, list[tuple[str, str]]] = {}
    if bundled:
        mine = Notice.objects.filter(person=actor.person_id, on_page=True, bundle__in=bundled)
        for one in mine.filter(_about_what_is_seen(actor)).order_by("id"):
            others.setdefault(one.bundle_id or 0, []).append((one.subject, url_of_notice(one)))
    return [
        NoticeRow(head, label_of(head.event), _icon(head), url_of_notice(head), tuple(others.get(head.pk, ())))
        for head in heads
    ]


def _icon(notice: Notice) -> str:
    known = register.notification_event.get(notice.event)
    return known.icon if known is not None else "bell"


def url_of_notice(notice: Notice) -> str:
    """The page of what it is about, by kind and id alone."""
    event = register.notification_event.get(notice.event)
    if event is not None and event.opens:
        return reverse(event.opens)
    known = register.record_urls.get(notice.ref_kind)
    return known(notice.ref_id) if known is not None and notice.ref_id is not None else ""


class NoticeTable(Table):
    columns = (
        Column("subject", _("What")),
        Column("event", _("Kind"), value=lambda row: label_of(row.event), sort="event"),
        Column("by_person", _("From"), kind="person"),
        Column("created_at", _("When"), kind="when"),
        Column("read_at", _("Read"), kind="when"),
    )


def _events() -> list[tuple[str, str]]:
    return [(event.name, str(event.label)) for event in register.notification_event if not event.fixed]


class Notices(ListPage):
    """What the actor is told.  ``?part=bell``, ``?part=panel``: pieces of the frame; ``?part=desktop&after=7``: JSON."""

    model = Notice
    title = _("Notices")
    url = "notices/"
    name = "notices"
    template = "kit/notices.html"
    table = NoticeTable
    order = ("-created_at", "-id")
    filters = (
        Flag("new", _("Not read"), lambda actor: Q(read_at=None)),
        Choice("event", _("Kind"), choices=_events),
    )
    tabs = ((_("New"), "new=1"), (_("All"), ""))
    buttons = (read_all_notices,)
    empty = Empty(
        _("Nothing yet"), _("What others give you or say to you is told here, and by mail as you choose."), "bell"
    )

    def queryset(self, actor: Actor) -> QuerySet[Notice]:
        return notices_of(actor).select_related("by_person")

    def live_topics(self) -> list[str]:
        return [self.topic]

    def get(self, request: HttpRequest, actor: Actor, **kwargs: Any) -> HttpResponseBase:
        self.topic, self.actor = f"bell:{actor.person_id}", actor
        part = request.GET.get("part", "")
        if part == "bell":
            return self.render(request, {"bell": bell(actor)}, "kit/frame/bell.html")
        if part == "panel":
            return self.render(request, self._panel(actor), "kit/notices_panel.html")
        if part == "desktop":
            return JsonResponse({"notices": self._desktop(request, actor)})
        return super().get(request, actor, **kwargs)

    def render(
        self, request: HttpRequest, context: dict[str, Any], template: str = "", status: int = 200
    ) -> HttpResponse:
        if "table" in context:
            context["rows"] = rows_of((row.obj for row in context["table"].rows), self.actor)
        mine = "kit/notices_rows.html" if template == "kit/list_rows.html" else template
        return super().render(request, context, mine, status)

    def _panel(self, actor: Actor) -> dict[str, Any]:
        rows = list(notices_of(actor).select_related("by_person").order_by("-created_at", "-id")[:IN_PANEL])
        return {"rows": rows_of(rows, actor), "bell": bell(actor), "here": ""}

    def _desktop(self, request: HttpRequest, actor: Actor) -> list[dict[str, Any]]:
        """What an open page says on the desktop: not read, chosen so, newer than the page last heard."""
        known = number_in(request.GET.get("after", "")) or 0
        found = unread(actor).filter(on_desktop=True, pk__gt=known).order_by("-id")[:ON_DESKTOP]
        return [
            {
                "id": one.pk,
                "title": label_of(one.event),
                "text": one.subject,
                "url": url_of_notice(one) or reverse(self.name),
            }
            for one in reversed(found)
        ]


class ReadNotice(ActionPage):
    """Following the link of a notice reads it: the next page has nothing to say of that."""

    action = read_notice

    def done(self, request: HttpRequest, actor: Actor, target: Any, result: Any) -> HttpResponse:
        return HttpResponse(status=204) if is_part(request) else super().done(request, actor, target, result)


def bell(actor: Actor, count: int | None = None) -> dict[str, Any]:
    """The bell for its template; `count` where it is known already."""
    number = unread(actor).count() if count is None else count
    return {"count": number, "shown": "99+" if number > 99 else str(number), "topic": f"bell:{actor.person_id}"}


register.nav.add(Nav(NOTICES, "", _("Notices"), "notices", "bell", operation="kit.notices", badge=unread))
