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
def may_be_called(standing: Standing | None, *, key: bool = False, short: bool = False) -> SafeString:
    """Whether a sales call may be made now: `may be called`, `from 9:00 AM there`, `not: why`. key: w presses the why.

    short: only the state, for a list of people; its why is the tooltip.
    """
    if standing is None:
        return SafeString("")
    denied = standing.denied
    if denied is None:
        mail = standing.medium == "mail"
        return SafeString(
            chip(_("may be written to"), tone="won", icon="mail")
            if mail
            else chip(_("may be called"), tone="won", icon="phone")
        )
    text, tone = _("not now"), "over"
    opens = denied.opens_at()
    if opens is not None:
        text, tone = _("from {time} there").format(time=there(opens, standing)), "due"
    said = escape(str(denied.sentence))
    if short:
        return SafeString(f'<span title="{said}">{chip(text, tone=tone, icon="phone-off")}</span>')
    return SafeString(
        f"{chip(text, tone=tone, icon='phone-off')} {why(str(denied.sentence), rows=denied.rows, key=key)}"
    )


def there(at: datetime, standing: Standing) -> str:
    """A moment as the clock there shows it: `9:00 AM`, on another day with that day."""
    zone = ZoneInfo(standing.zone or "UTC")
    local, now = at.astimezone(zone), standing.now.astimezone(zone)
    clock = time_text(local.time().replace(second=0, microsecond=0))
    return clock if local.date() == now.date() else f"{formats.date_format(local, 'D')} {clock}"
