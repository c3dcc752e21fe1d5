from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from callboard.channels.models import Message
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log, Notice, TimelineEntry
from callboard.core.money import Money
from callboard.directory.models import Account, Contact
from callboard.pipeline.actions import (
    assign_lead,
    change_lead,
    convert_lead,
    create_lead,
    lose_lead,
    qualify_lead,
    reopen_lead,
)
from callboard.pipeline.models import Grade, Lead, LostReason, Opportunity, Source
from callboard.pipeline.rules import grade_of
from callboard.team.models import Person
from callboard.work.models import Task
from tests import make


def test_a_lead_has_a_number_and_a_grade_that_says_why(by: Actor) -> None:
    made = create_lead(
        by=by, name=" Ann  Ruiz ", company="Ozark Mutual", email="Ann@Ozark.example", phone="417 555 0110", source=Source.REFERRAL
    )  # fmt: skip
    made.refresh_from_db()
    assert made.number >= 100
    assert (made.name, made.email, made.phone) == ("Ann Ruiz", "ann@ozark.example", "+14175550110")
    assert (made.grade, made.state) == ("A", "new")
    assert made.grade_reason == "7 points: referral, own mail domain, phone known, company known"


@pytest.mark.parametrize(
    ("source", "email", "phone", "company", "grade"),
    [
        ("list", "", "", "", "D"),
        ("list", "a@gmail.com", "+14175550110", "", "D"),
        ("list", "a@gmail.com", "+14175550110", "X", "C"),
        ("form", "a@x.example", "", "", "B"),
        ("form", "a@x.example", "+14175550110", "X", "A"),
    ],
)
def test_grades_by_points(source: str, email: str, phone: str, company: str, grade: str) -> None:
    assert grade_of(source=source, company=company, email=email, phone=phone).grade == grade


def test_a_customer_is_named_first_and_tied_when_confirmed(by: Actor) -> None:
    account = make.account("Mesa Verde", mrr=Decimal("99"), owner=by.person)
    ray = make.contact(account, "Ray", email="ray@mesa.example")
    with pytest.raises(Invalid) as stopped:
        create_lead(by=by, name="Ray", email="ray@mesa.example")
    assert "Ray is a customer already: Mesa Verde" in str(stopped.value.errors["confirmed"])
    assert "Dana Whitfield" in str(stopped.value)
    made = create_lead(by=by, name="Ray", email="ray@mesa.example", confirmed=True)
    assert (made.account, made.contact) == (account, ray)
    assert TimelineEntry.objects.get(root_id=account.pk).kind == "pipeline.lead_created"


@pytest.mark.parametrize(
    "given", [{"email": "new@hargrove.example"}, {"company": "HARGROVE insurance agency"}, {"phone": "903 555 0142"}]
)
def test_a_known_domain_name_or_number_is_known(by: Actor, hargrove: Account, given: dict[str, str]) -> None:
    make.contact(hargrove, "Lupe", phone="+19035550142")
    with pytest.raises(Invalid) as stopped:
        create_lead(by=by, name="Somebody", **given)
    assert "known already" in str(stopped.value)


def test_somebodys_open_lead_is_named_first(by: Actor) -> None:
    first = make.lead("Ann", by=by, email="ann@ozark.example", owner=by.person)
    with pytest.raises(Invalid) as stopped:
        create_lead(by=by, name="Ann R", email="ann@ozark.example")
    assert f"#{first.number}" in str(stopped.value)
    lose_lead(first, by=by, reason=LostReason.NO_REPLY)
    assert create_lead(by=by, name="Ann R", email="ann@ozark.example").pk


def test_what_is_no_name_address_or_number_is_refused(by: Actor) -> None:
    with pytest.raises(Invalid) as stopped:
        create_lead(by=by, name=" ", email="ann", phone="12")
    assert set(stopped.value.errors) == {"name", "email", "phone"}


def test_finance_makes_no_leads(db: None) -> None:
    with pytest.raises(Forbidden):
        create_lead(by=make.actor(make.person(roles=("finance",))), name="Ann")
    assert not Lead.objects.exists()


def test_an_owner_gets_one_task_and_a_notice_and_a_new_owner_takes_both_over(by: Actor) -> None:
    marcus, priya = make.person("Marcus"), make.person("Priya")
    made = make.lead("Ann", by=by)
    assert not Task.objects.exists()
    assign_lead(made, by=by, owner=marcus)
    assert Task.objects.get(state="open").owner == marcus
    assign_lead(made, by=by, owner=priya)
    assert Task.objects.get(state="open").owner == priya
    assert list(Notice.objects.order_by("id").values_list("person", flat=True)) == [marcus.pk, priya.pk]


def test_a_lead_of_a_message_makes_no_task_of_its_own(by: Actor) -> None:
    message = Message.objects.create(direction="in", state="read")
    make.lead("Ann", by=by, owner=by.person, message=message)
    assert not Task.objects.exists()


def test_an_executive_gives_out_own_leads_only(by: Actor) -> None:
    marcus = make.person("Marcus", roles=("account_executive",))
    with pytest.raises(Forbidden):
        assign_lead(make.lead("Ann", by=by, owner=by.person), by=make.actor(marcus), owner=marcus)


def test_qualifying_stops_the_clock_of_first_touch_once(by: Actor) -> None:
    made = make.lead("Ann", by=by)
    qualify_lead(made, by=by, grade=Grade.A, grade_reason="Seven producers", status_reason="Demo wanted")
    made.refresh_from_db()
    first = made.first_touch_at
    qualify_lead(made, by=by, status_reason="Demo booked")
    made.refresh_from_db()
    assert (made.state, made.grade, made.grade_reason, made.status_reason) == (
        "working",
        "A",
        "Seven producers",
        "Demo booked",
    )
    assert made.first_touch_at == first


def test_a_grade_changed_by_hand_says_why(by: Actor) -> None:
    made = make.lead("Ann", by=by, source=Source.LIST)
    with pytest.raises(Invalid):
        qualify_lead(made, by=by, grade=Grade.A)


def test_a_change_keeps_what_is_not_given(by: Actor) -> None:
    made = make.lead("Ann", by=by, company="Ozark")
    change_lead(made, by=by, phone="417 555 0110")
    made.refresh_from_db()
    assert (made.company, made.phone) == ("Ozark", "+14175550110")


def test_a_lost_lead_drops_its_task_takes_no_more_and_is_reopened(by: Actor) -> None:
    made = make.lead("Ann", by=by, owner=by.person)
    lose_lead(made, by=by, reason=LostReason.PRICE, text="Half the price elsewhere")
    assert Task.objects.get().state == "dropped"
    for act in (lambda: qualify_lead(made, by=by), lambda: lose_lead(made, by=by, reason=LostReason.PRICE)):
        with pytest.raises(Refused):
            act()
    reopen_lead(made, by=by)
    made.refresh_from_db()
    assert (made.state, made.lost_reason, made.closed_at) == ("working", None, None)
    assert Task.objects.filter(state="open").count() == 1


def test_one_key_makes_account_contact_and_opportunity(by: Actor, dana: Person) -> None:
    made = make.lead(
        "Ann Ruiz", by=by, company="Ozark Mutual Agents", email="ann@ozark.example", phone="417 555 0110", region="MO",
        owner=dana, interest="Comparative rater for nine\nSoon",
    )  # fmt: skip
    won = convert_lead(made, by=by, value_mrr=Money(Decimal("264")), close_on=date(2030, 1, 31))
    made.refresh_from_db()
    account, contact = Account.objects.get(), Contact.objects.get()
    assert (account.name, account.owner, account.zone) == ("Ozark Mutual Agents", dana, "America/Chicago")
    assert (contact.name, contact.emails.get().address, contact.account) == ("Ann Ruiz", "ann@ozark.example", account)
    assert (won.account, won.contact, won.owner, won.name) == (account, contact, dana, "Comparative rater for nine")
    assert (made.state, made.account, made.contact, made.opportunity) == ("converted", account, contact, won)
    assert Log.objects.filter(action="directory.create_account", cause_id__isnull=False).count() == 1
    assert TimelineEntry.objects.filter(root_id=account.pk, kind="pipeline.lead_converted").exists()


def test_converting_uses_the_account_and_person_we_have(by: Actor, hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray", email="ray@hargrove.example")
    made = make.lead("Ray", by=by, email="ray@hargrove.example", confirmed=True)
    assert convert_lead(made, by=by).contact == ray
    assert (Account.objects.count(), Contact.objects.count()) == (1, 1)


def test_converting_into_a_chosen_account(by: Actor, hargrove: Account) -> None:
    made = make.lead("Ann", by=by, company="Branch office")
    assert convert_lead(made, by=by, account=hargrove).account == hargrove


def test_nothing_is_converted_twice(by: Actor) -> None:
    made = make.lead("Ann", by=by)
    convert_lead(made, by=by)
    with pytest.raises(Refused):
        convert_lead(made, by=by)
    assert (Account.objects.count(), Opportunity.objects.count()) == (1, 1)


def test_a_dry_run_of_converting_leaves_nothing(by: Actor) -> None:
    made = make.lead("Ann", by=by)
    dry = convert_lead.dry_run(made, by=by)
    assert dry.error is None
    assert next(log.action for log in dry.effects.logs) == "pipeline.convert_lead"
    assert not Account.objects.exists()


def test_who_empties_the_account_of_a_known_lead_gets_a_new_one(by: Actor, dana: Person, hargrove: Account) -> None:
    make.contact(hargrove, "Ray", email="ray@hargrove.example")
    made = make.lead("Ray", by=by, email="ray@hargrove.example", company="Dietrich Agency", confirmed=True)
    web = Client()
    web.force_login(dana)
    form = f"/do/pipeline.convert_lead/{made.pk}/"
    assert f'value="{hargrove.pk}" selected' in web.get(form).content.decode()
    assert web.post(form, {"account": "", "opportunity_name": "Rater"}).status_code == 302
    made.refresh_from_db()
    assert made.account is not None and made.account.name == "Dietrich Agency"
