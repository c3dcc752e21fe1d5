"""How the contact report leaves, and how it is counted."""

from decimal import Decimal
from io import BytesIO
from types import SimpleNamespace

import openpyxl
import pytest

from callboard.board.actions import count_contacts
from callboard.board.models import ContactCount, ContactTally
from callboard.board.queries.contact.checks import counts
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.files import path_of
from callboard.core.models import Log, Notice
from callboard.directory.models import AccountFacts
from callboard.kit.listing.models import Enclosure
from callboard.kit.listing.schedules import create_schedule, send_list_now
from tests import make
from tests.contact.conftest import FRIDAY

pytestmark = pytest.mark.django_db
URL = "/contact-report/"


def test_it_is_mailed_on_a_schedule_with_its_workbook(desk: SimpleNamespace) -> None:
    count_contacts(by=desk.clock)
    by = make.actor(desk.manager)
    schedule = create_schedule(by=by, name="Friday report", page="contact-report", query='{"period": ["week"]}')
    send_list_now(schedule, by=by)
    notice = Notice.objects.get(person=desk.manager, event="scheduled_list")
    book = openpyxl.load_workbook(BytesIO(path_of(Enclosure.objects.get(notice=notice).sha256).read_bytes()))
    assert book.sheetnames == ["Overdue accounts", "Reps", "Evenness"]
    assert [row[0] for row in book["Overdue accounts"].values][1:] == ["Mesa Agency"]


def test_a_count_replaces_the_last_and_check_agrees(desk: SimpleNamespace) -> None:
    count_contacts(by=desk.clock)
    AccountFacts.objects.filter(account=desk.mesa).update(mrr=Decimal(450))
    count_contacts(by=desk.clock)
    assert ContactCount.objects.count() == 1
    overdue = ContactTally.objects.filter(standing="overdue")
    assert sum(row.mrr for row in overdue) == Decimal(1350)
    assert list(counts()) == []
    ContactTally.objects.filter(standing="planned").update(accounts=5)
    assert [(each.stored, each.computed) for each in counts()] == [("1", "5")]


def test_the_clock_counts_every_hour(desk: SimpleNamespace) -> None:
    from callboard.board.jobs import count_again

    count_again(timestamp=0)
    assert ContactCount.objects.get().day == clock.business_day(FRIDAY)
    assert Log.objects.get(action="board.count_contacts").actor_kind == Actor.clock("x").kind
