"""Every figure says why: a sentence and its rows, beside it or as a page, to who may see what it is about."""

from datetime import timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.models import Heartbeat
from callboard.core.registry import register
from callboard.kit.pages import load_pages
from callboard.orders.models import Subscription
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db
load_pages()
PART = {"HX-Request": "true"}


def at(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def dana() -> Person:
    return make.person("Dana Reed")


def test_an_accounts_mrr_is_the_sum_of_what_it_pays(dana: Person) -> None:
    account = make.account("Hill Country", owner=dana, mrr=116)
    make.subscription(account, make.product("Rater"), by=make.actor(dana), desk=make.actor(make.person()), quantity=2)
    client = at(dana)
    page = client.get(account.get_absolute_url()).content.decode()
    assert f'href="/why/account.mrr/{account.pk}/" data-why data-key="w"' in page
    said = client.get(f"/why/account.mrr/{account.pk}/", headers=PART).content.decode()
    assert "What 1 subscription pays a month" in said and "Rater, 2" in said and "$116" in said
    assert "<html" not in said
    whole = client.get(f"/why/account.mrr/{account.pk}/").content.decode()
    assert "<h1>Why: MRR</h1>" in whole and account.get_absolute_url() in whole
    assert Subscription.objects.get().get_absolute_url() in whole


def test_the_board_says_which_days_and_rows_a_figure_counts(dana: Person) -> None:
    account = make.account("Hill Country", owner=dana)
    make.subscription(account, make.product("Rater"), by=make.actor(dana), desk=make.actor(make.person()), quantity=2)
    client = at(dana)
    page = client.get("/board/").content.decode()
    today = clock.business_day(clock.now())
    address = f"/why/board.new/?first={today.replace(day=1)}"
    assert address in page
    said = client.get(f"/why/board.new/?first={today}&last={today}", headers=PART).content.decode()
    assert "1 row from" in said and "Hill Country, new" in said and "$116" in said
    for name in ("lost", "once", "saved", "pending"):
        assert client.get(f"/why/board.{name}/?first={today}&last={today}").status_code == 200
    assert client.get("/why/board.new/?first=yesterday").status_code == 404


def test_lead_order_task_owner_and_talk_say_why(dana: Person) -> None:
    by = make.actor(dana)
    account = make.account("Hill Country", owner=dana)
    lead = make.lead("Bo", by=by, phone="+15125550142", company="Bo & Co")
    order = make.order(account, make.product("Rater"), by=by, quantity=3)
    task = make.task(dana, stake=1200, account=account)
    make.interaction(account, dana)
    client = at(dana)

    def said(name: str, pk: int) -> str:
        return client.get(f"/why/{name}/{pk}/", headers=PART).content.decode()

    assert "phone known" in said("lead.grade", lead.pk) and "A from 6" in said("lead.grade", lead.pk)
    assert "Rater: 3 at $58" in said("order.total", order.pk)
    assert "No due date" in said("task.rank", task.pk) and "For the money at stake" in said("task.rank", task.pk)
    assert "What a year is worth of it" in said("task.stake", task.pk)
    assert "Dana Reed" in said("account.owner", account.pk)
    assert "The last time both spoke" in said("account.last_talk", account.pk)


def test_who_may_not_see_it_is_told_nothing(dana: Person) -> None:
    account = make.account("Hill Country", owner=dana)
    blind = at(make.person(roles=()))
    assert blind.get(f"/why/account.mrr/{account.pk}/").status_code == 404
    assert blind.get("/why/board.new/?first=2026-03-01&last=2026-03-31").status_code == 404
    assert at(dana).get("/why/no.such/1/").status_code == 404
    assert at(dana).get("/why/account.mrr/").status_code == 404
    assert at(dana).get("/why/account.mrr/9999999999999999999/").status_code == 404
    assert Client().get(f"/why/account.mrr/{account.pk}/").status_code == 302


@pytest.mark.parametrize("name", [entry.name for entry in register.why])
def test_every_reason_has_words(name: str) -> None:
    assert str(register.why[name].label)


@pytest.mark.parametrize("path", ["/board/", "/close/", "/pipeline/", "/"])
def test_figures_say_as_of_when_and_that_they_are_old_where_nothing_is_live(path: str, dana: Person) -> None:
    client = at(dana)
    page = client.get(path).content.decode()
    assert 'class="as-of"' in page
    assert 'id="live-state" data-state="down"' in page
    Heartbeat.objects.create(name="worker", at=clock.now())
    assert 'id="live-state" data-state="up"' in client.get(path).content.decode()
    Heartbeat.objects.update(at=clock.now() - timedelta(seconds=11))
    assert 'id="live-state" data-state="down"' in client.get(path).content.decode()
