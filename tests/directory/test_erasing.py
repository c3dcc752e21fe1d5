"""Who asks to be forgotten is nowhere any more, and is not written to again."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from callboard.channels.actions import send_message
from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.directory.actions import (
    add_email,
    change_contact,
    erase_contact,
    move_contact,
    record_consent,
    stop_contacting,
    suppress_address,
    withdraw_consent,
)
from callboard.directory.models import Account, Consent, Contact, How, Scope, Suppression
from callboard.directory.queries import Denied, may_contact
from callboard.journal.models import Interaction
from tests import make

MAIL, SECOND, NUMBER = "ray.hargrove@old.example", "rayh@new.example", "+19035550142"
TEXT_COLUMNS = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE 'procrastinate%' AND table_name NOT LIKE 'django%'
    AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'tsvector')
"""


def where_it_stands(*texts: str) -> dict[str, str]:
    """Every column of every table that holds one of the texts, whatever their case, asked of the database itself."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(TEXT_COLUMNS)
        for table, column in cursor.fetchall():
            for text in texts:
                cursor.execute(
                    f'SELECT "{column}"::text FROM "{table}" WHERE "{column}"::text ILIKE %s LIMIT 1', [f"%{text}%"]
                )
                if row := cursor.fetchone():
                    found[f"{table}.{column}"] = row[0]
    return found


@pytest.fixture
def admin(db: None) -> Actor:
    return make.actor(make.person("Ada", roles=("administrator",)))


@pytest.fixture
def ray(hargrove: Account, by: Actor) -> Contact:
    """Somebody with a past: two employers, two names, mails, notes, a consent with its words."""
    old = make.account("Old Agency", region="TX")
    contact = make.contact(old, "Raymond Hargreaves", email=MAIL, phone=NUMBER, title="Owner of the boat Ethelred")
    change_contact(contact, by=by, note="Has a boat called Ethelred")
    change_contact(contact, by=by, name="Ray Hargreaves")
    move_contact(contact, by=by, account=hargrove)
    contact.refresh_from_db()
    add_email(contact, by=by, address=SECOND)
    make.interaction(
        hargrove,
        by.person,
        contact=contact,
        text="Ray Hargreaves wants a call at (903) 555-0142, or mail to RAYH@new.example. Ray likes boats.",
    )
    make.interaction(hargrove, by.person, text="Ask Ray Hargreaves again. A ray of light.")
    make.interaction(old, by.person, text="Raymond Hargreaves has left.")
    send_message(by=by, to=SECOND, subject="For Ray Hargreaves", text="Dear Ray", account=hargrove, contact=contact)
    record_consent(contact, by=by, how=How.PHONE, proof="This is Ray Hargreaves and I say yes")
    make.indexed()
    return contact


def erased(contact: Contact, admin: Actor, **given: Any) -> Contact:
    return erase_contact(contact, by=admin, reason="asked by letter", **given)


def test_nothing_of_them_is_left_in_any_column_of_any_table(ray: Contact, admin: Actor) -> None:
    texts = ("hargreaves", MAIL, SECOND, "9035550142", "555-0142", "ethelred")
    assert len(where_it_stands(*texts)) > 12, "they stood in many places"
    erased(ray, admin)
    assert where_it_stands(*texts) == {}


def test_ids_notes_and_everybody_else_stay(ray: Contact, admin: Actor, hargrove: Account) -> None:
    ann = make.contact(hargrove, "Ann Ray", email="ann@hargrove.example")
    notes = set(Interaction.objects.values_list("pk", flat=True))
    erased(ray, admin)
    assert Contact.objects.get(pk=ray.pk).account == hargrove
    assert set(Interaction.objects.values_list("pk", flat=True)) == notes
    texts = list(Interaction.objects.order_by("pk").values_list("text", flat=True))
    assert texts[0] == "[erased] wants a call at [erased], or mail to [erased]. [erased] likes boats."
    assert texts[1] == "Ask [erased] again. A ray of light."
    ann.refresh_from_db()
    assert (ann.name, ann.emails.get().address) == ("Ann Ray", "ann@hargrove.example")
    hargrove.refresh_from_db()
    assert hargrove.name == "Hargrove Insurance Agency"


def test_their_wish_goes_on_counting_by_a_hash_when_they_are_typed_in_again(
    ray: Contact, admin: Actor, by: Actor
) -> None:
    suppress_address(by=by, address=MAIL)
    erased(ray, admin)
    again = make.contact(make.account(region="TX", postal_code="75701"), "Ray Hargreaves", email=SECOND)
    found = may_contact(SECOND, contact=again, medium="mail", purpose="service", by=by, now=make.NOW)
    assert isinstance(found, Denied)
    assert found.rule == "asked_for_nothing"
    assert Suppression.objects.filter(scope=Scope.ALL).count() == 3, "two addresses and a number"


def test_without_the_wish_to_hear_nothing_only_what_they_asked_for_is_kept(
    ray: Contact, admin: Actor, by: Actor
) -> None:
    withdraw_consent(ray, by=by, how=How.PHONE, proof="Ray Hargreaves says no")
    stop_contacting(ray, by=by)
    erased(ray, admin, never_contact=False)
    assert set(Suppression.objects.values_list("scope", flat=True)) == {"marketing"}
    assert not Consent.objects.filter(given=True).exists()
    no = Consent.objects.exclude(address_hash="")
    assert no.count() == 3
    assert not any(row.proof for row in no)
    assert may_contact(MAIL, medium="mail", purpose="answer", cause=make.NOW, by=by, now=make.NOW)


def test_it_is_one_line_of_the_log_with_its_reason_on_the_timeline_and_final(ray: Contact, admin: Actor) -> None:
    # What it does besides, like cancelling mail that waits for them, is logged under it.
    lines = Log.objects.filter(cause_id=None)
    before = lines.count()
    erased(ray, admin)
    assert lines.count() == before + 1
    assert TimelineEntry.objects.get(kind="directory.erased").text == "asked by letter"
    ray.refresh_from_db()
    with pytest.raises(Refused):
        erased(ray, admin)


def test_only_who_may_and_only_with_a_reason(ray: Contact, by: Actor, admin: Actor) -> None:
    with pytest.raises(Forbidden):
        erase_contact(ray, by=by, reason="asked")
    with pytest.raises(Invalid):
        erase_contact(ray, by=admin, reason=" ")


def test_the_log_may_forget_what_an_undo_kept_and_nothing_else(ray: Contact) -> None:
    line = Log.objects.filter(action="directory.change_contact").first()
    assert line is not None
    for change in ("undo_args = '{}'", "action = 'x'", "undo_args = NULL, at = now()"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE core_log SET {change} WHERE id = %s", [line.pk])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_log SET undo_args = NULL WHERE id = %s", [line.pk])
