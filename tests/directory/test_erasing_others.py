"""Erasing one person takes nothing from anybody else."""

import pytest
from django.test import Client

from callboard.core.actions import Actor
from callboard.directory.actions import erase_contact, suppress_address
from callboard.directory.models import Account, Contact, Suppression
from callboard.directory.queries.erasing import Traces, left_to_check
from callboard.journal.models import Interaction
from callboard.kit.hands.models import Draft
from callboard.team.models import Person
from tests import make

OFFICE = "+19035550142"


def erased(contact: Contact, admin: Actor) -> Actor:
    """Who erased, with what they were told."""
    erase_contact(contact, by=admin, reason="letter")
    return admin


def text_of(account: Account) -> str:
    return Interaction.objects.get(account_links__account=account).text


def test_addresses_that_begin_or_end_alike_stay(hargrove: Account, admin: Actor) -> None:
    ann = make.contact(hargrove, "Ann Lee", email="ann@agency.example")
    others = [make.contact(hargrove, name, email=mail) for name, mail in
              (("Joann Park", "joann@agency.example"), ("Ann Down", "ann@agency.example.org"))]  # fmt: skip
    Person.objects.filter(pk=make.person("Joann").pk).update(email="jo-ann@agency.example")
    make.interaction(hargrove, admin.person, text="Write to joann@agency.example or ann@agency.example")
    erased(ann, admin)
    assert [each.emails.get().address for each in others] == ["joann@agency.example", "ann@agency.example.org"]
    assert Person.objects.filter(email="jo-ann@agency.example").exists()
    assert text_of(hargrove) == "Write to joann@agency.example or [erased]"


def test_the_number_of_an_office_goes_from_one_and_stays_with_the_others(hargrove: Account, admin: Actor) -> None:
    Account.objects.filter(pk=hargrove.pk).update(phone=OFFICE)
    ann, bob = (make.contact(hargrove, name, phone=OFFICE) for name in ("Ann Lee", "Bob Park"))
    make.interaction(hargrove, admin.person, text="Call the office, (903) 555-0142")
    erased(ann, admin)
    hargrove.refresh_from_db()
    assert (bob.phones.get().e164, hargrove.phone, ann.phones.count()) == (OFFICE, OFFICE, 0)
    assert text_of(hargrove) == "Call the office, (903) 555-0142"
    assert not Suppression.objects.exists(), "Bob is still called there"


def test_a_wish_of_the_office_number_stays(hargrove: Account, admin: Actor) -> None:
    ann, _bob = (make.contact(hargrove, name, phone=OFFICE) for name in ("Ann Lee", "Bob Park"))
    suppress_address(by=admin, address=OFFICE)
    erased(ann, admin)
    assert Suppression.objects.count() == 1


def test_somebody_of_the_same_name_keeps_it(hargrove: Account, admin: Actor) -> None:
    one, two = (make.contact(hargrove, "John Smith", email=f"j{n}@x.example") for n in (1, 2))
    make.interaction(hargrove, admin.person, text="John Smith called", contact=two)
    make.interaction(hargrove, admin.person, text="John Smith of j1@x.example called", contact=one)
    assert any("John Smith" in sentence for sentence in left_to_check(Traces(one)))
    erased(one, admin)
    two.refresh_from_db()
    assert (two.name, two.emails.get().address) == ("John Smith", "j2@x.example")
    assert set(Interaction.objects.values_list("text", flat=True)) == {
        "John Smith called",
        "[erased] of [erased] called",
    }


def test_a_namesake_elsewhere_keeps_what_is_written_there(hargrove: Account, admin: Actor, dana: Person) -> None:
    john, other = make.contact(hargrove, "John Smith"), make.account("Elsewhere")
    make.contact(other, "John Smith")
    make.interaction(hargrove, admin.person, text="John Smith called")
    make.interaction(other, admin.person, text="John Smith wrote")
    erased(john, admin)
    assert (text_of(hargrove), text_of(other)) == ("[erased] called", "John Smith wrote")


def test_one_word_goes_only_where_it_is_alone(hargrove: Account, admin: Actor) -> None:
    will, anna = make.contact(hargrove, "Will"), make.contact(hargrove, "Anna Will Miller")
    make.interaction(hargrove, admin.person, text="They will call. Will is out.")
    make.interaction(hargrove, admin.person, text="Will is not there, Anna Will Miller is.", contact=will)
    assert any("“Will”" in sentence for sentence in left_to_check(Traces(will)))
    told = erased(will, admin)
    anna.refresh_from_db()
    assert anna.name == "Anna Will Miller"
    assert list(Interaction.objects.order_by("pk").values_list("text", flat=True)) == [
        "They will call. Will is out.",
        "[erased] is not there, Anna Will Miller is.",
    ]
    assert any("“Will”" in sentence for sentence in told.said)


def test_an_account_called_like_them_keeps_its_name_and_says_so(admin: Actor) -> None:
    account = make.account("Zeb Quart Insurance")
    zeb = make.contact(account, "Zeb Quart")
    assert any("Zeb Quart Insurance" in sentence for sentence in left_to_check(Traces(zeb)))
    erased(zeb, admin)
    account.refresh_from_db()
    assert account.name == "Zeb Quart Insurance"


def test_who_erases_sees_before_what_is_left_and_the_page_asks_little(
    client: Client, hargrove: Account, admin: Actor, django_assert_max_num_queries: pytest.fixture
) -> None:
    one = make.contact(hargrove, "John Smith", email="j1@x.example", phone=OFFICE)
    make.contact(hargrove, "John Smith", phone=OFFICE)
    assert admin.person is not None
    client.force_login(admin.person)
    with django_assert_max_num_queries(18):
        page = client.get(f"/do/directory.erase_contact/{one.pk}/").text
    assert "Left for you to check" in page
    assert "called John Smith" in page
    assert OFFICE in page
    previewed = client.post(f"/do/directory.erase_contact/{one.pk}/", {"reason": "letter", "preview": "1"}).text
    assert "called John Smith" in previewed
    one.refresh_from_db()
    assert one.name == "John Smith"


def test_drafts_of_what_belongs_to_no_account_lose_a_name_nobody_shares(
    hargrove: Account, admin: Actor, dana: Person
) -> None:
    zeb, john = make.contact(hargrove, "Zeb Quart"), make.contact(hargrove, "John Smith")
    make.contact(make.account(), "John Smith")
    for name in ("Zeb Quart", "John Smith"):
        Draft.objects.create(
            person=dana, key=f"/do/{name[0]}", fields=[["text", f"Spoke to {name}", None]], saved_at=make.NOW
        )
    erased(zeb, admin)
    erased(john, admin)
    assert [draft.fields[0][1] for draft in Draft.objects.order_by("pk")] == [
        "Spoke to John Smith",
        "Spoke to [erased]",
    ][::-1]
