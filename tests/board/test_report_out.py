"""How a report leaves the program: files, mails on a schedule."""

from io import BytesIO
from types import SimpleNamespace

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from callboard.board.models import DayClose
from callboard.board.queries.figures import grouped
from callboard.board.rules.periods import period
from callboard.core.actions import Actor, Invalid
from callboard.core.files import path_of
from callboard.core.models import Notice
from callboard.kit.listing.actions import save_view
from callboard.kit.listing.models import Enclosure
from callboard.kit.listing.schedules import create_schedule, send_list_now
from callboard.team.models import PersonRole
from tests import make
from tests.board.test_closing import business_day
from tests.board.test_figures import busy
from tests.orders.conftest import scene

__all__ = ["business_day", "busy", "scene"]
pytestmark = pytest.mark.django_db


def test_the_board_is_mailed_on_a_schedule_with_its_workbook(busy: SimpleNamespace) -> None:
    person = make.person("Ruth Adeyemi", roles=("sales_manager",))
    schedule = create_schedule(
        by=make.actor(person), name="Board by product", page="board", query='{"by": ["product"], "period": ["month"]}'
    )
    send_list_now(schedule, by=make.actor(person))
    notice = Notice.objects.get(person=person, event="scheduled_list")
    assert notice.text.startswith("Sales board: ") and "/board/?by=product&period=month" in notice.text
    sheet = openpyxl.load_workbook(
        BytesIO(path_of(Enclosure.objects.get(notice=notice).sha256).read_bytes())
    ).worksheets[0]
    heads, *rows = sheet.values
    month = period("month", busy.today)
    assert heads[0] == "Product"
    assert [row[0] for row in rows] == [each.name for each in grouped(month.first, month.last, "product")] != []


def test_who_may_not_open_the_board_is_not_sent_it(busy: SimpleNamespace) -> None:
    person = make.person("Ruth Adeyemi", roles=("sales_manager",))
    schedule = create_schedule(by=make.actor(person), name="Board", page="board")
    PersonRole.objects.filter(person=person).delete()
    send_list_now(schedule, by=Actor.clock("kit.send"))
    assert not Notice.objects.filter(event="scheduled_list").exists()


def test_a_report_is_no_view(busy: SimpleNamespace) -> None:
    with pytest.raises(Invalid, match="no list"):
        save_view(by=busy.dana, name="Mine", page="board")


def test_a_days_close_is_exported_but_not_mailed(client: Client, business_day: SimpleNamespace) -> None:
    dana = business_day.dana
    client.force_login(dana.person)
    client.post(reverse("do", args=["board.close_day"]))
    url = DayClose.objects.get().get_absolute_url()
    text = client.get(f"{url}?format=csv").getvalue().decode("utf-8-sig")
    assert text.splitlines()[0] == "Rep,Units,New MRR,Net"
    book = b"".join(client.get(f"{url}?format=xlsx").streaming_content)
    assert openpyxl.load_workbook(BytesIO(book)).worksheets[0]["A1"].value == "Rep"
    page = client.get(url).content.decode()
    assert "?format=xlsx" in page and "kit.create_schedule" not in page
    assert "kit.create_schedule" in client.get("/board/?by=team").content.decode()
    assert client.get(f"{url}?format=pdf").status_code == 404
