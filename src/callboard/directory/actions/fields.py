"""A company's own fields: making them, and what they hold."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.given import read_json
from callboard.directory import rules
from callboard.directory.models import Account, Contact, CustomField, FieldKind, Noun

LONGEST_LIST, MOST_FIELDS = 200, 200
NOTHING = Text("")
NO_VALUES = Text("{}")


@action(
    gettext_lazy("Created field"),
    said=gettext_lazy("Created the field {result}"),
    who="directory.fields",
    undo="directory.retire_field",
    icon="list-details",
)
def create_field(
    *, by: Actor, noun: Noun, label: str, kind: FieldKind = FieldKind.TEXT, options: Text = NOTHING, help: str = "",
    name: str = "", order: int = 50,
) -> CustomField:  # fmt: skip
    """Add a field to every account or contact. The short name (of the label where none is given) and the kind stay
    what they are; `options` are the lines of its list, for a kind that has one."""
    _label(label)
    short = name.strip().lower() or rules.short_name(label)
    listed = _options(kind, options)
    _check_new(noun, short)
    return CustomField.objects.create(
        noun=noun, name=short, label=_label(label), kind=kind, options=listed, help=help.strip()[:200],
        order=_place(order), created_at=by.now, updated_at=by.now,
    )  # fmt: skip


def _check_new(noun: Noun, short: str) -> None:
    if rules.SHORT_NAME.fullmatch(short) is None:
        sentence = _("The short name has letters a to z, digits and _, and begins with a letter: not “{name}”.")
        raise Invalid({"name": sentence.format(name=short[:40])})
    known = CustomField.objects.filter(noun=noun)
    if known.filter(name=short).exists():
        raise Invalid({"name": _("There is a field “{name}” already; it may be retired.").format(name=short)})
    if known.count() >= MOST_FIELDS:
        raise Invalid({"": _("No more than {most} fields; retire some first.").format(most=MOST_FIELDS)})


def _label(label: str) -> str:
    if not label.strip():
        raise Invalid({"label": _("Give the field a label.")})
    return " ".join(label.split())[:80]


def _place(order: int) -> int:
    if not 0 <= order <= 1000:
        raise Invalid({"order": _("The place is a number from 0 to 1000.")})
    return order


def _options(kind: str, options: str) -> list[str]:
    """The lines, each once. Invalid where a list has none, or has them where the kind knows no list."""
    listed = list(dict.fromkeys(line.strip() for line in options.splitlines() if line.strip()))
    if kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        if not listed:
            raise Invalid({"options": _("Write what can be chosen, one on each line.")})
        if len(listed) > LONGEST_LIST or any(len(line) > 80 or "," in line or ";" in line for line in listed):
            sentence = _("A list has at most {most} lines of 80 letters, without commas and semicolons.")
            raise Invalid({"options": sentence.format(most=LONGEST_LIST)})
        return listed
    if listed:
        raise Invalid({"options": _("Only a field to choose from has a list.")})
    return []


@action(
    gettext_lazy("Changed field"),
    said=gettext_lazy("Changed the field {field}"),
    who="directory.fields",
    undo="directory.change_field",
    icon="pencil",
)
def change_field(
    field: CustomField,
    *,
    by: Actor,
    label: str | None = None,
    help: str | None = None,
    options: Text | None = None,
    order: int | None = None,
) -> CustomField:
    """Another label, explanation, place, or list. An entry of the list that some record has cannot go."""
    lines = "\n".join(field.options)
    given = {"label": label, "help": help, "options": options, "order": order}
    before = {"label": field.label, "help": field.help, "options": lines, "order": field.order}
    by.undo_args(**{key: before[key] for key, value in given.items() if value is not None})
    if label is not None:
        field.label = _label(label)
    if help is not None:
        field.help = help.strip()[:200]
    if order is not None:
        field.order = _place(order)
    if options is not None and field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        field.options = _changed_list(field, options)
    field.updated_at = by.now
    field.save()
    return field


def _changed_list(field: CustomField, options: str) -> list[str]:
    listed = _options(field.kind, options)
    for gone in [option for option in field.options if option not in listed]:
        if count := _rows(field).filter(**{f"custom__{field.name}__contains": gone}).count():
            sentence = _("“{option}” stands in {count} records; change those first.")
            raise Invalid({"options": sentence.format(option=gone, count=count)})
    return listed


def _rows(field: CustomField) -> Any:
    return (Account if field.noun == Noun.ACCOUNT else Contact)._default_manager.all()


@action(
    gettext_lazy("Retired field"),
    said=gettext_lazy("Retired the field {field}"),
    who="directory.fields",
    undo="directory.restore_field",
    icon="archive",
)
def retire_field(field: CustomField, *, by: Actor) -> CustomField:
    """Offer it nowhere any more. What it holds stays with the records and comes back with it."""
    field.retired_at = field.updated_at = by.now
    field.save(update_fields=["retired_at"])
    return field


@retire_field.can
def _may_retire(field: CustomField, now: datetime) -> Refusal | None:
    return Refusal("retired", gettext_lazy("It is retired already.")) if field.retired_at else None


@action(
    gettext_lazy("Restored field"),
    said=gettext_lazy("Restored the field {field}"),
    who="directory.fields",
    undo="directory.retire_field",
    icon="arrow-back-up",
)
def restore_field(field: CustomField, *, by: Actor) -> CustomField:
    """Offer a retired field again, with everything it held."""
    field.retired_at, field.updated_at = None, by.now
    field.save(update_fields=["retired_at"])
    return field


@restore_field.can
def _may_restore(field: CustomField, now: datetime) -> Refusal | None:
    return None if field.retired_at else Refusal("there", gettext_lazy("It is not retired."))


@action(
    gettext_lazy("Filled in field"),
    said=gettext_lazy("Filled in {field} of {account}"),
    who="directory.edit",
    undo="directory.set_account_field",
    icon="pencil",
)
def set_account_field(account: Account, *, by: Actor, field: CustomField, value: str = "") -> Account:
    """What one of the company's own fields holds for an account; nothing empties it."""
    by.undo_args(field=field, value=rules.written(field, account.custom))
    write_custom(account, Noun.ACCOUNT, {field.name: value}, by, "value")
    return account


@action(
    gettext_lazy("Filled in field"),
    said=gettext_lazy("Filled in {field} of {contact}"),
    who="directory.edit",
    undo="directory.set_contact_field",
    icon="pencil",
)
def set_contact_field(contact: Contact, *, by: Actor, field: CustomField, value: str = "") -> Contact:
    """What one of the company's own fields holds for a person; nothing empties it."""
    by.undo_args(field=field, value=rules.written(field, contact.custom))
    write_custom(contact, Noun.CONTACT, {field.name: value}, by, "value")
    return contact


@action(
    gettext_lazy("Filled in fields"),
    said=gettext_lazy("Filled in the fields of {account}"),
    who="directory.edit",
    undo="directory.fill_in_account",
    icon="list-details",
)
def fill_in_account(account: Account, *, by: Actor, values: Text = NO_VALUES) -> Account:
    """Several of an account's own fields at once: `values` is a JSON object of texts by short name, as typed; "" empties.
    What is not named stays."""
    _fill_in(account, Noun.ACCOUNT, values, by)
    return account


@action(
    gettext_lazy("Filled in fields"),
    said=gettext_lazy("Filled in the fields of {contact}"),
    who="directory.edit",
    undo="directory.fill_in_contact",
    icon="list-details",
)
def fill_in_contact(contact: Contact, *, by: Actor, values: Text = NO_VALUES) -> Contact:
    """The same for a person."""
    _fill_in(contact, Noun.CONTACT, values, by)
    return contact


def _fill_in(record: Account | Contact, noun: Noun, values: str, by: Actor) -> None:
    try:
        given = read_json(values)
    except ValueError:
        given = None
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise Invalid(
            {"values": _("Write a JSON object of texts, like {example}.").format(example='{"ams": "EZLynx"}')}
        )
    known = {field.name: field for field in CustomField.objects.filter(noun=noun, name__in=list(given))}
    before = {name: rules.written(field, record.custom) for name, field in known.items()}
    by.undo_args(values=rules.as_json(before))
    write_custom(record, noun, given, by)


def write_custom(record: Account | Contact, noun: Noun, given: Mapping[str, str], by: Actor, field: str = "") -> None:
    """Put values as typed into a record, inside the action that changes it. Invalid with a sentence a field, under its
    short name or under `field`; a retired or unknown one is refused."""
    known = {each.name: each for each in CustomField.objects.filter(noun=noun, retired_at=None, name__in=list(given))}
    kept, errors = dict(record.custom), {}
    for name, text in given.items():
        if name not in known:
            errors[field or name] = _("There is no field “{name}” for this.").format(name=name[:40])
            continue
        try:
            value = rules.value_of(known[name], text)
        except ValueError as error:
            errors[field or name] = str(error)
            continue
        kept.pop(name, None)
        if value is not None:
            kept[name] = value
    if errors:
        raise Invalid(errors)
    record.custom, record.updated_at = kept, by.now
    record.save(update_fields=["custom"])
