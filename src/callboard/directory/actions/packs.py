"""Loading what one line of business needs, and taking it away again; the glossary."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Refused, Text, action
from callboard.core.names import sort_key
from callboard.core.registry import register
from callboard.directory import packs
from callboard.directory.models import CustomField, RelationCategory, Term
from callboard.directory.packs import Pack
from callboard.team.actions import reset_setting, set_setting
from callboard.team.queries import setting


@action(
    gettext_lazy("Loaded pack"),
    said=gettext_lazy("Loaded “{pack}”: its fields, lists and words are there"),
    who="directory.fields",
    undo="directory.remove_pack",
    icon="package",
)
def load_pack(*, by: Actor, pack: Pack) -> None:
    """Add the fields, categories, labels and words of a pack. What is there by the same name stays as it is, and so does a
    label the company chose itself; what was retired with the pack comes back with everything it held."""
    by.undo_args(pack=pack)
    content = packs.read(pack)
    for place, given in enumerate(content["fields"]):
        _load_field(pack, given, (place + 1) * 10, by)
    for name in content["categories"]:
        _load_category(pack, name, by)
    for term, meaning in content["glossary"]:
        values = {"term": term, "meaning": meaning, "pack": pack, "created_at": by.now, "updated_at": by.now}
        Term.objects.get_or_create(sort_key=sort_key(term), defaults=values)
    for name, value in content["settings"].items():
        if setting(name) == register.setting[name].default:
            set_setting(by=by, name=name, value=value)


def _load_field(pack: str, given: Mapping[str, Any], order: int, by: Actor) -> None:
    values = {**given, "pack": pack, "order": order, "created_at": by.now, "updated_at": by.now}
    field, new = CustomField.objects.get_or_create(noun=given["noun"], name=given["name"], defaults=values)
    if not new and field.retired_at is not None and field.pack == pack:
        field.retired_at, field.updated_at = None, by.now
        field.save(update_fields=["retired_at"])


def _load_category(pack: str, name: str, by: Actor) -> None:
    found = RelationCategory.objects.filter(name__iexact=name).first()
    if found is None:
        RelationCategory.objects.create(name=name, pack=pack, created_at=by.now, updated_at=by.now)
    elif found.retired_at is not None and found.pack == pack:
        found.retired_at, found.updated_at = None, by.now
        found.save(update_fields=["retired_at"])


@action(
    gettext_lazy("Removed pack"),
    said=gettext_lazy("Removed “{pack}”; what was written in its fields is kept"),
    who="directory.fields",
    undo="directory.load_pack",
    icon="package",
)
def remove_pack(*, by: Actor, pack: Pack) -> None:
    """Retire the fields and categories a pack brought, take its words out of the glossary and its labels back where nobody
    chose others. What records hold in its fields stays with them and is there again when it is loaded again."""
    by.undo_args(pack=pack)
    fields = CustomField.objects.filter(pack=pack, retired_at=None)
    if not fields.exists():
        raise Refused(Refusal("absent", gettext_lazy("“{pack}” is not loaded."), pack=pack.label))
    for field in fields:
        field.retired_at = field.updated_at = by.now
        field.save(update_fields=["retired_at"])
    for category in RelationCategory.objects.filter(pack=pack, retired_at=None):
        category.retired_at = category.updated_at = by.now
        category.save(update_fields=["retired_at"])
    Term.objects.filter(pack=pack).delete()
    for name, value in packs.read(pack)["settings"].items():
        if setting(name) == value:
            reset_setting(by=by, name=name)


@action(
    gettext_lazy("Added word"),
    said=gettext_lazy("Added “{result}” to the glossary"),
    who="directory.fields",
    undo="directory.remove_term",
    icon="book",
)
def add_term(*, by: Actor, term: str, meaning: Text) -> Term:
    """A word and what it means."""
    return Term.objects.create(**_term(term, meaning), created_at=by.now, updated_at=by.now)


@action(
    gettext_lazy("Changed word"),
    said=gettext_lazy("Changed “{word}”"),
    who="directory.fields",
    undo="directory.change_term",
    icon="pencil",
)
def change_term(word: Term, *, by: Actor, term: str | None = None, meaning: Text | None = None) -> Term:
    """Another spelling or meaning. From now on it is the company's own: removing the pack leaves it."""
    by.undo_args(term=word.term, meaning=word.meaning)
    values = _term(word.term if term is None else term, word.meaning if meaning is None else meaning, word.pk)
    word.term, word.meaning, word.pack, word.updated_at = values["term"], values["meaning"], "", by.now
    word.save()
    return word


@action(
    gettext_lazy("Removed word"),
    said=gettext_lazy("Removed “{word}” from the glossary"),
    who="directory.fields",
    undo="directory.add_term",
    icon="trash",
)
def remove_term(word: Term, *, by: Actor) -> None:
    """Take a word out of the glossary."""
    by.undo_args(term=word.term, meaning=word.meaning)
    word.delete()


def _term(term: str, meaning: str, besides: int = 0) -> dict[str, str]:
    word, said = " ".join(term.split())[:80], meaning.strip()
    errors = {}
    if not word:
        errors["term"] = _("Write the word.")
    if not said:
        errors["meaning"] = _("Write what it means.")
    if Term.objects.filter(sort_key=sort_key(word)).exclude(pk=besides).exists():
        errors["term"] = _("“{term}” stands there already.").format(term=word)
    if errors:
        raise Invalid(errors)
    return {"term": word, "meaning": said}
