"""What other rooms give dates to, layers hidden and shown, categories, who is where."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.calendar import actions as do
from callboard.calendar.models import Calendar, Category, Event, Guest, HiddenLayers
from callboard.core.actions import Actor, Invalid
from callboard.team.models import Absence, Holiday
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
TUESDAY = date(2026, 3, 10)


def shown(client: Client, asked: str = "") -> str:
    return client.get(f"/calendar/?on=2026-03-10{asked}").content.decode()


def away(by: Actor) -> Absence:
    tom = make.person("Tom Becker", roles=("account_executive",))
    return Absence.objects.create(
        person=tom, cover=by.person, starts_on=TUESDAY, ends_on=TUESDAY + timedelta(days=2), note="Knee", created_at=make.NOW,
        updated_at=make.NOW,
    )  # fmt: skip


def test_who_is_away_holidays_and_renewals_of_ones_own_accounts_stand_in_the_month(by: Actor, client: Client) -> None:
    away(by)
    Holiday.objects.create(on=date(2026, 3, 31), name="Cesar Chavez Day", created_at=make.NOW, updated_at=make.NOW)
    own, other = make.account("Lone Star", owner=by.person), make.account("Somebody's", owner=make.person("Ann Other"))
    for account in (own, other):
        facts = account.facts
        facts.renewal_on = date(2026, 3, 17)
        facts.save()
    page = shown(client)
    assert "Tom Becker away" in page and "Knee" not in page, "why is nobody's business"
    assert "Cesar Chavez Day" in page
    assert "Renewal: Lone Star" in page and "Renewal: Somebody" not in page


def test_a_layer_is_hidden_for_whoever_hides_it_and_shown_again(by: Actor, client: Client) -> None:
    away(by)
    answer = client.post("/do/calendar.hide_layer/", {"layer": "absences", "next": "/calendar/?on=2026-03-10"})
    assert answer.status_code == 302
    assert "Tom Becker away" not in shown(client)
    assert HiddenLayers.objects.get().layers == ["absences"]
    client.force_login(make.person("Owen Park", roles=("sales_support",)))
    assert "Tom Becker away" in shown(client)
    do.show_layer(by=by, layer="absences")
    assert HiddenLayers.objects.get().layers == []
    with pytest.raises(Invalid, match="no such layer"):
        do.hide_layer(by=by, layer="weather")


def test_a_category_colours_its_events_and_the_page_can_be_of_it_alone(
    by: Actor, team: Calendar, client: Client
) -> None:
    word = do.create_category(by=by, name="Deadline")
    Category.objects.filter(pk=word.pk).update(tone="x")
    form = {
        "title": "Badge names due",
        "starts_on": "2026-03-12",
        "calendar": team.pk,
        "repeats": "never",
        "categories": word.pk,
    }
    assert client.post("/do/calendar.create_event/", form).status_code == 302
    do.create_event(by=by, calendar=team, title="Sweep", starts_on=TUESDAY)
    page = shown(client, "&category=Deadline")
    assert 'class="e-x"' in page and "Badge names due" in page and "Sweep" not in page
    event = Event.objects.get(title="Badge names due")
    assert event.categories == ["Deadline"]
    do.retire_category(word, by=by)
    word.refresh_from_db()
    with pytest.raises(Invalid, match="offered no more"):
        do.change_event(event, by=by, categories=[word])


def test_people_by_days_says_who_is_away_who_stands_in_and_hides_what_is_private(
    by: Actor, team: Calendar, client: Client
) -> None:
    absence = away(by)
    tom = make.actor(absence.person)
    do.create_event(by=tom, title="Surgery", starts_on=date(2026, 3, 13), starts="9")
    expo = do.create_event(by=by, calendar=team, title="Expo", starts_on=date(2026, 3, 9))
    Guest.objects.create(event=expo, person=absence.person, created_at=make.NOW, updated_at=make.NOW)
    page = shown(client, "&view=people").partition('class="pw-t"')[2]
    assert page.count(">Away<") == 3 and page.count(">For Tom Becker<") == 3
    assert ">Busy<" in page and "Surgery" not in page
    assert page.count(">Expo<") == 1, "whoever wrote it down is not there by that"
    assert "Tom Becker" not in shown(client, f"&view=people&team={make.team('Billing').pk}")


def test_the_week_leaves_as_a_workbook(by: Actor, team: Calendar, client: Client) -> None:
    do.create_event(by=by, calendar=team, title="Sweep", starts_on=TUESDAY, starts="3 pm")
    text = client.get("/calendar/?view=week&on=2026-03-10&format=csv").getvalue().decode()
    assert "Sweep" in text and "3:00 PM – 4:00 PM" in text
    assert client.get("/calendar/?format=xlsx").getvalue()[:2] == b"PK"


@pytest.mark.parametrize("view", ["month", "week", "people", "agenda"])
def test_a_page_asks_as_much_for_many_as_for_one(by: Actor, team: Calendar, client: Client, view: str) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            shown(client, f"&view={view}")
        return len(found)

    do.create_event(by=by, calendar=team, title="One", starts_on=TUESDAY, starts="9")
    away(by)
    asked()
    one = asked()
    for number in range(20):
        make.person(f"Person {number}")
        do.create_event(by=by, calendar=team, title=f"N {number}", starts_on=TUESDAY, starts="9")
    assert asked() == one <= 12
