"""What the frame of every page shows: the rail, who I am, what can be made, what just happened.

Everything is worked out when a template asks for it, and kept for the request: a dialog or a panel that draws no frame
costs no query for it.  The badges of the rail and what its foot needs to know come in one statement.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from callboard.core import worker
from callboard.core.access import allows
from callboard.core.actions import Action, Actor
from callboard.core.asking import Question, kept
from callboard.core.registry import Nav, register
from callboard.core.whose import whose
from callboard.kit.addresses import action_url, page_url
from callboard.kit.fields import verb
from callboard.kit.hands.state import hands_of
from callboard.kit.notices import NOTICES, bell
from callboard.kit.pages.buttons import key_of
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import PAGES, Page
from callboard.kit.status import status_of
from callboard.kit.tables import Text
from callboard.kit.undoing import undo_url

T = TypeVar("T")

GROUPS: dict[str, Text] = {
    "today": _("Today"),
    "customers": _("Customers"),
    "work": _("Work"),
    "team": _("Team"),
    "more": _("More"),
}
SHUT = "more"  #: folded away: what few need on most days
#: What is made for a customer comes before what is made for the house.
MAKE_ORDER = {"customers": 0, "today": 1, "work": 2, "team": 3, "more": 4}
NOWHERE, REST = (5, 0, ""), _("Set up")
LIVE_URL = "/ev/"
HUB = "kit/js/hub.js"


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
    #: The name its badge is counted under; "" where nothing is.
    counted: str = ""
    #: What of a menu it stands under.
    group: Text = ""


@dataclass(frozen=True)
class Group:
    """Links of the rail under one word. shut: they are folded away, for none of them is where one is."""

    label: Text
    items: list[Item] = field(default_factory=list)
    folds: bool = False

    @property
    def shut(self) -> bool:
        return self.folds and not any(item.on for item in self.items)


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
        "new_items": _later(request, "new", lambda request: new_items(Actor.of(request), _root(request))),
        "hands": _later(request, "hands", lambda request: hands_of(request.user)),
        "status": _later(request, "status", lambda request: status_of(request.user)),
        "mail_foot": _later(request, "foot", lambda request: rail(request).foot),
        "toasts": _later(request, "toasts", toasts),
        "find_url": page_url("find") or "/find/",
        "practice_url": page_url("practice") if settings.COMPANY == "practice" else "",
        "sign_in_url": str(settings.LOGIN_URL),
        "sign_out_url": page_url("sign-out"),
        "me_items": [item for item in (Item(_("My profile"), page_url("profile"), "user"),) if item.url],
        "live_url": LIVE_URL,
        "live": _later(request, "live", lambda request: rail(request).live),
        "bell": _later(request, "bell", the_bell),
        "hub_url": static(HUB),
        "live_after": "" if (newest := getattr(user, "newest_change", None)) is None else str(newest),
        "counts": _later(request, "counts", lambda request: " ".join(count_topics(Actor.of(request)))),
        "counts_url": page_url("counts"),
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


Asked = dict[tuple[Literal["count", "exists", "list"], str], Question]


def rail_of(request: HttpRequest, actor: Actor) -> Rail:
    """The entries the actor may open and the first line somebody has for the foot.  One query."""
    entries = entries_of(actor)
    found = kept(_whose("rail", actor, entries), lambda: _of_rail(actor, entries)).answers()
    groups = []
    for group, label in GROUPS.items():
        items = [
            _item(request, entry, found.get(("count", entry.name), 0)) for entry in entries if entry.group == group
        ]
        if shown := [item for item in items if item is not None]:
            groups.append(Group(label, shown, folds=group == SHUT))
    lines = (entry.text(found["list", entry.name]) for entry in register.foot if ("list", entry.name) in found)
    line = next((line for line in lines if line is not None), None)
    return Rail(
        groups, FootLine(*line) if line is not None else None, found.get(("count", NOTICES)), found["exists", "worker"]
    )


def the_bell(request: HttpRequest) -> dict[str, Any] | None:
    """The bell of the top bar; nothing for those who are told nothing."""
    unread = rail(request).unread
    return bell(Actor.of(request), unread) if unread is not None else None


def entries_of(actor: Actor) -> list[Nav]:
    """The places the actor may open, in order."""
    return sorted((entry for entry in register.nav if _open(actor, entry)), key=lambda entry: entry.order)


def counts_of(actor: Actor) -> dict[str, int]:
    """How many rows wait behind each place, by its name.  One query."""
    entries = entries_of(actor)
    found = kept(_whose("counts", actor, entries), lambda: _badges(actor, entries)).answers()
    return {name: count for (_kind, name), count in found.items()}


def count_topics(actor: Actor) -> list[str]:
    """The topics after which some badge of the actor is counted again."""
    return sorted({topic for entry in entries_of(actor) if entry.topics for topic in entry.topics(actor)})


def _of_rail(actor: Actor, entries: Iterable[Nav]) -> Asked:
    feet = {entry.name: entry.rows(actor) for entry in register.foot}
    return {
        **_badges(actor, entries),
        **{("list", name): Question("list", rows) for name, rows in feet.items() if rows is not None},
        ("exists", "worker"): Question("exists", worker.beats()),
    }


def _badges(actor: Actor, entries: Iterable[Nav]) -> Asked:
    waiting = {entry.name: entry.badge(actor) for entry in entries if entry.badge is not None}
    return {("count", name): Question("count", rows) for name, rows in waiting.items() if rows is not None}


def _whose(what: str, actor: Actor, entries: Iterable[Nav]) -> Hashable:
    """All that the questions of the rail depend on (core/registry.Nav)."""
    return (
        what,
        whose(actor),
        tuple((entry.name, entry.badge) for entry in entries),
        tuple(e.rows for e in register.foot),
    )


def places(request: HttpRequest, actor: Actor) -> list[Group]:
    """The rail without its badges: no query."""
    entries = entries_of(actor)
    found = []
    for key, label in GROUPS.items():
        items = [_item(request, entry, 0) for entry in entries if entry.group == key]
        if shown := [item for item in items if item is not None]:
            found.append(Group(label, shown))
    return found


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
    counted = entry.name if entry.badge is not None else ""
    return Item(entry.label, url, entry.icon, entry.key, badge, entry.badge_tone, on, counted=counted)


def _root(request: HttpRequest) -> int | None:
    """The account the page is about, where it is about one; a record's page says so."""
    found: int | None = getattr(request, "about_root", None)
    return found


def new_items(actor: Actor, root: int | None = None) -> list[Item]:
    """What the actor can make: the creating actions that stand on some list; what customers are comes first.

    root: the account the page is about; where an action takes one, its form begins with it.
    """
    made = _creating(tuple(PAGES.values()), tuple(register.nav))
    return [
        Item(
            verb(action), _begun(action, root), action.icon, key_of(action), dialog=True, group=GROUPS.get(group, REST)
        )
        for action, group in made
        if action.allowed(actor)
    ]


def _begun(action: Action[..., Any], root: int | None) -> str:
    takes = root is not None and any(param.name in ("account", "accounts") for param in action.params)
    return action_url(action) + (f"?{urlencode({'account': root})}" if takes else "")


@cache
def _creating(pages: tuple[type[Page], ...], entries: tuple[Nav, ...]) -> "tuple[tuple[Action[..., Any], str], ...]":
    """Every action of a list that makes a record, once, with its group, in the order of the rail; what acts on many rows
    makes none."""
    place = {each.url_name: (MAKE_ORDER.get(each.group, 5), each.order, each.group) for each in reversed(entries)}
    found: dict[str, tuple[Action[..., Any], str]] = {}
    for page in sorted(pages, key=lambda page: place.get(page.name, NOWHERE)):
        for action in page.buttons if issubclass(page, ListPage) else ():
            if action.target_model is None and action.body.__annotations__.get("return") is not None:
                found.setdefault(action.name, (action, place.get(page.name, NOWHERE)[2]))
    return tuple(found.values())


def toasts(request: HttpRequest) -> list[Toast]:
    """Messages of this request and the one before; shown once."""
    return [_toast(message) for message in messages.get_messages(request)]


def _toast(message: Any) -> Toast:
    tags = (message.extra_tags or "").split()
    logs = [tag.removeprefix("undo:") for tag in tags if tag.startswith("undo:")]
    tone = "over" if message.level >= messages.WARNING else ""
    return Toast(str(message), undo_url(logs), tone)
