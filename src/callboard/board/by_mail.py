"""The words of an answer to a notice about a review become the rep's answer; "read" and "closed" say so of whoever reads."""

from typing import Any

from django.utils.translation import gettext as _

from callboard.board.actions import answer_review
from callboard.board.models import ContactReview, ReviewState
from callboard.core.actions import Actor, Text
from callboard.core.answering import About, Unclear
from callboard.core.registry import MailVerb, register


def _hint(about: About) -> str:
    known = isinstance(about.record, ContactReview) and about.record.state != ReviewState.CLOSED
    return _("your words become your answer on the review") if known else ""


def _read(words: str, about: About) -> dict[str, Any] | None:
    if not isinstance(about.record, ContactReview):
        return None
    if about.record.state == ReviewState.CLOSED:
        raise Unclear(_("The review is closed; nobody would read the answer."))
    return {"review": about.record, "words": words}


def _act(by: Actor, about: About, given: dict[str, Any]) -> str:
    answer_review(given["review"], by=by, text=Text(given["words"]))
    return _("Answered on {review}: {words}").format(review=given["review"], words=given["words"][:200])


register.mail_verb.add(MailVerb("board.review", _hint, _read, _act, order=45, words=True))
