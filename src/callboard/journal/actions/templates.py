"""Templates of notes: one's own, and those given to everybody."""

import re
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.journal.models import Kind, NoteTemplate, Outcome
from callboard.journal.rules.filling import unknown_place

NOTHING = Text("")
SHORTCUT = re.compile(r"^[a-z0-9]{1,20}$")
FARTHEST = 365
KNOWN = "{name}, {account}, {me}"


@action(
    gettext_lazy("Created note template"),
    said=gettext_lazy("Created the template {result.name}"),
    who="journal.templates",
    undo="journal.remove_note_template",
    roots=lambda given: set(),
    icon="template",
)
def create_note_template(
    *,
    by: Actor,
    name: str,
    shortcut: str,
    text: Text = NOTHING,
    kind: Kind | None = None,
    outcome: Outcome | None = None,
    next_step: str = "",
    next_days: int | None = None,
) -> NoteTemplate:
    """The beginning of a note of one's own: typed as ;shortcut it becomes its text.  {name}, {account} and {me} are filled in."""
    if by.person is None:
        raise Invalid({"": _("A template belongs to a person.")})
    made = NoteTemplate(
        owner=by.person,
        name=name.strip(),
        shortcut=shortcut.strip().lstrip(";").lower(),
        text=text.strip(),
        kind=kind,
        outcome=outcome,
        next_step=next_step.strip(),
        next_days=next_days,
        audience=[f"person:{by.person.pk}"],
        created_at=by.now,
        updated_at=by.now,
    )
    _check(made)
    made.save()
    return made


@action(
    gettext_lazy("Changed note template"),
    said=gettext_lazy("Changed the template {note_template.name}"),
    who="journal.templates",
    undo="journal.change_note_template",
    icon="pencil",
)
def change_note_template(
    note_template: NoteTemplate,
    *,
    by: Actor,
    name: str | None = None,
    shortcut: str | None = None,
    text: Text | None = None,
    kind: Kind | None = None,
    outcome: Outcome | None = None,
    next_step: str | None = None,
    next_days: int | None = None,
) -> NoteTemplate:
    """Change what is given; None leaves a value as it is."""
    given: dict[str, Any] = {
        "name": name, "shortcut": shortcut.strip().lstrip(";").lower() if shortcut is not None else None, "text": text,
        "kind": kind, "outcome": outcome, "next_step": next_step, "next_days": next_days,
    }  # fmt: skip
    wanted = {field: value for field, value in given.items() if value is not None}
    by.undo_args(**{field: getattr(note_template, field) for field in wanted})
    for field, value in wanted.items():
        setattr(note_template, field, value)
    _check(note_template)
    note_template.updated_at = by.now
    note_template.save()
    return note_template


@change_note_template.can
def _may_change(note_template: NoteTemplate, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed.")) if note_template.removed_at else None


def _check(made: NoteTemplate) -> None:
    errors: dict[str, str] = {}
    if not made.name.strip():
        errors["name"] = _("Give it a name.")
    if not SHORTCUT.match(made.shortcut):
        errors["shortcut"] = _("A shortcut is up to 20 small letters and digits, such as lvm.")
    elif _taken(made):
        errors["shortcut"] = _("The shortcut {shortcut} is taken.").format(shortcut=made.shortcut)
    if not (made.text or made.outcome or made.next_step):
        errors["text"] = _("Write what it begins with, or choose an outcome.")
    for field in ("text", "next_step"):
        if place := unknown_place(getattr(made, field)):
            errors[field] = _("“{place}” is filled in by nothing. Known are {known}.").format(place=place, known=KNOWN)
    if made.next_days is not None and made.next_days > FARTHEST:
        errors["next_days"] = _("A next step lies within a year.")
    if errors:
        raise Invalid(errors)


def _taken(made: NoteTemplate) -> bool:
    others = NoteTemplate.objects.filter(shortcut=made.shortcut, removed_at=None).exclude(pk=made.pk)
    return others.filter(owner=made.owner).exists() or (made.shared and others.filter(shared=True).exists())


@action(
    gettext_lazy("Removed note template"),
    said=gettext_lazy("Removed the template {note_template.name}"),
    who="journal.templates",
    undo="journal.restore_note_template",
    icon="trash",
)
def remove_note_template(note_template: NoteTemplate, *, by: Actor) -> NoteTemplate:
    """Nobody can choose it any more; notes written with it stay."""
    note_template.removed_at = note_template.updated_at = by.now
    note_template.save(update_fields=["removed_at"])
    return note_template


@remove_note_template.can
def _may_remove(note_template: NoteTemplate, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed already.")) if note_template.removed_at else None


@action(
    gettext_lazy("Restored note template"),
    said=gettext_lazy("Restored the template {note_template.name}"),
    who="journal.templates",
    undo="journal.remove_note_template",
    icon="arrow-back-up",
)
def restore_note_template(note_template: NoteTemplate, *, by: Actor) -> NoteTemplate:
    """Put it back among the others, if its shortcut is still free."""
    note_template.removed_at, note_template.updated_at = None, by.now
    _check(note_template)
    note_template.save(update_fields=["removed_at"])
    return note_template


@restore_note_template.can
def _may_restore(note_template: NoteTemplate, now: datetime) -> Refusal | None:
    return None if note_template.removed_at else Refusal("there", gettext_lazy("It was never removed."))


@action(
    gettext_lazy("Gave note template to everybody"),
    said=gettext_lazy("Everybody can use {note_template.name} now"),
    who="journal.share",
    undo="journal.unshare_note_template",
    icon="users",
)
def share_note_template(note_template: NoteTemplate, *, by: Actor) -> NoteTemplate:
    """Everybody writes with it."""
    note_template.shared, note_template.audience, note_template.updated_at = True, ["all"], by.now
    _check(note_template)
    note_template.save(update_fields=["shared", "audience"])
    return note_template


@share_note_template.can
def _may_share(note_template: NoteTemplate, now: datetime) -> Refusal | None:
    if note_template.removed_at:
        return Refusal("removed", gettext_lazy("It was removed."))
    return Refusal("shared", gettext_lazy("Everybody has it already.")) if note_template.shared else None


@action(
    gettext_lazy("Took note template back"),
    said=gettext_lazy("{note_template.name} is its owner's alone"),
    who="journal.share",
    undo="journal.share_note_template",
    icon="user",
)
def unshare_note_template(note_template: NoteTemplate, *, by: Actor) -> NoteTemplate:
    """It is its owner's alone."""
    note_template.shared, note_template.updated_at = False, by.now
    note_template.audience = [f"person:{note_template.owner_id}"]
    note_template.save(update_fields=["shared", "audience"])
    return note_template


@unshare_note_template.can
def _may_unshare(note_template: NoteTemplate, now: datetime) -> Refusal | None:
    return None if note_template.shared else Refusal("own", gettext_lazy("It is its owner's alone."))
