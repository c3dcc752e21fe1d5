"""What the desk checked, what every team owed, what came back to its writer."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from callboard.core.demo import World, update, write
from callboard.orders.actions.tasks import CORRECT, FULFIL
from callboard.orders.demo.book import DAY, Book
from callboard.orders.models import Answer, DeskCheckAnswer, DeskQuestion, Order, OrderLine, OrderState, OrderStep
from callboard.work.demo.handoffs import beside
from callboard.work.models import DueKind, StakeKind, Task, TaskState


def due_on(booked: date, step: Any) -> date:
    """About that many business days later."""
    return booked + (step.business_days * 7 // 5 + 1) * DAY


def answer_checks(world: World, orders: list[Order]) -> None:
    """Every check of what was accepted; of what waits, most."""
    questions, rows = list(DeskQuestion.objects.filter(kind="new", active=True)), []
    for order in orders:
        if order.state == OrderState.DRAFT:
            continue
        at, by = order.accepted_at or order.submitted_at or world.now, order.accepted_by or world["desk"][0]
        known = questions if order.accepted_at else questions[: world.rng.randint(3, len(questions) - 1)]
        rows += [
            DeskCheckAnswer(
                order=order, question=question, answer=Answer.YES, by=by, at=at, version=1, created_at=at, updated_at=at
            )
            for question in known
        ]
    write(DeskCheckAnswer, rows)


def give_steps(world: World, book: Book, counted: list[tuple[Order, list[OrderLine]]]) -> None:
    """What each team owed; of the last days' orders as hand-offs."""
    planned: dict[int, list[Any]] = {}
    for step in world["fulfilment_steps"]:
        planned.setdefault(step.product_id, []).append(step)
    rows = []
    for order, lines in counted:
        for line in lines:
            for position, step in enumerate(planned.get(line.product_id, []), 1):
                due = due_on(order.booked_on or book.today, step)
                rows.append(
                    OrderStep(
                        order=order, line=line, team=step.team, title=step.title, position=position, due_on=due,
                        version=1, created_at=order.accepted_at, updated_at=order.accepted_at,
                    )
                )  # fmt: skip
    steps = write(OrderStep, rows)
    waiting = [step for step in steps if step.order.state == OrderState.ACCEPTED]
    tasks = write(Task, [_task(book, step) for step in waiting])
    for step, task in zip(waiting, tasks, strict=True):
        step.task = task
    update(waiting, ["task"])
    beside(tasks, world["desk"][0], [f"{step.order}: {step.line.quantity} × {step.line.product}" for step in waiting])


def _task(book: Book, step: OrderStep) -> Task:
    line = step.line
    due_at = datetime.combine(step.due_on, datetime.min.time(), book.zone) + timedelta(hours=17)
    done_at = due_at - timedelta(hours=book.world.rng.randint(1, 20)) if step.due_on < book.today else None
    return Task(
        title=step.title,
        kind=FULFIL,
        account=step.order.account,
        team=step.team,
        state=TaskState.DONE if done_at else TaskState.OPEN,
        done_at=done_at,
        due_at=due_at,
        due_kind=DueKind.DAY,
        stake=(line.mrr * 12).quantize(Decimal("0.01")) or line.one_time,
        stake_kind=StakeKind.ORDER,
        reason_code="fulfil",
        reason_args={"order": str(step.order), "line": f"{line.quantity} × {line.product}"},
        source_kind="orders.orderstep",
        source_id=step.pk,
        version=1,
        created_at=step.created_at,
        updated_at=step.created_at,
    )


def give_corrections(world: World, orders: list[Order]) -> None:
    """A task for the writer of each order that came back."""
    rows = [
        Task(
            title=f"Complete {order}",
            kind=CORRECT,
            account=order.account,
            owner_id=order.owner_id,
            due_at=world.now + DAY,
            due_kind=DueKind.DAY,
            reason_code="returned",
            reason_args={"missing": "; ".join(order.missing.splitlines())},
            source_kind="orders.order",
            source_id=order.pk,
            version=1,
            created_at=order.updated_at,
            updated_at=order.updated_at,
        )
        for order in orders
    ]
    write(Task, rows)
