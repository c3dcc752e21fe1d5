"""On My Day what waits for a yes or a no is answered, not finished."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from callboard.core import clock
from callboard.work.models import Approval, Task
from tests import make
from tests.work.office import Office, now

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return Office()


def row(client: Client, approval: Approval, page: str = "/") -> Any:
    found = html.fromstring(client.get(page).content.decode())
    (drawn,) = found.xpath(f"//li[@data-row='{now(approval).task_id}']")
    return drawn


def offered(drawn: Any) -> list[str]:
    return [" ".join(each.itertext()).split()[0] for each in drawn.xpath(".//*[contains(@class, 'btn')]")]


@pytest.mark.parametrize("where", ["/", "/my-day/end/"])
def test_a_row_of_an_approval_offers_yes_and_no_and_its_key_for_done_says_why_not(
    office: Office, client: Client, where: str
) -> None:
    approval, task = office.asked(), make.task(office.boss, "Write the plan")
    Task.objects.update(due_at=clock.now())
    client.force_login(office.boss)
    drawn = row(client, approval, where)
    assert {"Approve", "Reject"} <= set(offered(drawn)) and "Done" not in offered(drawn)
    (key,) = drawn.xpath(".//*[@data-key='d']")
    assert key.get("data-refusal") == key.text == "Approve or reject it: it cannot be closed without an answer."
    assert not drawn.xpath(".//form[contains(@action, 'finish_task')]")
    other = html.fromstring(client.get(where).content.decode()).xpath(f"//li[@data-row='{task.pk}']")[0]
    assert "Done" in offered(other) and not {"Approve", "Reject"} & set(offered(other))


def test_an_answer_from_my_day_leads_back_to_it(office: Office, client: Client) -> None:
    first, second = office.asked(title="A camera"), office.asked(title="A chair")
    client.force_login(office.boss)
    (yes,) = row(client, first).xpath(".//a[contains(@href, 'approve_approval')]")
    (no,) = row(client, second).xpath(".//a[contains(@href, 'reject_approval')]")
    assert (yes.get("data-key"), yes.get("data-dialog")) == ("a", "")
    assert client.post(yes.get("href"), {"because": ""}).url == "/"
    assert client.post(no.get("href"), {"because": "Too dear."}).url == "/"
    assert (now(first).state, now(second).state) == ("approved", "rejected")
    assert "A camera" not in client.get("/").content.decode().partition('id="day-hours"')[0].partition("<main")[2]


def test_answered_from_elsewhere_it_leads_to_what_else_waits(office: Office, client: Client) -> None:
    approval = office.asked()
    client.force_login(office.boss)
    assert client.post(f"/do/work.approve_approval/{approval.pk}/", {"because": ""}).url == "/approvals/"


def test_many_approvals_ask_no_more_than_one(office: Office, client: Client) -> None:
    office.asked()
    client.force_login(office.boss)
    client.get("/")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    for number in range(5):
        office.asked(title=f"Chair {number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/")
    assert len(many) <= len(few)
