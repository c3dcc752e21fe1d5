"""The rows the board's figures are made of, and the date they count by."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.filters import Between, Choice, Person
from callboard.kit.pages import Empty, ListPage
from callboard.orders.models import Movement, OneTimeEntry, Product, SaveEntry
from callboard.orders.rules.movements import GAINS, LOSSES
from callboard.orders.tables import MovementTable, OnceTable, SaveTable
from callboard.team.models import Team


def products() -> QuerySet[Product, Any]:
    return Product.objects.order_by("name").values("pk", "name")


def teams() -> QuerySet[Team, Any]:
    return Team.objects.order_by("name").values("pk", "name")


class Movements(ListPage):
    """What the board counts; opening entries and transfers are not among it."""

    model = Movement
    title = _("Movements, counted by booked date")
    url = "board/rows/"
    name = "board-rows"
    table = MovementTable
    topics = ("board",)
    filters = (
        Choice("kind", _("Movement")),
        Person("owner", _("Rep")),
        Choice("team", _("Team"), "owner__team_id", rows=teams),
        Choice("product", _("Product"), "product_id", rows=products),
        Between("booked", _("Booked"), "booked_on"),
        Between("effective", _("Effective"), "effective_on"),
    )
    order = ("-booked_on", "-id")
    empty = Empty(_("No movement yet"), _("An accepted order or a cancellation makes one."), "book-2")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).filter(opening=False, kind__in=[*GAINS, *LOSSES])


class OneTimeEntries(ListPage):
    """One-time revenue."""

    model = OneTimeEntry
    title = _("One-time revenue, counted by booked date")
    url = "board/one-time/"
    name = "board-one-time"
    table = OnceTable
    topics = ("board",)
    filters = (
        Person("owner", _("Rep")),
        Choice("team", _("Team"), "owner__team_id", rows=teams),
        Choice("product", _("Product"), "product_id", rows=products),
        Between("booked", _("Booked"), "booked_on"),
    )
    order = ("-booked_on", "-id")
    empty = Empty(_("Nothing yet"), _("A set-up or another one-time product makes a row."), "coin")


class Saves(ListPage):
    """What was saved, taken back and lost after all: it adds up to the board's figure."""

    model = SaveEntry
    title = _("Saved MRR, counted by booked date")
    url = "board/saved/"
    name = "board-saved"
    table = SaveTable
    topics = ("board",)
    filters = (
        Choice("kind", _("What")),
        Person("owner", _("Rep")),
        Choice("team", _("Team"), "owner__team_id", rows=teams),
        Choice("product", _("Product"), "subscription__product_id", rows=products),
        Between("booked", _("Booked"), "booked_on"),
    )
    order = ("-booked_on", "-id")
    empty = Empty(_("Nobody was saved yet"), _("A customer who asked to leave and stays makes a row."), "lifebuoy")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).select_related("subscription__product")
