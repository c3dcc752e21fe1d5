"""People made, changed, given roles, and gone."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError

from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.models import Log
from callboard.core.registry import OwnedKind, register
from callboard.kit.actions import create_token
from callboard.team.actions import (
    change_person,
    change_profile,
    change_team,
    create_person,
    deactivate_person,
    grant_role,
    hand_on_work,
    reactivate_person,
    revoke_role,
    set_status,
)
from callboard.team.models import Person, Role, Status, Team, Theme
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Actor:
    return make.actor(make.person("Ada Admin", roles=("administrator",)))


def test_a_new_person_has_the_companys_zone_and_cannot_sign_in(admin: Actor) -> None:
    person = create_person(by=admin, name="  Dana   Whitfield ", email="Dana.W@Ours.Example", role=Role.SALES_SUPPORT)
    assert (person.name, person.email, person.zone) == ("Dana Whitfield", "dana.w@ours.example", "America/Chicago")
    assert person.initials == "DW"
    assert not person.has_usable_password()
    assert [row.role for row in person.roles.all()] == ["sales_support"]
    assert Log.objects.filter(action="team.create_person", result_id=person.pk).count() == 1


def test_an_address_is_taken_whatever_its_case(admin: Actor) -> None:
    create_person(by=admin, name="Dana", email="dana@ours.example")
    with pytest.raises(Invalid) as caught:
        create_person(by=admin, name="Other", email="DANA@ours.example")
    assert "email" in caught.value.errors


def test_the_database_keeps_addresses_in_lower_case() -> None:
    with pytest.raises(IntegrityError):
        Person.objects.create(email="Dana@ours.example", name="Dana")


def test_only_an_administrator_adds_people() -> None:
    with pytest.raises(Forbidden):
        create_person(by=make.actor(make.person()), name="Dana", email="dana@ours.example")


def test_an_unknown_zone_is_refused(admin: Actor) -> None:
    with pytest.raises(Invalid) as caught:
        change_person(make.person(), by=admin, zone="Texas")
    assert "zone" in caught.value.errors


def test_a_change_can_be_undone(admin: Actor) -> None:
    person = make.person("Old Name")
    change_person(person, by=admin, name="New Name")
    log = Log.objects.get(action="team.change_person")
    change_person.undo_of(log, by=admin)
    person.refresh_from_db()
    assert person.name == "Old Name"


def test_a_profile_is_changed_by_its_owner_only() -> None:
    person, other = make.person(), make.person()
    change_profile(person, by=make.actor(person), theme=Theme.DARK, keys_off=True)
    person.refresh_from_db()
    assert (person.theme, person.keys_off) == ("dark", True)
    with pytest.raises(Forbidden):
        change_profile(person, by=make.actor(other), theme=Theme.LIGHT)


def test_a_status_says_since_when() -> None:
    person = make.person()
    set_status(person, by=make.actor(person), status=Status.ON_CALL)
    person.refresh_from_db()
    assert person.status == "on_call"
    assert person.status_since_at is not None


def test_a_role_is_given_once_and_taken_back(admin: Actor) -> None:
    person = make.person(roles=())
    grant_role(person, by=admin, role=Role.FINANCE)
    with pytest.raises(Refused) as caught:
        grant_role(person, by=admin, role=Role.FINANCE)
    assert caught.value.refusal.code == "has_role"
    revoke_role(person, by=admin, role=Role.FINANCE)
    assert not person.roles.exists()
    with pytest.raises(Refused):
        revoke_role(person, by=admin, role=Role.FINANCE)


def test_the_last_administrator_stays_one(admin: Actor) -> None:
    with pytest.raises(Refused) as caught:
        revoke_role(admin.person, by=admin, role=Role.ADMINISTRATOR)
    assert caught.value.refusal.code == "last_administrator"
    with pytest.raises(Refused):
        deactivate_person(admin.person, by=admin)


def test_who_owns_work_cannot_leave_before_it_is_handed_on(admin: Actor) -> None:
    leaver, heir = make.person("Lea Leaver"), make.person()
    team = make.team(manager=leaver)
    task = make.task(leaver, account=make.account())
    with pytest.raises(Refused) as caught:
        deactivate_person(leaver, by=admin)
    assert caught.value.refusal.code == "owns_work"
    assert "1 open tasks" in str(caught.value)
    hand_on_work(leaver, by=admin, to=heir)
    task.refresh_from_db()
    team.refresh_from_db()
    assert (task.owner, team.manager) == (heir, heir)
    deactivate_person(leaver, by=admin)
    leaver.refresh_from_db()
    assert not leaver.is_active
    assert leaver.left_on is not None


def test_a_leavers_tokens_end_with_them(admin: Actor) -> None:
    leaver = make.person()
    token = create_token(by=make.actor(leaver), name="script")
    deactivate_person(leaver, by=admin)
    token.refresh_from_db()
    assert token.revoked_at is not None


def test_what_has_no_way_to_be_handed_on_is_named(admin: Actor) -> None:
    leaver = make.person()
    make.team(manager=leaver)
    register.owned_kind.add(OwnedKind("test.thing", "things by hand", lambda pk: Team.objects.filter(manager=pk)))
    try:
        with pytest.raises(Refused) as caught:
            hand_on_work(leaver, by=admin, to=make.person())
    finally:
        del register.owned_kind._by_name["test.thing"]
    assert "things by hand" in str(caught.value)


def test_a_leaver_no_longer_covers_and_can_come_back(admin: Actor) -> None:
    leaver = make.person()
    away = make.absence(make.person(), date(2099, 1, 1), date(2099, 1, 9), cover=leaver)
    deactivate_person(leaver, by=admin)
    away.refresh_from_db()
    assert away.cover is None
    reactivate_person(leaver, by=admin)
    leaver.refresh_from_db()
    assert leaver.is_active
    assert leaver.left_on is None


def test_history_keeps_the_name_and_never_the_password(admin: Actor) -> None:
    person = make.person("Before")
    change_person(person, by=admin, name="After")
    fields = {field.name for field in Person.pgh_event_model._meta.get_fields()}
    assert "name" in fields
    assert "password" not in fields


def test_a_person_is_made_at_the_instant_of_the_action(admin: Actor) -> None:
    before = datetime.now(UTC)
    person = create_person(by=admin, name="Dana", email="dana@ours.example")
    assert person.created_at is not None
    assert before <= person.created_at <= datetime.now(UTC)


def test_everything_a_leaver_may_own_names_a_verb_that_hands_it_on() -> None:
    for kind in register.owned_kind:
        verb = register.actions.get(kind.hand_on)
        assert verb is not None, kind.name
        assert [param.name for param in verb.params if param.type is Person], kind.name
        assert kind.owned(0).model is verb.target_model, kind.name


def test_blanks_for_a_zone_are_the_companys(admin: Actor) -> None:
    person = make.person()
    assert change_profile(person, by=make.actor(person), zone=" ").zone == "America/Chicago"
    assert change_person(person, by=admin, zone=" ").zone == "America/Chicago"


def test_nobody_who_left_manages_a_team(admin: Actor) -> None:
    gone = make.person("Gone")
    team = make.team("West", manager=gone)
    change_team(team, by=admin, manager=admin.person)
    Person.objects.filter(pk=gone.pk).update(is_active=False, left_on=date(2026, 3, 1))
    with pytest.raises(Invalid):
        change_team.undo_of(Log.objects.get(action="team.change_team"), by=admin)
