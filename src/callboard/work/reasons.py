"""Why a task stands where it stands, and what its money is."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import url_of
from callboard.core.money import shown
from callboard.core.refs import records
from callboard.core.registry import Reason, WhyEntry, register
from callboard.team.queries import company_zone
from callboard.work.models import Task
from callboard.work.queries import reason_of, stake_label
from callboard.work.queries.day import place_words


def _rank(task: Task, actor: Actor) -> Reason | None:
    zone = task.owner.tz if task.owner is not None else ZoneInfo(company_zone())
    sentence = _("{reason} Its place on the list is the sum of these points.").format(reason=reason_of(task)).strip()
    return Reason(sentence, list(place_words(task, clock.now(), zone)))


def _stake(task: Task, actor: Actor) -> Reason | None:
    if task.stake is None:
        return Reason(_("Nothing is known to be at stake: whoever made the task named no amount."))
    source = records([task.source]).get(task.source) if task.source is not None else None
    made_for = [(str(source), shown(task.stake), url_of(source))] if source is not None else []
    sentence = _("What a year is worth of it: {label}. It follows the record the task was made for.")
    return Reason(sentence.format(label=stake_label(task) or _("stake")), made_for)


register.why.add(WhyEntry("task.rank", gettext_lazy("Place on the list"), _rank, "work.task"))
register.why.add(WhyEntry("task.stake", gettext_lazy("Stake"), _stake, "work.task"))
