"""What a list offers for many records: verbs for the rows selected, "all that match", rows pasted in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from callboard.core.actions import Action, Actor, File
from callboard.kit.fields import verb
from callboard.kit.pages.buttons import Button
from callboard.kit.paging import COUNT_LIMIT, Slice


@dataclass(frozen=True)
class Selection:
    """buttons: each posts the ticked ids to its address.  query: the list's filters and order, for all that match;
    all_text: "All 4,312 that match", "" where the page shows everything.  back: the page they are ticked on, to which one comes
    back, where that is not the list."""

    buttons: Sequence[Button]
    query: str
    all_text: str = ""
    back: str = ""


def selection_of(
    name: str, verbs: Sequence[Action[..., Any]], actor: Actor, query: dict[str, list[str]], part: Slice
) -> Selection | None:
    """None where there is nothing this actor could do to many."""
    buttons = [
        Button(action.name, verb(action), reverse("bulk", args=[name, action.name]), action.icon or "")
        for action in verbs
        if action.allowed(actor)
    ]
    if not buttons or not part.rows:
        return None
    everything = part.next is None and part.previous is None
    return Selection(buttons, urlencode(query, doseq=True), "" if everything else _all_text(part))


def _all_text(part: Slice) -> str:
    total = max(part.total or 0, part.above + len(part.rows))
    if total > COUNT_LIMIT:
        return _("All that match")
    return _("All {n} that match").format(n=formats.number_format(total, use_l10n=True, force_grouping=True))


def maker(page: Any) -> Action[..., Any] | None:
    """The action that makes a record of the list from what a row can say; None where a list has none."""
    return next(
        (
            action
            for action in page.buttons
            if page.paste
            and action.target_model is None
            and action.params
            and not any(param.type is File or param.many for param in action.params)
        ),
        None,
    )


def paste_url(page: Any, actor: Actor) -> str:
    """The address of the list's "Paste rows"; "" where nothing can be made, or not by this actor."""
    action = maker(page)
    return reverse("paste", args=[page.name]) if action is not None and action.allowed(actor) else ""
