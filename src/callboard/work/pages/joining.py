"""Somebody joins: one form for the first day, and the list of those who came lately with what is left of their first tasks."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage, Empty, ListPage
from callboard.kit.several import SeveralField
from callboard.kit.tables import Column, Table
from callboard.team.models import Person, Role
from callboard.work.actions import welcome_person
from callboard.work.models import TaskState

#: How long somebody is new.
NEW = timedelta(days=90)
FIRST_TASKS = _(
    "Sign in and choose a password | +0\nRead what the team is told of, and when | +1\n"
    "Look at your accounts and say hello to the first three | +2\nSit with the desk for an hour | +3"
)


class NewcomerTable(Table):
    columns = (
        Column("name", _("Name"), link=True),
        Column("title", _("Title")),
        Column("team", _("Team")),
        Column("created_at", _("Since"), kind="when"),
        Column("open_tasks", _("First tasks left"), kind="number", sort="open_tasks"),
        Column("done_tasks", _("Done"), kind="number", sort="done_tasks"),
    )


class Newcomers(ListPage):
    """Who joined in the last three months."""

    model = Person
    title = _("Who joins")
    url = "people/new/"
    name = "newcomers"
    template = "team/list.html"
    table = NewcomerTable
    order = ("-created_at", "-id")
    buttons = (welcome_person,)
    paste = False
    empty = Empty(
        _("Nobody is new"),
        _("Welcome somebody: roles, team, hours, a share of accounts, first tasks and the invitation in one go."),
        "user-plus",
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        early = Q(tasks__created_at__isnull=False)
        found = super().queryset(actor).filter(created_at__gte=clock.now() - NEW, is_active=True)
        return found.annotate(
            open_tasks=Count("tasks", filter=early & Q(tasks__state=TaskState.OPEN)),
            done_tasks=Count("tasks", filter=early & Q(tasks__state=TaskState.DONE)),
        )


class WelcomePerson(ActionPage):
    """All of a first day on one page; the preview says what each colleague has and would have."""

    action = welcome_person
    fields = (
        "name",
        "email",
        "title",
        "team",
        "roles",
        "zone",
        "hours",
        "pools",
        "territory",
        "from_people",
        "rule",
        "most",
        "tasks",
        "invite",
    )
    labels = {
        "email": _("Work mail"),
        "zone": _("Time zone; empty: the company's"),
        "hours": _("Hours, like Mon-Fri 8:00-17:00; empty: the company's"),
        "territory": _("Territory they hold from today"),
        "from_people": _("Takes a share of accounts from"),
        "rule": _("How the accounts are chosen"),
        "most": _("At most so many accounts"),
        "tasks": _("First tasks, one a line; after a bar when"),
        "invite": _("Invite them by mail now"),
    }
    text = _("Press “What would happen” to see what each colleague has now and would have.")

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> ActionForm:
        form = super().form(request, actor, target)
        form.fields["roles"] = SeveralField(choices=Role.choices, label=str(_("Roles")))
        form.order_fields(list(self.fields))
        return form

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"tasks": str(FIRST_TASKS), "invite": True}
