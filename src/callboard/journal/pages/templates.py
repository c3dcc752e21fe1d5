"""The pages of templates of notes."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.journal.actions import (
    change_note_template,
    create_note_template,
    remove_note_template,
    restore_note_template,
    share_note_template,
    unshare_note_template,
)
from callboard.journal.models import Kind, NoteTemplate
from callboard.journal.tables import TemplateTable
from callboard.kit.filters import Choice, Flag, Person, Search
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage

FIELDS = ("name", "shortcut", "text", "kind", "outcome", "next_step", "next_days")
HOW = _(
    "Typed as ;shortcut and a space in a note, it becomes its text. {name}, {account} and {me} are filled in: whom you spoke "
    "with, the account, yourself."
)


class NoteTemplates(ListPage):
    model = NoteTemplate
    title = _("Note templates")
    url = "note-templates/"
    name = "note-templates"
    table = TemplateTable
    filters = (
        Search(("name", "shortcut")),
        Choice("kind", _("Kind"), choices=Kind.choices),
        Person("owner", _("Owner")),
        Flag("shared", _("For everybody")),
    )
    tabs = ((_("Mine"), "owner=me"), (_("Everybody's"), "shared=1"))
    order = ("name", "id")
    buttons = (create_note_template,)
    bulk = (share_note_template, unshare_note_template, remove_note_template)
    edits = (change_note_template,)
    empty = Empty(_("No templates yet"), _("Write once what your notes often begin with."), "template")

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return super().queryset(actor).filter(removed_at=None).select_related("owner")


class NoteTemplateRecord(RecordPage):
    model = NoteTemplate
    url = "note-templates/<int:pk>/"
    name = "note-template"
    related = ("owner",)
    timeline = False
    buttons = (
        change_note_template,
        share_note_template,
        unshare_note_template,
        remove_note_template,
        restore_note_template,
    )
    template = "journal/template.html"

    def state(self, obj: NoteTemplate) -> tuple[Any, str] | None:
        if obj.removed_at:
            return _("Removed"), ""
        return (_("For everybody"), "acc") if obj.shared else None

    def subtitle(self, obj: NoteTemplate) -> str:
        return f";{obj.shortcut}"

    def facts(self, obj: NoteTemplate) -> Sequence[Fact]:
        return [
            (_("Kind"), obj.get_kind_display() if obj.kind else None),
            (_("Outcome"), obj.get_outcome_display() if obj.outcome else None),
            (_("Next step"), obj.next_step),
            (_("In how many days"), obj.next_days),
            (_("Owner"), obj.owner, "person"),
        ]


class CreateNoteTemplate(ActionPage):
    action = create_note_template
    fields = FIELDS
    text = HOW
    labels = {"next_days": _("In how many days"), "shortcut": _("Shortcut")}


class ChangeNoteTemplate(ActionPage):
    action = change_note_template
    fields = FIELDS
    text = HOW
