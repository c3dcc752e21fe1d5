"""Which talk an account's clock counts from."""

from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.registry import Reason, WhyEntry, register
from callboard.directory.models import Account
from callboard.journal import queries, rules
from callboard.journal.models import Interaction
from callboard.journal.rules.quality import PARTS

SHOWN = 5


def _last_talk(account: Account, actor: Actor) -> Reason | None:
    rows = Interaction.objects.filter(account_links__account=account, conversed=True, removed_at=None)
    found = visible(rows, actor).order_by("-at", "-id")[:SHOWN]
    lines = [
        (rules.title_of(one), formats.date_format(timezone.localtime(one.at), "M j, Y"), url_of(one)) for one in found
    ]
    return Reason(
        _("The last time both spoke: an answered call of 30 seconds or more, a meeting, or their reply to us."), lines
    )


register.why.add(
    WhyEntry("account.last_talk", gettext_lazy("Last talk"), _last_talk, "directory.account", "journal.view")
)


def _score(made: Interaction, actor: Actor) -> Reason | None:
    """Each part with its points, then what was found, as the rules say it beside what is known now."""
    kept = queries.shown_score(made, actor)
    if kept is None:
        return None
    lines: list[tuple[Any, ...]] = [
        (label, f"{kept.parts.get(part, 0)} / {points}") for part, (points, label, _rules) in PARTS.items()
    ]
    for each in queries.score_of(made, list(made.accounts.all())).findings:
        lines.append((each.sentence, f"\u2212{each.lost:.0f}"))
        lines += each.doubt.rows if each.doubt is not None else ()
    said = _("Neat, complete, accurate and timely make {total} of 100. Nothing is changed unless you do.")
    return Reason(said.format(total=kept.total), lines)


register.why.add(
    WhyEntry("interaction.score", gettext_lazy("Note score"), _score, "journal.interaction", "journal.view")
)
