"""Why an item is where it is, in words.  Codes and arguments are stored; the sentence is made when read."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, gettext_lazy, ngettext

_ = gettext_lazy

WHY = {
    "owner": _("{person} owns this account."),
    "support": _("{person} is the account manager."),
    "sticky": _("{person} has this conversation."),
    "fixed": _("These go to {person}."),
    "round_robin": _("It is {person}'s turn."),
    "least_loaded": _("{person} has the least to do: {units} units."),
    "longest_idle": _("{person} got nothing for the longest time."),
    "cover": _("{person} stands in for {absent}, who {cause}."),
    "taken": _("{person} took it."),
    "given": _("{by} gave it to {person}."),
    "handed_over": _("{by} handed it over to {person}."),
    "accepted": _("{by} accepted the proposal for {person}."),
    "timed_out": _("Nobody answered the proposal for {person} in time, so it went by itself."),
    "corrected": _("{by} corrected it and sent it to {person}."),
    "put_back": _("{by} put it back."),
    "no_rule": _("No rule fits: none names anybody for it. It waits for somebody to take it."),
    "nobody_free": _("Nobody the rules name can take it now. It waits and is tried again."),
    "spam": _("It looks like spam."),
}

CAUSE = {
    "absent": _("is away"),
    "holiday": _("has a holiday"),
    "outside_hours": _("is not at work now"),
    "blocked": _("keeps this time for one thing"),
    "on_call": _("is on a call"),
    "wrap_up": _("is writing up a call"),
    "away": _("is not available"),
    "left": _("no longer works here"),
    "full": _("has as much as they can take"),
    "language": _("does not speak the sender's language"),
    "gone": _("is not one of us any more"),
    "later": _("comes after"),
}


def why(code: str, args: Mapping[str, Any], names: Mapping[int, str]) -> str:
    """The sentence; `names` maps person ids to names.  "" for a code nobody knows."""
    sentence = WHY.get(code)
    if sentence is None:
        return ""
    values = {key: _named(key, value, names) for key, value in args.items()}
    text = str(sentence).format_map(_Known(values))
    eligible = args.get("eligible")
    if isinstance(eligible, int) and eligible > 1:
        count = ngettext("{count} could take it.", "{count} could take it.", eligible).format(count=eligible)
        text = f"{text} {count}"
    return text


def cause_words(cause: str) -> str:
    """What comes after a person's name: “is away”."""
    return str(CAUSE.get(cause, cause))


def _named(key: str, value: Any, names: Mapping[int, str]) -> str:
    if key in ("person", "absent", "by") and isinstance(value, int):
        return names.get(value, gettext("somebody"))
    if key == "cause":
        return cause_words(str(value))
    return str(value)


class _Known(dict[str, str]):
    """A stored sentence may lack an argument that a newer wording asks for."""

    def __missing__(self, key: str) -> str:
        return gettext("somebody") if key in ("person", "absent", "by") else ""
