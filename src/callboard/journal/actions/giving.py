"""Templates everybody uses, given to somebody else: mostly of somebody who leaves."""

from datetime import datetime

from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Refusal, action
from callboard.core.leavers import must_work_here
from callboard.journal.models import NoteTemplate
from callboard.team.models import Person


@action(
    gettext_lazy("Gave note template"),
    said=gettext_lazy("Gave the template {note_template.name} to {to}"),
    who="journal.templates",
    undo="journal.give_note_template",
    icon="user-share",
)
def give_note_template(note_template: NoteTemplate, *, by: Actor, to: Person) -> NoteTemplate:
    """Let somebody else keep a template; everybody goes on using it. Where they have one of the same shortcut, this one's
    gets a number."""
    must_work_here(to=to)
    by.undo_args(to=note_template.owner)
    theirs = NoteTemplate.objects.filter(owner=to, removed_at=None).exclude(pk=note_template.pk)
    taken = set(theirs.values_list("shortcut", flat=True))
    shared = NoteTemplate.objects.filter(shared=True, removed_at=None).exclude(pk=note_template.pk)
    if note_template.shared:
        taken |= set(shared.values_list("shortcut", flat=True))
    note_template.shortcut = _free(note_template.shortcut, taken)
    note_template.owner, note_template.updated_at = to, by.now
    if not note_template.shared:
        note_template.audience = [f"person:{to.pk}"]
    note_template.save(update_fields=["owner", "shortcut", "audience"])
    return note_template


@give_note_template.can
def _stands(note_template: NoteTemplate, now: datetime) -> Refusal | None:
    return Refusal("removed", gettext_lazy("It was removed.")) if note_template.removed_at else None


def _free(shortcut: str, taken: set[str]) -> str:
    """The shortcut, with a number where it is taken."""
    found, number = shortcut, 1
    while found in taken:
        number += 1
        found = f"{shortcut[:17]}{number}"
    return found
