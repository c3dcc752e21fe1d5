"""Every page and every part of one, asked warm over HTTP as somebody with every right; and the bytes they cost."""

import gzip
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urljoin

from callboard.config.bench.company import Client, Company
from callboard.config.bench.rows import Figure, at_most, percentile

TURNS, WARM = 25, 5
#: So many of the slowest are named.
NAMED = 6
FIRST_KB, NEXT_KB = 400.0, 40.0
#: What a style sheet loads besides: others, and the font.
_IN_STYLE = re.compile(r'(?:@import |url\()(?:url\()?["\']?([^"\')#?]+\.(?:woff2|css))')
_GZIPPED = b"\x1f\x8b"
_LINKED = re.compile(r'(?:href|src)="(/static/[^"#?]+)')


def pages(company: Company, speed: float) -> Figure:
    """p95 of the slowest page; the note names the slowest and says how many are over the floor."""
    return _slowest(company.browser(), [whole for whole, _parts in _addresses()], speed)


def parts(company: Company, speed: float) -> Figure:
    """The same of what pages fetch alone: rows, filters, counts, panels, timelines."""
    return _slowest(company.browser(), [part for _whole, parts in _addresses() for part in parts], speed)


def first_visit(company: Company, speed: float) -> Figure:
    """Kilobytes of My Day and all it loads, gzipped, for somebody who has nothing kept."""
    return _kilobytes(company, "/", FIRST_KB, first=True)


def next_page(company: Company, speed: float) -> Figure:
    """Kilobytes of the largest page, gzipped, when styles and scripts are kept."""
    client = _zipped(company)
    there = [url for url, _parts in _addresses() if client.status(url) == 200]
    sizes = sorted((len(client.call("GET", url)) / 1000, url) for url in there)
    figure = Figure(sizes[-1][0], "kB", None, None, f"<= {NEXT_KB:g} kB", sizes[-1][0] <= NEXT_KB)
    return _with(figure, ", ".join(f"{url} {size:.1f}" for size, url in sizes[: -NAMED - 1 : -1]))


def part_of_a_name(company: Company, speed: float) -> Figure:
    """Fifty accounts by a part of their name over the API, the worst p50 of some parts."""
    words = ("agency", "grove", "insur", "ado", "son")
    client = company.client()
    taken = {word: times(client, f"/api/v1/accounts?q={quote(word)}&limit=50") for word in words}
    middle = {word: percentile(times, 0.5) for word, times in taken.items()}
    figure = at_most(max(middle.values()), 12.0, speed, "ms")
    return _with(figure, ", ".join(f"{word} {ms:.1f}" for word, ms in middle.items()))


def _slowest(client: Client, urls: list[str], speed: float) -> Figure:
    # A message without HTML has no page of its HTML: what is not there costs nothing.
    there = [url for url in urls if client.status(url) == 200]
    found = sorted(((percentile(times(client, url), 0.95), url) for url in there), reverse=True)
    figure = at_most(found[0][0], 50.0, speed, "ms")
    allowed = 50.0 / min(speed, 1.0)
    over = sum(taken > allowed for taken, _url in found)
    named = ", ".join(f"{url} {taken:.0f}" for taken, url in found[: max(over, NAMED)])
    middle = found[len(found) // 2][0]
    return _with(figure, f"{len(found)} addresses, {over} over; the middle one {middle:.0f} ms; {named}")


def times(client: Client, url: str) -> list[float]:
    client.headers = {name: value for name, value in client.headers.items() if name != "HX-Request"}
    client.headers |= {"HX-Request": "true"} if "?" in url and not url.startswith("/api/") else {}
    taken = [client.timed("GET", url) for _ in range(WARM + TURNS)]
    return taken[WARM:]


def _with(figure: Figure, note: str) -> Figure:
    return Figure(figure.value, figure.unit, figure.limit, figure.ratio, figure.promise, figure.ok, note)


def _zipped(company: Company) -> Client:
    client = company.browser()
    client.headers = client.headers | {"Accept-Encoding": "gzip"}
    return client


def _kilobytes(company: Company, url: str, promised: float, *, first: bool) -> Figure:
    client = _zipped(company)
    page = client.call("GET", url)
    sizes = {"the page": len(page)}
    wanted = set(_LINKED.findall(gzip.decompress(page).decode()))
    while wanted - sizes.keys():
        for file in sorted(wanted - sizes.keys()):
            got = client.call("GET", file)
            sizes[file] = len(got)
            if file.endswith(".css"):
                text = (gzip.decompress(got) if got[:2] == _GZIPPED else got).decode()
                wanted |= {urljoin(file, name) for name in _IN_STYLE.findall(text)}
    whole = sum(sizes.values()) / 1000
    largest = sorted(sizes.items(), key=lambda pair: -pair[1])[:NAMED]
    figure = Figure(whole, "kB", None, None, f"<= {promised:g} kB", whole <= promised)
    return _with(figure, ", ".join(f"{name} {size / 1000:.0f}" for name, size in largest))


def _addresses() -> Iterator[tuple[str, list[str]]]:
    """Each page of the house at one record of its own, and the addresses of its parts."""
    from callboard.core.actions import Actor
    from callboard.kit.pages import PAGES, ActionPage, load_pages
    from callboard.team.models import PersonRole

    load_pages()
    person = PersonRole.objects.filter(role="administrator").order_by("person_id")[0].person
    actor = Actor("person", person=person, via="command")
    for shown in sorted(PAGES.values(), key=lambda page: page.name):
        if issubclass(shown, ActionPage) or not (shown.url or shown.name == "home"):
            continue
        whole = _address(shown)
        if whole:
            yield whole, [f"{whole}?{part}" for part in _parts(shown, actor)]


def _address(shown: Any) -> str:
    """Where the page is; of a record's page the middle record's, "" where there is none."""
    from django.urls import reverse

    from callboard.board.models import DayClose
    from callboard.intake.models import QueueItem

    if "<" not in shown.url:
        return reverse(shown.name)
    model = shown.model or {"item": QueueItem, "closed-day": DayClose}.get(shown.name)
    if model is None:
        return ""
    records = model._default_manager.order_by("pk")
    number = records.count()
    if not number:
        return ""
    record: Any = records[number // 2]
    return reverse(shown.name, args=[record.pk]) if "<int:pk>" in shown.url else record.get_absolute_url()


def _parts(shown: Any, actor: Any) -> list[str]:
    from callboard.kit.pages import ListPage, RecordPage
    from callboard.kit.pages.panels import panels_of

    found = [f"part={name}" for name in shown.parts]
    if issubclass(shown, ListPage):
        found += ["part=rows", "part=filters", "part=count"]
    if issubclass(shown, RecordPage):
        found += ["part=timeline"] if shown.timeline else []
        found += [f"panel={panel.name}" for panel in panels_of(shown.panels, shown.model._meta.label_lower, actor)]
    return found


PAGE_ROWS: tuple[tuple[str, Callable[[Company, float], Figure]], ...] = (
    ("pages", pages),
    ("parts", parts),
    ("bytes.first", first_visit),
    ("bytes.next", next_page),
    ("list.part-of-name", part_of_a_name),
)
