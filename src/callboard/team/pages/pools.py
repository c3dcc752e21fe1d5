"""Pools: named sets of people that rules and territories choose from."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.filters import Search
from callboard.kit.pages import ActionPage, ListPage, Panel, RecordPage
from callboard.kit.pages.lists import Empty
from callboard.team.actions import add_to_pool, create_pool, remove_from_pool
from callboard.team.models import Person, Pool
from callboard.team.tables import MemberTable, PoolTable


class Pools(ListPage):
    """Named sets of people that rules choose from."""

    model = Pool
    title = _("Pools")
    url = "pools/"
    name = "pools"
    template = "team/list.html"
    table = PoolTable
    order = ("name", "id")
    buttons = [create_pool]
    filters = [Search(("name",))]
    empty = Empty(_("No pools yet"), _("A pool is a named set of people that a routing rule may choose from."), "users")


class PoolRecord(RecordPage):
    """A pool and its members."""

    model = Pool
    url = "pools/<int:pk>/"
    name = "pool"
    timeline = False
    buttons = [add_to_pool, remove_from_pool]
    panels = [
        Panel("members", _("Members"), rows=lambda pool, actor: pool.members.all(), table=MemberTable, place="middle")
    ]

    def subtitle(self, obj: Pool) -> str:
        """What it is for."""
        return obj.note


class AddToPool(ActionPage):
    """The share of a person in a pool."""

    action = add_to_pool
    text = _(
        "Weight is a person's share: with 2 they get twice as much as with 1. Units at once: a call 3, a lead 2, a mail 1."
    )


class RemoveFromPool(ActionPage):
    """Only members can be taken out."""

    action = remove_from_pool

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        """The pool's members."""
        return Person.objects.filter(pools__pool=target) if name == "person" else None
