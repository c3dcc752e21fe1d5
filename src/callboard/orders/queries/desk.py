"""What the desk still has to check on an order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from callboard.core.asking import Question, answers
from callboard.orders.models import Answer, DeskCheckAnswer, DeskQuestion, Order


@dataclass(frozen=True)
class Check:
    """A question and the answer it has, if any."""

    question: DeskQuestion
    answer: DeskCheckAnswer | None

    @property
    def ticked(self) -> bool:
        """Answered, and not with no."""
        return self.answer is not None and self.answer.answer != Answer.NO


def checks_of(order: Order) -> list[Check]:
    """The questions asked of the order's kind, in order, each with its answer. One query; none where a page has read them
    with the rest and keeps them with the order."""
    known: list[Check] | None = order.__dict__.get("checks")
    if known is not None:
        return known
    return checks_from(answers({name: Question("records", rows) for name, rows in checks_asked(order).items()}))


def checks_asked(order: Order) -> dict[str, QuerySet[Any]]:
    """The answers given, and the questions."""
    return {
        "answers": order.answers.select_related("by"),
        "questions": DeskQuestion.objects.filter(kind=order.kind, active=True),
    }


def checks_from(found: Mapping[str, Any]) -> list[Check]:
    """Each question with its answer."""
    given = {answer.question_id: answer for answer in found["answers"]}
    return [Check(question, given.get(question.pk)) for question in found["questions"]]


def missing_of(order: Order) -> list[Check]:
    """What keeps the order from being accepted."""
    return [check for check in checks_of(order) if not check.ticked]
