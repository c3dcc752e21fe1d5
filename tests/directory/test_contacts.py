import pytest
from django.db import IntegrityError, transaction

from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.directory.actions import (
    add_contact,
    add_domain,
    add_email,
    add_phone,
    change_contact,
    clear_bounce,
    create_account,
    make_primary_email,
    mark_bounced,
    mark_left,
    mark_returned,
    move_contact,
    remove_domain,
    remove_email,
    remove_phone,
)
from callboard.directory.models import Account, AccountDomain, Contact, ContactEmail
from tests import make


@pytest.fixture
def ray(hargrove: Account) -> Contact:
    return make.contact(hargrove, "Ray Hargrove", email="ray@hargrove.example", phone="+19035550142")


def test_a_person_is_added_with_address_and_number(by: Actor, hargrove: Account) -> None:
    made = add_contact(hargrove, by=by, name=" Lupe  Ortiz ", email="Lupe@Hargrove.example", phone="903-555-0143")
    assert made.name == "Lupe Ortiz"
    assert made.emails.get().address == "lupe@hargrove.example"
    assert made.emails.get().primary
    assert made.phones.get().e164 == "+19035550143"
    assert TimelineEntry.objects.get(root_id=hargrove.pk).title == "Lupe Ortiz added"


def test_the_same_name_again_asks_first(by: Actor, hargrove: Account, ray: Contact) -> None:
    with pytest.raises(Invalid) as stopped:
        add_contact(hargrove, by=by, name="RAY hargrove")
    assert "confirmed" in stopped.value.errors
    assert add_contact(hargrove, by=by, name="RAY hargrove", confirmed=True).pk != ray.pk


def test_an_address_of_somebody_else_is_refused_by_name_and_nothing_is_written(
    by: Actor, hargrove: Account, ray: Contact
) -> None:
    with pytest.raises(Invalid) as stopped:
        add_contact(hargrove, by=by, name="Cody Hargrove", email="RAY@hargrove.example")
    assert "Ray Hargrove at Hargrove Insurance Agency" in str(stopped.value.errors["email"])
    assert Contact.objects.count() == 1


def test_what_is_no_address_or_number_is_refused_beside_its_field(by: Actor, ray: Contact) -> None:
    with pytest.raises(Invalid) as mail:
        add_email(ray, by=by, address="ray at home")
    with pytest.raises(Invalid) as phone:
        add_phone(ray, by=by, number="12")
    assert (set(mail.value.errors), set(phone.value.errors)) == ({"address"}, {"number"})


def test_the_first_address_is_primary_and_another_can_become_it(by: Actor, ray: Contact) -> None:
    second = add_email(ray, by=by, address="ray.h@gmail.com")
    assert not second.primary
    make_primary_email(ray, by=by, email=second)
    assert ray.emails.get(primary=True) == second
    make_primary_email.undo_of(Log.objects.get(action="directory.make_primary_email"), by=by)
    assert ray.emails.get(primary=True).address == "ray@hargrove.example"


def test_without_its_primary_address_the_next_one_is_primary(by: Actor, ray: Contact) -> None:
    add_email(ray, by=by, address="ray.h@gmail.com")
    remove_email(ray.emails.get(primary=True), by=by)
    assert ray.emails.get().primary


def test_a_removed_address_comes_back_by_undo(by: Actor, ray: Contact) -> None:
    remove_email(ray.emails.get(), by=by)
    remove_email.undo_of(Log.objects.get(action="directory.remove_email"), by=by)
    assert (ray.emails.get().address, ray.emails.get().primary) == ("ray@hargrove.example", True)


def test_a_removed_number_comes_back_by_undo(by: Actor, ray: Contact) -> None:
    remove_phone(ray.phones.get(), by=by)
    remove_phone.undo_of(Log.objects.get(action="directory.remove_phone"), by=by)
    assert ray.phones.get().e164 == "+19035550142"


def test_an_account_without_a_domain_takes_that_of_its_first_person(by: Actor) -> None:
    account = create_account(by=by, name="Piney Woods Insurance")
    add_contact(account, by=by, name="Ann", email="ann@gmail.com")
    add_contact(account, by=by, name="Bea", email="bea@pineywoods.example")
    assert [row.domain for row in account.domains.all()] == ["pineywoods.example"]


def test_domains_are_of_one_account_and_never_free_mail(by: Actor, hargrove: Account) -> None:
    other = make.account("Other")
    for domain in ("gmail.com", "hargrove.example", "no domain"):
        with pytest.raises(Invalid):
            add_domain(other, by=by, domain=domain)
    added = add_domain(other, by=by, domain="@Other.example")
    remove_domain(added, by=by)
    assert not AccountDomain.objects.filter(account=other).exists()


def test_a_change_keeps_what_is_not_given(by: Actor, ray: Contact) -> None:
    change_contact(ray, by=by, title="Principal", zone="America/Chicago")
    change_contact(ray, by=by, name="Raymond Hargrove")
    ray.refresh_from_db()
    assert (ray.name, ray.title, ray.zone) == ("Raymond Hargrove", "Principal", "America/Chicago")
    with pytest.raises(Invalid):
        change_contact(ray, by=by, zone="Texas")


def test_who_moves_stays_the_same_person_and_both_timelines_say_so(by: Actor, hargrove: Account, ray: Contact) -> None:
    mesa = make.account("Mesa Verde Insurance")
    move_contact(ray, by=by, account=mesa)
    ray.refresh_from_db()
    assert ray.account == mesa
    assert TimelineEntry.objects.get(root_id=hargrove.pk).title == "Ray Hargrove left for Mesa Verde Insurance"
    assert TimelineEntry.objects.get(root_id=mesa.pk).title == "Ray Hargrove came from Hargrove Insurance Agency"
    move_contact.undo_of(Log.objects.get(action="directory.move_contact"), by=by)
    ray.refresh_from_db()
    assert ray.account == hargrove


def test_left_and_back(by: Actor, ray: Contact) -> None:
    mark_left(ray, by=by)
    with pytest.raises(Refused):
        mark_left(ray, by=by)
    mark_returned(ray, by=by)
    ray.refresh_from_db()
    assert ray.left_on is None


def test_a_bounce_is_marked_once_told_and_cleared(by: Actor, hargrove: Account, ray: Contact) -> None:
    email = ray.emails.get()
    mark_bounced(email, by=by)
    with pytest.raises(Refused):
        mark_bounced(email, by=by)
    assert TimelineEntry.objects.get(root_id=hargrove.pk).text == "ray@hargrove.example"
    clear_bounce(email, by=by)
    assert ContactEmail.objects.get().bounced_at is None


def test_the_database_keeps_addresses_lower_and_numbers_in_e164(ray: Contact) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ray.emails.create(address="Upper@hargrove.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        ray.phones.create(e164="903-555-0199")
