"""Who a request is from: one statement, and what was taken away is gone with the next request."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.access import policy
from callboard.core.actions import Actor
from callboard.team.actions import deactivate_person, revoke_role
from callboard.team.models import Absence, Grant, Person, Role, Session
from callboard.team.signed_in import SessionStore, SignedIn
from tests import make

pytestmark = pytest.mark.django_db

PAGE = "/settings/"  # whoever manages the team may open it; nobody else


@pytest.fixture
def person() -> Person:
    return make.person("Ada", roles=(Role.ADMINISTRATOR,))


@pytest.fixture
def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_session_person_and_rights_are_one_statement(browser: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(f"{PAGE}?part=none").status_code == 404  # the right was asked for, nothing else was
    assert len(asked) == 1, [query["sql"][:100] for query in asked]


def test_a_role_taken_away_is_gone_with_the_next_request(browser: Client, person: Person) -> None:
    assert browser.get(PAGE).status_code == 200
    revoke_role(person, by=make.actor(make.person("Eve", roles=(Role.ADMINISTRATOR,))), role=Role.ADMINISTRATOR)
    assert browser.get(PAGE).status_code == 403


def test_a_cell_of_the_matrix_changed_holds_with_the_next_request(browser: Client, person: Person) -> None:
    now = clock.now()
    given = Grant.objects.create(
        operation="team.manage", role=Role.ADMINISTRATOR, scope="none", created_at=now, updated_at=now
    )
    assert browser.get(PAGE).status_code == 403
    given.delete()
    assert browser.get(PAGE).status_code == 200


def test_cover_gives_rights_for_its_days_only(browser: Client, person: Person) -> None:
    away, now = make.person("Away", roles=(Role.SALES_MANAGER,)), clock.now()
    today = clock.business_day(now)
    row = Absence.objects.create(
        person=away, cover=person, starts_on=today, ends_on=today, created_at=now, updated_at=now
    )
    assert reached(person) == {person.pk, away.pk}
    Absence.objects.filter(pk=row.pk).update(withdrawn_at=now)
    assert reached(person) == {person.pk}


def reached(person: Person) -> frozenset[int]:
    """Whom the person of a session stands for, as the session brings it."""
    SessionStore(Session.objects.get(person=person).session_key).load()
    came = SignedIn().get_user(person.pk)
    assert came is not None
    with CaptureQueriesContext(connection) as asked:
        found = policy().people(Actor("person", person=came))
    assert len(asked) == 0
    return found


def test_who_left_is_nobody_at_once(browser: Client, person: Person) -> None:
    boss = make.person("Eve", roles=(Role.ADMINISTRATOR,))
    deactivate_person(person, by=make.actor(boss), left_on=clock.now().date())
    assert browser.get(PAGE)["Location"].startswith("/sign-in/")


def test_a_session_that_was_ended_or_is_over_is_nobodys(browser: Client, person: Person) -> None:
    Session.objects.filter(person=person).update(expire_date=clock.now())
    assert browser.get(PAGE)["Location"].startswith("/sign-in/")
    other = Client()
    other.force_login(person)
    Session.objects.filter(person=person).delete()
    assert other.get(PAGE)["Location"].startswith("/sign-in/")


def test_the_row_says_whose_a_session_is_but_its_signed_text_decides(browser: Client, person: Person) -> None:
    stranger = make.person("Mallory", roles=())
    Session.objects.filter(person=person).update(person=stranger)
    assert browser.get(PAGE).status_code == 200  # read once more, by the id that was signed
    key = Session.objects.get().session_key
    Session.objects.filter(session_key=key).update(session_data="forged")
    assert browser.get(PAGE)["Location"].startswith("/sign-in/")
