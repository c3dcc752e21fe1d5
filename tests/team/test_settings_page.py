"""The settings on one page."""

import pytest
from django.test import Client

from callboard.core.actions import Invalid
from callboard.core.registry import register
from callboard.team.actions import reset_setting, set_setting
from callboard.team.models import Person
from callboard.team.queries import setting
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client) -> Person:
    made = make.person("Ada Admin", roles=("administrator",))
    client.force_login(made)
    return made


def test_every_setting_says_what_it_changes_and_stands_in_a_group() -> None:
    assert [entry.name for entry in register.setting if not str(entry.help) or not str(entry.group)] == []


def test_the_page_says_who_changed_a_setting_to_what_and_leads_to_its_history(client: Client, person: Person) -> None:
    by = make.actor(person)
    set_setting(by=by, name="notices.bundle_minutes", value="9")
    page = client.get("/settings/").content.decode()
    assert "Ada Admin changed it" in page and "default 5" in page
    reset_setting(by=by, name="notices.bundle_minutes")
    past = client.get("/settings/history/?name=notices.bundle_minutes").content.decode()
    assert past.index("the default (5)") < past.index("<td>9</td>")
    assert client.get("/settings/history/?name=no.such").status_code == 404


def test_settings_are_found_by_words_of_what_they_change(client: Client, person: Person) -> None:
    page = client.get("/settings/?q=tier+answer").content.decode()
    assert "First answer, tier A" in page and "Quiet from" not in page
    assert "No setting has these words" in client.get("/settings/?q=xyzzy").content.decode()


def test_the_second_of_two_people_is_told_on_the_page(client: Client, person: Person) -> None:
    form = {"name": "company.name", "value": "Lakeside", "seen": ""}
    assert client.post("/do/team.set_setting/", form).status_code == 302
    answer = client.post("/do/team.set_setting/", form | {"value": "Hillside"})
    assert answer.status_code == 409
    assert "to Lakeside in the meantime" in answer.content.decode()
    assert setting("company.name") == "Lakeside"


def test_an_office_does_not_close_before_it_opens(client: Client, person: Person) -> None:
    answer = client.post("/do/team.set_setting/", {"name": "company.day_ends", "value": "07:30"})
    assert answer.status_code == 422
    assert "cannot close before it opens" in answer.content.decode()


def test_what_is_refused_on_the_page_is_said_at_its_field_there(client: Client, person: Person) -> None:
    form = {"in_place": "1", "name": "company.day_starts", "value": "19:00", "seen": "08:00"}
    answer = client.post("/do/team.set_setting/", form)
    page = answer.content.decode()
    assert answer.status_code == 422 and "<h1>Settings</h1>" in page
    at = page.index('id="company-day_starts-e"')
    assert page.index('id="company-day_starts"') < at < page.index('id="company-day_ends"')
    assert 'name="value" value="19:00"' in page and "cannot open when it is closed already" in page
    assert 'aria-invalid="true"' in page and setting("company.day_starts").hour == 8


def test_what_somebody_changed_meanwhile_is_said_at_its_field_and_can_be_saved_then(
    client: Client, person: Person
) -> None:
    set_setting(by=make.actor(person), name="company.name", value="Lakeside")
    form = {"in_place": "1", "name": "company.name", "value": "Hillside", "seen": ""}
    answer = client.post("/do/team.set_setting/", form)
    page = answer.content.decode()
    assert answer.status_code == 409 and "to Lakeside in the meantime" in page
    assert 'name="seen" value="Lakeside"' in page and 'name="value" value="Hillside"' in page


def test_a_setting_from_another_day_on_is_called_by_its_name_and_leads_back(client: Client, person: Person) -> None:
    page = client.get("/do/team.set_setting/?name=company.day_starts").content.decode()
    assert "Office opens at" in page and 'type="hidden" name="name" value="company.day_starts"' in page
    assert 'href="/settings/#company-day_starts"' in page
    answer = client.post("/do/team.set_setting/", {"name": "company.day_starts", "value": "19:00"})
    assert answer.status_code == 422 and "<h1>Settings</h1>" not in answer.content.decode()


def test_a_zone_is_chosen_of_a_list_and_its_city_is_understood(client: Client, person: Person) -> None:
    page = client.get("/settings/").content.decode()
    assert '<optgroup label="America">' in page and '<option value="America/Chicago" selected>Chicago</option>' in page
    by = make.actor(person)
    for typed, kept in (("denver", "America/Denver"), ("new york", "America/New_York"), ("UTC", "UTC")):
        set_setting(by=by, name="company.zone", value=typed)
        assert setting("company.zone") == kept
    assert '<option value="UTC" selected>UTC</option>' in client.get("/settings/").content.decode()
    with pytest.raises(Invalid, match=r"no time zone “Texas”\. Write the city"):
        set_setting(by=by, name="company.zone", value="Texas")


def test_settings_are_a_file_and_an_answer_of_the_api(client: Client, person: Person) -> None:
    text = b"".join(client.get("/settings/?format=csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "company.zone,Company,Company's time zone,America/Chicago" in text
    items = client.get("/api/v1/settings").json()["items"]
    assert {"company.zone", "intake.desk_pool"} <= {item["name"] for item in items}
    client.force_login(make.person())
    assert client.get("/api/v1/settings").status_code == 403
