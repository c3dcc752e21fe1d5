"""The practice company, and how one's own begins beside it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.addresses import action_url
from callboard.kit.pages import ActionPage, ReportPage
from callboard.team.actions.company import start_for_real, why_not
from callboard.team.rules.settings import is_loopback, only_here


class Practice(ReportPage):
    """What is practice, what is real, and how to get from one to the other."""

    title = _("Practice company")
    url = "practice/"
    name = "practice"
    template = "team/practice.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """Which company this is, and whether the own one can be started from here."""
        return {
            "practice": settings.COMPANY == "practice",
            "starts": start_for_real.allowed(actor),
            "refusal": why_not(),
            "start_url": action_url(start_for_real),
            "program": settings.PROGRAM,
        }


class StartForReal(ActionPage):
    """Says what happens now instead of leading on: this server is about to end."""

    action = start_for_real
    title = _("Start for real")
    labels = {"email": _("Your mail address in your own company")}
    text = _("Your own company is empty and lies beside this one; nothing of the practice company goes there.")

    def done(self, request: HttpRequest, actor: Actor, target: Any, result: Any) -> HttpResponse:
        """The last page of the practice company, for now.

        It leads on as soon as the own company answers: whoever sits at the computer it runs on is signed in there; to
        others, who may be anybody that tried the practice company out, the terminal has the link.
        """
        local = only_here(settings.PUBLIC_URL) and is_loopback(request.META.get("REMOTE_ADDR", ""))
        leads = reverse("sign-in-link", args=[result]) if result and local else ""
        context = {"title": self.title, "email": self.given["email"], "leads": leads, "sign_in": reverse("sign-in")}
        return self.render(request, context, "team/started.html")
