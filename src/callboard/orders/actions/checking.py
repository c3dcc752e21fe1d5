"""The desk check: what a second pair of eyes answers before an order is accepted."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from callboard.core.actions import Actor, Refusal, action
from callboard.core.errors import Invalid
from callboard.orders.actions.writing import submitted_refusal
from callboard.orders.models import Answer, DeskCheckAnswer, DeskQuestion, Order


@action(
    _("Answered desk check"),
    said=_("Answered “{question}” for order {order.number} of {order.account}"),
    who="orders.accept",
    undo="orders.take_back_answer",
    icon="list-check",
)
def answer_desk_check(
    order: Order, *, by: Actor, question: DeskQuestion, answer: Answer, note: str = ""
) -> DeskCheckAnswer:
    """Answer one question about the order, or answer it anew."""
    if question.kind != order.kind:
        raise Invalid({"question": _("This question is not asked of such an order.")})
    given = DeskCheckAnswer.objects.filter(order=order, question=question).first()
    by.undo_args(question=question, answer=Answer(given.answer) if given else None, note=given.note if given else "")
    given = given or DeskCheckAnswer(order=order, question=question, created_at=by.now)
    given.answer, given.note, given.by, given.at = answer, note, by.person, by.now
    given.updated_at = by.now
    given.save()
    return given


@action(
    _("Took answer back"),
    said=_("Took back the answer to “{question}” for order {order.number} of {order.account}"),
    who="orders.accept",
    undo=answer_desk_check,
    icon="arrow-back-up",
)
def take_back_answer(
    order: Order, *, by: Actor, question: DeskQuestion, answer: Answer | None = None, note: str = ""
) -> Order:
    """Put back the answer there was before; without one the question is open again."""
    given = DeskCheckAnswer.objects.filter(order=order, question=question)
    if answer is None:
        given.delete()
    else:
        given.update(answer=answer, note=note, by=by.person, at=by.now)
    return order


@answer_desk_check.can
@take_back_answer.can
def _submitted(order: Order, now: datetime) -> Refusal | None:
    return submitted_refusal(order)
