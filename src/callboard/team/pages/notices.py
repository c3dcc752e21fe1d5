"""What one is told: events by media, quiet time.  The same table for a team and the company, for administrators."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.pages import ActionPage, ReportPage
from callboard.kit.pages.buttons import buttons_for
from callboard.team.actions import choose_notice, choose_notice_for_all, set_quiet_time
from callboard.team.actions.notices import quiet_text
from callboard.team.models import MailWay, Person, Team
from callboard.team.queries.notices import Choice, choices_of, quiet_of

STEPS = (0, 15, 60, 240, 1440)


@dataclass(frozen=True)
class Press:
    """One choice of a cell: what it says, the field and value it sends, whether it holds now.

    locked: it cannot be chosen, because then nobody would hear of what must be heard.
    """

    label: Any
    field: str
    value: str
    on: bool
    locked: bool = False


@dataclass(frozen=True)
class Line:
    """One event with its cells."""

    choice: Choice
    page: list[Press]
    mail: list[Press]
    desktop: list[Press]
    escalate: list[Press]


def lines(choices: list[Choice]) -> list[Line]:
    """The table: each cell a choice of two or three."""
    return [
        Line(
            one,
            _yes_no("page", one.page, locked=not one.event.can_mute and one.mail == MailWay.OFF),
            [
                Press(
                    way.label,
                    "mail",
                    way.value,
                    one.mail == way,
                    way == MailWay.OFF and not one.event.can_mute and not one.page,
                )
                for way in MailWay
            ],
            _yes_no("desktop", one.desktop),
            [
                Press(_steps(minutes), "escalate_minutes", str(minutes), minutes == one.escalate_minutes)
                for minutes in sorted({*STEPS, one.escalate_minutes})
            ],
        )
        for one in choices
    ]


def _yes_no(field: str, on: bool, *, locked: bool = False) -> list[Press]:
    return [Press(_("Yes"), field, "true", on), Press(_("No"), field, "false", not on, locked)]


def _steps(minutes: int) -> Any:
    if not minutes:
        return _("Never")
    if minutes % 60:
        return _("{n} min").format(n=minutes)
    return _("{n} h").format(n=minutes // 60)


class Told(ReportPage):
    """What I am told, by which medium, and when not."""

    title = _("What I am told")
    url = "profile/notices/"
    name = "told"
    who = "team.own"
    template = "team/told.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The actor's choices."""
        person: Person = actor.person
        return {
            "lines": lines(choices_of(person=person)),
            "choose_url": reverse("do", args=[choose_notice.name, person.pk]),
            "quiet": quiet_text(quiet_of(person)),
            "zone": person.zone,
            "buttons": buttons_for((set_quiet_time,), actor, clock.now(), person),
        }


class EverybodyTold(ReportPage):
    """What holds for the company, or a team of it, where nobody chose otherwise."""

    title = _("What people are told")
    url = "settings/notices/"
    name = "everybody-told"
    who = "team.manage"
    template = "team/told.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """The choices of the company, or of the team of the address."""
        teams, wanted = list(Team.objects.all()), request.GET.get("team", "")
        team = next((one for one in teams if str(one.pk) == wanted), None)
        if wanted and team is None:
            raise Http404
        here = reverse(self.name)
        return {
            "lines": lines(choices_of(team=team)),
            "choose_url": reverse("do", args=[choose_notice_for_all.name]),
            "team": team,
            "everybody": True,
            "of": [{"label": _("Company"), "url": here, "on": team is None}]
            + [{"label": one.name, "url": f"{here}?team={one.pk}", "on": one == team} for one in teams],
        }


class SetQuietTime(ActionPage):
    """Back to what I am told."""

    action = set_quiet_time
    fields = ("quiet_from", "quiet_to", "only_hours", "digest_at")
    labels = {
        "quiet_from": _("Quiet from"),
        "quiet_to": _("Quiet to"),
        "only_hours": _("Mail only in my working hours"),
        "digest_at": _("Daily digest at"),
    }
    text = _("In your own time zone, like 19:00. Empty means as the company. What is urgent comes all the same.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """What holds now."""
        quiet = quiet_of(target)
        return {
            "quiet_from": f"{quiet.starts:%H:%M}",
            "quiet_to": f"{quiet.ends:%H:%M}",
            "only_hours": quiet.only_hours,
            "digest_at": f"{quiet.digest_at:%H:%M}",
        }

    def next_url(self, result: Any, target: Any) -> str:
        """The table."""
        return reverse("told")


class ChooseNotice(ActionPage):
    """Back to the table."""

    action = choose_notice

    def next_url(self, result: Any, target: Any) -> str:
        """The table."""
        return reverse("told")
