"""The pages of reviews: which wait, and one with its accounts, its words and what it started."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import formats
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from callboard.board.actions import (
    answer_review,
    ask_back,
    close_review,
    coach_review,
    read_review,
    reopen_review,
    see_review,
    start_task,
    unread_review,
)
from callboard.board.models import ContactReview, ReviewState
from callboard.board.queries.contact.reviews import reviews_seen, shows_figures
from callboard.board.rules.causes import sentence_of
from callboard.core.actions import Actor
from callboard.core.asking import Question
from callboard.core.links import url_of
from callboard.core.money import has_cents
from callboard.core.refs import ref_of
from callboard.directory.models import Account
from callboard.kit.filters import Between, Choice, Person
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, RecordPage
from callboard.kit.tables import Column, Table
from callboard.work.models import Task

TONES = {
    ReviewState.NEW: "due",
    ReviewState.READ: "",
    ReviewState.ASKED: "acc",
    ReviewState.ANSWERED: "due",
    ReviewState.COACHED: "save",
    ReviewState.CLOSED: "won",
}


def _state(review: ContactReview) -> tuple[str, str]:
    return str(review.get_state_display()), TONES[ReviewState(review.state)]


class ReviewTable(Table):
    columns = (
        Column("person", _("Rep"), kind="person"),
        Column("week", _("Week from"), kind="date", link=True, value="starts_on", sort="starts_on"),
        Column("state", _("State"), kind="chip", value=_state, sort="state"),
        Column("overdue", _("Overdue"), kind="number"),
        Column("overdue_mrr", _("MRR overdue"), kind="money"),
        Column("seen_at", _("Seen by the rep"), kind="when"),
        Column("read_by", _("Read by"), kind="person"),
        Column("read_at", _("Read"), kind="when"),
        Column("closed_at", _("Closed"), kind="when"),
    )


class ContactReviews(ListPage):
    model = ContactReview
    title = _("Contact reviews")
    url = "contact-report/reviews/"
    name = "contact-reviews"
    table = ReviewTable
    filters = (
        Choice("state", _("State"), choices=ReviewState.choices),
        Person("person", _("Rep")),
        Person("read_by", _("Read by")),
        Between("week", _("Week"), "starts_on"),
    )
    tabs = (
        (_("Nobody has read"), "state=new"),
        (_("Asked back"), "state=asked"),
        (_("Answered"), "state=answered"),
        (_("Mine"), "person=me"),
    )
    order = ("-starts_on", "-id")
    bulk = (read_review, close_review)
    topics = ("contact",)
    empty = Empty(
        _("No review yet"),
        _("On the last business day of a week each rep with overdue accounts gets one."),
        "phone-check",
    )

    def queryset(self, actor: Actor) -> QuerySet[Any]:
        return reviews_seen(actor)


class ReviewRecord(RecordPage):
    """Whose it is has seen it once they open it; until then its figures are theirs alone."""

    model = ContactReview
    url = "contact-report/reviews/<int:pk>/"
    name = "contact-review"
    related = ("person", "read_by", "closed_by")
    buttons = (
        read_review, ask_back, answer_review, coach_review, start_task, close_review, unread_review, reopen_review,
    )  # fmt: skip
    timeline = False
    topics = ("contact",)
    template = "board/review.html"
    #: Without the figures, which the page alone knows whom to show.
    api_fields = ("person", "starts_on", "ends_on", "state", "overdue", "overdue_mrr", "seen_at", "read_by", "read_at",
                  "closed_by", "closed_at")  # fmt: skip

    def get(self, request: HttpRequest, actor: Actor, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
        review = self.record(actor, pk)
        if request.method == "GET" and review.person_id == actor.person_id and review.seen_at is None:
            see_review(review, by=actor)
        return super().get(request, actor, pk, **kwargs)

    def title(self, obj: ContactReview) -> Any:
        return said("Contact review: {name}").format(name=obj.person)

    def subtitle(self, obj: ContactReview) -> Any:
        first, last = formats.date_format(obj.starts_on, "M j"), formats.date_format(obj.ends_on, "M j, Y")
        return said("Week of {first} to {last}").format(first=first, last=last)

    def state(self, obj: ContactReview) -> tuple[Any, str] | None:
        return _state(obj)

    def owner(self, obj: ContactReview) -> Any:
        """Nobody: it is about its rep, who stands in the title."""
        return None

    def asks(self, obj: ContactReview, actor: Actor) -> dict[str, Question]:
        ref = ref_of(obj)
        return {
            "lines": Question(
                "records", obj.lines.select_related("account").order_by(F("mrr").desc(nulls_last=True), "pk")
            ),
            "notes": Question("records", obj.notes.select_related("person", "account").order_by("id")),
            "tasks": Question("records", Task.objects.about(ref.kind, ref.id).select_related("owner").order_by("id")),
        }

    def know(self, obj: ContactReview, found: Any) -> None:
        obj.known = found  # type: ignore[attr-defined]

    def facts(self, obj: ContactReview) -> Sequence[Fact]:
        return [
            (_("Rep"), obj.person, "person"),
            (_("Overdue"), obj.overdue),
            (_("MRR overdue"), obj.overdue_mrr, "money"),
            (_("Seen by the rep"), obj.seen_at, "when"),
            (_("Read by"), obj.read_by, "person"),
            (_("Read"), obj.read_at, "when"),
            (_("Closed by"), obj.closed_by, "person"),
            (_("Closed"), obj.closed_at, "when"),
        ]

    def context(self, request: HttpRequest, actor: Actor, obj: Any) -> dict[str, Any]:
        figures = obj.figures
        mine = obj.person_id == actor.person_id
        lines = [
            {"line": line, "url": url_of(line.account), "causes": [sentence_of(cause) for cause in line.causes]}
            for line in obj.known["lines"]
        ]
        shown = shows_figures(obj, actor)
        return {
            "lines": lines,
            "full": has_cents(each["line"].mrr for each in lines if each["line"].mrr is not None),
            "more": max(0, obj.overdue - len(lines)),
            "notes": obj.known["notes"],
            "tasks": [(task, url_of(task)) for task in obj.known["tasks"]],
            "figures": figures if shown else None,
            "score": round(figures["score_sum"] / figures["scored"]) if shown and figures.get("scored") else None,
            "waits": mine and obj.state == ReviewState.ASKED,
            "mine": mine,
        }


class AskBack(ActionPage):
    """About one of the accounts of the review."""

    action = ask_back
    fields = ("text", "account")
    labels = {"text": _("What you ask"), "account": _("About")}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return (
            Account.objects.filter(pk__in=target.lines.values("account")).order_by("sort_key")
            if name == "account"
            else None
        )


class AnswerReview(ActionPage):
    action = answer_review
    labels = {"text": _("Your answer")}


class CoachReview(ActionPage):
    action = coach_review
    labels = {"text": _("What you agreed")}


class StartTask(ActionPage):
    action = start_task
    fields = ("title", "account", "due")
    labels = {"title": _("What is to be done"), "due": _("Due")}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return (
            Account.objects.filter(pk__in=target.lines.values("account")).order_by("sort_key")
            if name == "account"
            else None
        )

    def next_url(self, result: Any, target: Any) -> str:
        return str(target.get_absolute_url())
