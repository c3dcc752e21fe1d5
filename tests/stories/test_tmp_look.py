from pathlib import Path
import pytest
from callboard.config import demo
from callboard.directory.models import Account
from callboard.kit.listing.models import SavedView
from callboard.core.models import Notice
from callboard.core.notify import notify
from callboard.core.actions import Actor
from callboard.team.models import Person
from tests import make
pytestmark = [pytest.mark.story, pytest.mark.django_db(transaction=True)]
OUT = Path("/tmp/eyespics")

def test_look(house, signed_in):
    demo.build(scale=0.05)
    OUT.mkdir(exist_ok=True)
    dana = Person.objects.get(email__startswith="dana.")
    by = make.actor(dana)
    ray = Person.objects.exclude(pk=dana.pk).order_by("pk")[0]
    for n, account in enumerate(Account.objects.order_by("pk")[:4]):
        notify_by = make.actor(ray)
        Notice.objects.create(person=dana, by_person=ray, event="mention", subject=f"{ray} mentions you: {account}", text="She wants six seats, ask @Dana about the price.", ref_kind="directory.account", ref_id=account.pk, state="none", created_at=make.NOW, updated_at=make.NOW)
    SavedView.objects.create(owner=dana, page="accounts", name="Big in Texas", query={"where": ["mrr~ge~300"]}, audience=[f"person:{dana.pk}"], created_at=make.NOW, updated_at=make.NOW)
    page = signed_in(dana)
    pages = {"accounts": "/accounts/", "grouped": "/accounts/?group=owner", "board": "/opportunities/?show=board", "month": "/opportunities/?show=calendar", "told": "/profile/notices/", "notices": "/notices/", "account": f"/accounts/{Account.objects.order_by('pk')[0].pk}/"}
    for theme in ("light", "dark"):
        page.context.add_cookies([{"name": "theme", "value": theme, "url": house.address}])
        for width, height in ((1280, 800), (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            for name, url in pages.items():
                if theme == "dark" and name in ("board", "month", "account"):
                    continue
                page.goto(url); page.wait_for_load_state("networkidle")
                page.screenshot(path=OUT / f"{name}-{width}-{theme}.png")
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wide > width: print("WIDE", name, width, wide)
            page.goto("/accounts/"); page.wait_for_load_state("networkidle")
            if width == 1280:
                page.get_by_role("button", name="Columns").click(); page.wait_for_timeout(600)
                page.screenshot(path=OUT / f"columns-{width}-{theme}.png")
                page.keyboard.press("Escape"); page.keyboard.press("f"); page.wait_for_timeout(800)
                page.screenshot(path=OUT / f"filter-{width}-{theme}.png")
                page.keyboard.press("Escape")
                page.locator("#bell a").click(); page.wait_for_timeout(800)
                page.screenshot(path=OUT / f"bell-{width}-{theme}.png")
