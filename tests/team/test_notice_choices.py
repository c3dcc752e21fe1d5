"""What a person, a team and the company choose to be told, and how."""

import re
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Invalid, Refused
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.kit.pages import load_pages
from callboard.team.actions import choose_notice, choose_notice_for_all, set_quiet_time
from callboard.team.models import MailWay, Person
from callboard.team.queries.notices import way_of
from tests import make
from tests.team.office import chicago

pytestmark = pytest.mark.django_db

load_pages()

NOW = make.NOW
HANDED = "task_handed_over"


@pytest.fixture
def client(dana: Person) -> Client:
    found = Client()
    found.force_login(dana)
    return found


def test_the_last_way_of_what_must_be_heard_is_locked(client: Client) -> None:
    person = make.person()
    client.force_login(person)
    assert "disabled" not in told_cells(client)
    choose_notice(person, by=make.actor(person), event="task_handed_over", mail=MailWay.OFF)
    cells = told_cells(client)
    assert cells.count("disabled") == 1 and re.search(r'name="page" value="false"[^>]* disabled', cells)


def told_cells(client: Client) -> str:
    """The choices of the row of a task that is handed over."""
    page = client.get("/profile/notices/").content.decode()
    row = page[page.index("A task is handed to you") :]
    return str(row[: row.index("</tr>")])


def test_a_persons_choice_comes_before_their_teams_and_that_before_the_companys(now: Any, ray: Person) -> None:
    admin = make.actor(make.person(roles=("administrator",)))
    team = make.team()
    dana = make.person("Dana", team=team)
    choose_notice_for_all(by=admin, event=HANDED, mail=MailWay.OFF, desktop=False)
    assert way_of(ray, HANDED, NOW).mail_at is None
    choose_notice_for_all(by=admin, event=HANDED, team=team, mail=MailWay.DIGEST)
    assert way_of(dana, HANDED, NOW).digest
    assert not way_of(dana, HANDED, NOW).desktop
    choose_notice(dana, by=make.actor(dana), event=HANDED, mail=MailWay.NOW)
    assert not way_of(dana, HANDED, NOW).digest
    assert way_of(ray, HANDED, NOW).mail_at is None


def test_a_choice_can_be_taken_back(now: Any, dana: Person) -> None:
    by = make.actor(dana)
    choose_notice(dana, by=by, event=HANDED, mail=MailWay.OFF)
    assert way_of(dana, HANDED, NOW).mail_at is None
    undo(Log.objects.get(pk=by.ran[-1]), by=by)
    assert way_of(dana, HANDED, NOW).mail_at is not None


def test_what_must_be_heard_cannot_be_silenced(dana: Person) -> None:
    by = make.actor(dana)
    choose_notice(dana, by=by, event="lead_assigned", mail=MailWay.OFF)
    with pytest.raises(Invalid, match="cannot be silenced"):
        choose_notice(dana, by=by, event="lead_assigned", page=False)
    with pytest.raises(Invalid, match="no such notice"):
        choose_notice(dana, by=by, event="password_reset", page=False)


def test_nobody_chooses_for_a_colleague(dana: Person, ray: Person) -> None:
    client = Client()
    client.force_login(ray)
    answer = client.post(f"/do/team.choose_notice/{dana.pk}/", {"event": HANDED, "mail": "off"})
    assert answer.status_code in (403, 404)


def test_quiet_time_is_read_as_typed_and_half_of_it_is_refused(dana: Person) -> None:
    by = make.actor(dana)
    set_quiet_time(dana, by=by, quiet_from="22:00", quiet_to="6:30", only_hours=False)
    assert way_of(dana, HANDED, chicago(9, 23)).mail_at == chicago(10, 6, 30)
    assert way_of(dana, HANDED, chicago(9, 20)).mail_at == chicago(9, 20, 5)
    with pytest.raises(Invalid, match="both"):
        set_quiet_time(dana, by=by, quiet_from="22:00")
    with pytest.raises(Invalid, match="no time"):
        set_quiet_time(dana, by=by, quiet_from="late", quiet_to="7:00")


def test_a_press_on_the_table_chooses_and_comes_back(client: Client, dana: Person) -> None:
    assert "A task is handed to you" in client.get("/profile/notices/").content.decode()
    given = {"event": HANDED, "mail": "digest", "next": "/profile/notices/"}
    answer = client.post(f"/do/team.choose_notice/{dana.pk}/", given, follow=True)
    assert answer.redirect_chain[-1][0] == "/profile/notices/"
    assert way_of(dana, HANDED, NOW).digest


def test_the_companys_table_is_for_administrators(client: Client) -> None:
    assert client.get("/settings/notices/").status_code == 403
    admin = Client()
    admin.force_login(make.person(roles=("administrator",)))
    team = make.team("West")
    page = admin.get(f"/settings/notices/?team={team.pk}").content.decode()
    assert "West" in page and f'name="team" value="{team.pk}"' in page
    assert admin.get("/settings/notices/?team=999999").status_code == 404


def test_what_a_colleague_chose_for_everybody_since_is_not_undone(dana: Person) -> None:
    mine, theirs = (make.actor(make.person(roles=("administrator",))) for _ in range(2))
    choose_notice_for_all(by=mine, event=HANDED, mail=MailWay.OFF)
    choose_notice_for_all(by=theirs, event=HANDED, mail=MailWay.DIGEST)
    with pytest.raises(Refused, match="done to it since"):
        undo(Log.objects.get(pk=mine.ran[-1]), by=mine)
    assert way_of(dana, HANDED, NOW).digest
