"""People, teams, pools, absences, holidays."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.forms import ChoiceField
from django.http import HttpRequest, HttpResponse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.company import public
from callboard.kit.filters import Choice, Flag, Search
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage, ListPage, Panel, RecordPage
from callboard.team.actions import (
    change_person,
    change_team,
    create_person,
    create_team,
    deactivate_person,
    grant_role,
    hand_on_work,
    invite_person,
    prepare_leaving,
    reactivate_person,
    record_absence,
    revoke_role,
    set_hours,
    set_team_hours,
    sign_in_link,
)
from callboard.team.actions.time import hours_text
from callboard.team.models import Person, Role, Team
from callboard.team.queries import available
from callboard.team.queries.settings import opens_nowhere_else
from callboard.team.tables import DaysTable, PersonTable, TeamTable

#: Why somebody is not free, in words.
NOT_FREE = {
    "": _("free"),
    "absent": _("away"),
    "holiday": _("public holiday today"),
    "outside_hours": _("outside their hours"),
    "blocked": _("in a time block"),
    "on_call": _("on a call"),
    "wrap_up": _("wrapping up"),
    "away": _("away from the desk"),
    "left": _("no longer here"),
}
TONES = {"": "won", "blocked": "due", "on_call": "due", "wrap_up": "due", "left": "pend"}


def _teams() -> QuerySet[Team, Any]:
    return Team.objects.values("pk", "name")


class People(ListPage):
    """Everybody of ours."""

    model = Person
    title = _("People")
    url = "people/"
    name = "people"
    template = "team/list.html"
    table = PersonTable
    order = ("name", "id")
    buttons = [create_person]
    bulk = (grant_role, revoke_role, invite_person)
    filters = [
        Search(("name", "email", "title")),
        Choice("team", _("Team"), rows=_teams),
        Choice("role", _("Role"), path="roles__role", choices=Role.choices),
        Flag("is_active", _("Works here")),
    ]
    topics = ["team.person", "presence"]

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        """Nobody twice, whatever the filter joins."""
        return super().queryset(actor).distinct()


def where_links_lead() -> str:
    """A warning where nobody else could open the link of an invitation."""
    return opens_nowhere_else(public())


class CreatePerson(ActionPage):
    """Somebody new is usually invited at once."""

    action = create_person
    text = lazy(where_links_lead, str)()
    fields = ("name", "email", "role", "team", "title", "zone", "region", "invite")
    labels = {"role": _("Role"), "invite": _("Invite them by mail now")}

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        """Without a role nobody can do anything; the API may give one later."""
        form = super().form(request, actor, target)
        role = form.fields["role"]
        role.required = True
        if isinstance(role, ChoiceField):
            role.choices = [("", _("Choose")), *Role.choices]
        return form

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """With the invitation."""
        return {"invite": True}


class PersonRecord(RecordPage):
    """One of ours."""

    model = Person
    url = "people/<int:pk>/"
    name = "person"
    related = ["team"]
    buttons = [
        record_absence,
        change_person,
        invite_person,
        sign_in_link,
        grant_role,
        revoke_role,
        set_hours,
        prepare_leaving,
        hand_on_work,
        deactivate_person,
        reactivate_person,
    ]
    panels = [
        Panel(
            "absences",
            _("Absences"),
            rows=lambda person, actor: person.absences.filter(withdrawn_at=None),
            table=DaysTable,
            place="middle",
        ),
    ]

    def asks(self, obj: Person, actor: Actor) -> Mapping[str, Question]:
        """Their roles and hours, in one statement with the rest."""
        return {"roles": Question("records", obj.roles.order_by("pk")), "hours": Question("records", obj.hours.all())}

    def know(self, obj: Person, found: Mapping[str, Any]) -> None:
        obj.__dict__ |= {"roles_here": found["roles"], "hours_here": found["hours"]}

    def state(self, obj: Person) -> tuple[Any, str] | None:
        """Whether they are free now, and why not."""
        reason = available(clock.now(), [obj])[obj.pk].reason
        return NOT_FREE[reason], TONES.get(reason, "")

    def subtitle(self, obj: Person) -> str:
        """What they do."""
        return obj.title

    def facts(self, obj: Person) -> list[tuple[Any, ...]]:
        """Who they are."""
        return [
            (_("Work mail"), obj.email, "email"),
            (_("Team"), obj.team),
            (_("Roles"), ", ".join(str(row.get_role_display()) for row in obj.__dict__["roles_here"])),
            (_("Time zone"), obj.zone),
            (_("Region"), obj.region),
            (_("Hours"), hours_text(obj, obj.__dict__["hours_here"]) or _("as the company")),
            (_("Joined"), obj.created_at, "when"),
            (_("Left on"), obj.left_on, "date"),
        ]


class Teams(ListPage):
    """Teams and departments."""

    model = Team
    title = _("Teams")
    url = "teams/"
    name = "teams"
    template = "team/list.html"
    table = TeamTable
    order = ("name", "id")
    buttons = [create_team]
    filters = [Search(("name",)), Flag("is_department", _("Takes hand-offs"))]


class TeamRecord(RecordPage):
    """A team and its people."""

    model = Team
    url = "teams/<int:pk>/"
    name = "team"
    related = ["manager"]
    timeline = False
    buttons = [change_team, set_team_hours]
    panels = [
        Panel(
            "people",
            _("People"),
            rows=lambda team, actor: team.people.filter(is_active=True),
            table=PersonTable,
            place="middle",
        )
    ]

    def owner(self, obj: Team) -> Person | None:
        """Its manager."""
        return obj.manager

    def facts(self, obj: Team) -> list[tuple[Any, ...]]:
        """What it is."""
        return [
            (_("Manager"), obj.manager, "person"),
            (_("Takes hand-offs"), _("yes") if obj.is_department else _("no")),
            (_("Address"), obj.address, "email"),
            (_("Hours"), obj.hours or _("as the company")),
            (_("Time zone"), obj.zone),
            (_("Region"), obj.region),
        ]


class InvitePerson(ActionPage):
    """With a warning where the link could not be opened."""

    action = invite_person
    text = lazy(where_links_lead, str)()


class SignInLink(ActionPage):
    """The link is shown this once; where mail works, an invitation is the better way."""

    action = sign_in_link
    submit = _("Make the link")
    text = _(
        "For somebody who cannot get mail now. Who has the link is signed in as this person, once, within 24 hours."
    )

    def done(self, request: HttpRequest, actor: Actor, target: Any, result: Any) -> HttpResponse:
        """Show it instead of leading on. Sent again by the same form there is nothing left to show."""
        return self.render(request, {"person": target, "link": result or ""}, "team/link_made.html")


class RevokeRole(ActionPage):
    """Only what they hold can be taken."""

    action = revoke_role
    text = _("Roles add up: taking one leaves what the others give.")
