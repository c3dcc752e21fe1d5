"""Nothing moves under the hands: mail arrives while somebody reads and types; two people want the same item."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from callboard.intake.models import QueueItem
from callboard.intake.models.routing import Sends
from callboard.team.models import Person, Pool, PoolMember
from tests import make
from tests.intake.make import rule
from tests.stories.conftest import look, press
from tests.stories.house import House, arrive

pytestmark = [pytest.mark.story, pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def desk(*names: str) -> list[Person]:
    people = [make.person(name, theme="light") for name in names]
    pool = Pool.objects.create(name="Desk")
    for person in people:
        PoolMember.objects.create(pool=pool, person=person)
    return people


def test_mail_that_arrives_moves_no_row_under_the_pointer_and_no_word_that_is_typed(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    (dana,) = desk("Dana Whitfield")
    arrive("First question")
    page = signed_in(dana)
    page.goto("/inbox/")
    press(page, "r")
    page.keyboard.type("Half a sent")
    page.locator("#queue-rows .q").first.hover()
    arrive("Second question")
    chip = page.locator("#queue-rows .newchip button")
    expect(chip).to_be_visible(timeout=15_000)
    expect(page.locator("#queue-rows .q")).to_have_count(1)
    expect(page.locator("#reply")).to_be_focused()
    page.keyboard.type("ence")
    expect(page.locator("#reply")).to_have_value("Half a sentence")
    chip.click()
    expect(page.locator("#queue-rows .q")).to_have_count(2)
    expect(page.locator("#reply")).to_have_value("Half a sentence")
    expect(page.locator("#desk")).to_contain_text("2 waiting")
    look(page)


def test_of_two_who_press_take_one_has_it_and_the_other_is_told_who(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    dana, tom = desk("Dana Whitfield", "Tom Becker")
    arrive("Who takes it")
    hers, his = signed_in(dana), signed_in(tom)
    for page in (hers, his):
        page.goto(f"/inbox/{QueueItem.objects.get().pk}/")
        page.wait_for_load_state("load")
    press(hers, "a")
    expect(hers.locator(".prop")).to_contain_text("with Dana Whitfield")
    press(his, "a")
    expect(his.locator("main")).to_contain_text("Dana Whitfield has it.")
    assert QueueItem.objects.get().person == dana


def test_the_inbox_on_a_phone_shows_one_pane_at_a_time(house: House, signed_in: Callable[[Person], Page]) -> None:
    (dana,) = desk("Dana Whitfield")
    arrive("On the phone")
    page = signed_in(dana)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/inbox/")
    expect(page.locator("#queue-rows .q")).to_be_visible()
    expect(page.locator(".ib-conv")).to_be_hidden()
    look(page)
    page.locator("#queue-rows .q").click()
    expect(page.locator(".ib-conv")).to_be_visible()
    expect(page.locator("#queue-rows")).to_be_hidden()
    look(page)
    page.get_by_role("link", name="Account", exact=True).click()
    expect(page.locator(".ib-ctx")).to_be_visible()
    page.get_by_role("link", name="Back to the conversation").click()
    page.get_by_role("link", name="Back to the queue").click()
    expect(page.locator("#queue-rows .q")).to_be_visible()


#: What a finger would press in the first frame of a page that shows an item.
AT_FIRST = """document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => {
  const button = document.querySelector(".prop form .btn");
  if (!button) return;
  button.scrollIntoView({ block: "nearest" });
  const { left, top, width, height } = button.getBoundingClientRect();
  window.atFirst = button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}))"""


def test_a_second_quick_tap_and_a_key_that_is_held_give_away_one_mail_only(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    dana, _tom = desk("Dana Whitfield", "Tom Becker")
    rule(pool=Pool.objects.get(name="Desk"), mode=Sends.PROPOSE)
    for subject in ("The first", "The second", "The third", "The fourth"):
        arrive(subject)
    page = signed_in(dana)
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(AT_FIRST)
    opened = QueueItem.objects.order_by("pk")[0]
    page.goto(f"/inbox/{opened.pk}/")
    assert page.evaluate("window.atFirst") is False
    page.locator(".prop form .btn-primary").click()
    page.wait_for_url(lambda url: f"/{opened.pk}/" not in url)
    assert page.evaluate("window.atFirst") is False
    assert QueueItem.objects.exclude(person=None).count() == 1
    # A moment later it is a button like any other; a key that is held is one press of it.
    page.set_viewport_size({"width": 1280, "height": 800})
    shown = page.url
    page.keyboard.down("a")
    page.wait_for_url(lambda url: url != shown)
    page.wait_for_load_state("load")
    page.keyboard.down("a")
    page.keyboard.up("a")
    page.goto("/inbox/")
    expect(page.locator("#queue-rows .q")).to_have_count(2)
    assert QueueItem.objects.exclude(person=None).count() == 2


def test_what_one_hands_over_leaves_the_others_queue_and_reaches_the_third(
    house: House, signed_in: Callable[[Person], Page]
) -> None:
    dana, tom, ruth = desk("Dana Whitfield", "Tom Becker", "Ruth Adeyemi")
    arrive("Please correct our address")
    hers, his = signed_in(dana), signed_in(tom)
    his.goto("/inbox/")
    expect(his.locator("#queue-rows .q")).to_have_count(1)
    hers.goto(f"/inbox/{QueueItem.objects.get().pk}/")
    hers.wait_for_load_state("load")

    # e says what it really is; the rules find nobody, so it still waits.
    press(hers, "e")
    hers.locator("#dialog [name=intent]").select_option("billing")
    look(hers)
    hers.locator("#dialog [data-submit]").click()
    expect(hers.locator(".prop")).to_contain_text("Corrected to billing.")

    # o gives it to somebody; it leaves the queue of everybody else by itself.
    press(hers, "o")
    hers.locator("#dialog [name=person]").select_option(label="Ruth Adeyemi")
    hers.locator("#dialog [data-submit]").click()
    expect(hers.locator(".prop")).to_contain_text("with Ruth Adeyemi")
    expect(his.locator("#queue-rows .q b")).to_have_count(0, timeout=15_000)
    expect(his.locator("#desk")).to_contain_text("0 waiting")
    theirs = signed_in(ruth)
    theirs.goto("/")
    expect(theirs.locator("main")).to_contain_text("Please correct our address")
    item = QueueItem.objects.get()
    assert (item.person, item.corrected_intent) == (ruth, "billing")
