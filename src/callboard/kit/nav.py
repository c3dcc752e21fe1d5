"""What the frame of every page shows: the rail, who I am, what can be made, what just happened.

Everything is lazy and kept for the request: a dialog or a panel that draws no frame costs no query for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from psycopg import sql

from callboard.core.access import allows
from callboard.core.actions import Actor
from callboard.core.registry import Nav, register
from callboard.kit.fields import verb
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import PAGES, Page
from callboard.kit.tables import Text

GROUPS: dict[str, Text] = {"today": _("Today"), "customers": _("Customers"), "team": _("Team")}
#: What is made for a customer comes before what is made for the house.
MAKE_ORDER = {"customers": 0, "today": 1, "team": 2}
LIVE_URL = "/ev/"


@dataclass(frozen=True)
class Item:
    """A link of the rail or of a menu."""

    label: Text
    url: str
    icon: str = ""
    key: str = ""
    badge: int = 0
    badge_tone: str = ""
    on: bool = False
    dialog: bool = False


@dataclass(frozen=True)
class Group:
    label: Text
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Toast:
    """What was done; undo_url takes it back."""

    text: str
    undo_url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class FootLine:
    text: str
    tone: str


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor of kit/frame.html."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"toasts": _later(request, "toasts", toasts), "live_url": ""}
    return {
        "me": user,
        "theme": getattr(user, "theme", ""),
        "keys": request.COOKIES.get("keys") or ("off" if getattr(user, "keys_off", False) else "on"),
        "nav": _later(request, "nav", lambda request: groups(request, Actor.of(request))),
        "new_items": _later(request, "new", lambda request: new_items(Actor.of(request))),
        "status": _later(request, "status", lambda request: status(request.user)),
        "mail_foot": _later(request, "foot", lambda request: foot(Actor.of(request))),
        "toasts": _later(request, "toasts", toasts),
        "find_url": _address("find") or "/find/",
        "sign_out_url": _address("sign-out"),
        "me_items": [item for item in (Item(_("My profile"), _address("profile"), "user"),) if item.url],
        "live_url": LIVE_URL,
    }


def _later(request: HttpRequest, name: str, make: Any) -> Any:
    """`make(request)` when a template asks for it, once a request."""
    kept: dict[str, Any] = request.__dict__.setdefault("_kit_frame", {})
    if name not in kept:
        kept[name] = SimpleLazyObject(lambda: make(request))
    return kept[name]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def groups(request: HttpRequest, actor: Actor) -> list[Group]:
    """The rail: the entries the actor may open, all badges in one query."""
    found: list[Group] = []
    entries = sorted((entry for entry in register.nav if _open(actor, entry)), key=lambda entry: entry.order)
    waiting = badges(actor, entries)
    for key, label in GROUPS.items():
        items = [_item(request, entry, waiting.get(entry.name, 0)) for entry in entries if entry.group == key]
        if shown := [item for item in items if item is not None]:
            found.append(Group(label, shown))
    return found


def _open(actor: Actor, entry: Nav) -> bool:
    if entry.operation and not allows(actor, entry.operation):
        return False
    page = PAGES.get(entry.url_name)
    return page is None or page.open_to(actor)


def badges(actor: Actor, entries: Iterable[Nav]) -> dict[str, int]:
    """How many rows wait behind each entry, by its name, counted in one statement."""
    counted: dict[str, tuple[str, tuple[Any, ...]]] = {}
    for entry in entries:
        rows = entry.badge(actor) if entry.badge else None
        if rows is None:
            continue
        try:
            counted[entry.name] = rows.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue  # a condition nothing can meet has no SQL
    if not counted:
        return {}
    wanted = [
        sql.SQL("(SELECT count(*) FROM ({}) waiting)").format(sql.SQL(query)) for query, _values in counted.values()
    ]
    values = [value for _query, given in counted.values() for value in given]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT {}").format(sql.SQL(", ").join(wanted)), values)
        return dict(zip(counted, cursor.fetchone(), strict=True))


def _item(request: HttpRequest, entry: Nav, badge: int) -> Item | None:
    url = _address(entry.url_name)
    if not url:
        return None
    on = request.path == url or (url != "/" and request.path.startswith(url))
    return Item(entry.label, url, entry.icon, entry.key, badge, entry.badge_tone, on)


def new_items(actor: Actor) -> list[Item]:
    """What the actor can make: the creating actions that stand on some list; what customers are comes first."""
    found: dict[str, Item] = {}
    for page in sorted(PAGES.values(), key=_rank):
        for action in page.buttons if issubclass(page, ListPage) else ():
            if action.target_model is None and action.name not in found and action.allowed(actor):
                found[action.name] = Item(verb(action), reverse("do", args=[action.name]), action.icon, dialog=True)
    return list(found.values())


def _rank(page: type[Page]) -> tuple[int, int]:
    entry = next((entry for entry in register.nav if entry.url_name == page.name), None)
    return (MAKE_ORDER.get(entry.group, 3), entry.order) if entry is not None else (3, 0)


def status(person: Any) -> dict[str, Any] | None:
    """What the person says they are doing, and the other choices; None where people have no status."""
    action = register.actions.get(getattr(settings, "STATUS_ACTION", "team.set_status"))
    now = getattr(person, "status", None)
    if action is None or now is None or action.target_model is None:
        return None
    cues = {"available": "ok", "on_call": "busy", "wrap_up": "busy", "away": "off"}
    pairs: Iterable[tuple[str, Any]] = person._meta.get_field("status").flatchoices
    choices = [
        {"value": value, "label": label, "cue": cues.get(value, ""), "on": value == now} for value, label in pairs
    ]
    url = reverse("do", args=[action.name, person.pk])
    return {"label": person.get_status_display(), "cue": cues.get(now, ""), "url": url, "choices": choices}


def foot(actor: Actor) -> FootLine | None:
    """The first line somebody has for the foot of the rail."""
    for entry in register.foot:
        if (line := entry.text(actor)) is not None:
            return FootLine(*line)
    return None


def toasts(request: HttpRequest) -> list[Toast]:
    """Messages of this request and the one before; shown once."""
    return [_toast(message) for message in messages.get_messages(request)]


def _toast(message: Any) -> Toast:
    tags = (message.extra_tags or "").split()
    log = next((tag.removeprefix("undo:") for tag in tags if tag.startswith("undo:")), "")
    tone = "over" if message.level >= messages.WARNING else ""
    return Toast(str(message), reverse("undo", args=[log]) if log else "", tone)
