"""Actions as buttons: who may not press one does not see it; what the state forbids is grey with its sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from callboard.core.actions import Action, Actor
from callboard.kit.addresses import action_url
from callboard.kit.fields import verb
from callboard.kit.tables import Text

FIRST_SHOWN = 2
#: One key, one meaning: a verb has the same key wherever it is offered.  Whole names come before first words.
VERB_KEYS = {
    "log_interaction": "l",
    "create_task": "t",
    "add_member": "i",
    "write_note": "n",
    "keep_draft": "a",
    "dismiss_draft": "d",
    "give_draft": "o",
    "accept": "a",
    "approve": "a",
    "take": "a",
    "change": "e",
    "correct": "e",
    "assign": "o",
    "snooze": "s",
    "finish": "d",
    "answer_handoff": "r",
}


#: Verbs that take something away: offered, never the one thing the page asks for.
AWAY = frozenset({"delete", "remove", "strike", "leave", "withdraw"})


def takes_away(name: str) -> bool:
    """Whether a verb undoes: "withdraw_promise", "take_events_back"."""
    return name.partition("_")[0] in AWAY or (name.startswith("take_") and name.endswith("_back"))


@dataclass(frozen=True)
class Button:
    """One action offered.  refusal: the sentence why not now, or "".  primary: the first; more: behind the menu."""

    name: str
    label: Text
    url: str
    icon: str = ""
    refusal: str = ""
    primary: bool = False
    more: bool = False
    key: str = ""

    @property
    def kind(self) -> str:
        """The look of it, as the ui tag `act` asks for it."""
        return "primary" if self.primary else ""

    @property
    def disabled(self) -> bool:
        return bool(self.refusal)


def key_of(action: Action[..., Any]) -> str:
    """The key of a verb; "" for one that has none."""
    name = action.name.rpartition(".")[2]
    if name.startswith("hand_over"):
        return "o"
    return VERB_KEYS.get(name) or VERB_KEYS.get(name.partition("_")[0], "")


def buttons_for(
    actions: Iterable[Action[..., Any]], actor: Actor, now: datetime, target: Any = None
) -> Sequence[Button]:
    """The buttons a person sees, in order, what can be pressed now before what cannot; the first of them that takes nothing
    away is the primary one."""
    found: list[Button] = []
    for action in actions:
        about = target if action.target_model is not None else None
        if not action.allowed(actor, about):
            continue
        refusal = action.refusal(about, now, actor) if about is not None else None
        key = key_of(action)
        may_lead = refusal is None and not takes_away(action.name.rpartition(".")[2])
        primary = may_lead and not any(button.primary for button in found)
        found.append(
            Button(
                action.name,
                verb(action),
                action_url(action, about),
                action.icon or "",
                str(refusal) if refusal else "",
                primary,
                False,
                "" if any(button.key == key for button in found) else key,
            )
        )
    found.sort(key=lambda button: bool(button.refusal))
    return [replace(button, more=number >= FIRST_SHOWN) for number, button in enumerate(found)]
