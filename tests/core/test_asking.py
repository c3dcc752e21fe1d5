"""Several questions in one statement get the answers each would get by itself."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, DecimalField, F, FloatField, Sum, Value
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.asking import Question, answers, kept, statement
from callboard.core.present import Given, Present, given_ids
from callboard.directory.models import Account, AccountFacts
from callboard.team.models import Holiday, Person, Setting, Team
from tests import make

pytestmark = pytest.mark.django_db


def test_each_answer_is_what_asking_alone_gives_and_all_cost_one_query() -> None:
    team = Team.objects.create(name="East's “100 %” team")
    for number in range(3):
        make.person(f"P{number}", team=team)
    rows = Person.objects.filter(team=team)
    listed = rows.order_by("-name").values("pk", "name", "created_at", "left_on", "is_active", whose=F("team__name"))
    grouped = Person.objects.order_by().values("team_id").annotate(n=Count("pk"))
    asked = {
        "count": Question("count", rows.select_related("team").order_by("name")),
        "teams": Question("count", rows.order_by().values("team_id").distinct()),
        "some": Question("exists", rows),
        "none": Question("exists", rows.filter(name="nobody")),
        "list": Question("list", listed),
        "few": Question("list", listed[:2]),
        "both": Question("list", grouped.filter(team=team).union(grouped.filter(team=None), all=True)),
        "never": Question("list", rows.none().values("pk")),
        "no count": Question("count", rows.none()),
    }
    with CaptureQueriesContext(connection) as queries:
        found = answers(asked)
    assert len(queries) == 1
    assert (found["count"], found["teams"], found["some"], found["none"]) == (3, 1, True, False)
    assert found["list"] == list(listed)
    assert found["few"] == list(listed[:2])
    assert found["both"] == list(grouped.filter(team=team).union(grouped.filter(team=None), all=True))
    assert (found["never"], found["no count"]) == ([], 0)


def test_numbers_days_and_instants_arrive_exactly() -> None:
    now = clock.now()
    Setting.objects.create(
        key="company.name", value={"a": [1, "b"]}, valid_from_on=date(2026, 2, 28), created_at=now, updated_at=now
    )
    exact = Value(Decimal("1234567890.0123456789"), output_field=DecimalField(max_digits=20, decimal_places=10))
    rows = Setting.objects.values(
        "value", "valid_from_on", "created_at", amount=exact, half=Value(0.5, output_field=FloatField())
    )
    ((row,),) = answers({"row": Question("list", rows)}).values()
    assert row == rows[0]
    assert row["amount"] == Decimal("1234567890.0123456789") and isinstance(row["created_at"], datetime)
    total = Setting.objects.order_by().values("key").annotate(total=Sum(exact))
    assert answers({1: Question("list", total)})[1] == list(total)


def test_nothing_asked_costs_nothing() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert answers({}) == {}
        assert answers({"a": Question("exists", Holiday.objects.none())}) == {"a": False}
    assert len(queries) == 0


def test_records_arrive_whole_with_their_relations_and_annotations() -> None:
    boss = make.person("Boss")
    team = Team.objects.create(name="West", manager=boss)
    make.person("Ann", team=team)
    make.person("Zed")
    rows = Person.objects.select_related("team__manager").annotate(size=Count("team__people")).order_by("name")
    alone = list(rows)
    with CaptureQueriesContext(connection) as queries:
        found = answers({"people": Question("records", rows.all()[:2]), "all": Question("records", rows)})
    assert len(queries) == 1
    assert found["people"] == alone[:2]
    with CaptureQueriesContext(connection) as queries:
        for got, known in zip(found["all"], alone, strict=True):
            for field in Person._meta.concrete_fields:
                assert getattr(got, field.attname) == getattr(known, field.attname), field
            assert (got.team, got.size) == (known.team, known.size)
            assert got.team is None or got.team.manager == boss
            assert not got._state.adding
    assert len(queries) == 0


def test_the_other_side_of_a_one_to_one_comes_along() -> None:
    account = make.account("Hargrove")
    bare = Account.objects.create(name="Bare", number=4711, created_at=make.NOW, updated_at=make.NOW)
    AccountFacts.objects.filter(account=bare).delete()
    rows = Account.objects.select_related("facts", "owner").filter(pk__in=[account.pk, bare.pk]).order_by("pk")
    with CaptureQueriesContext(connection) as queries:
        first, second = answers({1: Question("records", rows)})[1]
        assert first.facts.account == account
        with pytest.raises(AccountFacts.DoesNotExist):
            assert second.facts
    assert len(queries) == 1


def test_a_kept_statement_is_put_into_sql_once_and_asks_anew_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    made = 0

    def questions() -> dict[str, Question]:
        nonlocal made
        made += 1
        return {
            "late": Question("count", Person.objects.filter(created_at__lte=Present())),
            "fresh": Question("exists", Person.objects.filter(created_at__gt=Present(timedelta(hours=-1)))),
        }

    key = ("test", "a kept statement")
    before = kept(key, questions).answers()
    make.person("One more", created_at=clock.now())
    after = kept(key, questions).answers()
    assert (after["late"], after["fresh"]) == (before["late"] + 1, True)
    later = clock.now() + timedelta(hours=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert kept(key, questions).answers()["fresh"] is False
    assert made == 1


def test_the_present_is_an_instant_in_an_ordinary_question_too() -> None:
    make.person("Here", created_at=clock.now())
    assert Person.objects.filter(created_at__lte=Present()).exists()
    assert not Person.objects.filter(created_at__gt=Present()).exists()
    assert str(Person.objects.filter(created_at__gt=Present()).query)


def test_two_statements_are_asked_as_one_and_no_name_twice(django_assert_num_queries: Any) -> None:
    make.person("Ann")
    people = statement({"people": Question("list", Person.objects.filter(name="Ann").values("name"))})
    teams = statement({"teams": Question("count", Team.objects.all()), "never": Question("list", Team.objects.none())})
    with django_assert_num_queries(1):
        assert (people & teams).answers() == {"people": [{"name": "Ann"}], "teams": 0, "never": []}
    with pytest.raises(ValueError, match="one name"):
        people & people


def test_numbers_that_come_with_the_question_make_one_statement_for_all_records() -> None:
    people = [make.person(name) for name in ("Ann", "Bob", "Cid")]
    kept_one = statement(
        {
            "one": Question("list", Person.objects.filter(pk=Given("who")).values("name")),
            "some": Question("count", Person.objects.filter(pk__in=given_ids("them"))),
        }
    )
    for person in people:
        found = kept_one.answers(who=person.pk, them=[person.pk, people[0].pk])
        assert found == {"one": [{"name": person.name}], "some": len({person.pk, people[0].pk})}
    assert kept_one.answers(who=0, them=[]) == {"one": [], "some": 0}
    with pytest.raises(KeyError):
        kept_one.answers(who=1)
