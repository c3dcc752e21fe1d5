"""Why a task stands where it stands, and what its money is."""

from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.money import shown
from callboard.core.refs import records
from callboard.core.registry import Reason, WhyEntry, register
from callboard.kit.why import why_url
from callboard.team.queries import company_zone
from callboard.work.models import HandoffState, Task
from callboard.work.queries import reason_of, stake_label
from callboard.work.queries.day import place_words
from callboard.work.rules.rank import WEIGHTS, Weight


def _rank(task: Task, actor: Actor) -> Reason | None:
    zone = task.owner.tz if task.owner is not None else ZoneInfo(company_zone())
    sentence = _("{reason} Its place on the list is the sum of these points.").format(reason=reason_of(task)).strip()
    return Reason(sentence, list(place_words(task, clock.now(), zone)), why_url("work.weights"))


def _weights(values: Any, actor: Actor) -> Reason:
    """The whole table, as anybody may read it."""
    sentence = _(
        "Every open task is weighed at the moment the list is read: the points of each row that holds for it are added up, and"
        " the largest sum stands first. Money and age decide among equals; they never reach across the steps between"
        " late, today and the days after."
    )
    return Reason(sentence, [(row.label, _worth(row)) for row in WEIGHTS])


def _worth(row: Weight) -> str:
    """The points of a row of the table in words: "+620, −30 for each hour ahead, up to 10"."""
    parts = [_signed(row.points)] if row.points or not row.step else []
    if row.step:
        each = _("{points} for each {unit}, up to {most}")
        parts.append(each.format(points=_signed(row.step), unit=row.unit, most=f"{row.most:g}"))
    return ", ".join(parts)


def _signed(points: float) -> str:
    """With a true minus sign."""
    return f"{points:+g}".replace("-", "\N{MINUS SIGN}")


def _stake(task: Task, actor: Actor) -> Reason | None:
    if task.stake is None:
        return Reason(_("Nothing is known to be at stake: whoever made the task named no amount."))
    source = records([task.source]).get(task.source) if task.source is not None else None
    made_for = [(str(source), shown(task.stake), url_of(source))] if source is not None else []
    sentence = _("What a year is worth of it: {label}. It follows the record the task was made for.")
    return Reason(sentence.format(label=stake_label(task) or _("stake")), made_for)


def counts_words(days: int, business: bool, anchor: str) -> str:
    """ "14 days before PLRB Expo", "on the day of PLRB Expo"."""
    if not days:
        return _("on the day of {anchor}").format(anchor=anchor)
    n = abs(days)
    if days < 0:
        words = (
            ngettext("{n} day of work before {anchor}", "{n} days of work before {anchor}", n)
            if business
            else ngettext("{n} day before {anchor}", "{n} days before {anchor}", n)
        )
    else:
        words = (
            ngettext("{n} day of work after {anchor}", "{n} days of work after {anchor}", n)
            if business
            else ngettext("{n} day after {anchor}", "{n} days after {anchor}", n)
        )
    return words.format(n=n, anchor=anchor)


def deadline_reason(code: str, args: dict[str, Any]) -> str:
    """What a deadline counts from."""
    if code != "counts":
        return _("Fixed day")
    return counts_words(int(args.get("days", 0)), bool(args.get("business")), str(args.get("anchor", "")))


def approval_reason(code: str, args: dict[str, Any]) -> str:
    """Who asks, and for what."""
    name, text = str(args.get("name", "")), str(args.get("text", ""))
    return _("{name} asks: {text}").format(name=name, text=text) if text else _("{name} asks").format(name=name)


HANDOFF = {
    HandoffState.REQUESTED: gettext_lazy("{name} asks: {text}"),
    HandoffState.ACCEPTED: gettext_lazy("{name} asked {team}"),
    HandoffState.ASKED_BACK: gettext_lazy("{team} asks back: {text}"),
    HandoffState.RETURNED: gettext_lazy("{team} returned it: {text}"),
}


def handoff_reason(code: str, args: dict[str, Any]) -> str:
    """Whose turn it is, and what was said last."""
    known = {name: str(args.get(name, "")) for name in ("name", "team", "text")}
    sentence = HANDOFF.get(code)  # type: ignore[call-overload]
    return str(sentence).format(**known).strip(" :") if sentence is not None else ""


register.why.add(WhyEntry("task.rank", gettext_lazy("Place on the list"), _rank, "work.task"))
register.why.add(WhyEntry("task.stake", gettext_lazy("Stake"), _stake, "work.task"))
register.why.add(WhyEntry("work.weights", gettext_lazy("How the list is ordered"), _weights))
