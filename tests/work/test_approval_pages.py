"""Pages of approvals: who is offered an answer, what a yes does, who comes next."""

import re
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from lxml import html

from callboard.core.registry import register
from callboard.kit.hands.commands import with_record
from callboard.team.models import Person
from callboard.work.models import Approval
from tests import make
from tests.work.office import Office, no, now, yes

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return Office()


def page(client: Client, person: Person, address: str) -> Any:
    client.force_login(Person.objects.get(pk=person.pk))
    return html.fromstring(client.get(address).content.decode())


def words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def offered(client: Client, person: Person, approval: Approval) -> dict[str, str]:
    """Verbs on the record page in order, each with the sentence why not now."""
    (acts,) = page(client, person, f"/approvals/{approval.pk}/").xpath("//div[@class='acts']")
    drawn = acts.xpath(".//a[contains(@href, '/do/work.')] | .//button[@data-refusal]")
    return {each.xpath("string(.//span)"): each.get("data-refusal") or "" for each in drawn}


def test_the_record_offers_an_answer_only_to_whom_it_waits_for(office: Office, client: Client) -> None:
    approval = office.asked()
    own = "Nobody approves what they asked for themselves."
    assert list(offered(client, office.boss, approval).items()) == [
        ("Approve", ""), ("Reject", ""), ("Withdraw", "Dana asked for it."),
    ]  # fmt: skip
    assert offered(client, office.admin, approval)["Approve"] == "It waits for Boss."
    assert offered(client, office.admin, approval)["Reject"] == "It waits for Boss."
    assert list(offered(client, office.dana, approval).items()) == [
        ("Withdraw", ""), ("Approve", own), ("Reject", own),
    ]  # fmt: skip


def test_the_dialog_of_who_may_not_answer_says_so_and_asks_nothing(office: Office, client: Client) -> None:
    approval = office.asked()
    for person, sentence in (
        (office.admin, "It waits for Boss."),
        (office.dana, "Nobody approves what they asked for"),
    ):
        client.force_login(person)
        answer = client.get(f"/do/work.approve_approval/{approval.pk}/")
        text = answer.content.decode()
        assert answer.status_code == 409 and sentence in text
        assert 'name="because"' not in text and "No undo" not in text
    client.force_login(office.boss)
    answer = client.get(f"/do/work.approve_approval/{approval.pk}/")
    assert answer.status_code == 200 and 'name="because"' in answer.content.decode()


def test_the_palette_says_it_too(office: Office) -> None:
    approval = now(office.asked())
    mine = {offer.label: offer.refusal for offer in with_record(make.actor(office.boss), approval)}
    theirs = {offer.label: offer.refusal for offer in with_record(make.actor(office.admin), approval)}
    assert (mine["Approve"], mine["Reject"]) == ("", "")
    assert (theirs["Approve"], theirs["Reject"]) == ("It waits for Boss.", "It waits for Boss.")


def test_a_first_yes_says_whom_it_waits_for_now(office: Office, client: Client) -> None:
    approval = office.asked(2000)
    client.force_login(office.boss)
    before = client.get(f"/do/work.approve_approval/{approval.pk}/").content.decode()
    assert "Yours is not the last yes: after it, it waits for Finn." in before
    answer = client.post(f"/do/work.approve_approval/{approval.pk}/", {"because": ""})
    assert "Your yes to “A camera” is given: now it waits for Finn" in map(str, get_messages(answer.wsgi_request))
    client.force_login(office.finn)
    assert "With your yes it is approved." in client.get(f"/do/work.approve_approval/{approval.pk}/").content.decode()
    answer = client.post(f"/do/work.approve_approval/{approval.pk}/", {"because": ""})
    assert "Your yes to “A camera” is given: it is approved" in map(str, get_messages(answer.wsgi_request))


def steps(client: Client, person: Person, approval: Approval) -> list[str]:
    return [
        words(each) for each in page(client, person, f"/approvals/{approval.pk}/").xpath("//*[@id='panel-steps']//li")
    ]


def test_the_page_says_who_answered_who_waits_and_who_comes_next(office: Office, client: Client) -> None:
    approval = office.asked(2000)
    assert steps(client, office.dana, approval) == ["1 Boss Waits", "2 Finn Comes next"]
    make.person("Fay", roles=("finance",))
    assert steps(client, office.dana, approval) == ["1 Boss Waits", "2 Finance Comes next"]
    yes(approval, office.boss)
    first, second = steps(client, office.dana, approval)
    assert first.startswith("1 Boss") and first.endswith("Approved") and second.endswith("Waits")
    no(approval, office.finn if now(approval).task.owner == office.finn else Person.objects.get(name="Fay"))  # type: ignore[union-attr]
    assert len(steps(client, office.dana, approval)) == 2


def test_its_head_says_who_asked_and_whom_it_waits_for(office: Office, client: Client) -> None:
    approval = office.asked()
    (sub,) = page(client, office.dana, f"/approvals/{approval.pk}/").xpath("//div[@class='sub']")
    assert words(sub) == "Asked by Dana, waits for Boss"
    yes(approval, office.boss)
    (sub,) = page(client, office.dana, f"/approvals/{approval.pk}/").xpath("//div[@class='sub']")
    assert words(sub) == "Asked by Dana"


def test_no_dialog_says_that_somebody_was_told_before_they_are() -> None:
    finals = {name: str(verb.final) for name, verb in register.actions.items() if verb.served and verb.final}
    assert "work.approve_approval" in finals and "work.ask_back" in finals
    past = re.compile(r"\b(?:was|were) told\b|\b(?:mail|notice) has left\b")
    told = {name for name, sentence in finals.items() if past.search(sentence)}
    assert told == set()
