from decimal import Decimal

import pytest
from django.test import Client
from django.utils import formats

from callboard.core.actions import Actor
from callboard.core.money import Money
from callboard.directory.models import Account
from callboard.pipeline.actions import lose_opportunity, reopen_opportunity, win_opportunity
from callboard.pipeline.models import Lead, LostReason, Opportunity
from callboard.team.models import Person
from tests import make


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def test_leads_are_listed_filtered_and_have_a_page(web: Client, by: Actor) -> None:
    made = make.lead("Ann Ruiz", by=by, company="Ozark Mutual", interest="Nine seats", source="referral")
    for query in ("", "?q=ozark", "?state=new,working", "?owner=none", "?grade=B", "?sort=-created_at"):
        assert "Ann Ruiz" in web.get(f"/leads/{query}").content.decode(), query
    text = web.get(f"/leads/{made.pk}/").content.decode()
    assert "Nine seats" in text
    assert "Convert lead" in text


def test_a_lead_is_made_and_converted_by_forms(web: Client) -> None:
    form = {"name": "Ann Ruiz", "company": "Ozark Mutual", "source": "call", "nonce": "a"}
    assert web.post("/do/pipeline.create_lead/", form).status_code == 302
    lead = Lead.objects.get()
    answer = web.post(f"/do/pipeline.convert_lead/{lead.pk}/", {"opportunity_name": "Rater", "nonce": "b"})
    assert answer["Location"] == f"/opportunities/{Opportunity.objects.get().pk}/"


def test_the_pipeline_shows_a_column_a_stage(web: Client, by: Actor, hargrove: Account) -> None:
    make.opportunity(hargrove, by=by, value_mrr=Money(Decimal("264")))
    text = web.get("/pipeline/").content.decode()
    for part in ("Qualify", "Proposal", "Hargrove Insurance Agency", "$264"):
        assert part in text, part
    assert web.get("/pipeline/?part=lanes&owner=me").status_code == 200


def test_opportunities_are_listed_and_have_a_page_and_stand_on_the_account(
    web: Client, by: Actor, hargrove: Account
) -> None:
    made = make.opportunity(hargrove, by=by, value_mrr=Money(Decimal("264")))
    for query in ("", "?q=hargr", "?fault=1", "?stage=qualify"):
        assert "Two more seats" in web.get(f"/opportunities/{query}").content.decode(), query
    assert "no dated next step" in web.get(f"/opportunities/{made.pk}/").content.decode()
    assert "Two more seats" in web.get(f"/accounts/{hargrove.pk}/").content.decode()


def test_a_won_opportunity_leads_to_its_order_and_a_lost_one_does_not(
    web: Client, by: Actor, hargrove: Account
) -> None:
    made = make.opportunity(hargrove, by=by, value_mrr=Money(Decimal("264")))
    page, order = f"/opportunities/{made.pk}/", f"/do/orders.create_order/?account={hargrove.pk}"
    assert order in web.get(page).content.decode()
    win_opportunity(made, by=by)
    text = web.get(page).content.decode()
    assert order in text
    assert f"It was won on {formats.date_format(Opportunity.objects.get().closed_on, 'M j, Y')}." in text
    reopen_opportunity(made, by=by)
    lose_opportunity(made, by=by, reason=LostReason.PRICE)
    # "New" in the frame still offers an order for its account; the page of a lost opportunity does not.
    assert order not in web.get(page).content.decode().partition('<main class="cb-main"')[2]


def test_the_form_of_a_stage_names_what_is_missing(web: Client, by: Actor, hargrove: Account) -> None:
    made = make.opportunity(hargrove, by=by)
    answer = web.post(f"/do/pipeline.move_stage/{made.pk}/", {"stage": "proposal", "nonce": "a"})
    assert answer.status_code == 422
    assert "What is it worth a month?" in answer.content.decode()
