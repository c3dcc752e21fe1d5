"""The parts of the team pages."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from callboard.core.actions import Actor
from callboard.kit.pages import PAGES
from callboard.kit.pages.lists import Tab

register = template.Library()
NAMES = ("people", "teams", "pools", "absences", "holidays", "matrix", "settings", "everybody-told", "setup")


@register.inclusion_tag("kit/ui/tabs.html", takes_context=True)
def team_sections(context: Context) -> dict[str, Any]:
    """The pages about people as tabs: those the person may open, the one shown marked."""
    request = context["request"]
    actor = Actor.of(request)
    pages = [PAGES[name] for name in NAMES if PAGES[name].open_to(actor)]
    items = [Tab(page.title, reverse(page.name), request.path == reverse(page.name)) for page in pages]
    return {"items": items, "label": _("People and rights"), "css": ""}
