"""What an account paid a month, over a year, as its chart says it."""

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.formats import date_format
from lxml import html

from callboard.core import clock
from callboard.core.money import shown as amount
from callboard.directory.models import Account
from callboard.directory.queries import mrr_ahead
from callboard.orders.queries.facts import mrr_of
from callboard.orders.queries.revenue import last_months, revenue_of
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def test_the_last_months_cross_a_year_and_end_with_this_one() -> None:
    found = last_months(date(2026, 2, 28), 4)
    assert found == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]


def test_the_chart_ends_with_what_the_account_pays_now(scene: SimpleNamespace) -> None:
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=10)
    shown = revenue_of(scene.account, scene.priya)
    assert shown is not None
    (series,) = shown["revenue"].series
    assert len(series.values) == len(shown["revenue"].places) == 12
    assert (series.values[-1], series.values[0]) == (Decimal(580), Decimal(0))
    assert str(clock.business_day(clock.now()).year) in shown["revenue"].places[-1]


def test_who_never_bought_and_who_may_not_look_see_no_chart(scene: SimpleNamespace) -> None:
    assert revenue_of(scene.account, scene.priya) is None
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk)
    nobody: Person = make.person("Nobody", roles=())
    assert revenue_of(scene.account, make.actor(nobody)) is None


def test_what_is_agreed_for_a_later_day_is_said_beside_the_chart_with_its_day(scene: SimpleNamespace) -> None:
    today = clock.business_day(clock.now())
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=10)
    told = revenue_of(scene.account, scene.priya)
    assert told is not None and told["later"] is None
    start = today + timedelta(days=40)
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=5, start_on=start)
    told = revenue_of(scene.account, scene.priya)
    assert told is not None and told["revenue"].series[0].values[-1] == Decimal(580)
    # Both together are the figure in the head of the account.
    assert told["later"].total == mrr_of([scene.account.pk])[scene.account.pk]
    assert (told["later"].first, told["today"]) == (start, today)
    said = " ".join(html.fromstring(render_to_string("orders/panel_revenue.html", told)).text_content().split())
    assert f"Counted by {date_format(today, 'M j')}" in said
    assert f"Agreed for {date_format(start, 'M j')} or later: +{amount(told['later'].amount)}" in said
    assert f"which makes {amount(told['later'].total)}." in said


def test_the_two_figures_of_an_account_say_what_each_counts(scene: SimpleNamespace, client: Client) -> None:
    """The head counts what is agreed, the chart what is paid by today: one difference, said the same everywhere."""
    client.force_login(scene.priya.person)
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=10)
    head, panel = _figure_and_panel(client, scene)
    assert head == f"MRR {amount(Decimal(580))}"
    assert panel.endswith(f"a month {amount(Decimal(580))}")
    start = clock.business_day(clock.now()) + timedelta(days=40)
    make.accepted(scene.account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=5, start_on=start)
    agreed, day = mrr_of([scene.account.pk])[scene.account.pk], date_format(start, "M j")
    assert agreed > 580
    head, panel = _figure_and_panel(client, scene)
    assert head == f"MRR agreed {amount(agreed)} {amount(Decimal(580))} today, changes {day}"
    assert panel.endswith(f"a month, agreed {amount(agreed)} today changes {day} {amount(Decimal(580))}")
    why = client.get(f"/why/account.mrr/{scene.account.pk}/").content.decode()
    assert f"today it pays {amount(Decimal(580))}, until {date_format(start, 'M j, Y')}" in why


def test_what_counts_later_and_what_counts_now_add_up_to_what_is_agreed(scene: SimpleNamespace) -> None:
    account, today = scene.account, clock.business_day(clock.now())
    make.accepted(account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=10)
    account = Account.objects.get(pk=account.pk)
    assert mrr_ahead(account, today) is None
    make.accepted(
        account, scene.rater, by=scene.priya, desk=scene.carol_desk, quantity=5, start_on=today + timedelta(days=9)
    )
    account = Account.objects.get(pk=account.pk)
    ahead = mrr_ahead(account, today)
    assert ahead is not None and (ahead.now, ahead.first) == (Decimal(580), today + timedelta(days=9))
    assert ahead.now + ahead.more == account.facts.mrr


def _figure_and_panel(client: Client, scene: SimpleNamespace) -> tuple[str, str]:
    """The first figure of the head, and what the account has, in words."""
    page = html.fromstring(client.get(f"/accounts/{scene.account.pk}/").content.decode())
    (figure, *_rest), (has,) = page.xpath("//div[@class='fig']"), page.xpath("//section[@id='panel-has']")
    return words(figure), words(has)


def words(part: Any) -> str:
    return " ".join(" ".join(part.itertext()).split())
