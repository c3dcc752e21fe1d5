"""The parts of the pages about who may be contacted."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markupsafe import escape

from callboard.core.actions import Actor
from callboard.directory.queries import Standing
from callboard.directory.rules import phone_text
from callboard.kit.pages import PAGES
from callboard.kit.pages.lists import Tab
from callboard.kit.pieces.atoms import chip
from callboard.kit.pieces.blocks import why
from callboard.kit.when import time_text

register = template.Library()
NAMES = ("calling-hours", "suppressions", "consents", "overrides", "do-not-call-lists")


@register.inclusion_tag("kit/ui/tabs.html", takes_context=True)
def permission_sections(context: Context) -> dict[str, Any]:
    """The pages about who may be contacted as tabs: those the person may open, the one shown marked."""
    request = context["request"]
    actor = Actor.of(request)
    pages = [PAGES[name] for name in NAMES if PAGES[name].open_to(actor)]
    items = [Tab(page.title, reverse(page.name), request.path == reverse(page.name)) for page in pages]
    return {"items": items, "label": _("Permission to contact"), "css": ""}


register.filter("as_phone", phone_text)


@register.simple_tag
def may_be_called(standing: Standing, *, key: bool = False) -> SafeString:
    """Whether a sales call or mail may go there now: `may be called`, `from 9:00 AM there`, `not now`, with why not.

    key: w presses the why.
    """
    denied, mail = standing.denied, standing.medium == "mail"
    if denied is None:
        words, sign = (_("may be written to"), "mail") if mail else (_("may be called"), "phone")
        return SafeString(chip(words, tone="won", icon=sign))
    opens = denied.opens_at()
    if opens is not None:
        drawn = chip(_("from {time} there").format(time=there(opens, standing)), tone="due", icon="phone-off")
    else:
        drawn = chip(_("no sales mail") if mail else _("no sales call"), tone="over", icon="ban")
    return SafeString(f"{drawn} {why(str(denied.sentence), rows=denied.rows, key=key)}")


@register.simple_tag
def call_mark(standing: Standing | None) -> SafeString:
    """The same of one of several people, in a word: `call`, `9:00 AM`, `Fri`, `no`; the sentence is its tooltip."""
    if standing is None:
        return SafeString("")
    denied = standing.denied
    if denied is None:
        said, drawn = _("A sales call may be made now."), chip(_("call"), tone="won", icon="phone")
    else:
        opens, said = denied.opens_at(), str(denied.sentence)
        if opens is not None:
            drawn = chip(there(opens, standing, short=True), tone="due", icon="phone-off")
        else:
            drawn = chip(_("no"), tone="over", icon="ban")
    return SafeString(f'<span class="nw" title="{escape(said)}">{drawn}<span class="vh"> {escape(said)}</span></span>')


def there(at: datetime, standing: Standing, *, short: bool = False) -> str:
    """A moment as the clock there shows it: `9:00 AM`, on another day `Fri 9:00 AM`, or only the day where it is to be short."""
    zone = ZoneInfo(standing.zone or "UTC")
    local, now = at.astimezone(zone), standing.now.astimezone(zone)
    clock = time_text(local.time().replace(second=0, microsecond=0))
    if local.date() == now.date():
        return clock
    day = formats.date_format(local, "D")
    return day if short else f"{day} {clock}"
