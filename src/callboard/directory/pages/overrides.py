"""The pages of overrides, and of the do-not-call lists."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.directory.actions import (
    end_override,
    load_do_not_call_list,
    override_calling_rules,
    remove_do_not_call_list,
)
from callboard.directory.models import DoNotCallList, Override
from callboard.kit.filters import Between, Choice, Search
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.tables import Column, Table


class OverrideTable(Table):
    columns = (
        Column("contact", _("Contact"), link=True),
        Column("medium", _("By"), value=lambda row: row.get_medium_display()),
        Column("reason", _("Reason")),
        Column("person", _("Allowed by"), kind="person"),
        Column("starts_at", _("From"), kind="when"),
        Column("ends_at", _("Until"), kind="when"),
        Column("ended_at", _("Taken back"), kind="when"),
    )


class Overrides(ListPage):
    """Where somebody was reached outside of the rules, by whom, why."""

    model = Override
    title = _("Overrides")
    url = "overrides/"
    name = "overrides"
    template = "directory/permission_list.html"
    table = OverrideTable
    order = ("-starts_at", "-id")
    filters = (Search(("contact__name", "reason")), Choice("medium", _("By")), Between("starts_at", _("From")))
    bulk = (end_override,)
    empty = Empty(
        _("Nobody overrode the rules"), _("Who may, does it on the contact's page, with a reason."), "lock-open"
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).select_related("contact", "person")


class OverrideRecord(RecordPage):
    model = Override
    url = "overrides/<int:pk>/"
    name = "override"
    timeline = False
    related = ("contact", "person")
    buttons = (end_override,)

    def facts(self, obj: Override) -> Sequence[Fact]:
        return [
            (_("Contact"), obj.contact),
            (_("By"), obj.get_medium_display()),
            (_("Reason"), obj.reason),
            (_("Allowed by"), obj.person, "person"),
            (_("From"), obj.starts_at, "when"),
            (_("Until"), obj.ends_at, "when"),
            (_("Taken back"), obj.ended_at, "when"),
        ]


class DoNotCallTable(Table):
    columns = (
        Column("name", _("List"), link=True),
        Column("as_of", _("As of"), kind="date"),
        Column("numbers", _("Numbers"), kind="number", total=False),
        Column("unread", _("Lines that are no number"), kind="number", total=False),
        Column("person", _("Loaded by"), kind="person"),
        Column("loaded_at", _("Loaded"), kind="when"),
    )


class DoNotCallLists(ListPage):
    """Scrub files by their day. The newest counts."""

    model = DoNotCallList
    title = _("Do-not-call lists")
    url = "do-not-call/"
    name = "do-not-call-lists"
    template = "directory/permission_list.html"
    table = DoNotCallTable
    order = ("-loaded_at", "-id")
    filters = (Search(("name",)), Between("as_of", _("As of")))
    paste = False
    buttons = (load_do_not_call_list,)
    empty = Empty(
        _("No list loaded"),
        _("Load the file of the registry or the scrubbing service; only hashes of its numbers are kept."),
        "phone-off",
        (load_do_not_call_list.name,),
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).select_related("person")


class DoNotCallListRecord(RecordPage):
    model = DoNotCallList
    url = "do-not-call/<int:pk>/"
    name = "do-not-call-list"
    timeline = False
    related = ("person",)
    buttons = (remove_do_not_call_list,)

    def facts(self, obj: DoNotCallList) -> Sequence[Fact]:
        return [
            (_("As of"), obj.as_of, "date"),
            (_("Numbers"), obj.numbers),
            (_("Lines that are no number"), obj.unread),
            (_("Loaded"), obj.loaded_at, "when"),
            (_("Loaded by"), obj.person, "person"),
        ]


class LoadDoNotCallList(ActionPage):
    action = load_do_not_call_list
    fields = ("file", "as_of", "name")
    labels = {"as_of": _("As of which day"), "name": _("Its name")}
    text = _("Text or CSV, a number on each line. Older numbers are forgotten once two newer lists are there.")


class OverrideCallingRules(ActionPage):
    action = override_calling_rules
    # Back to where it was refused: it is possible there now.
    stays = True
    fields = ("reason", "medium", "hours", "starts_at")
    labels = {
        "hours": _("For how many hours"),
        "starts_at": _("From; empty for now"),
        "reason": _("Why; it stands on the timeline"),
    }
    danger = True
    text = _(
        "For these hours no calling hours, limit, list or opt-out stands between us and this person. A wish to hear nothing at all still does."
    )
