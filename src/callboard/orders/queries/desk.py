"""What the desk still has to check on an order."""

from dataclasses import dataclass

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
    """The questions asked of the order's kind, in order, each with its answer. Two queries."""
    answers = {answer.question_id: answer for answer in order.answers.select_related("by")}
    asked = DeskQuestion.objects.filter(kind=order.kind, active=True)
    return [Check(question, answers.get(question.pk)) for question in asked]


def missing_of(order: Order) -> list[Check]:
    """What keeps the order from being accepted."""
    return [check for check in checks_of(order) if not check.ticked]
