"""How good a lead looks before anybody spoke to it: points that say what they are for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from callboard.directory.rules import domain_of, is_free_mail
from callboard.pipeline.models import Grade, Source

SOURCE_POINTS = {
    Source.REFERRAL: 3,
    Source.FORM: 2,
    Source.CALL: 2,
    Source.SHOW: 2,
    Source.MAIL: 1,
    Source.ASSOCIATION: 1,
    Source.LIST: 0,
    Source.OTHER: 0,
}
LEAST = ((Grade.A, 6), (Grade.B, 4), (Grade.C, 2))


@dataclass(frozen=True)
class Graded:
    """A grade and the sentence that says why."""

    grade: Grade
    reason: str


def points_of(*, source: str, company: str, email: str, phone: str) -> list[tuple[str, int]]:
    """What is known of a lead and what it counts: own mail domain 2, phone 1, company 1, and the source's points."""
    found = [(str(Source(source).label).lower(), SOURCE_POINTS[Source(source)])]
    if email and not is_free_mail(domain_of(email)):
        found.append((_("own mail domain"), 2))
    if phone:
        found.append((_("phone known"), 1))
    if company:
        found.append((_("company known"), 1))
    return found


def grade_of(*, source: str, company: str, email: str, phone: str) -> Graded:
    """A from 6 points, B from 4, C from 2; see `points_of`."""
    found = points_of(source=source, company=company, email=email, phone=phone)
    points, reasons = sum(number for _words, number in found), [words for words, _number in found]
    grade = next((grade for grade, least in LEAST if points >= least), Grade.D)
    return Graded(grade, _("{points} points: {reasons}").format(points=points, reasons=", ".join(reasons)))
