"""What the frame of every page shows: the rail, who I am, what can be made, what just happened.

Everything is worked out when a template asks for it, and kept for the request: a dialog or a panel that draws no frame
costs no query for it.  The badges of the rail and what its foot needs to know come in one statement.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, TypeVar

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import worker
from callboard.core.access import allows
from callboard.core.actions import Action, Actor
from callboard.core.asking import Question, answers
from callboard.core.registry import Nav, register
from callboard.kit.addresses import action_url, page_url
from callboard.kit.fields import verb
from callboard.kit.notices import NOTICES, bell
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import PAGES, Page
from callboard.kit.tables import Text

T = TypeVar("T")

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
        "nav": _later(request, "nav", lambda request: rail(request).groups),
        "new_items": _later(request, "new", lambda request: new_items(Actor.of(request))),
        "status": _later(request, "status", lambda request: status(request.user)),
        "mail_foot": _later(request, "foot", lambda request: rail(request).foot),
        "toasts": _later(request, "toasts", toasts),
        "find_url": page_url("find") or "/find/",
        "sign_out_url": page_url("sign-out"),
        "me_items": [item for item in (Item(_("My profile"), page_url("profile"), "user"),) if item.url],
        "live_url": LIVE_URL,
        "live": _later(request, "live", lambda request: rail(request).live),
        "bell": _later(request, "bell", the_bell),
    }


def _later(request: HttpRequest, name: str, make: Callable[[HttpRequest], T]) -> Callable[[], T]:
    """What a template gets by asking: `make(request)`, once a request."""
    kept: dict[str, Any] = request.__dict__.setdefault("_kit_frame", {})

    def asked() -> T:
        if name not in kept:
            kept[name] = make(request)
        found: T = kept[name]
        return found

    return asked


@dataclass(frozen=True)
class Rail:
    """The rail: groups of links, the line at its foot, how many notices wait (None: for nobody), and whether pages are live."""

    groups: list[Group]
    foot: FootLine | None
    unread: int | None = None
    live: bool = True


def rail(request: HttpRequest) -> Rail:
    """The rail of a request.  One query."""
    return _later(request, "rail", lambda request: rail_of(request, Actor.of(request)))()


Asked = dict[tuple[Literal["count", "exists", "list"], str], QuerySet[Any, Any] | None]


def rail_of(request: HttpRequest, actor: Actor) -> Rail:
    """The entries the actor may open and the first line somebody has for the foot.  One query."""
    entries = sorted((entry for entry in register.nav if _open(actor, entry)), key=lambda entry: entry.order)
    badges: Asked = {("count", entry.name): entry.badge(actor) for entry in entries if entry.badge is not None}
    feet: Asked = {("list", entry.name): entry.rows(actor) for entry in register.foot}
    alive: Asked = {("exists", "worker"): worker.beats()}
    asked = {key: rows for key, rows in (badges | feet | alive).items() if rows is not None}
    found = answers({key: Question(key[0], rows) for key, rows in asked.items()})
    groups = []
    for group, label in GROUPS.items():
        items = [
            _item(request, entry, found.get(("count", entry.name), 0)) for entry in entries if entry.group == group
        ]
        if shown := [item for item in items if item is not None]:
            groups.append(Group(label, shown))
    lines = (entry.text(found["list", entry.name]) for entry in register.foot if ("list", entry.name) in found)
    line = next((line for line in lines if line is not None), None)
    return Rail(
        groups, FootLine(*line) if line is not None else None, found.get(("count", NOTICES)), found["exists", "worker"]
    )


def the_bell(request: HttpRequest) -> dict[str, Any] | None:
    """The bell of the top bar; nothing for those who are told nothing."""
    unread = rail(request).unread
    return bell(Actor.of(request), unread) if unread is not None else None


def _open(actor: Actor, entry: Nav) -> bool:
    if entry.operation and not allows(actor, entry.operation):
        return False
    page = PAGES.get(entry.url_name)
    return page is None or page.open_to(actor)


def _item(request: HttpRequest, entry: Nav, badge: int) -> Item | None:
    url = page_url(entry.url_name)
    if not url:
        return None
    on = request.path == url or (url != "/" and request.path.startswith(url))
    return Item(entry.label, url, entry.icon, entry.key, badge, entry.badge_tone, on)


def new_items(actor: Actor) -> list[Item]:
    """What the actor can make: the creating actions that stand on some list; what customers are comes first."""
    made = _creating(tuple(PAGES.values()), tuple(register.nav))
    return [
        Item(verb(action), action_url(action), action.icon, dialog=True) for action in made if action.allowed(actor)
    ]


@cache
def _creating(pages: tuple[type[Page], ...], entries: tuple[Nav, ...]) -> tuple[Action[..., Any], ...]:
    """Every creating action of a list, once, in the order of the rail."""
    place = {entry.url_name: (MAKE_ORDER.get(entry.group, 3), entry.order) for entry in reversed(entries)}
    found: dict[str, Action[..., Any]] = {}
    for page in sorted(pages, key=lambda page: place.get(page.name, (3, 0))):
        for action in page.buttons if issubclass(page, ListPage) else ():
            if action.target_model is None:
                found.setdefault(action.name, action)
    return tuple(found.values())


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
    url = action_url(action, person)
    return {"label": person.get_status_display(), "cue": cues.get(now, ""), "url": url, "choices": choices}


def toasts(request: HttpRequest) -> list[Toast]:
    """Messages of this request and the one before; shown once."""
    return [_toast(message) for message in messages.get_messages(request)]


def _toast(message: Any) -> Toast:
    tags = (message.extra_tags or "").split()
    log = next((tag.removeprefix("undo:") for tag in tags if tag.startswith("undo:")), "")
    tone = "over" if message.level >= messages.WARNING else ""
    return Toast(str(message), reverse("undo", args=[log]) if log else "", tone)
