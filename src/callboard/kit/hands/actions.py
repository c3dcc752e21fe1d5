"""Pages put aside and taken back, keys given other names.  Drafts and what the palette is used for are no actions: they
are written while somebody types or looks, belong to nobody else, and a log of them would be a log of keystrokes
(docs/decisions/0007)."""

import json
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.given import read_json
from callboard.kit.hands import keys
from callboard.kit.hands.models import KeyMap, Parked

MOST_PARKED = 20
NOTHING = Text("")
#: Characters of a page's state; a page that holds more is parked without it.
LARGEST_STATE = 60_000


@action(gettext_lazy("Parked page"), who="kit.hands", undo="kit.take_back", icon="bookmark")
def park_page(*, by: Actor, url: str, title: str, state: Text = NOTHING) -> Parked:
    """Put a page aside.  state: JSON of the page's script.  Invalid for an address that is not ours, or beyond MOST_PARKED."""
    person = _person(by)
    address = url.strip()
    if not address.startswith("/") or address.startswith("//") or "\\" in address or len(address) > 600:
        raise Invalid({"url": _("Only pages of Callboard can be parked.")})
    if Parked.objects.filter(person=person, taken_at=None).count() >= MOST_PARKED:
        raise Invalid({"": _("{n} pages are parked, and that is the most. Take one back first.").format(n=MOST_PARKED)})
    made = Parked(
        person=person,
        url=address,
        title=" ".join(title.split())[:200] or address[:200],
        state=_state(state),
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    return made


@action(gettext_lazy("Took page back"), who="kit.hands", undo="kit.park_again", icon="bookmark")
def take_back(parked: Parked, *, by: Actor) -> Parked:
    """From the stack; its state stays readable for as long as the row is kept."""
    parked.taken_at = parked.updated_at = by.now
    parked.save()
    return parked


@take_back.can
def _stands(parked: Parked, now: datetime) -> Refusal | None:
    return Refusal("taken", gettext_lazy("It was taken back already.")) if parked.taken_at else None


@action(gettext_lazy("Parked page again"), who="kit.hands", undo="kit.take_back", icon="bookmark")
def park_again(parked: Parked, *, by: Actor) -> Parked:
    """Back on the stack."""
    parked.taken_at = None
    parked.updated_at = by.now
    parked.save()
    return parked


@park_again.can
def _was_taken(parked: Parked, now: datetime) -> Refusal | None:
    return None if parked.taken_at else Refusal("parked", gettext_lazy("It is parked."))


@action(gettext_lazy("Changed a key"), who="kit.hands", undo="kit.set_key", icon="keyboard")
def set_key(*, by: Actor, key: str, to: str) -> KeyMap:
    """Give the command of one of our keys another key.  Invalid for a key another command has, or one browsers keep."""
    person = _person(by)
    row = KeyMap.objects.filter(person=person).first() or KeyMap(person=person, keys={}, created_at=by.now)
    try:
        changed = keys.changed(row.keys, key.strip(), to.strip())
    except keys.BadKey as error:
        raise Invalid({error.field: str(error)}) from error
    by.undo_args(key=key.strip(), to=keys.theirs(row.keys, key.strip()))
    row.keys, row.updated_at = changed, by.now
    row.save()
    return row


@action(gettext_lazy("Reset keys"), who="kit.hands", undo="kit.restore_keys", icon="keyboard")
def reset_keys(*, by: Actor) -> KeyMap:
    """Every command has our key again."""
    return _put(by, {})


@action(gettext_lazy("Restored keys"), who="kit.hands", undo="kit.restore_keys", icon="keyboard")
def restore_keys(*, by: Actor, keys: str) -> KeyMap:
    """A whole map as it was, as JSON.  Invalid for what is no map of keys."""
    return _put(by, _map(keys))


def _put(by: Actor, wanted: dict[str, str]) -> KeyMap:
    person = _person(by)
    row = KeyMap.objects.filter(person=person).first() or KeyMap(person=person, keys={}, created_at=by.now)
    by.undo_args(keys=json.dumps(row.keys))
    row.keys, row.updated_at = wanted, by.now
    row.save()
    return row


def _map(text: str) -> dict[str, str]:
    made: dict[str, str] = {}
    try:
        given = read_json(text)
        for ours, theirs in given.items():
            made = keys.changed(made, str(ours), str(theirs))
    except (ValueError, AttributeError) as error:
        raise Invalid({"keys": _("This is no map of keys.")}) from error
    except keys.BadKey as error:
        raise Invalid({"keys": str(error)}) from error
    return made


def _person(by: Actor) -> Any:
    if by.person is None:
        raise Invalid({"": _("Only a person has pages and keys of their own.")})
    return by.person


def _state(text: str) -> dict[str, Any]:
    """What the page's script wrote; nothing where it is too much or no JSON."""
    if len(text) > LARGEST_STATE:
        return {}
    try:
        found = read_json(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
