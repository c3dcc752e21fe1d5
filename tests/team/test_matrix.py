"""The matrix, its policy, cover."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import resolve

from callboard.core import clock
from callboard.core.access import allows, visible
from callboard.core.actions import Forbidden, Invalid, Refused
from callboard.core.checks import run_all
from callboard.core.registry import register
from callboard.kit.actions import create_token, revoke_token
from callboard.kit.listing.links import create_live_link, end_live_link
from callboard.kit.models import ApiToken
from callboard.team.actions import change_matrix, grant_role, set_grant, sign_out_everywhere
from callboard.team.matrix import COLUMNS, MATRIX, ROWS
from callboard.team.models import Grant, Person, Role, Scope
from callboard.team.queries import covered_by, rights_of
from callboard.work.models import Task
from tests import make

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)


def test_every_row_has_a_scope_for_every_role() -> None:
    for row in ROWS:
        assert len(row.scopes.split()) == len(COLUMNS), row.operation
        assert all(row.scope(role) in Scope for role in Role)


def test_no_operation_stands_twice() -> None:
    assert len(MATRIX) == len(ROWS)


def test_every_action_asks_for_a_row_of_the_matrix() -> None:
    assert {
        verb.name: verb.who
        for verb in register.actions.values()
        if verb.who not in MATRIX and ".tests" not in verb.name
    } == {}


@pytest.mark.django_db
def test_roles_add_up() -> None:
    person = make.person(roles=("sdr", "department"))
    rights = rights_of(person, NOW)
    assert rights.scope("work.do") == Scope.TEAM
    assert rights.scope("pipeline.work") == Scope.OWN
    assert rights.scope("orders.accept") == Scope.NONE


@pytest.mark.django_db
def test_nobody_may_do_what_the_matrix_does_not_know() -> None:
    person = make.person(roles=tuple(Role.values))
    assert rights_of(person, NOW).scope("orders.eat") == Scope.NONE
    assert not allows(make.actor(person), "orders.eat")


@pytest.mark.django_db
def test_a_changed_cell_overrides_the_table() -> None:
    person = make.person(roles=("finance",))
    Grant.objects.create(operation="board.close", role="finance", scope="all")
    Grant.objects.create(operation="orders.view", role="finance", scope="none")
    rights = rights_of(person, NOW)
    assert (rights.scope("board.close"), rights.scope("orders.view")) == (Scope.ALL, Scope.NONE)


@pytest.mark.django_db
def test_a_cell_is_changed_and_given_back() -> None:
    admin = make.actor(make.person(roles=("administrator",)))
    set_grant(by=admin, operation="board.close", role=Role.FINANCE, scope=Scope.ALL)
    set_grant(by=admin, operation="board.close", role=Role.FINANCE, scope=Scope.NONE)
    assert Grant.objects.get().scope == "none"
    with pytest.raises(Invalid):
        set_grant(by=admin, operation="nothing.known", role=Role.FINANCE, scope=Scope.ALL)
    with pytest.raises(Invalid):
        set_grant(by=admin, operation="team.manage", role=Role.ADMINISTRATOR, scope=Scope.NONE)


@pytest.mark.django_db
def test_own_is_what_a_person_owns() -> None:
    executive, other = make.person(roles=("account_executive",)), make.person(roles=("account_executive",))
    mine, theirs = make.task(executive), make.task(other)
    assert allows(make.actor(executive), "work.do", mine)
    assert not allows(make.actor(executive), "work.do", theirs)


@pytest.mark.django_db
def test_a_manager_reaches_what_the_people_of_their_team_own() -> None:
    manager = make.person(roles=("sales_manager",))
    team = make.team(manager=manager)
    inside = make.task(make.person(roles=("account_executive",), team=team))
    outside = make.task(make.person(roles=("account_executive",), team=make.team()))
    assert allows(make.actor(manager), "work.do", inside)
    assert not allows(make.actor(manager), "work.do", outside)


@pytest.mark.django_db
def test_a_department_does_the_tasks_of_its_team() -> None:
    team = make.team(is_department=True)
    member = make.person(roles=("department",), team=team)
    assert allows(make.actor(member), "work.do", make.task(team=team))
    assert not allows(make.actor(member), "work.do", make.task(team=make.team()))


@pytest.mark.django_db
def test_cover_widens_own_for_the_days_of_the_absence() -> None:
    today = clock.now().date()
    absent, cover = make.person(roles=("account_executive",)), make.person(roles=("account_executive",))
    task = make.task(absent)
    make.absence(absent, today - timedelta(days=2), today + timedelta(days=2), cover=cover)
    assert allows(make.actor(cover), "work.do", task)
    Grant.objects.create(operation="work.view", role="account_executive", scope="own")
    fresh = Person.objects.get(pk=cover.pk)
    assert list(visible(Task.objects.all(), make.actor(fresh))) == [task]


@pytest.mark.django_db
def test_cover_lends_the_role_but_never_administration() -> None:
    desk = make.person(roles=("sales_support", "administrator"))
    cover = make.person(roles=("account_executive",))
    make.absence(desk, date(2026, 3, 9), date(2026, 3, 11), cover=cover)
    rights = rights_of(cover, NOW)
    assert rights.scope("orders.accept") == Scope.ALL
    assert rights.scope("team.manage") == Scope.NONE


@pytest.mark.django_db
def test_cover_lends_nothing_of_the_absent_persons_own_access() -> None:
    boss, cover = make.person("Mae Boss", roles=("sales_manager",)), make.person("Sid", roles=("sdr",))
    mate = make.person(team=make.team(manager=boss))
    token = create_token(by=make.actor(boss), name="payroll")
    link = create_live_link(by=make.actor(boss), name="sheet", page=resolve("/accounts/").url_name or "")
    today = clock.now().astimezone(boss.tz).date()
    make.absence(boss, today, today, cover=cover)
    by = make.actor(Person.objects.get(pk=cover.pk))
    assert allows(by, "work.do", make.task(boss)), "their work is lent"
    for verb, record in ((revoke_token, token), (end_live_link, link), (sign_out_everywhere, boss)):
        with pytest.raises(Forbidden):
            verb(record, by=by)
    assert not visible(ApiToken.objects.all(), by).exists()
    assert not allows(by, "team.own", mate), "nor what they may for their team"


@pytest.mark.django_db
def test_a_right_about_what_belongs_to_nobody_has_no_own_part() -> None:
    admin, boss = make.actor(make.person(roles=("administrator",))), make.person(roles=("sales_manager",))
    with pytest.raises(Invalid):
        set_grant(by=admin, operation="team.manage", role=Role.SALES_MANAGER, scope=Scope.OWN)
    Grant.objects.create(operation="team.manage", role="sales_manager", scope="own")  # from before that was refused
    by = make.actor(boss)
    with pytest.raises(Forbidden):
        grant_role(boss, by=by, role=Role.ADMINISTRATOR)
    with pytest.raises(Forbidden):
        change_matrix(by=by, changes="team.manage sales_manager all")


@pytest.mark.django_db
def test_nobody_gives_themselves_a_role_while_somebody_else_could() -> None:
    admin, boss = make.person("Ada", roles=("administrator",)), make.person(roles=("sales_manager",))
    grant_role(admin, by=make.actor(admin), role=Role.SALES_SUPPORT)  # the only one there is
    set_grant(by=make.actor(admin), operation="team.manage", role=Role.SALES_MANAGER, scope=Scope.ALL)
    with pytest.raises(Refused, match="Ask Ada"):
        grant_role(boss, by=make.actor(boss), role=Role.ADMINISTRATOR)


@pytest.mark.django_db
def test_the_days_of_an_absence_are_those_of_the_absent_persons_zone() -> None:
    absent, cover = make.person(zone="Pacific/Honolulu"), make.person(zone="Pacific/Auckland")
    make.absence(absent, date(2026, 3, 10), date(2026, 3, 10), cover=cover)
    in_honolulu = datetime(2026, 3, 10, tzinfo=absent.tz)
    assert covered_by(cover, in_honolulu - timedelta(minutes=1)) == frozenset()
    assert covered_by(cover, in_honolulu) == {absent.pk}
    assert covered_by(cover, in_honolulu + timedelta(hours=23, minutes=59)) == {absent.pk}
    assert covered_by(cover, in_honolulu + timedelta(hours=24)) == frozenset()


@pytest.mark.django_db
def test_someone_who_left_may_nothing() -> None:
    leaver = make.person(is_active=False, left_on=date(2026, 1, 1))
    assert not allows(make.actor(leaver), "directory.view")


@pytest.mark.django_db
def test_rights_cost_one_query(django_assert_num_queries: object) -> None:
    person = make.person(roles=("sdr", "department"), team=make.team())
    with django_assert_num_queries(1):  # type: ignore[operator]
        rights_of(person, NOW)


@pytest.mark.django_db
def test_check_finds_what_a_leaver_still_owns_and_a_grant_for_nothing() -> None:
    leaver = make.person()
    make.task(leaver)
    # What no action of ours does: the row is written past them.
    Person.objects.filter(pk=leaver.pk).update(is_active=False, left_on=date(2026, 1, 1))
    Grant.objects.create(operation="old.row", role="sdr", scope="all")
    found = {(difference.kind, difference.stored) for difference in run_all()}
    assert ("work.task", "1") in found
    assert ("team.grant", "old.row") in found
