"""Commands of the palette: what can be done here, by this person.

A command is an action without a record, an action of the record that is open or under the keyboard, a page, or something
the page's own scripts do.  Apps add what only they recognise by ``register.palette_command`` (Part.value: (actor, text) ->
Offers), for a pasted number, address or signature.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from callboard.core import clock
from callboard.core.actions import Action, Actor
from callboard.core.lately import Lately
from callboard.core.links import url_of
from callboard.core.registry import register
from callboard.core.whose import whose
from callboard.kit import nav
from callboard.kit.addresses import action_url as address
from callboard.kit.fields import verb
from callboard.kit.pages.buttons import key_of
from callboard.kit.pages.lists import ListPage
from callboard.kit.pages.page import PAGES, Page
from callboard.kit.pages.reports import ReportPage
from callboard.kit.status import status_of

#: What the page's scripts do in their own way; as a form it would ask for what only they know.
NOT_OFFERED = frozenset({"kit.park_page", "kit.restore_keys", "kit.set_key", "team.set_status"})
LONGEST_NAME = 200
NOTHING = SafeString("")


@dataclass(frozen=True)
class Offer:
    """One line of the palette.

    what: remembered when it is taken ("command:do:orders.create_order", "" for nothing).  dialog: its address opens beside
    the page.  does: what a script of the page does ("theme=dark"), instead of an address.  post: (name, value) sent to the
    address.  refusal: why it cannot be done now.  words: what else it is called.
    shown, said: label and detail with what was found marked, where somebody has marked it already.
    """

    label: str
    url: str = ""
    detail: str = ""
    icon: str = "chevron-right"
    key: str = ""
    what: str = ""
    dialog: bool = False
    does: str = ""
    post: tuple[str, str] | None = None
    refusal: str = ""
    words: tuple[str, ...] = field(default=())
    shown: SafeString = NOTHING
    said: SafeString = NOTHING


_everywhere: Lately[list[Offer]] = Lately(200)


def all_commands(request: HttpRequest, actor: Actor, about: Sequence[Any]) -> list[Offer]:
    """Everything that can be done here; `about`: the records that are open or under the keyboard."""
    found = [offer for record in about for offer in with_record(actor, record)]
    # Asked at every letter that is typed: what a person may make and where they may go is worked out once.
    whole = whose(actor), get_language(), settings.ROOT_URLCONF, len(register.actions), len(PAGES)
    found += _everywhere.get(whole, lambda: [*new_things(actor), *places(request, actor)])
    found += of_the_page(request)
    first: dict[str, Offer] = {}
    for offer in found:
        first.setdefault(offer.what, offer)
    return list(first.values())


def with_record(actor: Actor, record: Any) -> Iterator[Offer]:
    """The verbs of a record, those its page shows first before the others; a verb its state forbids says why."""
    now, url = clock.now(), url_of(record)
    wanted = [action for action in _in_order(record) if action.allowed(actor, record)]
    for action in wanted:
        refusal = action.refusal(record, now, actor)
        yield Offer(
            verb(action),
            f"{address(action, record)}?{urlencode({'next': url})}" if url else address(action, record),
            str(record),
            action.icon or "point",
            key_of(action),
            f"command:with:{action.name}:{record.pk}",
            dialog=True,
            refusal=str(refusal or ""),
            words=(str(action.label),),
        )


def _in_order(record: Any) -> list[Action[..., Any]]:
    model = type(record)
    mine = {name: action for name, action in register.actions.items() if action.target_model is model}
    shown = [action for page in PAGES.values() if page.model is model for action in getattr(page, "buttons", ())]
    first = [action for action in shown if mine.pop(action.name, None) is not None]
    return [action for action in (*first, *mine.values()) if _offered(action)]


def _offered(action: Action[..., Any]) -> bool:
    return action.served and action.name not in NOT_OFFERED


def new_things(actor: Actor) -> Iterator[Offer]:
    """Verbs that need no record: what New offers comes first, then the others."""
    first = [item.url for item in nav.new_items(actor)]
    free = [action for action in register.actions.values() if action.target_model is None and _offered(action)]
    allowed = [(address(action), action) for action in free if action.allowed(actor)]
    allowed.sort(key=lambda pair: first.index(pair[0]) if pair[0] in first else len(first))
    for url, action in allowed:
        yield Offer(
            verb(action),
            url,
            icon=action.icon or "plus",
            key=key_of(action),
            what=f"command:do:{action.name}",
            dialog=True,
            words=(str(action.label), f"new {verb(action).partition(' ')[2]}"),
        )


def places(request: HttpRequest, actor: Actor) -> Iterator[Offer]:
    """The rail, then every other page of ours that needs no record."""
    known: set[str] = set()
    for group in nav.places(request, actor):
        for item in group.items:
            known.add(item.url)
            key = f"g {item.key}" if item.key else ""
            yield Offer(str(item.label), item.url, str(group.label), item.icon, key, f"command:go:{item.url}")
    for page in PAGES.values():
        url = _plain_url(page)
        if url and url not in known and page.open_to(actor) and str(page.title):
            known.add(url)
            yield Offer(str(page.title), url, icon="arrow-right", what=f"command:go:{url}")


def _plain_url(page: type[Page]) -> str:
    if not issubclass(page, ListPage | ReportPage) or "<" in page.url:
        return ""
    try:
        return reverse(page.name)
    except NoReverseMatch:
        return ""


def of_the_page(request: HttpRequest) -> Iterator[Offer]:
    """What every page can do by itself: its look, the person's status, its keys, parking, undo."""
    for value, label, icon in (
        ("light", _("Light look"), "sun"),
        ("dark", _("Dark look"), "moon"),
        ("auto", _("Look as this machine"), "device-desktop"),
    ):
        yield Offer(label, icon=icon, what=f"command:theme:{value}", does=f"theme={value}", words=("theme",))
    status = status_of(request.user)
    for choice in status["choices"] if status else ():
        label = _("I am: {status}").format(status=choice["label"])
        yield Offer(
            label,
            status["url"] if status else "",
            icon="user-check",
            what=f"command:status:{choice['value']}",
            post=("status", choice["value"]),
            words=("status", str(choice["label"])),
        )
    yield Offer(_("Park this page"), icon="bookmark", key=".", what="command:page:park", does="park", words=("parked",))
    yield Offer(
        _("Undo my last action here"),
        icon="arrow-back-up",
        key="u",
        what="command:page:undo",
        does="undo",
        words=("undo",),
    )
    yield Offer(
        _("Keys of this page"), icon="keyboard", key="?", what="command:page:keys", does="keys", words=("shortcuts",)
    )
    yield Offer(_("Single keys on or off"), icon="keyboard-off", what="command:page:keys-switch", does="keys-switch")


def named(actor: Actor, text: str) -> Iterator[Offer]:
    """What could be made with the typed words as its name."""
    name = " ".join(text.split())
    if not 2 <= len(name) <= LONGEST_NAME or "@" in name or any(letter.isdigit() for letter in name):
        return
    for item in nav.new_items(actor):
        action = register.actions.get(item.url.strip("/").rpartition("/")[2])
        if action is None:
            continue
        param = next(iter(action.params), None)
        if param is not None and param.name in ("name", "title") and param.type is str:
            yield Offer(
                _("{verb} “{name}”").format(verb=verb(action), name=name),
                f"{address(action)}?{urlencode({param.name: name})}",
                icon=action.icon or "plus",
                what=f"command:do:{action.name}",
                dialog=True,
            )


def recognised(actor: Actor, text: str) -> list[Offer]:
    """What the apps make of a pasted text."""
    return [offer for part in register.palette_command for offer in part.value(actor, text)]
