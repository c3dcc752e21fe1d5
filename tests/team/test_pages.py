"""Pages of people, and the commands."""

import argparse
import json
from datetime import date

import pytest
from django.test import Client

from callboard.core.console import Sentence
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.team.commands import matrix, signin
from callboard.team.matrix import COLUMNS, ROWS
from callboard.team.models import Holiday, Person, Pool
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Person:
    person = make.person("Ada Admin", roles=("administrator",), team=make.team("Office"))
    client.force_login(person)
    return person


LISTS = ["/people/", "/teams/", "/pools/", "/absences/", "/holidays/", "/matrix/", "/settings/", "/profile/"]


@pytest.mark.parametrize("url", LISTS)
def test_a_page_answers_whom_it_is_open_to(client: Client, admin: Person, url: str) -> None:
    assert client.get(url).status_code == 200
    assert Client().get(url).status_code == 302


def test_settings_are_an_administrators(client: Client, db: None) -> None:
    client.force_login(make.person())
    assert client.get("/settings/").status_code == 403
    assert client.get("/people/").status_code == 200


@pytest.mark.parametrize(
    "query", ["?q=ada", "?role=administrator", "?is_active=1", "?sort=-team", "?format=csv", "?part=rows"]
)
def test_the_list_of_people_filters_and_sorts(client: Client, admin: Person, query: str) -> None:
    make.person("Bob")
    answer = client.get(f"/people/{query}")
    content = b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == 200
    assert b"Ada Admin" in content
    if query in ("?q=ada", "?role=administrator"):
        assert b"Bob" not in content


def test_records_answer(client: Client, admin: Person) -> None:
    pool = Pool.objects.create(name="Texas calls")
    holiday = Holiday.objects.create(on=date(2026, 7, 3), name="Independence Day")
    absence = make.absence(admin, date(2099, 1, 1), date(2099, 1, 2), cover=make.person())
    for record in (admin, admin.team, pool, holiday, absence):
        answer = client.get(record.get_absolute_url())
        assert answer.status_code == 200, record
        assert str(admin.name if record is absence else record).split(",")[0].encode() in answer.content


def test_a_person_is_added_on_the_page(client: Client, admin: Person) -> None:
    form = {"name": "Dana Whitfield", "email": "dana@ours.example", "role": "sales_support"}
    answer = client.post("/do/team.create_person/", form)
    person = Person.objects.get(email="dana@ours.example")
    assert answer.headers["Location"] == person.get_absolute_url()


def test_a_person_needs_a_role_and_is_taken_back_by_leaving(client: Client, admin: Person) -> None:
    form = {"name": "Dana Whitfield", "email": "dana@ours.example", "zone": "chicago"}
    answer = client.post("/do/team.create_person/", form)
    assert answer.status_code == 422 and 'id="id_role_error"' in answer.content.decode()
    client.post("/do/team.create_person/", form | {"role": "sales_support"})
    person = Person.objects.get(email="dana@ours.example")
    assert person.zone == "America/Chicago"
    undo(Log.objects.get(action="team.create_person"), by=make.actor(admin))
    person.refresh_from_db()
    assert not person.is_active


def test_a_status_is_set_from_the_frame(client: Client, admin: Person) -> None:
    client.post(f"/do/team.set_status/{admin.pk}/", {"status": "away"})
    admin.refresh_from_db()
    assert admin.status == "away"


def test_a_setting_is_changed_and_leads_back(client: Client, admin: Person) -> None:
    answer = client.post("/do/team.set_setting/", {"name": "company.name", "value": "Lakeside"})
    assert answer.headers["Location"] == "/settings/#company-name"
    assert b"Lakeside" in client.get("/settings/").content


def test_the_sign_in_page_names_the_company(client: Client, admin: Person) -> None:
    client.post("/do/team.set_setting/", {"name": "company.name", "value": "Lakeside Agency Software"})
    assert b"Lakeside Agency Software" in Client().get("/sign-in/").content


def test_hours_start_with_what_is_in_force(client: Client, admin: Person) -> None:
    client.post(f"/do/team.set_hours/{admin.pk}/", {"hours": "Mon 8-12"})
    assert b"Mon 08:00-12:00" in client.get(f"/do/team.set_hours/{admin.pk}/").content


def test_pages_of_people_cost_the_same_for_one_and_thirty(
    client: Client, admin: Person, django_assert_max_num_queries: object
) -> None:
    for _number in range(30):
        make.person(team=admin.team)
    for url in ("/people/", admin.get_absolute_url(), admin.team.get_absolute_url(), "/matrix/", "/profile/"):
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            client.get(url)


def arguments(**given: object) -> argparse.Namespace:
    return argparse.Namespace(json=True, **given)


def test_the_first_person_of_a_company_comes_from_the_command_line(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    assert signin(arguments(email="Kim.Larsen@ours.example")) == 0
    url = json.loads(capsys.readouterr().out)["url"]
    person = Person.objects.get()
    assert (person.name, person.email) == ("Kim Larsen", "kim.larsen@ours.example")
    assert {row.role for row in person.roles.all()} == {"administrator", "sales_support", "sales_manager"}
    assert client.post(url.removeprefix("http://testserver")).status_code == 302
    assert client.get("/settings/").status_code == 200


def test_a_second_unknown_address_is_refused(admin: Person) -> None:
    with pytest.raises(Sentence):
        signin(arguments(email="stranger@ours.example"))


def test_the_matrix_is_printed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert matrix(arguments()) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == len(ROWS) * len(COLUMNS) + 1
    assert {"operation": "orders.accept", "role": "sales_support", "allowed": "all"} in lines


def test_a_sign_in_link_is_shown_once_on_the_page(client: Client, admin: Person) -> None:
    person = make.person("Dana")
    url = f"/do/team.sign_in_link/{person.pk}/"
    page = client.post(url, {"nonce": "n1"}).content.decode()
    link = page.split("http://testserver")[1].split('"')[0]
    again = client.post(url, {"nonce": "n1"}).content.decode()
    assert "/sign-in/link/" not in again
    assert Client().post(link).status_code == 302
