"""The pages where a person gives keys other names; they lead back to the profile."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor
from callboard.kit.hands import keys
from callboard.kit.hands.actions import reset_keys, set_key
from callboard.kit.hands.models import KeyMap
from callboard.kit.pages.acts import ActionPage


def key_lines(person: Any) -> dict[str, Any]:
    """For kit/parts/key_rows.html: every command with its key and the address that changes it; one query."""
    row = KeyMap.objects.filter(person=person).first()
    mine = row.keys if row is not None else {}
    change = reverse("do", args=[set_key.name])
    back = {"next": _profile()}
    return {
        "key_rows": [(line, f"{change}?{urlencode({'key': line.ours, **back})}") for line in keys.lines(mine)],
        "keys_reset_url": f"{reverse('do', args=[reset_keys.name])}?{urlencode(back)}" if mine else "",
    }


class SetKey(ActionPage):
    """One key."""

    action = set_key
    labels = {"key": _("Callboard's key"), "to": _("Your key")}
    text = _("One character, such as y, or one with a modifier, such as Alt+y.")
    submit = _("Use this key")

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        """The key it has now, to be typed over."""
        row = KeyMap.objects.filter(person=actor.person_id).first()
        ours = request.GET.get("key", "")
        return {"to": keys.theirs(row.keys if row is not None else {}, ours)}

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        """What the key does stands beside it; the cursor is where the new key goes."""
        found = super().form(request, actor, target)
        ours = request.POST.get("key") or request.GET.get("key") or ""
        if ours in keys.MEANINGS:
            found.fields["key"].help_text = said("It means: {what}").format(what=keys.MEANINGS[ours])
            found.fields["key"].widget.attrs.pop("autofocus", None)
            found.fields["to"].widget.attrs |= {"autofocus": True, "autocapitalize": "none", "autocomplete": "off"}
        return found

    def next_url(self, result: Any, target: Any) -> str:
        return _profile()


class ResetKeys(ActionPage):
    """All keys as they came."""

    action = reset_keys
    text = _("Every command has Callboard's key again.")

    def next_url(self, result: Any, target: Any) -> str:
        return _profile()


def _profile() -> str:
    try:
        return reverse("profile")
    except NoReverseMatch:
        return "/"
