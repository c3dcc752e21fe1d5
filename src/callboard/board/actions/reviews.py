"""A rep's week talked over: made by the clock, seen by whose it is, read, asked back, answered, coached, closed."""

from datetime import date, datetime
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.board.models import ContactReview, ReviewLine, ReviewNote, ReviewState, Said
from callboard.board.queries.contact.reviews import exceptions_of, figures_of_week, told_of
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.notify import notify
from callboard.core.speaking import speaking_to
from callboard.directory.models import Account
from callboard.team.actions import tell_mentioned
from callboard.team.models import Person
from callboard.work.actions import open_task
from callboard.work.actions.opening import read_due
from callboard.work.models import DueKind, Task

EVENT = "contact_review"
TASK = "board.review"
#: Lines a review keeps: the highest MRR first.
LINES = 200


@action(
    _("Made contact review"),
    who="board.review_clock",
    final=_("The week is over."),
    served=False,
    roots=lambda given: set(),
)
def make_review(*, by: Actor, person: Person, starts_on: date, ends_on: date) -> ContactReview | None:
    """The review of a person's week, where any of their accounts is overdue; they are told first, and alone.  Once a week."""
    known = ContactReview.objects.filter(person=person, starts_on=starts_on).first()
    found = exceptions_of(person, ends_on) if known is None else []
    if not found:
        return known
    review = ContactReview(
        person=person,
        starts_on=starts_on,
        ends_on=ends_on,
        figures=figures_of_week(person, starts_on, ends_on),
        overdue=len(found),
        overdue_mrr=sum(each.mrr or 0 for each in found),
        created_at=by.now,
        updated_at=by.now,
    )
    review.save()
    ReviewLine.objects.bulk_create(
        ReviewLine(review=review, account_id=each.pk, mrr=each.mrr, days_over=each.days_over, causes=each.causes)
        for each in found[:LINES]
    )
    with speaking_to(person):
        subject = now_("Your contact report of the week of {day}").format(day=formats.date_format(starts_on, "M j"))
        notify(person, EVENT, by=by, subject=subject, text=told_of(review, found), ref=review)
    return review


@action(_("Saw the review"), who="board.answer", final=_("What was seen was seen."), served=False)
def see_review(review: ContactReview, *, by: Actor) -> ContactReview:
    """Whose it is has seen its figures; from now on others see them too.  By anybody else it does nothing."""
    if by.person_id == review.person_id and review.seen_at is None:
        review.seen_at = by.now
        _keep(review, by)
    return review


@action(_("Read review"), said=_("Read: {review}"), who="board.review", undo="board.unread_review", icon="eye-check")
def read_review(review: ContactReview, *, by: Actor) -> ContactReview:
    """Say that it was read, so that nobody writes for the drawer."""
    return _moved(review, by, state=ReviewState.READ, read_by=by.person, read_at=by.now)


@action(_("Marked review unread"), who="board.review", undo="board.read_review", icon="eye-off")
def unread_review(review: ContactReview, *, by: Actor) -> ContactReview:
    """As if nobody had read it."""
    return _moved(review, by, state=ReviewState.NEW, read_by=None, read_at=None)


@action(
    _("Asked back"),
    said=_("Asked {review.person}"),
    who="board.review",
    undo="board.take_back_words",
    icon="message-question",
)
def ask_back(review: ContactReview, *, by: Actor, text: Text, account: Account | None = None) -> ContactReview:
    """Ask the rep something, about one account where it is said; they answer at the page or by answering the mail."""
    if account is not None and not review.lines.filter(account=account).exists():
        raise Invalid({"account": _("{name} is not among the overdue of this week.").format(name=account)})
    _say(review, Said.ASKED, text, by, account)
    subject = now_("{name} asks about {what}").format(name=by.person, what=account or now_("your contact report"))
    notify(review.person, EVENT, by=by, subject=subject, text=str(text), ref=review)
    read = {"read_by": review.read_by or by.person, "read_at": review.read_at or by.now}
    return _moved(review, by, state=ReviewState.ASKED, **read)


@action(_("Answered"), said=_("Answered"), who="board.answer", undo="board.take_back_answer", icon="message-reply")
def answer_review(review: ContactReview, *, by: Actor, text: Text) -> ContactReview:
    """The rep's answer; whoever asked last is told."""
    asked = review.notes.filter(said=Said.ASKED).select_related("person", "account").order_by("-id").first()
    _say(review, Said.ANSWERED, text, by, asked.account if asked else None)
    if asked is not None and asked.person_id != by.person_id and asked.person.is_active:
        subject = now_("{name} answers: {review}").format(name=by.person, review=review)
        notify(asked.person, EVENT, by=by, subject=subject, text=str(text), ref=review)
    seen = {"seen_at": review.seen_at or by.now} if by.person_id == review.person_id else {}
    state = ReviewState.ANSWERED if review.state == ReviewState.ASKED else review.state
    return _moved(review, by, state=state, **seen)


@action(
    _("Coached"), said=_("Coached {review.person}"), who="board.review", undo="board.take_back_words", icon="school"
)
def coach_review(review: ContactReview, *, by: Actor, text: Text) -> ContactReview:
    """What was agreed with the rep."""
    _say(review, Said.COACHED, text, by)
    notify(review.person, EVENT, by=by, subject=now_("Agreed on your contact report"), text=str(text), ref=review)
    read = {"read_by": review.read_by or by.person, "read_at": review.read_at or by.now}
    return _moved(review, by, state=ReviewState.COACHED, **read)


@action(_("Took words back"), who="board.review", final=_("They can be written again."), served=False)
def take_back_words(review: ContactReview, *, by: Actor, state: str = "", note: int = 0) -> ContactReview:
    """A reader's last words are gone, and the review stands where it stood."""
    return _unsaid(review, by, state, note)


@action(_("Took answer back"), who="board.answer", final=_("It can be written again."), served=False)
def take_back_answer(review: ContactReview, *, by: Actor, state: str = "", note: int = 0) -> ContactReview:
    """The rep's last answer is gone, and the review stands where it stood."""
    return _unsaid(review, by, state, note)


def _unsaid(review: ContactReview, by: Actor, state: str, note: int) -> ContactReview:
    review.notes.filter(pk=note, person=by.person_id).delete()
    review.state = ReviewState(state or review.state)
    return _keep(review, by)


@action(_("Closed review"), said=_("Closed: {review}"), who="board.review", undo="board.reopen_review", icon="check")
def close_review(review: ContactReview, *, by: Actor) -> ContactReview:
    """Nothing of it is open any more."""
    read = {"read_by": review.read_by or by.person, "read_at": review.read_at or by.now}
    return _moved(review, by, state=ReviewState.CLOSED, closed_by=by.person, closed_at=by.now, **read)


@action(_("Reopened review"), who="board.review", undo="board.close_review", icon="arrow-back-up")
def reopen_review(review: ContactReview, *, by: Actor, state: ReviewState = ReviewState.READ) -> ContactReview:
    """It is talked about again."""
    wanted = ReviewState.READ if state == ReviewState.CLOSED else state
    return _moved(review, by, state=wanted, closed_by=None, closed_at=None)


@action(_("Started task"), said=_("Added “{result}”"), who="board.review", undo="work.drop_task", icon="plus")
def start_task(
    review: ContactReview, *, by: Actor, title: str, account: Account | None = None, due: str = "",
) -> Task:  # fmt: skip
    """What the review started: a task of the rep, which stands beside it."""
    due_at, due_kind = read_due(due, review.person, by) if due.strip() else (None, DueKind.BY)
    return open_task(
        by=by, title=title, kind=TASK, account=account, owner=review.person, due_at=due_at, due_kind=due_kind,
        reason_code="review", reason_args={"week": review.starts_on}, source=review,
    )  # fmt: skip


@read_review.can
def _is_new(review: ContactReview, now: datetime) -> Refusal | None:
    return None if review.state == ReviewState.NEW else Refusal("read", _("It was read already."))


@unread_review.can
def _is_read(review: ContactReview, now: datetime) -> Refusal | None:
    return None if review.state == ReviewState.READ else Refusal("not_read", _("It is {state}."), state=_state(review))


@ask_back.can
@coach_review.can
@answer_review.can
@close_review.can
@start_task.can
def _is_open(review: ContactReview, now: datetime) -> Refusal | None:
    return Refusal("closed", _("It is closed. Reopen it first.")) if review.state == ReviewState.CLOSED else None


@reopen_review.can
def _is_closed(review: ContactReview, now: datetime) -> Refusal | None:
    return None if review.state == ReviewState.CLOSED else Refusal("open", _("It is open."))


def _state(review: ContactReview) -> str:
    return str(review.get_state_display()).lower()


def _say(review: ContactReview, said: Said, text: str, by: Actor, account: Account | None = None) -> ReviewNote:
    words = str(text).strip()
    if not words:
        raise Invalid({"text": _("Write a sentence.")})
    if by.person is None:
        raise Invalid({"": _("Somebody has to say it.")})
    note = ReviewNote.objects.create(review=review, person=by.person, said=said, account=account, text=words, at=by.now)
    by.undo_args(state=str(review.state), note=note.pk)
    tell_mentioned(review, by=by, text=words)
    return note


def _moved(review: ContactReview, by: Actor, **values: Any) -> ContactReview:
    if "closed_at" in values and values["closed_at"] is not None:
        by.undo_args(state=str(review.state))
    for name, value in values.items():
        setattr(review, name, value)
    return _keep(review, by)


def _keep(review: ContactReview, by: Actor) -> ContactReview:
    review.updated_at = by.now
    review.save()
    by.changed(review, topic="contact")
    return review
