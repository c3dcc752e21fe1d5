"""Search: the palette's first results while somebody types, typing errors, and how soon a new record is found.

``callboard bench --only search.large`` grows the company to 100,000 accounts by set-based copies and measures both there.
"""

import random
import time
import uuid
from collections.abc import Sequence
from urllib.parse import quote

from callboard.config.bench.company import Client, Company
from callboard.config.bench.growth import grow
from callboard.config.bench.limits import connect
from callboard.config.bench.rows import Figure, at_most, percentile

TYPED, WARM = 300, 30
ACCOUNTS = 100_000


def search_palette(company: Company, speed: float) -> Figure:
    """p95 of the palette's answer to names as they are typed, letter by letter, over HTTP."""
    return _p95(company.browser(), _while_typing(_names(), TYPED), 60.0, speed)


def search_typos(company: Company, speed: float) -> Figure:
    """p95 of the palette's answer to names with a typing error."""
    return _p95(company.browser(), _mistyped(_names(), TYPED), 100.0, speed)


def search_lag(company: Company, speed: float) -> Figure:
    """From a lead's creation over the API until the palette finds it, the worst of twenty."""
    client, browser, worst = company.client(), company.browser(), 0.0
    for _turn in range(20):
        mark = uuid.uuid4().hex[:12]
        client.call("POST", "/api/v1/do/pipeline.create_lead", {"name": f"Ray {mark}", "source": "call"}, key=mark)
        begun = time.perf_counter()
        while mark not in browser.call("GET", f"/find/?part=hits&q={mark}").decode().partition("All results")[0]:
            time.sleep(0.02)
        worst = max(worst, time.perf_counter() - begun)
    return at_most(worst, 1.0, speed, "s")


def search_large(company: Company, speed: float) -> Figure:
    """The palette at 100,000 accounts; the note tells the typing errors and what was indexed how fast."""
    from callboard.core.models import SearchEntry
    from callboard.core.search import feed, index

    grow(ACCOUNTS)
    begun = time.perf_counter()
    index.forget_marks()
    while not feed.whole():
        if not feed.step():
            time.sleep(feed.LOOK_EVERY_S)
    entries = SearchEntry.objects.count()
    rate = entries / (time.perf_counter() - begun)
    with connect() as owner:
        owner.execute("VACUUM ANALYZE")
    browser, names = company.browser(), _names()
    typos = _p95(browser, _mistyped(names, TYPED), 100.0, speed)
    found = _p95(browser, _while_typing(names, TYPED), 60.0, speed)
    note = f"{entries:,} records, indexed {rate:,.0f}/s; typing errors p95 {typos.value:.1f} ms ({typos.promise})"
    return Figure(found.value, found.unit, None, None, found.promise, found.ok and typos.ok, note)


def _p95(client: Client, texts: Sequence[str], promised: float, speed: float) -> Figure:
    taken = []
    for turn, text in enumerate([*texts[:WARM], *texts]):
        begun = time.perf_counter()
        client.call("GET", f"/palette/?part=hits&q={quote(text)}")
        if turn >= WARM:
            taken.append((time.perf_counter() - begun) * 1000)
    note = f"p50 {percentile(taken, 0.5):.1f} ms"
    figure = at_most(percentile(taken, 0.95), promised, speed, "ms")
    return Figure(figure.value, figure.unit, None, None, figure.promise, figure.ok, note)


def _names() -> list[str]:
    """Names of accounts and of people, chosen by a fixed seed."""
    from callboard.directory.models import Account, Contact

    rng = random.Random(7)
    found: list[str] = []
    for model in (Account, Contact):
        ids = list(model._default_manager.values_list("pk", flat=True))
        found += model._default_manager.filter(pk__in=rng.sample(ids, 60)).values_list("name", flat=True)
    rng.shuffle(found)
    return found


def _while_typing(names: Sequence[str], number: int) -> list[str]:
    """Every beginning of the names, as the palette asks them: from the first letter on."""
    beginnings = [name[:length] for name in names for length in range(1, min(len(name), 24) + 1)]
    return random.Random(7).sample(beginnings, number)


def _mistyped(names: Sequence[str], number: int) -> list[str]:
    """Names with one slip: two letters changed places, one left out, one doubled, one beside it."""
    rng = random.Random(11)
    found = []
    for turn in range(number):
        name = names[turn % len(names)].lower()
        at = rng.randrange(1, max(2, len(name) - 2))
        slips = (
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + rng.choice("aeiourst") + name[at + 1 :],
        )
        found.append(slips[turn % 4])
    return found
