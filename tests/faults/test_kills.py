"""Processes are killed while mails and orders flow; afterwards each is there exactly once, by a count from outside."""

import http.client
import json
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.channels.servers import PASSWORD, USER, Imap, imap_server

from .company import Company

pytestmark = pytest.mark.faults

KILLS = int(os.environ.get("KILLS") or 5)
BETWEEN_KILLS_S = (1.0, 3.0)
MAILS_A_SECOND = 10
SETTLE_S = 120


@pytest.fixture
def company() -> Iterator[Company]:
    made = Company()
    try:
        made.start()
        yield made
    finally:
        made.stop()


class Flow:
    """Mails into the mailbox and orders over the API, until told to stop.  Remembers what was acknowledged."""

    def __init__(self, company: Company, mailbox: Imap) -> None:
        self.company = company
        self.mailbox = mailbox
        self.stopped = threading.Event()
        self.mails: list[str] = []
        self.orders: list[str] = []
        account, product = company.rows(
            "SELECT (SELECT min(id) FROM directory_account), (SELECT min(id) FROM orders_product WHERE active)"
        )[0]
        self.order = {"account": account, "product": product, "quantity": 2}

    def send_mails(self) -> None:
        while not self.stopped.wait(1 / MAILS_A_SECOND):
            mark = f"fault-{len(self.mails)}@customer.example"
            self.mailbox.deliver(
                f"From: Ray <ray@agency{len(self.mails)}.example>\r\nTo: sales@ours.example\r\nSubject: Question {mark}\r\n"
                f"Message-ID: <{mark}>\r\nDate: Mon, 23 Nov 2026 10:00:00 -0600\r\n\r\nCan you add two seats?\r\n".encode()
            )
            self.mails.append(mark)

    def write_orders(self) -> None:
        """A customer's program: the same key again and again until it is answered."""
        while not self.stopped.wait(0.2):
            key = f"fault-order-{len(self.orders)}"
            while not self.answered(key):
                time.sleep(0.2)
            self.orders.append(key)

    def answered(self, key: str) -> bool:
        body = json.dumps(self.order | {"note": key})
        headers = {
            "Authorization": f"Bearer {self.company.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        }
        connection = http.client.HTTPConnection(urlsplit(self.company.url).netloc, timeout=10)
        try:
            connection.request("POST", "/api/v1/do/orders.create_order", body, headers)
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        assert answer.status < 400 or answer.status >= 500, text
        return answer.status < 300


def test_nothing_is_lost_or_doubled_when_processes_are_killed(company: Company) -> None:
    chance = random.Random(20261123)
    with imap_server() as mailbox:
        call(
            company,
            "channels.connect_mailbox",
            {
                "name": "Sales",
                "address": "sales@ours.example",
                "imap_host": "127.0.0.1",
                "imap_port": mailbox.port,
                "imap_tls": False,
                "user": USER,
                "password": PASSWORD,
            },
        )
        flow = Flow(company, mailbox)
        threads = [threading.Thread(target=flow.send_mails), threading.Thread(target=flow.write_orders)]
        for thread in threads:
            thread.start()
        killed: Counter[str] = Counter()
        for _ in range(KILLS):
            time.sleep(chance.uniform(*BETWEEN_KILLS_S))
            killed[company.kill_something(chance)] += 1
        time.sleep(2)
        flow.stopped.set()
        for thread in threads:
            thread.join(timeout=120)
        settle(company, flow)
    sys.stdout.write(
        f"\n{sum(killed.values())} kills {dict(killed)}; {len(flow.mails)} mails, {len(flow.orders)} orders\n"
    )

    stored = Counter(
        row[0]
        for row in company.rows(
            "SELECT message_id FROM channels_message WHERE direction = 'in' AND message_id LIKE '%fault-%'"
        )
    )
    assert {name.strip("<>") for name in stored} == set(flow.mails)
    assert set(stored.values()) == {1}
    written = Counter(row[0] for row in company.rows("SELECT note FROM orders_order WHERE note LIKE 'fault-order-%'"))
    assert set(flow.orders) <= set(written) and set(written.values()) == {1}
    doubled = company.rows(
        "SELECT item_id FROM intake_assignment a JOIN work_task t ON t.id = a.task_id WHERE a.ended_at IS NULL GROUP BY item_id HAVING count(*) <> 1"
    )
    assert doubled == []
    assert company.command("check", "--json")[-1]["summary"]["differences"] == 0


def settle(company: Company, flow: Flow) -> None:
    """Wait until every mail that was delivered is read, or the time is up; the assertions say what is missing."""
    until = time.monotonic() + SETTLE_S
    while time.monotonic() < until:
        read = company.rows(
            "SELECT count(*) FROM channels_message WHERE direction = 'in' AND state = 'read' AND message_id LIKE '%fault-%'"
        )
        if read[0][0] >= len(flow.mails):
            return
        time.sleep(1)


def call(company: Company, action: str, body: dict[str, object]) -> None:
    connection = http.client.HTTPConnection(urlsplit(company.url).netloc, timeout=30)
    headers = {"Authorization": f"Bearer {company.token}", "Content-Type": "application/json"}
    connection.request("POST", f"/api/v1/do/{action}", json.dumps(body), headers)
    answer = connection.getresponse()
    assert answer.status < 300, answer.read()
    connection.close()
