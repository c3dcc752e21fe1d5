from typing import Any

from django.utils.translation import gettext_lazy as _

from callboard.kit.filters import Between, Search
from callboard.kit.pages import ListPage, RecordPage
from callboard.kit.tables import Column, Table
from tests.leaflets.actions import create_leaflet, send_leaflet
from tests.leaflets.models import Leaflet


class LeafletTable(Table):
    columns = [
        Column("title", _("Title"), link=True),
        Column("account", _("Account"), kind="account"),
        Column("copies", _("Copies"), kind="number"),
        Column("sent_on", _("Sent"), kind="date"),
    ]


class Leaflets(ListPage):
    model, table, title = Leaflet, LeafletTable, _("Leaflets")
    name, url = "leaflets", "leaflets/"
    filters = [Search(("title",)), Between("sent_on", _("Sent"))]
    buttons = [create_leaflet]


class LeafletRecord(RecordPage):
    model, name, url = Leaflet, "leaflet", "leaflets/<int:pk>/"
    buttons = [send_leaflet]
    related = ("account",)

    def facts(self, obj: Leaflet) -> list[tuple[Any, ...]]:
        return [(_("Account"), obj.account, "account"), (_("Copies"), obj.copies), (_("Sent"), obj.sent_on, "date")]
