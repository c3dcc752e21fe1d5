"""Projects whose day hangs at another's: a show's or another project's; previewed, taken back, never in a circle; on the
account's page."""

from datetime import date, timedelta

import pytest
from django.test import Client

from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.undo import undo
from callboard.team.models import Person
from callboard.work.actions import create_project, finish_project, move_anchor, move_project, tie_project
from callboard.work.models import Anchor, Project
from tests import make
from tests.work.days import OPENS, last, shown
from tests.work.projects import dues, show_template, started, step

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


def anchor_of(project: Project) -> Anchor:
    return Project.objects.get(pk=project.pk).anchor  # type: ignore[return-value]


def test_a_project_that_follows_a_show_moves_with_it_and_the_show_stays_where_it_is(by: Actor) -> None:
    opens = shown(by)
    project = create_project(by=by, name="Booth", template=show_template(by), anchor=opens, days=-7)
    assert project.own_anchor
    assert anchor_of(project).day_on == OPENS - 7 * DAY
    assert dues(project)["Open"] <= OPENS - 7 * DAY
    move_anchor(opens, by=by, to=OPENS + 14 * DAY)
    assert anchor_of(project).day_on == OPENS + 7 * DAY
    undo(last("move_anchor"), by=by)
    move_project(project, by=by, to=OPENS)
    assert [anchor_of(project).day_on, Anchor.objects.get(pk=opens.pk).day_on] == [OPENS, OPENS]


def test_a_project_is_hung_at_anothers_day_with_a_preview_and_taken_back(by: Actor) -> None:
    first = started(by, "Migration", date(2099, 6, 1))
    second = started(by, "Training", OPENS)
    step(second, by, "Invite", days=-1)
    before = dues(second)
    tie_project.dry_run(second, by=by, to=first.anchor, days=10)
    assert any("Moves: Invite" in line for line in by.said)
    assert [dues(second), anchor_of(second).after] == [before, None]
    tie_project(second, by=by, to=first.anchor, days=10)
    assert anchor_of(second).day_on == date(2099, 6, 11)
    assert dues(second) == {"Invite": date(2099, 6, 10)}
    move_project(first, by=by, to=date(2099, 6, 2))
    assert anchor_of(second).day_on == date(2099, 6, 12)
    undo(last("move_project"), by=by)
    undo(last("tie_project"), by=by)
    assert [dues(second), anchor_of(second).day_on, anchor_of(second).after] == [before, OPENS, None]


def test_projects_that_would_follow_each_other_are_refused_with_the_way(by: Actor) -> None:
    first, second, third = (started(by, name) for name in ("Migration", "Training", "Review"))
    tie_project(second, by=by, to=first.anchor, days=3)
    tie_project(third, by=by, to=anchor_of(second), days=3)
    with pytest.raises(Invalid) as raised:
        tie_project(first, by=by, to=anchor_of(third), days=1)
    said = str(raised.value.errors["to"])
    assert said == "They would follow each other in a circle: Migration > Review > Training > Migration"
    with pytest.raises(Invalid, match="in a circle: Migration > Migration"):
        tie_project(first, by=by, to=first.anchor, days=1)
    assert anchor_of(first).after is None


@pytest.mark.parametrize(("given", "field"), [({"days": 3}, "anchor"), ({"days": 99999, "anchor": True}, "days")])
def test_what_makes_no_tie_is_said_at_its_field(by: Actor, given: dict[str, object], field: str) -> None:
    given = {**given, **({"anchor": shown(by)} if "anchor" in given else {})}
    with pytest.raises(Invalid) as raised:
        create_project(by=by, name="Booth", **given)
    assert list(raised.value.errors) == [field]


def test_what_counts_from_an_anchor_of_others_or_none_or_is_over_is_not_tied(by: Actor) -> None:
    opens, other = shown(by), started(by, "Migration")
    for project, code in (
        (create_project(by=by, name="Booth", anchor=opens), "shared"),
        (create_project(by=by, name="Loose"), "no_anchor"),
        (finish_project(started(by, "Over"), by=by), "ended"),
    ):
        with pytest.raises(Refused) as raised:
            tie_project(project, by=by, to=other.anchor, days=1)
        assert raised.value.refusal.code == code


def test_starting_names_the_steps_and_their_days_before_it_is_done(by: Actor) -> None:
    create_project.dry_run(by=by, name="Expo", template=show_template(by), day_on=OPENS)
    assert "Book the booth: Tue, Jun 16, 2099, Dana" in by.said
    assert not Project.objects.exists()


def test_the_account_shows_its_open_projects_with_what_is_left_and_offers_a_new_one(by: Actor, dana: Person) -> None:
    account = make.account("Hill Agency", owner=dana)
    project = started(by, "Move to the new rater", account=account)
    for title in ("Ask", "Do"):
        step(project, by, title)
    finish_project(started(by, "Long over", account=account), by=by)
    secret = make.person("Ray")
    started(make.actor(secret), "Not for Dana", account=account, confidential=True)
    client = Client()
    client.force_login(dana)
    shown = client.get(f"/accounts/{account.pk}/").content.decode()
    assert f'href="/projects/{project.pk}/"' in shown
    assert "2 steps open" in shown
    assert "Not for Dana" not in shown
    panel = shown[shown.index("Projects</h2>") :]
    assert "Long over" not in panel[: panel.index("</section>")]
    assert f"/do/work.create_project/?account={account.pk}" in panel
