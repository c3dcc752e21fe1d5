"""Who asked us to stop is not reached by a way we learn of later; a no is struck by who may, with a reason."""

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.links import create_link
from callboard.core.models import Log, TimelineEntry
from callboard.core.undo import undo as taken_back
from callboard.directory import rules
from callboard.directory.actions import (
    add_email,
    add_phone,
    merge_contacts,
    record_consent,
    remove_email,
    stop_contacting,
    strike_consent,
    strike_refusal,
    suppress_address,
    unsubscribe,
    unsuppress,
    withdraw_consent,
)
from callboard.directory.models import Account, Consent, Contact, How, Scope, Suppression
from callboard.directory.queries import UNSUBSCRIBE, Denied, may_contact
from tests import make
from tests.directory.wishes import MAIL, NUMBER, rule, undo

pytestmark = pytest.mark.usefixtures("always")
LATER = "ray2@hargrove.example"


def to(address: str, contact: Contact, by: Actor, purpose: str = "sales") -> str:
    medium = "mail" if "@" in address else "phone"
    found = may_contact(address, contact=contact, medium=medium, purpose=purpose, by=by, now=make.NOW)
    return found.rule if isinstance(found, Denied) else ""


@pytest.mark.parametrize(("scope", "expected"), [(Scope.MARKETING, "opted_out"), (Scope.ALL, "asked_for_nothing")])
def test_an_address_or_number_added_later_inherits_the_wish(
    ray: Contact, by: Actor, scope: Scope, expected: str
) -> None:
    stop_contacting(ray, by=by, scope=scope)
    remove_email(ray.emails.get(), by=by)
    ray.phones.all().delete()
    add_email(ray, by=by, address=LATER)
    add_phone(ray, by=by, number="903 555 0177")
    assert to(LATER, ray, by) == to("+19035550177", ray, by) == expected
    assert to("ray@home.example", ray, by) == expected, "an address we do not know as his"
    twin = make.contact(ray.account, "Ray H.", email="rh@hargrove.example")
    merge_contacts(by=by, keep=twin, gone=ray)
    assert to("rh@hargrove.example", twin, by) == expected


def test_undo_and_lifting_end_the_wish_of_the_person(ray: Contact, by: Actor) -> None:
    stop_contacting(ray, by=by)
    undo(by)
    add_email(ray, by=by, address=LATER)
    assert (to(LATER, ray, by), Suppression.objects.count()) == ("", 0)
    stop_contacting(ray, by=by)
    unsuppress(Suppression.objects.filter(contact=ray)[0], by=by, reason="asked for the price list")
    add_email(ray, by=by, address="ray3@hargrove.example")
    assert to("ray3@hargrove.example", ray, by) == ""
    assert Suppression.objects.exists(), "what stands for the other addresses stays"


def test_two_of_one_number_each_have_their_own_wish_and_who_has_none_can_ask_too(
    hargrove: Account, ray: Contact, by: Actor
) -> None:
    ann, zed = make.contact(hargrove, "Ann", phone="+19035550142"), make.contact(hargrove, "Zed")
    for each in (ray, ann, zed):
        assert to("x@home.example", each, by) == ""
        stop_contacting(each, by=by)
        assert to("x@home.example", each, by) == "opted_out"
        with pytest.raises(Refused):
            stop_contacting(each, by=by)


# a slip taken back keeps what somebody asked for since


def test_what_they_asked_for_themselves_since_stays(ray: Contact, by: Actor, client: Client) -> None:
    stop_contacting(ray, by=by)
    slip = Log.objects.latest("at")
    token = rules.unsubscribe_token("one")
    create_link(
        UNSUBSCRIBE, now=clock.now(), scope={"address": rules.address_hash(MAIL), "contact": ray.pk}, token=token
    )
    unsubscribe(by=Actor.clock("directory.unsubscribe"), token=token)
    taken_back(slip, by=by)
    assert (to(MAIL, ray, by), to(NUMBER, ray, by)) == ("opted_out", ""), "the wish of the address, not of the person"
    stop_contacting(ray, by=by)
    slip = Log.objects.latest("at")
    suppress_address(by=make.actor(make.person("Lee")), address=NUMBER, scope=Scope.ALL)
    client.force_login(by.person)
    page = client.post(f"/undo/{slip.pk}/", follow=True).content.decode()
    assert "had not asked to stop" in page and "somebody asked for it since" in page
    assert to(NUMBER, ray, by) == "asked_for_nothing"
    assert not ray.suppressions.exists()


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("first", Scope)
def test_the_wish_of_another_at_the_same_number_stays(
    hargrove: Account, ray: Contact, by: Actor, first: Scope, scope: Scope
) -> None:
    ann = make.contact(hargrove, "Ann", phone=NUMBER, email="ann@hargrove.example")
    stop_contacting(ray, by=by, scope=first)
    slip = Log.objects.latest("at")
    stop_contacting(ann, by=by, scope=scope)
    said = to(NUMBER, ann, by)
    taken_back(slip, by=by)
    assert to(NUMBER, ann, by) == said != "" and to("ann@hargrove.example", ann, by) != ""
    anybody = may_contact(NUMBER, contact=None, medium="phone", purpose="sales", by=by, now=make.NOW)
    assert isinstance(anybody, Denied) and anybody.rule == said
    assert to(MAIL, ray, by) == ("asked_for_nothing" if Scope.ALL in (first, scope) else "")


def test_two_slips_taken_back_the_last_first_leave_the_row_as_it_was(
    hargrove: Account, ray: Contact, by: Actor
) -> None:
    ann = make.contact(hargrove, "Ann", phone=NUMBER)
    suppress_address(by=by, address=NUMBER, reason="Asked on the phone")
    before = Suppression.objects.values("scope", "reason", "at", "contact", "updated_at").get()
    slips = []
    for contact, scope in ((ray, Scope.MARKETING), (ann, Scope.ALL)):
        stop_contacting(contact, by=by, scope=scope, reason="a slip")
        slips.append(Log.objects.latest("at"))
    for slip in reversed(slips):
        taken_back(slip, by=by)
    assert Suppression.objects.values("scope", "reason", "at", "contact", "updated_at").get() == before


# striking


def test_a_no_is_struck_with_a_reason_by_who_may_and_comes_back(ray: Contact, by: Actor, admin: Actor) -> None:
    no = withdraw_consent(ray, by=by, how=How.PHONE, proof="never again")
    for role in ("finance", "sales_support", "account_executive"):
        actor = make.actor(make.person(roles=(role,)))
        with pytest.raises(Refused):
            strike_consent(no, by=actor)
        with pytest.raises(Forbidden):
            strike_refusal(no, by=actor, reason="x")
    with pytest.raises(Invalid):
        strike_refusal(no, by=admin, reason=" ")
    said = {name: getattr(no, name) for name in ("at", "how", "proof", "medium", "purpose", "person", "given")}
    strike_refusal(no, by=admin, reason="It was the other Ray")
    assert rule(ray, by) == ""
    assert TimelineEntry.objects.filter(root_id=ray.account_id, text="It was the other Ray").exists()
    undo(admin)
    back = Consent.objects.get()
    assert {name: getattr(back, name) for name in said} == said
    assert rule(ray, by) == "consent_withdrawn"


def test_a_yes_is_struck_at_once(ray: Contact, by: Actor, admin: Actor) -> None:
    yes = record_consent(ray, by=by, how=How.LETTER, proof="Do call")
    with pytest.raises(Refused):
        strike_refusal(yes, by=admin, reason="x")
    strike_consent(yes, by=by)
    assert not Consent.objects.exists()


def test_whoever_wrote_a_no_down_takes_a_slip_back_and_nobody_else(ray: Contact, by: Actor) -> None:
    withdraw_consent(ray, by=by, how=How.PHONE)
    with pytest.raises(Refused):
        undo(make.actor(make.person("Lee")))
    undo(by)
    assert to(MAIL, ray, by) == ""
