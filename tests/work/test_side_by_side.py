"""Three projects in conflict: who is promised twice, whose weeks are full, what slips for what is done first; the pages."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.team.models import Person
from callboard.team.queries import business_day, company_calendar
from callboard.team.rules.business_time import next_business_day
from callboard.work.actions import finish_step, tie_steps
from callboard.work.actions.shifting import said_day
from callboard.work.models import Project, ProjectStep
from callboard.work.pages import side_by_side as pages_of_it
from callboard.work.pages.side_by_side import against_words
from callboard.work.queries import side_by_side
from callboard.work.queries.projects import Picture
from callboard.work.queries.side_by_side import lines_of, seen, slips, twice_of, weeks_of
from callboard.work.rules.projects import minutes_on
from tests import make
from tests.work.projects import show_template, started, step

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def today() -> date:
    return business_day(clock.now())


def in_days(n: int) -> date:
    """The n-th day of work from today."""
    return next_business_day(company_calendar(), today(), n)


def full_day() -> int:
    """The minutes of a day of work."""
    return minutes_on(company_calendar(), in_days(1))


def seen_now(by: Actor) -> Picture:
    return seen(by, today())


@pytest.fixture
def three(by: Actor) -> dict[str, ProjectStep]:
    """Three projects of Dana: each has three days of work for her, nine in all, and they are due within seven."""
    found = {}
    for n, (name, due) in enumerate((("Show", 4), ("Renewals", 7), ("Migration", 7)), 1):
        project = started(by, name, in_days(20))
        found[name] = step(
            project, by, f"Prepare {name}", due_on=in_days(due), minutes=3 * full_day(), price=Decimal(100 * n)
        )
    return found


def test_three_projects_that_want_the_same_days_of_one_person_are_told_with_work_and_hours(
    three: dict[str, ProjectStep], by: Actor, dana: Person
) -> None:
    (found,) = twice_of(seen_now(by))
    assert found.who == dana.pk
    assert set(found.keys) == {each.pk for each in three.values()}
    assert found.needs == 9 * full_day() > found.has
    finish_step(three["Show"], by=by)
    finish_step(three["Renewals"], by=by)
    assert twice_of(seen_now(by)) == []


def test_whoever_is_away_has_no_hours_that_week(three: dict[str, ProjectStep], by: Actor, dana: Person) -> None:
    before = twice_of(seen_now(by))[0]
    make.absence(dana, today(), today() + DAY * 30)
    after = twice_of(seen_now(by))
    assert all(each.has == 0 or each.since > today() + DAY * 30 for each in after)
    assert before.has > 0
    assert all(line.late for line in lines_of(seen_now(by)))


def test_a_step_nobody_else_wants_the_hours_of_is_promised_once_though_it_is_late(by: Actor, dana: Person) -> None:
    project = started(by, "Show", in_days(20))
    alone = step(project, by, "Build the booth", due_on=in_days(2), minutes=4 * full_day())
    (line,) = lines_of(seen_now(by))
    assert line.step == alone and line.late and not line.twice and against_words(line) == ""


def test_a_due_day_of_rest_is_remarked(by: Actor, dana: Person) -> None:
    day = in_days(15)
    sunday = day + DAY * (6 - day.weekday())
    project = started(by, "Show", in_days(20))
    step(project, by, "Print", due_on=day, minutes=30)
    assert "no day of work" not in page(dana, "/project-timeline/")
    step(project, by, "Pack", due_on=sunday, minutes=30)
    shown = page(dana, "/project-timeline/")
    assert shown.count(">no day of work<") == 1
    assert shown.count(f"Pack: due {said_day(sunday)}, no day of work") == 1


def test_the_load_of_the_weeks_is_all_there_is_to_do(three: dict[str, ProjectStep], by: Actor, dana: Person) -> None:
    weeks = weeks_of(seen_now(by))
    assert sum(week.needs for week in weeks) == 9 * full_day()
    assert {week.person for week in weeks} == {dana}


def test_what_slips_says_the_days_and_the_price_of_what_becomes_late(three: dict[str, ProjectStep], by: Actor) -> None:
    usual = slips(seen_now(by), three["Show"].pk)
    assert usual.slips == []
    found = {slip.step.pk: slip for slip in slips(seen_now(by), three["Migration"].pk).slips}
    assert found[three["Migration"].pk].days < 0
    late = found[three["Show"].pk]
    assert late.late
    assert late.days > 0
    assert late.cost == Decimal(100)
    assert found[three["Renewals"].pk].cost == Decimal(200)


def test_what_waits_for_a_step_slips_with_it(three: dict[str, ProjectStep], by: Actor) -> None:
    other = make.person("Lee")
    behind = step(Project.objects.get(name="Show"), by, "Ship", owner=other, due_on=in_days(5), price=Decimal(7))
    tie_steps(behind, by=by, waits_for=three["Show"])
    found = {slip.step.pk: slip for slip in slips(seen_now(by), three["Migration"].pk).slips}
    assert found[behind.pk].cost == Decimal(7)


def test_what_was_late_before_is_named_apart_and_is_not_this_choices_doing(
    three: dict[str, ProjectStep], by: Actor, dana: Person
) -> None:
    """What should have been done last week is late whatever comes first; so is a colleague's, which this does not move."""
    given = {"due_on": today() - 7 * DAY, "minutes": 60}
    late = step(three["Show"].project, by, "Print", price=Decimal(1000), **given)
    step(three["Show"].project, by, "Paint", owner=make.person("Lee"), **given)
    moves = slips(seen_now(by), three["Migration"].pk)
    found = {slip.step.pk: slip for slip in moves.slips}
    assert (found[late.pk].late, found[late.pk].later, found[late.pk].cost) == (False, True, None)
    assert found[three["Show"].pk].late
    assert moves.stays_late == 1
    made_late = sum(slip.late for slip in moves.slips)
    shown = page(dana, f"/projects/first/?step={three['Migration'].pk}")
    assert f"{made_late} steps become late by it." in shown or f"{made_late} step becomes late by it." in shown
    assert "1 step that is late anyway becomes later." in shown
    assert "1 step is late whatever comes first" in shown
    assert "$1,000" not in shown
    assert (
        shown.index("What moves")
        < shown.index("Prepare Show</a>")
        < shown.index("Late before")
        < shown.index("Print</a>")
    )


def test_what_was_late_before_may_be_in_time_by_it(by: Actor, dana: Person) -> None:
    project = started(by, "Show", in_days(20))
    step(project, by, "Build", due_on=in_days(1), minutes=5 * full_day())
    ships = step(project, by, "Ship", due_on=in_days(2), minutes=full_day())
    (moves,) = [slip for slip in slips(seen_now(by), ships.pk).slips if slip.step.pk == ships.pk]
    assert (moves.late_before, moves.mended, moves.later) == (True, True, False)
    assert "in time" in page(dana, f"/projects/first/?step={ships.pk}")


def test_a_confidential_project_is_on_nobody_elses_timeline(by: Actor) -> None:
    started(by, "Secret", in_days(30), template=show_template(by), confidential=True)
    assert len(lines_of(seen_now(by))) == 3
    assert lines_of(seen_now(make.actor(make.person("Lee")))) == []


def page(person: Person, address: str) -> str:
    client = Client()
    client.force_login(person)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_pages_show_the_conflict(three: dict[str, ProjectStep], dana: Person) -> None:
    shown = page(dana, "/project-timeline/")
    for name in three:
        assert f"Prepare {name}" in shown
    # As a chip, and in the sentence of each row.
    assert shown.count(">promised twice<") == 3
    assert shown.count("promised twice, with ") == 3
    lines = lines_of(seen_now(make.actor(dana)))
    against = {line.step.pk: against_words(line) for line in lines}
    assert against_words(replace(lines[0], against=tuple(three.values()))).endswith(" and 1 more")
    assert set(against[three["Show"].pk].removeprefix("with ").split(", ")) == {
        "Prepare Renewals (Renewals)", "Prepare Migration (Migration)",
    }  # fmt: skip
    assert shown.count(f">{against[three['Show'].pk]}<") == 1
    assert "has the least to spare" in shown
    assert "is promised twice from" in page(dana, "/projects/load/")
    shown = page(dana, f"/projects/first/?step={three['Migration'].pk}")
    assert "$100" in shown


def test_where_there_are_more_steps_than_are_reckoned_with_it_is_said(
    three: dict[str, ProjectStep], dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "There are more open steps than 2"
    for address in ("/project-timeline/", "/projects/load/"):
        assert said not in page(dana, address)
    for module in (side_by_side, pages_of_it):
        monkeypatch.setattr(module, "MOST", 2)
    for address in ("/project-timeline/", "/projects/load/"):
        assert said in page(dana, address)


@pytest.mark.parametrize("asked", ["", "?step=", "?step=x", "?step=99999999999999999999", "?step=0"])
def test_a_step_that_is_none_is_asked_for(three: dict[str, ProjectStep], dana: Person, asked: str) -> None:
    assert "Choose a step." in page(dana, f"/projects/first/{asked}")


def test_the_records_show_steps_order_and_template(by: Actor, dana: Person) -> None:
    project = started(by, "Expo", in_days(40), template=show_template(by))
    shown = page(dana, f"/projects/{project.pk}/")
    assert "Build it" in shown
    assert shown.count("Book the booth") == 2
    made = project.steps.latest("id")
    assert "Build it" in page(dana, f"/projects/steps/{made.pk}/")
    assert "Book the booth" in page(dana, f"/project-templates/{project.template_id}/")
