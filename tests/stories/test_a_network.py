"""A network's group page: the pack is loaded, an agency joins, its partner and office are written down, the group adds up."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from callboard.directory.actions import join_network, leave_network
from callboard.directory.models import Account, CustomField
from callboard.team.models import Person
from tests import make
from tests.stories.conftest import look
from tests.stories.guide import step
from tests.stories.house import House

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def company(dana: Person) -> tuple[Account, Account]:
    """A network of three agencies, one of which left; two pay."""
    by, desk = make.actor(dana), make.actor(make.person("Lupe Desk"))
    network = make.account("Lone Star Agents Group", owner=dana, kind="network", city="Tyler", region="TX")
    rater = make.product("Rater", price=100)
    for number, (name, city) in enumerate(
        (("Hargrove Insurance", "Tyler"), ("Mesa Verde", "Waco"), ("Zia", "Plano")), 1
    ):
        account = make.account(name, owner=dana, city=city, region="TX", tier="ABC"[number - 1])
        if number < 3:
            make.accepted(account, rater, by=by, desk=desk, quantity=number, start_on=date(2025, 1, 1))
        joined = join_network(account, by=by, network=network, starts_on=date(2024, 1, 1), code=f"LS-{number}")
        if name == "Zia":
            leave_network(joined, by=by, ends_on=date(2026, 6, 1))
    return network, make.account("Cypress Creek Agency", owner=dana, city="Austin", region="TX")


def test_a_network_and_what_it_comes_to(house: House, signed_in: Callable[[Person], Page]) -> None:
    dana = make.person("Dana Whitfield", theme="light", roles=("administrator", "sales_support"))
    network, cypress = company(dana)
    make.account("Sabine Mutual", kind="carrier")
    page = signed_in(dana)

    page.goto("/fields/")
    step(page, "**Own fields** starts empty: load the pack of your business, or create what you want to know.")
    look(page)
    page.get_by_role("link", name="Load pack").first.click()
    page.locator("#id_pack").select_option(label="Insurance agencies")
    page.get_by_role("button", name="Load pack").click()
    expect(page.get_by_text("Comparative rater")).to_be_visible()
    ams = CustomField.objects.get(name="ams")

    page.goto(f"/accounts/{cypress.pk}/")
    page.get_by_role("link", name="Fill in, 15 are empty").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(ams.label).select_option("EZLynx")
    dialog.get_by_label("Producers").fill("four")
    dialog.get_by_role("button", name="Fill in fields").click()
    expect(dialog.get_by_text("“four” is no number").first).to_be_visible()
    dialog.get_by_label("Producers").fill("4")
    step(page, "An account's own fields are filled in together; what is wrong is said beside it.")
    dialog.get_by_role("button", name="Fill in fields").click()
    expect(page.locator("#pane-2").get_by_text("EZLynx")).to_be_visible()
    look(page)

    page.goto(f"/do/directory.join_network/{cypress.pk}/")
    page.locator("#id_network").select_option(label="Lone Star Agents Group")
    page.locator("#id_code").fill("LS-4")
    page.get_by_role("button", name="Join network").click()
    page.goto(f"/do/directory.add_relation/{cypress.pk}/")
    expect(page.get_by_label("Line of business")).to_be_visible()
    page.locator("#id_partner").select_option(label="Sabine Mutual")
    page.locator("#id_region").fill("tx")
    page.locator("#id_category").select_option(label="Personal auto")
    page.locator("#id_code").fill("77120")
    page.get_by_role("button", name="Add relation").click()
    page.goto(f"/accounts/{cypress.pk}/")
    # What stands below the fold is fetched when it comes into view.
    page.get_by_role("heading", name="Relations", exact=True).scroll_into_view_if_needed()
    expect(page.get_by_text("77120")).to_be_visible()
    page.get_by_role("heading", name="Networks", exact=True).scroll_into_view_if_needed()
    expect(page.locator("#panel-networks")).to_contain_text("Lone Star Agents Group")

    page.goto("/groups/")
    look(page)
    page.get_by_role("link", name="Lone Star Agents Group").click()
    page.wait_for_url(f"**/groups/{network.pk}/")
    expect(page.locator(".figs")).to_contain_text("$300")
    expect(page.locator("main")).to_contain_text("Cypress Creek Agency")
    step(page, "A network's **group page** adds up its members as of any day, and says who came and left.")
    look(page)
    page.get_by_label("As of").fill("2026-05-31")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main")).to_contain_text("as of the end of May 31, 2026")
    expect(page.locator("main")).to_contain_text("Zia")
    expect(page.locator("main")).not_to_contain_text("Cypress Creek Agency")
    page.get_by_role("link", name="in the list of accounts").click()
    assert "group_of=" in page.url
