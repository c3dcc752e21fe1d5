"""Why a lead has its grade."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor
from callboard.core.registry import Reason, WhyEntry, register
from callboard.pipeline.models import Lead
from callboard.pipeline.rules.grades import LEAST, points_of


def _grade(lead: Lead, actor: Actor) -> Reason | None:
    points = points_of(source=lead.source, company=lead.company, email=lead.email, phone=lead.phone)
    least = ", ".join(_("{grade} from {points}").format(grade=grade, points=number) for grade, number in LEAST)
    sentence = _("{reason}. {least}, else D.").format(reason=lead.grade_reason or _("Not graded"), least=least)
    return Reason(sentence, [(words, f"+{number}") for words, number in points])


register.why.add(WhyEntry("lead.grade", gettext_lazy("Grade"), _grade, "pipeline.lead"))
