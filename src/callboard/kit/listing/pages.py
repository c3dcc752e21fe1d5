"""Saved views: the list of them, the record of one, and the forms about it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.kit.filters import Choice
from callboard.kit.listing import actions
from callboard.kit.listing.models import SavedView, Sharing
from callboard.kit.listing.telling import told
from callboard.kit.pages.acts import ActionPage
from callboard.kit.pages.lists import Empty, ListPage
from callboard.kit.pages.page import PAGES
from callboard.kit.pages.records import RecordPage
from callboard.kit.tables import Column, Table


def list_title(row: Any) -> str:
    """What the list is called; its name where it is gone."""
    page = PAGES.get(row.page)
    return str(page.title) if page is not None else str(row.page)


def list_url(row: Any, **more: str) -> str:
    """Where the list is seen in this state; "" where it is gone."""
    try:
        path = reverse(row.page)
    except NoReverseMatch:
        return ""
    query = {**row.query, **{name: [value] for name, value in more.items()}}
    return f"{path}?{urlencode(query, doseq=True)}"


class ViewTable(Table):
    columns = (
        Column("name", _("View"), link=True),
        Column("list", _("List"), value=list_title, sort="page"),
        Column("sharing", _("Seen by"), kind="chip"),
        Column("owner", _("Owner"), kind="person"),
        Column("updated_at", _("Changed"), kind="when"),
    )


class SavedViews(ListPage):
    """The views one has: own and shared."""

    model = SavedView
    title = _("Saved views")
    url = "profile/views/"
    name = "saved-views"
    table = ViewTable
    filters = (Choice("sharing", _("Seen by"), choices=Sharing.choices),)
    order = ("page", "id")
    empty = Empty(_("No saved views yet"), _("On any list: filter and sort it, then press Save view."), "bookmark")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return visible(SavedView.objects.filter(deleted_at=None), actor)


class SavedViewRecord(RecordPage):
    """One view."""

    model = SavedView
    url = "profile/views/<int:pk>/"
    name = "saved-view"
    timeline = False
    buttons = (
        actions.make_default_view,
        actions.share_view,
        actions.rename_view,
        actions.reset_default_view,
        actions.delete_view,
        actions.restore_view,
    )

    def state(self, obj: SavedView) -> tuple[Any, str] | None:
        return (_("Removed"), "pend") if obj.deleted_at else None

    def context(self, request: HttpRequest, actor: Actor, obj: SavedView) -> dict[str, Any]:
        return {"crumb": {"url": list_url_of(obj), "label": list_title(obj)}}

    def facts(self, obj: SavedView) -> Sequence[Any]:
        return [
            (_("List"), list_title(obj)),
            (_("Seen by"), obj.get_sharing_display()),
            (_("Owner"), obj.owner, "person"),
            (_("Shows"), told(obj)),
            (_("Changed"), obj.updated_at, "when"),
        ]


def list_url_of(view: SavedView) -> str:
    """The list opened with this view."""
    try:
        return f"{reverse(view.page)}?view={view.pk}"
    except NoReverseMatch:
        return reverse("saved-views")


class OfList(ActionPage):
    """A form that belongs to a list and its state, which nobody types."""

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        for name in {"page", "query"} & found.fields.keys():
            found.fields[name].widget = forms.HiddenInput()
        return found


class SaveView(OfList):
    action = actions.save_view
    labels = {"name": _("What you call it")}
    text = _("Filters, order, columns and groups are kept as they are on the list now.")

    def next_url(self, result: Any, target: Any) -> str:
        return list_url_of(result)


class SaveViewChanges(OfList):
    action = actions.save_view_changes
    submit = _("Save changes")
    title = _("Save changes to view")

    def next_url(self, result: Any, target: Any) -> str:
        return list_url_of(target)


class RenameView(ActionPage):
    action = actions.rename_view

    def next_url(self, result: Any, target: Any) -> str:
        return list_url_of(target)


class ShareView(ActionPage):
    action = actions.share_view
    text = _("Whoever sees the view sees the rows they have the right to, not yours.")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"sharing": target.sharing}


class DeleteView(ActionPage):
    action = actions.delete_view
    submit = _("Remove view")
    text = _("It leaves everybody's tabs. The rows of the list stay as they are.")

    def next_url(self, result: Any, target: Any) -> str:
        try:
            return f"{reverse(target.page)}?view=all"
        except NoReverseMatch:
            return reverse("saved-views")


class MakeDefaultView(ActionPage):
    action = actions.make_default_view
    title = _("Make it the first view")
    labels = {"whose": _("For")}
    text = _("The list opens with it. Your own choice goes before your team's.")


class ResetDefaultView(ActionPage):
    action = actions.reset_default_view
    title = _("Not the first view any more")
    submit = _("Open with the whole list")
    labels = {"whose": _("For")}

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        found.fields.pop("before")
        return found
