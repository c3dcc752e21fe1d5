from datetime import datetime, timedelta

import pytest

from callboard.core.actions import Actor, Invalid
from callboard.directory.actions import mark_bounced, record_attempt, suppress_address, unsuppress
from callboard.directory.models import Account, AccountFacts, Attempt, Medium, Purpose, Scope, Suppression
from callboard.directory.queries import Denied, last_attempts, may_contact
from callboard.team.actions import set_setting
from tests import make

RAY = "ray@hargrove.example"


def denied(by: Actor, purpose: str, *, to: str = RAY, medium: str = "mail", cause: datetime | None = None) -> str:
    """The rule that says no, or "" when it may be."""
    found = may_contact(to, medium=medium, purpose=purpose, cause=cause, by=by, now=make.NOW)
    return found.rule if isinstance(found, Denied) else ""


def test_a_stranger_may_be_written_to_for_a_named_purpose(by: Actor) -> None:
    assert [denied(by, purpose) for purpose in ("service", "sales", "campaign")] == ["", "", ""]


def test_without_a_purpose_or_medium_nothing_goes_out(by: Actor) -> None:
    assert denied(by, "") == "purpose"
    assert denied(by, "sales", medium="pigeon") == "purpose"


def test_an_answer_names_what_it_answers(by: Actor) -> None:
    assert denied(by, "answer") == "cause"
    assert denied(by, "answer", cause=make.NOW) == ""


def test_who_opted_out_gets_answers_and_service_but_no_sales_and_no_campaigns(by: Actor) -> None:
    suppress_address(by=by, address=RAY)
    assert [denied(by, purpose, cause=make.NOW) for purpose in Purpose.values] == ["", *["opted_out"] * 3]
    make.contact(make.account(mrr=80), "Ray", email=RAY)
    assert [denied(by, purpose, cause=make.NOW) for purpose in Purpose.values] == ["", "", "opted_out", "opted_out"]


def test_service_is_for_whom_we_serve_and_the_sentence_says_so(by: Actor) -> None:
    suppress_address(by=by, address=RAY)
    account = make.contact(make.account(), "Ray", email=RAY).account
    found = may_contact(RAY, medium="mail", purpose="service", by=by, now=make.NOW)
    assert isinstance(found, Denied)
    assert "service counts as sales" in str(found.sentence)
    for fact in ({"renewal_on": make.NOW.date()}, {"open_cancellation": True}, {"mrr": 5}):
        AccountFacts.objects.filter(account=account).update(renewal_on=None, open_cancellation=False, mrr=None)
        assert denied(by, "service") == "opted_out"
        AccountFacts.objects.filter(account=account).update(**fact)
        assert denied(by, "service") == "", fact


def test_an_answer_follows_within_days(by: Actor) -> None:
    suppress_address(by=by, address=RAY)
    assert denied(by, "answer", cause=make.NOW - timedelta(days=90)) == ""
    assert denied(by, "answer", cause=make.NOW - timedelta(days=91)) == "answer_late"
    set_setting(by=make.actor(make.person(roles=("administrator",))), name="calling.answer_days", value="5")
    assert denied(by, "answer", cause=make.NOW - timedelta(days=6)) == "answer_late"


def test_who_asked_for_nothing_gets_nothing_and_the_sentence_says_since_when(by: Actor) -> None:
    suppress_address(by=by, address=RAY, scope=Scope.ALL)
    assert {denied(by, purpose, cause=make.NOW) for purpose in Purpose.values} == {"asked_for_nothing"}
    found = may_contact(RAY, medium="mail", purpose="service", by=by, now=make.NOW)
    assert isinstance(found, Denied)
    assert not found
    assert RAY in str(found.sentence)


def test_the_wish_holds_however_the_address_or_number_is_written(by: Actor) -> None:
    suppress_address(by=by, address="RAY@Hargrove.example ")
    suppress_address(by=by, address="(903) 555-0142")
    assert denied(by, "sales") == "opted_out"
    assert denied(by, "sales", to="+1 903 555 0142", medium="phone") == "opted_out"


def test_a_wider_wish_replaces_a_narrower_one_and_never_the_reverse(by: Actor) -> None:
    suppress_address(by=by, address=RAY)
    suppress_address(by=by, address=RAY, scope=Scope.ALL)
    suppress_address(by=by, address=RAY, scope=Scope.MARKETING)
    assert Suppression.objects.get().scope == "all"


def test_only_the_hash_is_kept(by: Actor) -> None:
    made = suppress_address(by=by, address=RAY, reason="called")
    assert "ray" not in made.address_hash
    assert len(made.address_hash) == 64


def test_lifting_it_needs_a_reason(by: Actor) -> None:
    made = suppress_address(by=by, address=RAY)
    with pytest.raises(Invalid):
        unsuppress(made, by=by, reason=" ")
    unsuppress(made, by=by, reason="asked on the phone on March 9")
    assert denied(by, "sales") == ""


def test_mail_that_came_back_is_not_sent_again_except_as_an_answer(by: Actor, hargrove: Account) -> None:
    email = make.contact(hargrove, "Ray", email=RAY).emails.get()
    mark_bounced(email, by=by)
    assert [denied(by, purpose, cause=make.NOW) for purpose in Purpose.values] == ["", "bounced", "bounced", "bounced"]


def test_what_is_neither_address_nor_number_is_not_suppressed(by: Actor) -> None:
    with pytest.raises(Invalid):
        suppress_address(by=by, address="everybody")


def test_an_attempt_moves_the_last_attempt_forward_and_never_back(by: Actor, hargrove: Account) -> None:
    for days in (2, 1, 3):
        at = make.NOW - timedelta(days=days)
        record_attempt(RAY, by=by, medium=Medium.MAIL, purpose=Purpose.SERVICE, account=hargrove, at=at)
    assert AccountFacts.objects.get(account=hargrove).last_attempt_at == make.NOW - timedelta(days=1)
    assert last_attempts([hargrove.pk]) == {hargrove.pk: make.NOW - timedelta(days=1)}
    assert Attempt.objects.count() == 3
