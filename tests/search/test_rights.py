"""Nobody finds what they may not see: no title, no count, no mark of it; a copy that is behind hides, it never shows."""

from typing import Any

import pytest

from callboard.core.actor import Actor
from callboard.core.models import SearchEntry
from callboard.core.refs import model_of
from callboard.core.registry import SearchSource
from callboard.core.search.finding import find
from callboard.core.search.source import sources
from callboard.intake.models import QueueItem
from callboard.journal.models import Interaction
from callboard.orders.models import Order
from callboard.team.models import Grant, Person, Role
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record

pytestmark = pytest.mark.django_db

EVERY = pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)


def somebody(source: SearchSource, scope: str) -> Person:
    """A person whose only role may see so much of the kind."""
    model: Any = model_of(source.name)
    for operation in {walk.view_of(model), source.operation} - {""}:
        Grant.objects.create(operation=operation, role=Role.DEPARTMENT, scope=scope)
    return make.person("Νέα", roles=("department",))


def record_of(source: SearchSource, owner: Person) -> Any:
    model: Any = model_of(source.name)
    made = any_record(model, owner)
    if source.name == "channels.message":
        made.subject = "Θέμα"
        made.save()
    make.indexed()
    return made


def text_of(source: SearchSource, pk: int) -> str:
    entry = SearchEntry.objects.get(ref_kind=source.name, ref_id=pk)
    return entry.title or entry.detail or (entry.keys or [""])[0]


def finds(person: Person, source: SearchSource, pk: int) -> bool:
    text = text_of(source, pk)
    return any(hit.ref.kind == source.name and hit.ref.id == pk for hit in find(make.actor(person), text).hits)


def shown_to(person: Person, text: str, url: str) -> bool:
    """Whether any of the three ways tells of the record."""
    client = walk.signed_in(person)
    pages = [client.get("/search/", {"q": text}), client.get("/find/", {"q": text, "part": "hits"})]
    told = client.get("/api/v1/search", {"q": text})
    assert all(page.status_code == 200 for page in (*pages, told))
    urls = [item["url"] for item in told.json()["items"]]
    return url in urls or any(f'href="{url}"' in page.content.decode() for page in pages)


@EVERY
def test_who_may_see_a_kind_finds_its_records_and_who_may_not_finds_no_trace(source: SearchSource) -> None:
    owner = make.person("Παλιά")
    record = record_of(source, owner)
    may = somebody(source, "all")
    text, url = text_of(source, record.pk), record.get_absolute_url()
    assert finds(may, source, record.pk)
    assert shown_to(may, text, url)
    Grant.objects.update(scope="none")
    may_not = Person.objects.get(pk=may.pk)
    assert not finds(may_not, source, record.pk)
    assert not shown_to(may_not, text, url)
    told = walk.signed_in(may_not).get("/api/v1/search", {"q": text}).json()
    assert source.name not in told["counts"]
    assert not told["more"]


@EVERY
def test_who_sees_only_their_own_finds_only_their_own_also_by_a_copy_that_is_behind(source: SearchSource) -> None:
    owner = make.person("Παλιά")
    record = record_of(source, owner)
    other = somebody(source, "own")
    assert not finds(other, source, record.pk)
    SearchEntry.objects.filter(ref_id=record.pk, ref_kind=source.name).update(people=[other.pk], owner_id=other.pk)
    assert not finds(other, source, record.pk)
    assert not shown_to(other, text_of(source, record.pk), record.get_absolute_url())


def test_whom_an_audience_leaves_out_does_not_find_it_and_the_copy_being_behind_changes_nothing() -> None:
    writer, other = make.person(), make.person()
    note = make.interaction(make.account(), writer, text="The chinchilla contract is at risk")
    url = note.get_absolute_url()
    make.indexed()
    assert shown_to(other, "chinchilla", url)
    Interaction.objects.filter(pk=note.pk).update(audience=["all", f"-person:{other.pk}"])
    assert not shown_to(other, "chinchilla", url), "the copy still says all"
    make.indexed()
    assert not shown_to(other, "chinchilla", url)
    assert shown_to(writer, "chinchilla", url)
    Interaction.objects.filter(pk=note.pk).update(audience=[f"person:{writer.pk}"])
    assert not shown_to(other, "chinchilla", url)
    make.indexed()
    assert not shown_to(other, "chinchilla", url)
    assert shown_to(writer, "chinchilla", url)


def test_a_private_word_is_not_suggested_to_whom_it_is_private_from() -> None:
    writer, other = make.person(), make.person()
    Grant.objects.create(operation="work.view", role=Role.SALES_SUPPORT, scope="own")
    make.task(writer, "Prepare chinchilla")
    make.indexed()
    assert find(make.actor(writer), "chinchila").meant == "chinchilla"
    html = walk.signed_in(other).get("/search/", {"q": "chinchila"}).content.decode()
    assert "chinchilla" not in html


def test_a_draft_order_is_found_by_whoever_may_see_it_only() -> None:
    writer, other = make.person(roles=("account_executive",)), make.person(roles=("account_executive",))
    Grant.objects.create(operation="orders.view", role=Role.ACCOUNT_EXECUTIVE, scope="own")
    account = make.account("Hargrove Insurance Agency", owner=writer)
    draft = make.order(account, make.product("Comparative rater"), by=make.actor(make.person()))
    Order.objects.filter(pk=draft.pk).update(owner=writer)
    make.indexed()
    assert shown_to(writer, "order:rater", draft.get_absolute_url())
    assert not shown_to(other, "order:rater", draft.get_absolute_url())


def test_a_team_finds_what_its_people_have() -> None:
    team = make.team()
    first, second, stranger = (make.person(team=where, roles=("department",)) for where in (team, team, make.team()))
    item = QueueItem.objects.create(
        medium="manual", sender="Ray", subject="Chinchilla seats", received_at=make.NOW, person=first, state="assigned"
    )
    make.indexed()
    assert shown_to(second, "chinchilla", item.get_absolute_url())
    assert not shown_to(stranger, "chinchilla", item.get_absolute_url())


def test_nobody_without_a_right_finds_anything_at_all() -> None:
    make.account("Hargrove Insurance Agency")
    make.indexed()
    assert not find(make.actor(walk.nobody()), "hargrove").hits
    assert [hit.title for hit in find(Actor.clock("test"), "hargrove").hits] == ["Hargrove Insurance Agency"]
