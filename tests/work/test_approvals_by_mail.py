"""Approvals answered by mail, through a real IMAP and a real SMTP server: the letter, the answer, what is said to it."""

from datetime import timedelta
from decimal import Decimal
from email.message import EmailMessage
from typing import Any

import pytest

from callboard.channels.models import MailAnswer
from callboard.core import clock
from callboard.core.answering import About, plan
from callboard.core.models import Log, Notice
from callboard.team.actions import deactivate_person, hand_on_work
from callboard.team.models import Person
from callboard.work.actions import hand_over_task, request_approval
from callboard.work.models import ApprovalKind, Task
from tests import make
from tests.channels.post import Post
from tests.channels.test_answers import imap, outbox, post
from tests.work.office import Office, no, now, waits_for

__all__ = ["imap", "outbox", "post"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return Office()


def letter_to(post: Post, person: Person) -> EmailMessage:
    """Send what is due; the last letter to somebody."""
    post.out()
    return next(mail for mail in reversed(sent(post)) if mail["To"] == person.email)


def sent(post: Post) -> list[Any]:
    taken, found = list(post.outbox.taken), []
    for each in taken:
        post.outbox.taken[:] = [each]
        found.append(post.last())
    post.outbox.taken[:] = taken
    return found


def test_a_yes_by_mail_decides_the_step_asks_the_next_and_is_confirmed(post: Post, office: Office) -> None:
    approval = office.asked(2000)
    letter = letter_to(post, office.boss)
    assert "approve - says yes" in letter.get_content() and "$2,000" in letter["Subject"]  # type: ignore[attr-defined]
    post.reply(letter, office.boss, "Approve\n")
    first = approval.steps.get(number=1)
    assert (first.state, first.decided_by) == ("approved", office.boss)
    assert waits_for(approval) == "Finn" and now(approval).state == "open"
    told = "Your yes to “A camera” is given: now it waits for Finn"
    assert any(told in mail.get_content() for mail in sent(post) if mail["To"] == office.boss.email)
    post.reply(letter_to(post, office.finn), office.finn, "approved, a good price")
    assert now(approval).state == "approved"
    assert approval.steps.get(number=2).because == "a good price"
    assert {log.via for log in Log.objects.filter(action="work.approve_approval")} == {"mail"}
    assert Notice.objects.filter(person=office.dana, event="approval_decided").exists()


def test_a_no_by_mail_needs_its_reason_and_gives_it_to_whoever_asked(post: Post, office: Office) -> None:
    approval = office.asked()
    post.reply(letter_to(post, office.boss), office.boss, "reject")
    assert now(approval).state == "open" and "but not why" in post.last().get_content()
    post.reply(post.last(), office.boss, "reject, because it is too dear")
    assert now(approval).state == "rejected"
    assert Notice.objects.get(person=office.dana, event="approval_decided").text == "it is too dear"


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("approve", ""),
        ("Approved!", ""),
        ("I approve: a good price", "a good price"),
        ("approved - as discussed", "as discussed"),
        ("Approve because we need it", "we need it"),
        ("Approve? No, that is far too dear.", None),
        ("Approved only if it is below 300.", None),
        ("Approved, if it is below 300.", None),
        ("Approve this? I do not think so.", None),
        ("I approved the last one, this one not.", None),
        ("approved: not before June", None),
        ("Approved. I don’t think so.", None),
        ("I approve\nonly if it is below 300", None),
    ],
)
def test_no_doubt_is_a_yes(office: Office, words: str, because: str | None) -> None:
    approval = office.asked()
    found = plan(words, About(office.boss, now(approval), clock.now()))
    assert [given["because"] for _verb, given in found.steps] == ([] if because is None else [because])
    assert bool(found.problem) is (because is None)


@pytest.mark.parametrize("words", ["Reject? No, it is fine.", "I decline to say no.", "reject"])
def test_no_doubt_is_a_no(office: Office, words: str) -> None:
    assert "but not why" in plan(words, About(office.boss, now(office.asked()), clock.now())).problem


def test_a_second_answer_to_the_same_letter_is_refused(post: Post, office: Office) -> None:
    approval = office.asked(2000)
    letter = letter_to(post, office.boss)
    post.reply(letter, office.boss, "approve")
    post.reply(letter, office.boss, "reject, because I thought again")
    assert "answered already" in post.last().get_content()
    assert now(approval).state == "open" and waits_for(approval) == "Finn"
    assert list(MailAnswer.objects.order_by("id").values_list("state", flat=True)) == ["done", "refused"]


def test_an_answer_to_what_was_decided_meanwhile_does_nothing_and_says_so(post: Post, office: Office) -> None:
    approval = office.asked()
    letter = letter_to(post, office.boss)
    no(approval, office.boss)
    post.reply(letter, office.boss, "approve")
    assert now(approval).state == "rejected"
    assert "it does not wait for you" in post.last().get_content()


def test_who_left_approves_nothing_by_mail(post: Post, office: Office) -> None:
    approval = office.asked()
    letter = letter_to(post, office.boss)
    office.team.manager = None
    office.team.save()
    by = make.actor(office.admin)
    hand_on_work(office.boss, by=by, to=office.finn)
    deactivate_person(Person.objects.get(pk=office.boss.pk), by=by)
    post.reply(letter, office.boss, "approve")
    assert now(approval).state == "open" and waits_for(approval) == "Admin"
    assert not Log.objects.filter(action="work.approve_approval").exists()


def test_nobody_approves_their_own_by_mail(post: Post, office: Office) -> None:
    """Neither by answering the letter of whoever is asked, nor by one of their own about it."""
    approval = office.asked()
    post.reply(letter_to(post, office.boss), office.dana, "approve")
    assert now(approval).state == "open"
    # Whoever asked is an administrator, and is told as one where it goes on to another.
    for name in ("Second", "Third"):
        make.person(name, roles=("administrator",))
    asked = {"kind": ApprovalKind.PURCHASE, "amount": Decimal(5), "title": "My own"}
    own = request_approval(by=make.actor(office.admin), **asked)
    task = Task.objects.get(approval=own)
    hand_over_task(task, by=make.actor(task.owner), to=office.finn)
    assert Notice.objects.filter(person=office.admin, event="approval_moved").exists()
    post.reply(letter_to(post, office.admin), office.admin, "approve")
    assert now(own).state == "open"
    assert not Log.objects.filter(action="work.approve_approval").exists()


def test_who_stands_in_for_the_approver_does_not_approve_their_own_by_mail(post: Post, office: Office) -> None:
    today = clock.now().date()
    make.absence(office.boss, today - timedelta(days=1), today + timedelta(days=5), cover=office.dana)
    approval = office.asked()
    post.out()
    for mail in sent(post):
        if mail["To"] == office.dana.email and mail["Reply-To"]:
            post.reply(mail, office.dana, "approve")
    assert now(approval).state == "open"
