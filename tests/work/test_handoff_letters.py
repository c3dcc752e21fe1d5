"""A department without accounts takes part by mail, through a real IMAP and a real SMTP server."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from callboard.channels.models import Message
from callboard.core.models import Link, Log, Notice
from callboard.intake.models import QueueItem
from callboard.kit.pages import load_pages
from callboard.work.actions import answer_handoff, ask_back, withdraw_handoff
from callboard.work.by_letter import read_reply
from callboard.work.jobs import do_handoff_replies, send_handoff_letters
from callboard.work.models import Handoff, HandoffLetter, HandoffReply
from tests import make
from tests.channels.make import mailbox
from tests.channels.post import Post, taken_already
from tests.channels.servers import Imap, Outbox, imap_server, smtp_server
from tests.work.handed import ALWAYS, Company, did, later, now, tick

pytestmark = pytest.mark.django_db
load_pages()
ADDRESS = "install@partner.example"


@pytest.fixture(scope="module")
def imap() -> Iterator[Imap]:
    with imap_server() as server:
        yield server


@pytest.fixture
def outbox() -> Iterator[Outbox]:
    with smtp_server() as server:
        yield server


class Letters(Post):
    """The way of a letter to a department and of its reply."""

    def sent(self) -> Any:
        assert send_handoff_letters.func() == 1
        return self.last()

    def answer(self, mail: Any, text: str, *, sender: str = ADDRESS, more: str = "") -> None:
        """What the department answers, read and done here."""
        self.reply(mail, SimpleNamespace(name="Install", email=sender, pk=sender), text, more=more)  # type: ignore[arg-type]
        do_handoff_replies.func()


@pytest.fixture
def letters(imap: Imap, outbox: Outbox, settings: Any) -> Letters:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    servers = {"imap_host": "127.0.0.1", "imap_port": imap.port, "smtp_host": "127.0.0.1", "smtp_port": outbox.port}
    return Letters(mailbox(**servers, **taken_already(imap)), imap, outbox)


class Outside(Company):
    """Beside Billing there is Installation: an address, nobody with an account."""

    def __init__(self) -> None:
        super().__init__()
        self.install = make.team("Installation", is_department=True, address=ADDRESS, hours=ALWAYS)

    def asked(self, **given: Any) -> Handoff:
        return super().asked(**{"team": self.install, **given})


@pytest.fixture
def outside() -> Outside:
    return Outside()


def addressed(handoff: Handoff) -> list[tuple[str, str]]:
    return list(handoff.steps.order_by("id").values_list("state", "address"))


def test_from_letter_to_proof(letters: Letters, outside: Outside) -> None:
    make.interaction(outside.account, outside.ann, text="Two floors, access from the yard.")
    handoff = outside.asked(what="Install the phones", text="Twelve of them.")
    mail = letters.sent()
    said = mail.get_content()
    assert (mail["To"], mail["Subject"]) == (ADDRESS, "Install the phones: Acme")
    assert mail["Reply-To"].startswith("desk+cb.")
    for words in (
        "Account: Acme",
        "Asked by: Ann",
        "What is asked: Twelve of them.",
        "What is known so far:",
        "Until: ",
    ):
        assert words in said
    letters.answer(mail, "Accept\n\nWe come on Monday.")
    assert now(handoff).state == "accepted"
    assert addressed(handoff) == [("requested", ""), ("accepted", ADDRESS)]
    assert handoff.steps.get(state="accepted").text == "We come on Monday."
    line = Log.objects.get(action="work.accept_handoff")
    assert (line.actor_name, line.via, line.person) == (ADDRESS, "mail", None)
    confirmed = letters.sent()
    assert "Done.\n\nAccepted: Install the phones" in confirmed.get_content().replace("\r\n", "\n")
    letters.answer(confirmed, "done: twelve phones ring\nKeys are with the porter.")
    handoff = now(handoff)
    assert (handoff.state, handoff.task.state) == ("finished", "done")
    assert handoff.proof == "twelve phones ring\nKeys are with the porter."
    last = letters.sent()
    assert "Finished: Install the phones" in last.get_content()
    assert last["Reply-To"] is None
    assert not QueueItem.objects.exists()


def test_a_question_is_answered_and_goes_on(letters: Letters, outside: Outside) -> None:
    handoff = outside.asked()
    letters.answer(letters.sent(), "accept")
    letters.answer(letters.sent(), "We do not find the house. Which number is it?")
    assert now(handoff).state == "asked_back"
    assert now(handoff).task.owner == outside.ann
    assert handoff.steps.get(until_at=None).text == "We do not find the house. Which number is it?"
    letters.sent()
    did(answer_handoff, handoff, outside.ann, answer="Number 9.")
    assert now(handoff).state == "accepted"
    assert "Number 9." in letters.sent().get_content()


def test_what_stands_in_a_signature_finishes_nothing(letters: Letters, outside: Outside) -> None:
    handoff = outside.asked()
    letters.answer(letters.sent(), "Which floor is it?\n\nJo Smith\nComplete Installations Ltd\n")
    assert now(handoff).state == "asked_back"


@pytest.mark.parametrize(
    "text",
    [
        "Which floor is it?\n\nJo Smith\nDone",
        "Done? Not yet: the bank has not answered.",
        "Done, but the keys are missing.",
        "We finished nothing so far, the yard was closed.",
        "Hello,\ncompleted it is not, the customer was away.",
        "Thanks.\nComplete the form first, please.",
        "Return it to whom?",
    ],
)
def test_words_that_only_sound_like_it_ask_back(outside: Outside, text: str) -> None:
    reading = read_reply(text, now(outside.asked()), with_file=False)
    assert reading.said is not None and reading.said.verb is ask_back
    assert reading.words == "\n".join(line for line in text.splitlines() if line)


def test_returned_with_a_reason(letters: Letters, outside: Outside) -> None:
    handoff = outside.asked()
    letters.answer(letters.sent(), "return: we do no phones")
    assert (now(handoff).state, handoff.steps.get(until_at=None).text) == ("returned", "we do no phones")


def test_a_second_reply_is_refused_and_said(letters: Letters, outside: Outside) -> None:
    handoff = outside.asked()
    mail = letters.sent()
    letters.answer(mail, "accept")
    letters.sent()
    letters.answer(mail, "done: all of it")
    assert now(handoff).state == "accepted"
    refused = letters.sent().get_content()
    assert "Nothing was done." in refused
    assert "answered already" in refused
    assert [reply.reason for reply in HandoffReply.objects.order_by("id")] == ["", "used"]


@pytest.mark.parametrize(
    ("sender", "more", "reason"),
    [
        ("eve@elsewhere.example", "", "not_yours"),
        (ADDRESS, "Authentication-Results: mx.callboard.example; dmarc=fail header.from=partner.example\n", "unproven"),
    ],
)
def test_a_forged_reply_does_nothing_and_its_words_are_read(
    letters: Letters, outside: Outside, sender: str, more: str, reason: str
) -> None:
    handoff = outside.asked()
    mail = letters.sent()
    letters.answer(mail, "done: pay the bill to this account", sender=sender, more=more)
    assert now(handoff).state == "requested"
    assert HandoffReply.objects.get().reason == reason
    assert QueueItem.objects.count() == 1
    assert Notice.objects.filter(person=outside.ann, subject__contains=sender).exists()
    told = letters.sent()
    assert (told["To"], told["Reply-To"]) == (ADDRESS, None)
    letters.answer(mail, "accept")
    assert now(handoff).state == "accepted"


def test_words_nothing_can_be_done_with_reach_whoever_asked(letters: Letters, outside: Outside) -> None:
    handoff = outside.asked()
    letters.answer(letters.sent(), "question: which floor?")
    letters.answer(letters.sent(), "And which door?")
    assert now(handoff).state == "asked_back"
    assert "And which door?" in Notice.objects.filter(person=outside.ann).latest("id").text
    assert "The hand-off is asked back." in letters.sent().get_content()


def test_a_file_is_the_proof(letters: Letters, outside: Outside) -> None:
    handoff = outside.asked()
    mail = letters.sent()
    raw = (
        f"From: {ADDRESS}\nTo: {mail['Reply-To']}\nSubject: Re: it\nMessage-ID: <file@partner.example>\n"
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\ndone\n"
        "--b\nContent-Type: application/pdf; name=report.pdf\nContent-Disposition: attachment; filename=report.pdf\n\n"
        "%PDF-1.7 all there\n--b--\n"
    )
    letters.imap.deliver(raw.encode())
    letters.take_in()
    do_handoff_replies.func()
    assert (now(handoff).state, now(handoff).proof_name) == ("finished", "report.pdf")


def test_what_is_withdrawn_or_late_is_written(letters: Letters, outside: Outside) -> None:
    handoff = outside.asked()
    letters.sent()
    response = now(handoff).response
    assert response is not None
    later(response, 2)
    tick()
    assert HandoffLetter.objects.filter(text__startswith="Late").exists()
    letters.sent()
    did(withdraw_handoff, handoff, outside.ann, because="They cancelled.")
    mail = letters.sent()
    assert "They cancelled." in mail.get_content()
    assert mail["Reply-To"] is None


def test_a_department_with_people_gets_no_letter(outside: Outside) -> None:
    outside.asked(team=outside.billing)
    make.person("Ivy", roles=("department",), team=outside.install)
    outside.asked()
    assert not HandoffLetter.objects.exists()


def test_what_cannot_leave_waits_and_is_said(letters: Letters, outside: Outside) -> None:
    outside.asked()
    type(letters.box).objects.update(smtp_port=1)
    for _time in range(5):
        assert send_handoff_letters.func() == 0
    assert HandoffLetter.objects.get().state == "failed"
    assert Notice.objects.filter(person=outside.ann, subject__contains="did not leave").exists()
    assert not Link.objects.filter(purpose="handoff.answer", uses__gt=0).exists()


@pytest.mark.parametrize("text", ["", "Thanks!", "done", "return"])
def test_what_says_too_little_says_so(outside: Outside, text: str) -> None:
    handoff = now(outside.asked())
    reading = read_reply(text, handoff, with_file=False)
    assert reading.said is None
    assert reading.problem
    assert not Message.objects.exists()
