"""Private marks and rules, property by property; and what others see of an own mailbox: that it is there and works."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from callboard.channels.actions import own as verbs
from callboard.channels.models import Covers, OwnMail, OwnMailbox, OwnRule
from callboard.channels.reading import own
from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor, Forbidden, Invalid
from callboard.core.models import Log
from callboard.kit.actions import create_token
from callboard.team.matrix import MATRIX
from callboard.team.models import Grant, Person, Scope
from tests import make

WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
ADDRESSES = st.builds(
    lambda name, *parts: f"{name}@{'.'.join(parts)}.example",
    st.from_regex(r"\A[a-z]{1,6}\Z"),
    st.from_regex(r"\A[a-z]{1,6}\Z"),
)
REPLY = st.sampled_from(["", "Re: ", "RE: Fwd: ", "AW: ", "Fw[2]: "])


@given(REPLY, st.sampled_from(["[private]", "[Private]", "private:", "PRIVATE :", "[ private ]"]), st.text(max_size=40))
def test_a_subject_that_begins_with_the_mark_is_private_however_often_it_was_answered(
    reply: str, mark: str, rest: str
) -> None:
    assert own.private_mark("", (), "INBOX", f"{reply}{mark} {rest}") == own.SUBJECT


@given(WORDS, st.text(max_size=30))
def test_a_mark_in_the_middle_is_none(first: str, rest: str) -> None:
    assert own.private_mark("", (), "INBOX", f"Offer {first} [private] {rest}") == ""


@given(st.sampled_from(["Private", "personal", " Company-Confidential "]), st.sampled_from(["$Private", "PRIVATE"]))
def test_headers_flags_and_folders(sensitivity: str, flag: str) -> None:
    assert own.private_mark(sensitivity, (), "", "") == own.HEADER
    assert own.private_mark("Normal", ("\\Seen", flag), "", "") == own.KEYWORD
    assert own.private_mark("", ("\\Seen", "NotJunk"), "INBOX/Private", "") == own.IN_FOLDER
    assert own.private_mark("", ("\\Seen",), "INBOX/Privateer", "") == ""


@given(ADDRESSES, ADDRESSES)
def test_a_rule_covers_its_address_and_no_other(one: str, other: str) -> None:
    rules = [own.Rule("address", one)]
    assert own.covered(rules, [other.upper(), one.upper()], "")
    assert own.covered(rules, [other], "") == (one == other)


@given(ADDRESSES, st.from_regex(r"\A[a-z]{1,6}\Z"))
def test_a_domain_covers_what_lies_below_it_and_nothing_that_only_ends_alike(address: str, more: str) -> None:
    local, _at, domain = address.partition("@")
    rules = [own.Rule("domain", domain)]
    assert own.covered(rules, [f"{local}@{more}.{domain}"], "")
    assert not own.covered(rules, [f"{local}@{more}{domain}"], "")


@given(WORDS, st.text(st.sampled_from(" .,:;!?-"), max_size=5), WORDS)
def test_a_word_stands_by_itself_in_any_case(word: str, between: str, more: str) -> None:
    rules = [own.Rule("word", word.lower())]
    assert own.covered(rules, (), f"- {between}{word.lower()}{between} -")
    assert not own.covered(rules, (), f"{more}{word}{more}".lower() if more.lower() not in word.lower() else "")


@given(st.binary(max_size=400))
def test_no_header_breaks_it(raw: bytes) -> None:
    head = own.head_of(1, raw)
    assert len(own.key_of(1, head)) == 64


@given(WORDS, WORDS)
def test_the_key_of_a_mail_is_its_mailboxs_own(one: str, other: str) -> None:
    head = own.Head(1, message_id=one)
    assert own.key_of(1, head) == own.key_of(1, own.Head(9, message_id=one))
    assert own.key_of(1, head) != own.key_of(2, head)
    assert (own.key_of(1, head) == own.key_of(1, own.Head(1, message_id=other))) == (one == other)


# What others see

SECRET = "Zephyrine"


@pytest.fixture
def dana(db: None) -> Person:
    return make.person("Dana", roles=("account_executive",), team=make.team("East"))


@pytest.fixture
def box(dana: Person) -> OwnMailbox:
    today = clock.business_day(clock.now())
    made = OwnMailbox.objects.create(
        person=dana,
        address=f"{SECRET}@mail.example".lower(),
        imap_host=f"imap.{SECRET}.example",
        secret="sealed",
        since_on=today,
        look_from=today - timedelta(days=30),
        last_read_at=clock.now(),
        last_error=f"{SECRET} says no",
    )
    ann = make.contact(make.account("Prairie Rose"), "Ann Lee", email="ann@agency.example")
    for number, state in enumerate(("waiting", "taken", "left")):
        OwnMail.objects.create(
            mailbox=made, key=str(number), state=state, at=clock.now(), subject=f"{SECRET} {number}", contact=ann
        )
    OwnRule.objects.create(person=dana, effect="private", covers="word", value=SECRET)
    return made


def everybody_else() -> list[Person]:
    """A colleague, their manager and an administrator whose right somebody widened."""
    for row in ("channels.own", "team.own"):
        Grant.objects.create(operation=row, role="administrator", scope=Scope.ALL)
    return [
        make.person("Ruth", roles=("account_executive",)),
        make.person("Boss", roles=("administrator", "sales_manager")),
    ]


PAGES = ("/profile/mailbox/", "/profile/mailbox/mails/", "/profile/mailbox/mails/?show=taken", "/mailboxes/own/")


def test_its_person_sees_all_of_it(client: Client, dana: Person, box: OwnMailbox) -> None:
    client.force_login(dana)
    assert SECRET.lower() in client.get(PAGES[0]).content.decode().lower()
    assert f"{SECRET} 0" in client.get(PAGES[1]).content.decode()
    assert f"{SECRET} 1" in client.get(PAGES[2]).content.decode()


def test_another_person_a_manager_and_an_administrator_see_that_it_is_there_and_nothing_else(
    client: Client, dana: Person, box: OwnMailbox
) -> None:
    for person in everybody_else():
        actor = Actor("person", person=person)
        for model in (OwnMailbox, OwnMail, OwnRule):
            assert not visible(model.objects.all(), actor).exists()
        client.force_login(person)
        for page in PAGES:
            said = client.get(page)
            assert SECRET.lower() not in said.content.decode().lower()
        mail = OwnMail.objects.first()
        assert mail is not None
        for verb in ("make_private", "never_address"):
            assert client.get(f"/do/channels.{verb}/{mail.pk}/").status_code in (403, 404)
        with pytest.raises(Forbidden):
            verbs.turn_on_capture(box, by=actor)
    states = client.get("/mailboxes/own/").content.decode()
    assert "Dana" in states
    assert "cannot be read" in states


def test_the_api_never_says_a_subject_nor_an_address(client: Client, dana: Person, box: OwnMailbox) -> None:
    boss = everybody_else()[1]
    for person in (boss, dana):
        token: Any = create_token(by=Actor("person", person=person), name="x")
        for path in ("own-mailboxes", "messages", "own-mails", "own-mailbox", "search?q=Zephyrine"):
            said = client.get(f"/api/v1/{path}", headers={"Authorization": f"Bearer {token.secret}"})
            assert SECRET.lower() not in said.content.decode().lower()


def test_the_log_says_that_something_was_done_and_not_with_which_mail(dana: Person, box: OwnMailbox) -> None:
    actor = Actor("person", person=dana)
    verbs.make_private(OwnMail.objects.get(state="waiting"), by=actor)
    verbs.add_own_rule(by=actor, effect=OwnRule.Effect.NEVER, covers="address", value=f"{SECRET}@mail.example")
    assert SECRET.lower() not in str(list(Log.objects.values())).lower()


def test_the_right_can_be_taken_and_never_widened() -> None:
    row = MATRIX["channels.own"]
    assert (row.choices, row.read("all"), row.lent) == ((Scope.NONE, Scope.OWN), Scope.NONE, False)


@pytest.mark.parametrize(
    ("effect", "covers", "value"),
    [
        ("never", "word", "x"),
        ("never", "address", "nobody"),
        ("never", "domain", "no domain"),
        ("private", "word", " "),
    ],
)
def test_a_rule_that_says_nothing_is_refused(dana: Person, effect: str, covers: str, value: str) -> None:
    with pytest.raises(Invalid):
        verbs.add_own_rule(by=Actor("person", person=dana), effect=OwnRule.Effect(effect), covers=covers, value=value)


def test_a_rule_that_is_there_is_not_added_again_nor_undone_by_that(dana: Person) -> None:
    private = {"effect": OwnRule.Effect.PRIVATE, "covers": Covers.DOMAIN}
    rule = verbs.add_own_rule(by=make.actor(dana), value="clinic.example", **private)
    with pytest.raises(Invalid, match="already"):
        verbs.add_own_rule(by=make.actor(dana), value="Clinic.Example", **private)
    assert list(OwnRule.objects.all()) == [rule] and Log.objects.filter(action="channels.add_own_rule").count() == 1


def test_the_page_and_its_parts_ask_little_with_a_mailbox_there(client: Client, dana: Person, box: OwnMailbox) -> None:
    client.force_login(dana)
    for url, most in (("", 12), ("?part=state", 4), ("?part=acts", 4), ("mails/", 12), ("mails/?show=taken", 12)):
        client.get(f"/profile/mailbox/{url}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/profile/mailbox/{url}").status_code == 200
        assert len(asked) <= most, url
