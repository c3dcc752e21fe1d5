"""The pages of what stands with an account: offices, networks, partners, files."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import formats
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.refs import BIGGEST
from callboard.directory import actions
from callboard.directory.models import (
    Account,
    AccountFile,
    Contact,
    Location,
    LocationKind,
    NetworkMembership,
    Relation,
    RelationCategory,
    RelationStatus,
)
from callboard.directory.pages.shown import today
from callboard.directory.rules import phone_text
from callboard.directory.tables import FileTable, LocationTable, MembershipTable, RelationTable, relation_status
from callboard.kit.downloads import download
from callboard.kit.filters import Between, Choice, Flag, Search
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, Page, RecordPage
from callboard.team.queries import setting


def _categories() -> "QuerySet[Any, Any]":
    return RelationCategory.objects.order_by("name").values("pk", "name")


class Locations(ListPage):
    model = Location
    title = _("Locations")
    url = "locations/"
    name = "locations"
    table = LocationTable
    filters = (
        Search(("name", "city", "street")),
        Choice("kind", _("Kind"), choices=LocationKind.choices),
        Flag("closed", _("Closed"), Q(closed_on__isnull=False)),
    )
    order = ("account", "id")
    bulk = (actions.close_location, actions.reopen_location)
    edits = (actions.change_location,)
    empty = Empty(_("No locations yet"), _("Added on the account's page, beside its main address."), "map-pin")


class LocationRecord(RecordPage):
    model = Location
    url = "locations/<int:pk>/"
    name = "location"
    buttons = (actions.change_location, actions.close_location, actions.reopen_location)
    timeline = False

    def state(self, obj: Location) -> tuple[Any, str] | None:
        return (_("Closed"), "") if obj.closed_on else None

    def facts(self, obj: Location) -> Sequence[Fact]:
        return [
            (_("Account"), obj.account, "account"),
            (_("Kind"), obj.get_kind_display()),
            (_("Street"), obj.street),
            (_("Town"), f"{obj.city} {obj.region} {obj.postal_code}".strip()),
            (_("Country"), obj.country),
            (_("Phone"), phone_text(obj.phone) if obj.phone else None, "phone"),
            (_("Time zone"), obj.zone),
            *([(_("Closed"), obj.closed_on, "date")] if obj.closed_on else []),
        ]


class Memberships(ListPage):
    model = NetworkMembership
    title = _("Network memberships")
    url = "network-memberships/"
    name = "memberships"
    table = MembershipTable
    filters = (
        Search(("account__name", "network__name", "code")),
        Between("starts_on", _("Since")),
        Between("ends_on", _("Until")),
        Flag("ended", _("Has an end"), Q(ends_on__isnull=False)),
    )
    order = ("-starts_on", "-id")
    bulk = (actions.leave_network, actions.rejoin_network)
    empty = Empty(_("No memberships yet"), _("“Join network” on an account writes down where it belongs."), "hierarchy")


class MembershipRecord(RecordPage):
    model = NetworkMembership
    url = "network-memberships/<int:pk>/"
    name = "membership"
    related = ("account", "network")
    buttons = (
        actions.leave_network,
        actions.change_membership,
        actions.rejoin_network,
        actions.remove_membership,
    )
    timeline = False

    def title(self, obj: NetworkMembership) -> str:
        return f"{obj.account} · {obj.network}"

    def state(self, obj: NetworkMembership) -> tuple[Any, str] | None:
        if obj.ends_on is None:
            return None
        if obj.ends_on <= today():
            return _("Ended"), ""
        return said("until {day}").format(day=formats.date_format(obj.ends_on, "M j, Y")), "due"

    def facts(self, obj: NetworkMembership) -> Sequence[Fact]:
        return [
            (_("Account"), obj.account, "account"),
            (_("Network"), obj.network, "account"),
            (_("Sub-code"), obj.code),
            (_("Since"), obj.starts_on, "date"),
            (_("Until"), obj.ends_on, "date"),
        ]


class JoinNetwork(ActionPage):
    action = actions.join_network
    fields = ("network", "code", "starts_on", "ends_on")
    labels = {"network": _("Network"), "code": _("Sub-code"), "starts_on": _("Since"), "ends_on": _("Until")}

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        rows = Account.objects.current().filter(kind__in=actions.groups.HAS_MEMBERS).order_by("sort_key")
        return rows if name == "network" else None


class Relations(ListPage):
    model = Relation
    title = _("Relations")
    url = "relations/"
    name = "relations"
    table = RelationTable
    filters = (
        Search(("account__name", "partner__name", "code")),
        Choice("status", _("Status"), choices=RelationStatus.choices),
        Choice("category", _("Category"), rows=_categories),
        Search(("region",), key="region", label=_("State")),
        Between("since_on", _("Since")),
        Flag("ended", _("Ended"), Q(ended_on__isnull=False)),
    )
    order = ("-id",)
    bulk = (actions.change_relation, actions.end_relation, actions.resume_relation)
    edits = (actions.change_relation,)
    empty = Empty(
        _("No relations yet"), _("“Add relation” on an account: a partner, in which state, for what."), "link"
    )


class RelationRecord(RecordPage):
    model = Relation
    url = "relations/<int:pk>/"
    name = "relation"
    related = ("account", "partner", "category")
    buttons = (actions.change_relation, actions.end_relation, actions.resume_relation, actions.remove_relation)
    timeline = False

    def title(self, obj: Relation) -> str:
        return f"{obj.account} · {obj.partner}"

    def state(self, obj: Relation) -> tuple[Any, str] | None:
        return relation_status(obj)

    def facts(self, obj: Relation) -> Sequence[Fact]:
        return [
            (_("Account"), obj.account, "account"),
            (setting("directory.partner_word"), obj.partner, "account"),
            (setting("directory.region_word"), obj.region),
            (setting("directory.category_word"), obj.category),
            (_("Since"), obj.since_on, "date"),
            (_("Code on file"), obj.code),
            *([(_("Ended"), obj.ended_on, "date")] if obj.ended_on else []),
        ]


class AddRelation(ActionPage):
    action = actions.add_relation
    fields = ("partner", "region", "category", "status", "since_on", "code")
    text = _("Once for each state and category; leave them empty where it holds for all. Never write a password here.")

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        for name in ("partner", "region", "category"):
            found.fields[name].label = str(setting(f"directory.{name}_word"))
        return found

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        if name == "category":
            return RelationCategory.objects.filter(retired_at=None).order_by("name")
        rows = Account.objects.current().filter(kind__in=actions.relations.PARTNERS).order_by("sort_key")
        return rows if name == "partner" else None


class Files(ListPage):
    model = AccountFile
    title = _("Files")
    url = "account-files/"
    name = "account-files"
    table = FileTable
    filters = (
        Search(("name", "note", "account__name")),
        Between("created_at", _("Added")),
        Flag("removed", _("Removed"), Q(removed_at__isnull=False)),
    )
    order = ("-id",)
    bulk = (actions.remove_file, actions.restore_file)
    empty = Empty(
        _("No files yet"), _("“Add file” on an account keeps a signed form or a picture with it."), "paperclip"
    )

    def rows(self, actor: Actor, seen: Any, table: Any) -> Any:
        """Removed ones only where they are asked for."""
        found = super().rows(actor, seen, table)
        return found if seen.asks("removed") else found.filter(removed_at=None)


class FileRecord(RecordPage):
    model = AccountFile
    url = "account-files/<int:pk>/"
    name = "account-file"
    related = ("account", "contact", "added_by")
    buttons = (actions.remove_file, actions.restore_file)
    timeline = False
    template = "directory/file.html"

    def state(self, obj: AccountFile) -> tuple[Any, str] | None:
        return (_("Removed"), "") if obj.removed_at else None

    def facts(self, obj: AccountFile) -> Sequence[Fact]:
        return [
            (_("Account"), obj.account, "account"),
            *([(_("About"), obj.contact, "account")] if obj.contact else []),
            (_("What it is"), obj.note),
            (_("Bytes"), obj.size, "number"),
            (_("Type"), obj.media_type),
            (_("Added by"), obj.added_by, "person"),
            (_("Added"), obj.created_at, "when"),
        ]


class FileContent(Page):
    """What is in a file, as a download."""

    model = AccountFile
    url = "account-files/<int:pk>/content/"
    name = "account-file-content"

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        rows = visible(AccountFile.objects.filter(removed_at=None), actor)
        found = rows.filter(pk=pk).first() if pk <= BIGGEST else None
        if found is None:
            raise Http404
        return download(found.sha256, found.name)


class AddFile(ActionPage):
    action = actions.add_file
    fields = ("file", "note", "contact")
    labels = {"file": _("File"), "note": _("What it is"), "contact": _("About")}

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        return Contact.objects.filter(account=target, left_on=None).order_by("sort_key") if name == "contact" else None


class SetPlaceOfWork(ActionPage):
    action = actions.set_place_of_work
    labels = {"location": _("Works at")}

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        return Location.objects.filter(account=target.account_id, closed_on=None) if target is not None else None
