"""A company's own fields, the categories of relations, the glossary, packs; and filling fields in."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.core.access import visible
from callboard.core.actions import Actor, Invalid
from callboard.core.asking import Question
from callboard.directory import actions, queries, rules
from callboard.directory.models import (
    CustomField,
    FieldKind,
    Noun,
    Relation,
    RelationCategory,
    Term,
)
from callboard.directory.tables import CategoryTable, FieldTable, TermTable, came_with
from callboard.kit.filters import Choice, Flag, Search
from callboard.kit.forms import ActionForm
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage

PREFIX = "own_"
#: A longer list is typed: fifty states are no boxes to tick.
TICKED = 12


class Fields(ListPage):
    model = CustomField
    title = _("Own fields")
    url = "fields/"
    name = "fields"
    table = FieldTable
    filters = (
        Search(("label", "name")),
        Choice("noun", _("Belongs to"), choices=Noun.choices),
        Choice("kind", _("Kind"), choices=FieldKind.choices),
        Flag("retired", _("Retired"), Q(retired_at__isnull=False)),
    )
    order = ("noun", "order", "id")
    buttons = (actions.create_field, actions.load_pack, actions.remove_pack)
    bulk = (actions.retire_field, actions.restore_field)
    edits = (actions.change_field,)
    paste = False
    empty = Empty(
        _("No fields of your own yet"),
        _("Load the pack of your business, or create what you want to know of every account."),
        "list-details",
        (actions.load_pack.name,),
    )

    def rows(self, actor: Actor, seen: Any, table: Any) -> Any:
        """Retired ones only where they are asked for."""
        found = super().rows(actor, seen, table)
        return found if seen.asks("retired") else found.filter(retired_at=None)


class FieldRecord(RecordPage):
    model = CustomField
    url = "fields/<int:pk>/"
    name = "field"
    buttons = (actions.change_field, actions.retire_field, actions.restore_field)
    timeline = False

    def state(self, obj: CustomField) -> tuple[Any, str] | None:
        return (_("Retired"), "") if obj.retired_at else None

    def facts(self, obj: CustomField) -> Sequence[Fact]:
        return [
            (_("Belongs to"), obj.get_noun_display()),
            (_("Short name"), obj.name),
            (_("Kind"), obj.get_kind_display()),
            *([(_("List"), ", ".join(obj.options))] if obj.options else []),
            (_("Explanation"), obj.help),
            (_("Came with"), came_with(obj)),
        ]


class ChangeField(ActionPage):
    action = actions.change_field
    fields = ("label", "help", "options", "order")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        return {"options": "\n".join(target.options)} if target is not None else {}


class Categories(ListPage):
    model = RelationCategory
    title = _("Categories of relations")
    url = "relation-categories/"
    name = "relation-categories"
    table = CategoryTable
    filters = (Search(("name",)), Flag("retired", _("Retired"), Q(retired_at__isnull=False)))
    order = ("name", "id")
    buttons = (actions.create_category,)
    bulk = (actions.retire_category, actions.restore_category)
    empty = Empty(_("No categories yet"), _("What a relation with a partner can be about."), "tag")


class CategoryRecord(RecordPage):
    model = RelationCategory
    url = "relation-categories/<int:pk>/"
    name = "relation-category"
    buttons = (actions.rename_category, actions.retire_category, actions.restore_category)
    timeline = False

    def state(self, obj: RelationCategory) -> tuple[Any, str] | None:
        return (_("Retired"), "") if obj.retired_at else None

    def asks(self, obj: RelationCategory, actor: Actor) -> dict[str, Question]:
        return {"used": Question("count", visible(Relation.objects.filter(category=obj), actor))}

    def know(self, obj: Any, found: Mapping[str, Any]) -> None:
        obj.used = found["used"]

    def facts(self, obj: Any) -> Sequence[Fact]:
        """What it came with, and the relations that are about it."""
        return [(_("Came with"), came_with(obj)), (_("Relations"), obj.used, "number")]


class Glossary(ListPage):
    model = Term
    title = _("Glossary")
    url = "glossary/"
    name = "glossary"
    table = TermTable
    filters = (Search(("term", "meaning")),)
    order = ("sort_key", "id")
    buttons = (actions.add_term,)
    bulk = (actions.remove_term,)
    empty = Empty(
        _("No words yet"), _("What your customers call things; a pack brings the words of its trade."), "book"
    )


class TermRecord(RecordPage):
    model = Term
    url = "glossary/<int:pk>/"
    name = "term"
    buttons = (actions.change_term, actions.remove_term)
    timeline = False

    def facts(self, obj: Term) -> Sequence[Fact]:
        return [(_("Meaning"), obj.meaning), (_("Came with"), came_with(obj))]


class FillIn(ActionPage):
    """A form with an input for each field; what was not touched is not sent."""

    noun: ClassVar[Noun]

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        found = super().form(request, actor, target)
        found.fields.pop("values")
        for field in queries.fields_of(self.noun):
            name = f"{PREFIX}{field.name}"
            found.fields[name] = _input(field)
            found.initial[name] = _initial(field, target.custom if target is not None else {})
        return found

    def arguments(self, form: ActionForm) -> dict[str, Any]:
        """The changed values as one JSON object."""
        given = super().arguments(form)
        changed = {}
        for field in queries.fields_of(self.noun):
            name = f"{PREFIX}{field.name}"
            text = _as_text(form.cleaned_data.get(name))
            if text != _as_text(form.initial[name]):
                changed[field.name] = text
        return {**given, "values": json.dumps(changed)}

    def run(self, actor: Actor, target: Any, arguments: dict[str, Any]) -> Any:
        try:
            return super().run(actor, target, arguments)
        except Invalid as error:
            raise Invalid(_beside(error.errors)) from error


def _as_text(value: Any) -> str:
    """What stands in an input, as `rules.value_of` reads it."""
    return ", ".join(value) if isinstance(value, list) else str(value or "")


def _beside(errors: Mapping[str, Any]) -> dict[str, Any]:
    """Each sentence beside its input."""
    return {f"{PREFIX}{name}" if name not in ("", "values") else "": sentence for name, sentence in errors.items()}


def _input(field: CustomField) -> forms.Field:
    said: dict[str, Any] = {"label": field.label, "help_text": field.help, "required": False}
    options = [(option, option) for option in field.options]
    if field.kind == FieldKind.CHOICE:
        return forms.ChoiceField(choices=[("", "–"), *options], **said)
    if field.kind == FieldKind.CHOICES and len(options) <= TICKED:
        return forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **said)
    if field.kind == FieldKind.CHOICES:
        said["help_text"] = field.help or now_("Several with commas between: {some} …").format(
            some=", ".join(field.options[:3])
        )
    if field.kind == FieldKind.YES:
        return forms.ChoiceField(choices=[("", "–"), ("yes", _("yes")), ("no", _("no"))], **said)
    kinds = {FieldKind.DATE: "date", FieldKind.NUMBER: "text", FieldKind.MONEY: "text"}
    widget = forms.TextInput(attrs={"type": kinds.get(FieldKind(field.kind), "text")})
    if field.kind in (FieldKind.NUMBER, FieldKind.MONEY):
        widget.attrs["inputmode"] = "decimal"
    return forms.CharField(widget=widget, max_length=rules.custom.LONGEST, **said)


def _initial(field: CustomField, custom: Mapping[str, Any]) -> Any:
    ticked = field.kind == FieldKind.CHOICES and len(field.options) <= TICKED
    return custom.get(field.name, []) if ticked else rules.written(field, custom)


class FillInAccount(FillIn):
    action = actions.fill_in_account
    title = submit = _("Fill in fields")
    noun = Noun.ACCOUNT


class FillInContact(FillIn):
    action = actions.fill_in_contact
    title = submit = _("Fill in fields")
    noun = Noun.CONTACT


class SetAccountField(ActionPage):
    action = actions.set_account_field

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        return CustomField.objects.filter(noun=Noun.ACCOUNT, retired_at=None) if name == "field" else None


class SetContactField(ActionPage):
    action = actions.set_contact_field

    def choices(self, name: str, actor: Actor, target: Any) -> Any:
        return CustomField.objects.filter(noun=Noun.CONTACT, retired_at=None) if name == "field" else None
