"""While you were away: what came about in one's last absence."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.pages import ReportPage
from callboard.work.pages.handoffs import state_of
from callboard.work.queries.away import away_of, last_absence


class WhileYouWereAway(ReportPage):
    """What was done in one's name, what waits, what was promised, what came in, which hand-offs moved."""

    title = _("While you were away")
    url = "my-day/away/"
    name = "away"
    who = "work.view"
    template = "work/away.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The last absence that is over; none for who was always here."""
        now = clock.now()
        absence = last_absence(actor.person, now)
        if absence is None:
            return {"away": None}
        away = away_of(actor, absence, now)
        return {"away": away, "moved": [(step, *state_of(step)) for step in away.steps]}
