"""What people say about being reached: no at once, yes with proof, and who may reach them all the same."""

import threading
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from callboard.channels.actions import place_call, send_message
from callboard.core import clock
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import TimelineEntry
from callboard.directory.actions import (
    end_override,
    override_calling_rules,
    record_consent,
    stop_contacting,
    suppress_address,
    withdraw_consent,
)
from callboard.directory.models import (
    AccountFacts,
    Attempt,
    CallingWindow,
    Contact,
    How,
    Medium,
    Override,
    Purpose,
    Scope,
)
from callboard.directory.queries import honour_by
from tests import make
from tests.directory.wishes import MAIL, NUMBER, rule, undo

# consent


@pytest.mark.usefixtures("always")
def test_a_no_holds_at_once_for_everybody_and_only_for_what_it_is_about(ray: Contact, by: Actor) -> None:
    AccountFacts.objects.filter(account=ray.account).update(mrr=80)
    withdraw_consent(ray, by=by, how=How.PHONE, medium=Medium.PHONE)
    somebody_else = make.actor(make.person("Lee"))
    assert rule(ray, somebody_else) == "consent_withdrawn"
    assert rule(ray, somebody_else, "campaign") == "consent_withdrawn"
    assert [rule(ray, by, "service"), rule(ray, by, "answer"), rule(ray, by, medium="mail")] == ["", "", ""]
    withdraw_consent(ray, by=by, how=How.MAIL, purpose=Purpose.SERVICE)
    assert rule(ray, by, "service") == "consent_withdrawn"
    assert rule(ray, by, "answer") == ""


@pytest.mark.usefixtures("always")
def test_the_newest_word_counts_and_undo_takes_it_back(ray: Contact, by: Actor) -> None:
    earlier = clock.now() - timedelta(days=3)
    withdraw_consent(ray, by=by, how=How.PHONE, at=earlier)
    assert rule(ray, by) == "consent_withdrawn"
    record_consent(ray, by=by, how=How.LETTER, proof="Please do call me.")
    assert rule(ray, by) == ""
    undo(by)
    assert rule(ray, by) == "consent_withdrawn"


def test_a_yes_needs_its_proof(ray: Contact, by: Actor) -> None:
    with pytest.raises(Invalid) as error:
        record_consent(ray, by=by, how=How.PHONE)
    assert "proof" in error.value.errors
    made = record_consent(ray, by=by, how=How.FORM, proof_file=SimpleUploadedFile("form.pdf", b"%PDF signed"))
    assert (made.proof_name, len(made.proof_sha), made.person) == ("form.pdf", 64, by.person)
    with pytest.raises(Invalid):
        record_consent(ray, by=by, how=How.PHONE, proof="x", at=clock.now() + timedelta(days=1))


def test_the_laws_last_day_is_ten_business_days_on(ray: Contact, by: Actor) -> None:
    assert str(honour_by(make.NOW)) == "2026-03-23", "from Monday the 9th over two weekends"


# stop


@pytest.mark.usefixtures("always")
def test_stop_holds_for_every_address_of_theirs_and_undo_lifts_only_that(ray: Contact, by: Actor) -> None:
    AccountFacts.objects.filter(account=ray.account).update(mrr=80)
    suppress_address(by=by, address=MAIL)
    stop_contacting(ray, by=by, reason="said so on the phone")
    assert rule(ray, by) == rule(ray, by, medium="mail") == "opted_out"
    assert rule(ray, by, "service") == ""
    assert TimelineEntry.objects.filter(kind="directory.stopped", root_id=ray.account_id).exists()
    undo(by)
    assert rule(ray, by) == ""
    assert rule(ray, by, medium="mail") == "opted_out", "that was there before"


@pytest.mark.usefixtures("always")
def test_anybody_of_us_can_write_down_a_stop_whoever_owns_the_account(ray: Contact) -> None:
    rep = make.actor(make.person("Sam", roles=("sdr",)))
    stop_contacting(ray, by=rep, scope=Scope.ALL)
    assert {rule(ray, rep, purpose) for purpose in Purpose.values} == {"asked_for_nothing"}
    with pytest.raises(Refused):
        stop_contacting(ray, by=rep)


# override


@pytest.mark.usefixtures("always")
def test_who_may_overrides_the_rules_for_hours_with_a_reason_on_the_timeline(
    ray: Contact, by: Actor, admin: Actor
) -> None:
    suppress_address(by=by, address=NUMBER)
    assert rule(ray, by) == "opted_out"
    with pytest.raises(Forbidden):
        override_calling_rules(ray, by=by, reason="he asked me to")
    with pytest.raises(Invalid):
        override_calling_rules(ray, by=admin, reason=" ")
    made = override_calling_rules(ray, by=admin, reason="asked at the show to be called tonight", hours=2)
    assert rule(ray, by) == ""
    assert rule(ray, by, medium="text") == "opted_out", "for one medium"
    entry = TimelineEntry.objects.get(kind="directory.override")
    assert (entry.root_id, entry.text) == (ray.account_id, "asked at the show to be called tonight")
    Override.objects.filter(pk=made.pk).update(ends_at=clock.now())
    assert rule(ray, by) == "opted_out", "its hours are over"


@pytest.mark.usefixtures("always")
def test_undo_ends_an_override(ray: Contact, by: Actor, admin: Actor) -> None:
    suppress_address(by=by, address=NUMBER)
    made = override_calling_rules(ray, by=admin, reason="asked for it")
    end_override(made, by=admin)
    assert rule(ray, by) == "opted_out"
    with pytest.raises(Refused):
        end_override(made, by=admin)


@pytest.mark.usefixtures("always")
def test_nobody_overrides_a_wish_to_hear_nothing_at_all(ray: Contact, by: Actor, admin: Actor) -> None:
    override_calling_rules(ray, by=admin, reason="asked for it", hours=5)
    suppress_address(by=by, address=MAIL, scope=Scope.ALL)
    assert rule(ray, by) == "asked_for_nothing"
    with pytest.raises(Refused) as error:
        override_calling_rules(ray, by=admin, reason="once more")
    assert error.value.refusal.code == "asked_for_nothing"


# calls


@pytest.mark.usefixtures("always")
def test_placing_a_call_asks_counts_and_is_not_counted_again_when_written_up(ray: Contact, by: Actor) -> None:
    place_call(ray, by=by, purpose=Purpose.SALES)
    assert Attempt.objects.filter(contact=ray, purpose="sales").count() == 1
    make.interaction(ray.account, by.person, contact=ray)
    assert Attempt.objects.filter(contact=ray).count() == 1
    with pytest.raises(Invalid):
        place_call(ray, by=by, purpose=Purpose.SALES, number="+12125550100")
    stop_contacting(ray, by=by)
    with pytest.raises(Refused):
        place_call(ray, by=by, purpose=Purpose.SALES)


@pytest.mark.django_db(transaction=True)
def test_of_two_reps_at_once_at_the_fourth_call_neither_makes_a_fourth() -> None:
    CallingWindow.objects.filter(region="").update(weekdays="00:00-24:00", saturday="00:00-24:00", sunday="00:00-24:00")
    CallingWindow.objects.filter(region="FL").update(
        weekdays="00:00-24:00", saturday="00:00-24:00", sunday="00:00-24:00"
    )
    account = make.account(region="FL", postal_code="32801")
    contact = make.contact(account, "Ray", phone="+14075550142")
    reps = [make.actor(make.person(f"Rep {n}")) for n in range(2)]
    for rep in reps:
        place_call(contact, by=rep, purpose=Purpose.SALES)
    said: list[str] = []

    def call(rep: Actor) -> None:
        try:
            place_call(contact, by=rep, purpose=Purpose.SALES)
            said.append("called")
        except Refused as error:
            said.append(error.refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=call, args=(rep,)) for rep in reps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["attempts", "called"]
    assert Attempt.objects.count() == 3


# who else asks


def test_mail_for_sales_goes_to_one_address(by: Actor) -> None:
    with pytest.raises(Invalid):
        send_message(by=by, to="a@x.example, b@x.example", subject="s", text="t", purpose=Purpose.SALES)


def test_a_copy_is_asked_about_by_its_own_address(ray: Contact, by: Actor) -> None:
    """The wish of whoever gets the mail is not put on whoever gets a copy, nor the reverse."""
    withdraw_consent(ray, by=by, how=How.MAIL, purpose=Purpose.SERVICE)
    send_message(by=by, to="al@x.example", cc="bo@x.example", subject="s", text="t")
    with pytest.raises(Refused):
        send_message(by=by, to="al@x.example", cc=MAIL, subject="s", text="t")
