"""A rep's week talked over: seen by whose it is first, read, asked back, answered, closed; undone; two at once."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client

from callboard.board.actions import (
    answer_review,
    ask_back,
    close_review,
    coach_review,
    make_review,
    read_review,
    reopen_review,
    start_task,
)
from callboard.board.jobs import review_the_week
from callboard.board.models import ContactReview, ReviewNote, ReviewState
from callboard.core import clock
from callboard.core.actions import Conflict, Forbidden, Invalid, Refused, Text
from callboard.core.answering import About, plan
from callboard.core.models import Log, Notice
from callboard.core.reading import forget
from callboard.team.models import Holiday
from callboard.work.models import Task
from tests import make
from tests.contact.conftest import DAY, FRIDAY

pytestmark = pytest.mark.django_db
MONDAY, LAST = date(2026, 3, 9), date(2026, 3, 13)


@pytest.fixture
def review(desk: SimpleNamespace) -> ContactReview:
    make.interaction(desk.frio, desk.dana, at=FRIDAY - timedelta(hours=3))
    made = make_review(by=desk.clock, person=desk.dana, starts_on=MONDAY, ends_on=LAST)
    assert made is not None
    return made


def test_the_clock_makes_one_for_each_rep_with_overdue_accounts(desk: SimpleNamespace) -> None:
    review_the_week(timestamp=0)
    review_the_week(timestamp=0)
    found = {row.person: row for row in ContactReview.objects.all()}
    assert set(found) == {desk.dana, desk.ray}
    assert (found[desk.dana].overdue, found[desk.dana].starts_on, found[desk.dana].ends_on) == (1, MONDAY, LAST)
    assert found[desk.dana].lines.get().account == desk.mesa and found[desk.dana].lines.get().days_over == 26


def test_not_before_the_hour_and_on_thursday_where_friday_is_off(
    desk: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: FRIDAY - timedelta(hours=4))
    review_the_week(timestamp=0)
    assert not ContactReview.objects.exists()
    Holiday.objects.create(on=LAST, name="Spring day")
    forget()
    monkeypatch.setattr(clock, "now", lambda: FRIDAY - DAY)
    review_the_week(timestamp=0)
    assert {row.ends_on for row in ContactReview.objects.all()} == {LAST - DAY}


def test_whose_it_is_is_told_first_and_others_see_no_figure_before(
    desk: SimpleNamespace, review: ContactReview, client: Client
) -> None:
    notice = Notice.objects.get(event="contact_review")
    assert notice.person == desk.dana and "Mesa Agency" in notice.text and "26 days over" in notice.text
    client.force_login(desk.manager)
    url = review.get_absolute_url()
    text = client.get(url).content.decode()
    assert "Dana Whitfield has not opened it yet." in text and "Talks" not in text
    api = client.get(f"/api/v1/contact-review/{review.pk}").content.decode()
    assert "score_sum" not in api
    client.force_login(desk.dana)
    assert "Talks" in client.get(url).content.decode()
    review.refresh_from_db()
    assert review.seen_at is not None
    client.force_login(desk.manager)
    assert "Talks" in client.get(url).content.decode()


def test_asked_back_answered_and_closed(desk: SimpleNamespace, review: ContactReview) -> None:
    manager, dana = make.actor(desk.manager), make.actor(desk.dana)
    read_review(review, by=manager)
    review = ask_back(review, by=manager, text=Text("Why nobody since February?"), account=desk.mesa)
    assert review.state == ReviewState.ASKED
    assert "Mesa Agency" in Notice.objects.filter(person=desk.dana).latest("id").subject
    review = answer_review(review, by=dana, text=Text("They moved; I have the new number."))
    assert review.state == ReviewState.ANSWERED and review.seen_at is not None
    assert Notice.objects.filter(person=desk.manager, event="contact_review").latest("id").text.startswith("They moved")
    start_task(review, by=manager, title="Call them by Tuesday", account=desk.mesa, due="+3")
    assert Task.objects.get(kind="board.review").owner == desk.dana
    coach_review(review, by=manager, text=Text("Tier A comes first on Mondays."))
    review = close_review(review, by=manager)
    assert (review.state, review.closed_by) == (ReviewState.CLOSED, desk.manager)
    assert [note.said for note in review.notes.order_by("id")] == ["asked", "answered", "coached"]
    with pytest.raises(Refused, match="Reopen it"):
        ask_back(review, by=manager, text=Text("Again?"))


def test_words_and_states_are_taken_back(desk: SimpleNamespace, review: ContactReview) -> None:
    manager = make.actor(desk.manager)
    ask_back(review, by=manager, text=Text("Why?"))
    ask_back.undo_of(Log.objects.get(action="board.ask_back"), by=manager)
    review.refresh_from_db()
    assert review.state == ReviewState.NEW and not ReviewNote.objects.exists()
    coach_review(review, by=manager, text=Text("Mondays."))
    close_review(review, by=manager)
    close_review.undo_of(Log.objects.get(action="board.close_review"), by=manager)
    review.refresh_from_db()
    assert review.state == ReviewState.COACHED and review.closed_at is None
    close_review(review, by=manager)
    review = reopen_review(review, by=manager)
    assert review.state == ReviewState.READ


def test_the_words_of_a_mail_are_the_answer(desk: SimpleNamespace, review: ContactReview) -> None:
    manager = make.actor(desk.manager)
    ask_back(review, by=manager, text=Text("Why?"), account=desk.mesa)
    about = About(desk.dana, review, FRIDAY)
    steps = plan("Their office flooded.\nI call on Tuesday.", about).steps
    assert [verb.name for verb, _given in steps] == ["board.review"]
    verb, given = steps[0]
    said = verb.act(make.actor(desk.dana), about, given)
    assert "Their office flooded." in said
    note = ReviewNote.objects.latest("id")
    assert (note.said, note.account, note.person) == ("answered", desk.mesa, desk.dana)
    close_review(review, by=manager)
    review.refresh_from_db()
    assert "closed" in plan("One more thing about it", About(desk.dana, review, FRIDAY)).problem


def test_who_may_what(desk: SimpleNamespace, review: ContactReview, client: Client) -> None:
    dana, ray = make.actor(desk.dana), make.actor(desk.ray)
    with pytest.raises(Forbidden):
        read_review(review, by=dana)
    with pytest.raises(Forbidden):
        answer_review(review, by=ray, text=Text("Me?"))
    with pytest.raises(Forbidden):
        answer_review(review, by=make.actor(desk.manager), text=Text("For her"))
    client.force_login(desk.ray)
    assert client.get(review.get_absolute_url()).status_code == 404


def test_two_managers_at_once(desk: SimpleNamespace, review: ContactReview) -> None:
    seen = ContactReview.objects.get(pk=review.pk)
    read_review(review, by=make.actor(desk.admin))
    with pytest.raises((Conflict, Refused)):
        read_review(seen, by=make.actor(desk.manager), _version=seen.version)


def test_bad_words_get_a_sentence(desk: SimpleNamespace, review: ContactReview) -> None:
    manager = make.actor(desk.manager)
    with pytest.raises(Invalid, match="Write a sentence"):
        ask_back(review, by=manager, text=Text("   "))
    with pytest.raises(Invalid, match="not among the overdue"):
        ask_back(review, by=manager, text=Text("Why?"), account=desk.other)


def test_what_nobody_has_read_is_visible(desk: SimpleNamespace, review: ContactReview, client: Client) -> None:
    client.force_login(desk.manager)
    text = client.get("/contact-report/").content.decode()
    assert "Reviews nobody has read" in text and "/contact-report/reviews/?state=new" in text
    assert "Dana Whitfield" in client.get("/contact-report/reviews/?state=new").content.decode()
    read_review(review, by=make.actor(desk.manager))
    assert "Dana Whitfield</" not in client.get("/contact-report/reviews/?state=new&part=rows").content.decode()
