"""The rows: what a person waits for, measured over HTTP from this second process unless the row says otherwise."""

import threading
import time
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from callboard.config.bench.calendar import calendar_month
from callboard.config.bench.company import Client, Company
from callboard.config.bench.contact import contact_count, contact_report
from callboard.config.bench.day import my_day, reweighed
from callboard.config.bench.duplicates import dedupe_large
from callboard.config.bench.importing import import_bulk
from callboard.config.bench.limits import inserts_a_second, median_ms
from callboard.config.bench.mails import mail_to_assigned
from callboard.config.bench.pages import PAGE_ROWS
from callboard.config.bench.permission import permission_decisions, permission_list
from callboard.config.bench.routing import routing_decisions
from callboard.config.bench.rows import Figure, Row, at_most, percentile, times_slower
from callboard.config.bench.runs import bulk_run, bulk_while_working
from callboard.config.bench.search import search_lag, search_large, search_palette, search_typos

if TYPE_CHECKING:
    from callboard.core.models import TimelineEntry

CREATED = 400
READS = 200
ACTIONS = 400
ENTRIES = 200

_LIST_SQL = "SELECT * FROM directory_account WHERE region = 'TX' ORDER BY sort_key, id LIMIT 50"
_TIMELINE_SQL = "SELECT * FROM core_timelineentry WHERE root_id = {} ORDER BY at DESC, id DESC LIMIT 200"


def kit_action(company: Company, speed: float) -> Figure:
    """The kit's own cost: an edit as an action less the same edit as lock, update, commit.  In this process, median."""
    from django.db import transaction

    from callboard.core.actions import Actor, Text
    from callboard.directory.actions import change_account
    from callboard.directory.models import Account

    pk = Account.objects.order_by("pk").values_list("pk", flat=True)[0]
    by = Actor.clock("bench")

    def plain(turn: int) -> None:
        with transaction.atomic():
            account = Account.objects.select_for_update(no_key=True).get(pk=pk)
            account.note = f"plain {turn}"
            account.save()

    def verb(turn: int) -> None:
        change_account(Account(pk=pk), by=by, note=Text(f"verb {turn}"))

    bare, ours = median_of(plain), median_of(verb)
    return at_most(ours - bare, 3.0, speed, "ms", limit=bare)


def median_of(work: Callable[[int], None]) -> float:
    for turn in range(20):
        work(-turn)
    taken = []
    for turn in range(ACTIONS):
        begun = time.perf_counter()
        work(turn)
        taken.append((time.perf_counter() - begun) * 1000)
    return percentile(taken, 0.5)


def create(clients: int, floor: float) -> Callable[[Company, float], Figure]:
    """Create leads over the API, one request each, keep-alive."""

    def measure(company: Company, speed: float) -> Figure:
        limit = inserts_a_second(clients)
        each = CREATED // clients
        workers = [company.client() for _ in range(clients)]
        for client in workers:
            create_leads(client, 5)
        threads = [threading.Thread(target=create_leads, args=(client, each)) for client in workers]
        begun = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return times_slower(each * clients / (time.perf_counter() - begun), limit, floor)

    return measure


def create_leads(client: Client, number: int) -> None:
    for _ in range(number):
        mark = uuid.uuid4().hex[:12]
        body = {"name": f"Ray {mark}", "company": f"Agency {mark}", "email": f"{mark}@lead.example", "source": "call"}
        client.call("POST", "/api/v1/do/pipeline.create_lead", body, key=mark)


def filtered_list(company: Company, speed: float) -> Figure:
    """Fifty accounts of one state by name, p50."""
    taken = reads(company.client(), "/api/v1/accounts?region=TX&sort=name&limit=50")
    return at_most(percentile(taken, 0.5), 8.0, speed, "ms", limit=median_ms(_LIST_SQL))


def account_api(company: Company, speed: float) -> Figure:
    """The work of the peers: the account with the longest timeline and then 200 entries of it, keep-alive, p50 of both."""
    busiest, client = _busiest(), company.client()
    paths = (f"/api/v1/account/{busiest}", f"/api/v1/account/{busiest}/timeline?limit={ENTRIES}")
    taken = [sum(pair) for pair in zip(*(reads(client, path) for path in paths), strict=True)]
    return at_most(percentile(taken, 0.5), 12.0, speed, "ms", limit=median_ms(_TIMELINE_SQL.format(busiest)))


def account_page(company: Company, speed: float) -> Figure:
    """The whole HTML page of that account, p95."""
    taken = reads(company.browser(), f"/accounts/{_busiest()}/")
    return at_most(percentile(taken, 0.95), 50.0, speed, "ms")


def _busiest() -> int:
    """The account with the longest timeline; where it has less than 200 entries, with copies of its own up to that."""
    from django.db.models import Count

    from callboard.core.models import TimelineEntry

    rows = TimelineEntry.objects.values("root_id").annotate(n=Count("id")).order_by("-n", "root_id")
    busiest = int(rows[0]["root_id"])
    entries = list(TimelineEntry.objects.filter(root_id=busiest))
    copies = [entries[number % len(entries)] for number in range(ENTRIES - len(entries))]
    TimelineEntry.objects.bulk_create(TimelineEntry(**_columns(entry)) for entry in copies)
    return busiest


def _columns(entry: "TimelineEntry") -> dict[str, Any]:
    return {field.attname: getattr(entry, field.attname) for field in entry._meta.concrete_fields if field.name != "id"}


def reads(client: Client, path: str) -> list[float]:
    taken = []
    for turn in range(READS + 20):
        begun = time.perf_counter()
        client.call("GET", path)
        if turn >= 20:
            taken.append((time.perf_counter() - begun) * 1000)
    return taken


def start(company: Company, speed: float) -> Figure:
    """`callboard up` with the data present and the database stopped, to the first answer."""
    return at_most(company.start_s, 5.0, speed, "s")


ROWS = (
    Row("start", start),
    Row("kit.action", kit_action),
    Row("create.1", create(1, 15.0)),
    Row("create.8", create(8, 30.0)),
    Row("list.filtered", filtered_list),
    *(Row(name, measure) for name, measure in PAGE_ROWS),
    Row("account-api", account_api),
    Row("account-page", account_page),
    Row("my-day.5000", my_day),
    Row("my-day.reweighed", reweighed, asked=True),
    Row("mail.assigned", mail_to_assigned),
    Row("routing.decision", routing_decisions),
    Row("permission.decision", permission_decisions),
    Row("permission.list", permission_list),
    Row("contact.report", contact_report),
    Row("contact.count", contact_count),
    Row("calendar.month", calendar_month),
    Row("search.palette", search_palette),
    Row("search.typos", search_typos),
    Row("search.lag", search_lag),
    Row("search.large", search_large, asked=True),
    Row("import.bulk", import_bulk, asked=True),
    Row("dedupe.large", dedupe_large, asked=True),
    Row("bulk-run", bulk_run),
    Row("bulk-working", bulk_while_working),
)
