"""The statements of the rail and the Inbox are kept for a person; what they ask is what asking anew would ask."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from callboard.core import clock
from callboard.core.actor import Actor
from callboard.core.asking import statement
from callboard.intake.pages.inbox import Asked, Inbox
from callboard.kit import nav
from callboard.team.models import Person, Role
from callboard.team.queries.setup import _asked, steps_for
from tests import make

pytestmark = pytest.mark.django_db

ROLES = tuple(Role.values)


@pytest.mark.parametrize("role", ROLES)
def test_a_quarter_of_an_hour_later_the_same_is_asked(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a badge, a foot or a step of set-up takes from the clock itself would grow old in the kept statement."""
    actor = Actor("person", person=make.person(roles=(role,)))
    noon = clock.now().replace(hour=12)
    monkeypatch.setattr(clock, "now", lambda: noon)
    before = [_rail(actor), _steps(actor), *_inbox(actor)]
    monkeypatch.setattr(clock, "now", lambda: noon + timedelta(minutes=15))
    assert [_rail(actor), _steps(actor), *_inbox(actor)] == before


def test_a_right_taken_a_team_changed_and_a_cover_begun_ask_anew() -> None:
    person = make.person()
    asked = {_key(person)}
    make.PersonRole.objects.create(person=person, role="sales_manager")
    asked.add(_key(person))
    person.team = make.team()
    person.save()
    asked.add(_key(person))
    today = clock.now().date()
    make.absence(make.person(), today - timedelta(days=1), today + timedelta(days=1), cover=person)
    asked.add(_key(person))
    assert len(asked) == 4


def _key(person: Person) -> object:
    actor = Actor("person", person=Person.objects.get(pk=person.pk))
    return nav._whose("rail", actor, nav.entries_of(actor))


def _rail(actor: Actor) -> tuple[str, str]:
    found = statement(nav._of_rail(actor, nav.entries_of(actor)))
    return found.text, repr(found.values)


def _inbox(actor: Actor) -> list[tuple[str, str]]:
    asked = Asked(RequestFactory().get("/inbox/"), actor, clock.now(), "waiting", None)
    parts = ("", "desk", "queue", "panes")
    made = [
        statement(Inbox().standing(asked, part)) & statement(Inbox().about_item(asked, part, True)) for part in parts
    ]
    return [(found.text, repr(found.values)) for found in made]


def _steps(actor: Actor) -> tuple[str, str]:
    found = statement(_asked(steps_for(actor)))
    return found.text, repr(found.values)
