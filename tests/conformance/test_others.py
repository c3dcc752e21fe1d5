"""Whoever may see only what is theirs finds nobody else's in any page, part, file or answer of the API."""

import io
import zipfile
from datetime import date

import pytest
from django.test import Client
from tests import make
from tests.channels.captured import mail, take
from tests.conformance import walk

from callboard.directory.actions import merge_accounts
from callboard.directory.models import DuplicatePair
from callboard.journal.models import DraftedInteraction
from callboard.kit.pages import RecordPage
from callboard.team.matrix import ROWS
from callboard.team.models import Grant, Person

SECRET = ("Zebrafish", "Quagga", "Okapi")


@pytest.fixture
def eve(db: None) -> Person:
    eve = make.person("Eve Viewer", roles=("account_executive",), email="eve@ours.example")
    for row in ROWS:
        if not row.whole and not getattr(row, "program", False) and row.operation not in ("team.view",):
            scope = str(row.scope("account_executive"))
            if scope in ("all", "team"):
                Grant.objects.create(role="account_executive", operation=row.operation, scope="own")
    return eve


@pytest.fixture
def hidden(eve: Person) -> None:
    tom = make.person("Tom Other", roles=("account_executive",), email="tom@ours.example")
    mine = make.account("Mine Agency", owner=eve)
    theirs = make.account("Zebrafish Agency", owner=tom, mrr=1234)
    twin = make.account("Zebrafish Agencies", owner=tom)
    quagga = make.contact(theirs, "Quagga Man", email="quagga@zebrafishco.example", phone="+19035550142")
    make.contact(mine, "My Woman", email="woman@mine.example")
    make.interaction(theirs, tom, text="Okapi wants nine cars.", contact=quagga)
    make.task(tom, "Okapi task", account=theirs)
    make.opportunity(theirs, by=make.actor(tom), name="Okapi opportunity")
    raw = mail("quagga@zebrafishco.example", sender=tom.email, subject="Okapi offer", text="Okapi")
    message = take(raw, None, capture="own", person=tom, direction="out")
    assert DraftedInteraction.objects.filter(message=message, subject="Okapi offer").exists()
    DuplicatePair.objects.create(kind="account", account_a=theirs, account_b=twin, score="0.95")
    theirs.parent = mine
    theirs.save()
    admin = make.actor(make.person("Root", roles=("administrator",)))
    merge_accounts(by=admin, keep=twin, gone=make.account("Zebrafish Third", owner=tom))
    make.indexed()


def said(response: object) -> str:
    body = b"".join(response.streaming_content) if getattr(response, "streaming", False) else response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return body.decode("utf-8", "replace")


#: Every message is everybody's here (channels.view is whole), and a record one may see names what it points at.
SEEN_BY_ALL = ("/messages/", "/api/v1/message")


def addresses() -> list[str]:
    found = []
    for page in walk.plain():
        url = f"/{page.url}"
        found += [
            url,
            f"{url}?format=csv",
            f"{url}?format=xlsx",
            f"{url}?part=rows",
            f"{url}?part=count",
            f"/api/v1/{page.name}",
        ]
        found += [f"{url}?part={part}" for part in getattr(page, "parts", None) or {}]
        for query in (
            "state=open",
            "group=owner",
            "show=all",
            "show=uncovered",
            "show=other",
            "period=last_week",
            f"on={date(2026, 3, 1)}",
        ):
            found.append(f"{url}?{query}")
    for page in walk.records():
        for record in page.model._default_manager.all()[:20]:
            url = f"/{page.url.replace('<int:pk>', str(record.pk))}"
            if "<" not in url:
                found += [url, f"/api/v1/{page.name}/{record.pk}"]
                found += [f"{url}?part={panel.name}" for panel in page.panels] if issubclass(page, RecordPage) else []
    return [url for url in dict.fromkeys(found) if not url.startswith(SEEN_BY_ALL)]


def test_nothing_of_others_is_shown(client: Client, eve: Person, hidden: None) -> None:
    client.force_login(eve)
    client.raise_request_exception = False
    wrong, crashed = [], []
    for url in addresses():
        response = client.get(url)
        if response.status_code >= 500:
            crashed.append(url)
        text = said(response).replace("q=Zebrafish", "").replace('value="Zebrafish"', "")
        names = [word for word in SECRET if word in text]
        if response.status_code == 200 and names:
            at = text.index(names[0])
            wrong.append(f"{url}: {text[max(at - 90, 0) : at + 60]!r}")
    assert wrong == [], "\n".join(wrong)
    assert crashed == []


def test_the_page_of_a_colleague_tells_no_more_of_what_they_did(client: Client, eve: Person, hidden: None) -> None:
    client.force_login(eve)
    for person in Person.objects.all():
        for url in (
            f"/people/{person.pk}/",
            f"/people/{person.pk}/?part=timeline",
            f"/api/v1/person/{person.pk}/timeline",
        ):
            text = said(client.get(url))
            assert [word for word in SECRET if word in text] == [], url


@pytest.mark.parametrize("role", ["administrator", "sales_support"])
def test_every_part_of_a_page_is_drawn_where_there_is_nothing_yet(client: Client, db: None, role: str) -> None:
    client.force_login(make.person("Dana", roles=(role,)))
    client.raise_request_exception = False
    parts = [f"/{page.url}?part={part}" for page in walk.plain() for part in page.parts]
    assert parts and [url for url in parts if client.get(url, headers={"HX-Request": "true"}).status_code >= 500] == []
