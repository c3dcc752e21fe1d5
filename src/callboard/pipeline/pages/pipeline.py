"""The page of the pipeline."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.money import has_cents
from callboard.kit.addresses import action_url
from callboard.kit.pages import ReportPage
from callboard.pipeline import queries
from callboard.pipeline.actions import create_lead, lose_opportunity, move_stage, win_opportunity
from callboard.pipeline.models import Opportunity
from callboard.pipeline.rules import OPEN_STAGES


class Pipeline(ReportPage):
    """Open opportunities, a column a stage."""

    model = Opportunity
    title = _("Pipeline")
    url = "pipeline/"
    name = "pipeline"
    template = "pipeline/pipeline.html"
    parts = {"lanes": "pipeline/lanes.html"}
    topics = ("pipeline.opportunity",)
    buttons = (create_lead,)

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        mine = request.GET.get("owner") == "me"
        found = queries.lanes(actor, owner=actor.person if mine else None)
        here = reverse(self.name)
        return {
            "lanes": [
                {
                    "stage": lane.stage,
                    "count": lane.count,
                    "mrr": lane.mrr,
                    "full": has_cents(row.value_mrr for row in lane.rows),
                    "cards": [_card(row) for row in lane.rows],
                }
                for lane in found
            ],
            "total": sum((lane.mrr for lane in found), Decimal(0)),
            "count": sum(lane.count for lane in found),
            "mine": mine,
            "move_to": [(stage.value, stage.label, "") for stage in OPEN_STAGES],
            "live_src": f"{here}?part=lanes{'&owner=me' if mine else ''}",
            "tabs": [
                {"label": _("Everybody's"), "url": here, "on": not mine},
                {"label": _("Mine"), "url": f"{here}?owner=me", "on": mine},
            ],
            "today": clock.business_day(clock.now()),
        }


def _card(row: Opportunity) -> dict[str, Any]:
    """An opportunity as a card."""
    return {
        "row": row,
        "url": url_of(row),
        "move_url": action_url(move_stage, row),
        "more": [
            (_("Won"), "trophy", action_url(win_opportunity, row)),
            (_("Lost"), "circle-x", action_url(lose_opportunity, row)),
        ],
    }
