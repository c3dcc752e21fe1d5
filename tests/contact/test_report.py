"""The contact report: how accounts stand, why, what everybody did, how it leaves."""

import re
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from django.test import Client

from callboard.board.actions import count_contacts, plan_call
from callboard.board.models import ContactCount, RepDay
from callboard.board.queries.contact.cadence import cadence_on, of_standing, reported
from callboard.board.queries.contact.causes import with_causes
from callboard.board.rules.cadence import Standing
from callboard.channels.models import Message
from callboard.core import clock
from callboard.core.models import Log
from callboard.core.reading import forget
from callboard.journal.jobs import ask_for_notes
from callboard.journal.models import Drafted, DraftedInteraction, NoteScore
from callboard.team.actions.settings import set_setting
from callboard.work.models import Task
from tests import make
from tests.contact.conftest import DAY, FRIDAY, spoke

pytestmark = pytest.mark.django_db
URL = "/contact-report/"


def names(standing: str) -> set[str]:
    return set(reported().filter(of_standing(standing, cadence_on())).values_list("name", flat=True))


def test_every_account_stands_in_one_way(desk: SimpleNamespace) -> None:
    assert names(Standing.OVERDUE) == {"Mesa Agency", "Pecos Risk"}
    assert names(Standing.PLANNED) == {"Alamo Cover"}
    assert names(Standing.IN_TIME) == {"Frio Insurance"}
    assert names(Standing.NO_TIER) == {"Brazos"}
    assert names(Standing.NO_RULE) == set()


def test_the_day_itself_is_still_in_time_and_the_next_is_over(desk: SimpleNamespace) -> None:
    spoke(desk.mesa, 14)
    assert "Mesa Agency" in names(Standing.IN_TIME)
    spoke(desk.mesa, 15)
    assert "Mesa Agency" in names(Standing.OVERDUE)
    row = with_causes(reported().filter(pk=desk.mesa.pk), cadence_on()).get()
    assert cadence_on().days_over("A", row.spoke_at) == 1


def test_who_never_spoke_counts_from_the_day_they_came(desk: SimpleNamespace) -> None:
    spoke(desk.mesa, None)
    type(desk.mesa).objects.filter(pk=desk.mesa.pk).update(created_at=FRIDAY - 10 * DAY)
    assert "Mesa Agency" in names(Standing.IN_TIME)
    type(desk.mesa).objects.filter(pk=desk.mesa.pk).update(created_at=FRIDAY - 30 * DAY)
    assert "Mesa Agency" in names(Standing.OVERDUE)


def test_a_task_after_the_grace_or_of_yesterday_is_no_plan(desk: SimpleNamespace) -> None:
    Task.objects.filter(pk=desk.task.pk).update(due_at=FRIDAY + 9 * DAY)
    assert "Alamo Cover" in names(Standing.OVERDUE)
    Task.objects.filter(pk=desk.task.pk).update(due_at=FRIDAY - DAY)
    assert "Alamo Cover" in names(Standing.OVERDUE)


def test_a_cadence_is_dated_and_a_tier_may_have_none(desk: SimpleNamespace) -> None:
    by = make.actor(desk.admin)
    set_setting(by=by, name="contact.days_a", value="60", valid_from_on=(FRIDAY + 2 * DAY).date())
    forget()
    assert "Mesa Agency" in names(Standing.OVERDUE)
    assert cadence_on((FRIDAY + 3 * DAY).date()).days["A"] == 60
    set_setting(by=by, name="contact.days_b", value="0")
    forget()
    assert names(Standing.NO_RULE) == {"Pecos Risk"}


def test_the_page_has_exceptions_first_with_money_causes_and_what_mends_them(
    desk: SimpleNamespace, client: Client
) -> None:
    count_contacts(by=desk.clock)
    client.force_login(desk.admin)
    text = client.get(URL).content.decode()
    assert "2 accounts are overdue" in text and "$1,300" in text
    assert text.index("Pecos Risk") < text.index("Mesa Agency") < text.index("What everybody did")
    assert f"/do/board.plan_call/{desk.mesa.pk}/" in text and 'data-key="t"' in text and 'data-key="o"' in text
    # 100 of 2000 are in time, a planned call is not: by MRR 5%, by count 1 of 4.
    assert "5%" in text and "by count 25%: 1 of 4 with a cadence" in text


def test_one_key_plans_the_call_and_it_can_be_undone(desk: SimpleNamespace, client: Client) -> None:
    client.force_login(desk.dana)
    answer = client.post(f"/do/board.plan_call/{desk.mesa.pk}/", {"next": URL})
    assert answer.status_code == 302 and answer["Location"] == URL
    task = Task.objects.get(kind="board.call")
    assert (task.account, task.owner, str(task.due_at.date())) == (desk.mesa, desk.dana, "2026-03-16")
    assert names(Standing.PLANNED) == {"Alamo Cover", "Mesa Agency"}
    plan_call.undo_of(Log.objects.get(action="board.plan_call"), by=make.actor(desk.dana))
    assert names(Standing.PLANNED) == {"Alamo Cover"}


def test_a_second_press_makes_no_second_task(desk: SimpleNamespace) -> None:
    plan_call(desk.mesa, by=make.actor(desk.dana))
    plan_call(desk.mesa, by=make.actor(desk.manager))
    assert Task.objects.filter(kind="board.call").count() == 1


def test_filters_take_the_figures_and_the_rows_along(desk: SimpleNamespace, client: Client) -> None:
    count_contacts(by=desk.clock)
    client.force_login(desk.admin)
    for query, there, gone in (
        (f"rep={desk.ray.pk}", "Pecos Risk", "Mesa Agency"),
        (f"team={desk.team.pk}", "Mesa Agency", "Pecos Risk"),
        ("tier=B", "Pecos Risk", "Mesa Agency"),
        ("region=TX", "Mesa Agency", "Pecos Risk"),
        ("size=large", "Pecos Risk", "Mesa Agency"),
        ("size=medium", "Mesa Agency", "Pecos Risk"),
    ):
        text = client.get(f"{URL}?{query}").content.decode()
        body = text[text.index("Overdue, highest MRR first") :]
        assert there in body and gone not in body, query
        assert "1 account is overdue" in text, query


def test_every_number_opens_its_rows(desk: SimpleNamespace, client: Client) -> None:
    client.force_login(desk.admin)
    for standing, rows in (("overdue", 2), ("planned", 1), ("in_time", 1), ("no_tier", 1), ("no_rule", 0)):
        text = client.get(f"/contact-report/accounts/?standing={standing}&format=csv").getvalue().decode()
        assert len(text.strip().splitlines()) == 1 + rows, standing
    text = client.get("/contact-report/accounts/?standing=overdue&format=csv").getvalue().decode()
    assert "Mesa Agency,26," in text


def test_a_rep_sees_their_own_and_a_manager_their_team(desk: SimpleNamespace, client: Client) -> None:
    count_contacts(by=desk.clock)
    client.force_login(desk.dana)
    text = client.get(URL).content.decode()
    assert "Mesa Agency" in text and "Pecos Risk" not in text and "Are all treated alike" not in text
    assert "Pecos Risk" not in client.get("/contact-report/accounts/").content.decode()
    client.force_login(desk.manager)
    text = client.get(URL).content.decode()
    assert "Mesa Agency" in text and "Pecos Risk" not in text
    client.force_login(make.person(roles=("finance",)))
    assert client.get(URL).status_code == 403


def test_the_table_of_reps_counts_what_was_done_in_the_days_asked(desk: SimpleNamespace, client: Client) -> None:
    make.interaction(desk.frio, desk.dana, at=FRIDAY - timedelta(hours=3))
    make.interaction(desk.frio, desk.dana, outcome="no_answer", at=FRIDAY - timedelta(hours=2))
    make.interaction(desk.frio, desk.dana, kind="meeting", at=FRIDAY - 8 * DAY)
    count_contacts(by=desk.clock, days=30)
    days = {row.day.isoformat(): row for row in RepDay.objects.filter(person=desk.dana)}
    assert (days["2026-03-13"].calls, days["2026-03-13"].reached, days["2026-03-05"].meetings) == (2, 1, 1)
    client.force_login(desk.admin)
    text = client.get(f"{URL}?format=xlsx")
    book = openpyxl.load_workbook(BytesIO(b"".join(text.streaming_content)))
    assert book.sheetnames == ["Overdue accounts", "Reps", "Evenness"]
    heads, *rows = book["Reps"].values
    row = dict(zip(heads, next(row for row in rows if row[0] == "Dana Whitfield"), strict=True))
    assert (row["Calls"], row["Connect rate, %"], row["Meetings"]) == (2, 50, None) or row["Meetings"] == 0
    last = client.get(f"{URL}?period=last_week").content.decode()
    assert "Mar 2 – Mar 8" in last


def test_nobody_reads_a_score_before_its_writer(desk: SimpleNamespace, client: Client) -> None:
    made = make.interaction(desk.frio, desk.dana, at=FRIDAY - timedelta(hours=3))
    NoteScore.objects.filter(interaction=made).update(seen_at=None, total=37)
    count_contacts(by=desk.clock)
    assert RepDay.objects.get(person=desk.dana).scored == 0
    client.force_login(desk.manager)
    assert ">37<" not in client.get(URL).content.decode()
    client.force_login(desk.dana)
    assert ">37<" in client.get(URL).content.decode()
    NoteScore.objects.update(seen_at=FRIDAY)
    count_contacts(by=desk.clock)
    client.force_login(desk.manager)
    assert ">37<" in client.get(URL).content.decode()


def test_seen_and_not_written_up_is_counted_and_written_by_one_key(desk: SimpleNamespace, client: Client) -> None:
    mail(desk.mesa, desk.dana, "Two more seats", FRIDAY - timedelta(hours=4))
    mail(desk.frio, desk.dana, "Invoice", FRIDAY - timedelta(hours=5))
    make.interaction(desk.frio, desk.dana, at=FRIDAY - timedelta(hours=1))
    count_contacts(by=desk.clock)
    day = RepDay.objects.get(person=desk.dana)
    assert (day.seen, day.written) == (2, 1)
    client.force_login(desk.dana)
    assert "1 of 2" in client.get(URL).content.decode()
    text = client.get("/contact-report/unwritten/").content.decode()
    assert "Two more seats" in text and "Invoice" not in text
    # As each number of the report leads here.
    days = f"rep={desk.dana.pk}&from={FRIDAY.date() - timedelta(days=4)}&to={FRIDAY.date() + timedelta(days=2)}"
    for address in (f"?{days}", f"?period=days&{days}"):
        assert "Two more seats" in client.get(f"/contact-report/unwritten/{address}").content.decode()
    assert (
        "Two more seats" not in client.get("/contact-report/unwritten/?from=2026-01-01&to=2026-01-07").content.decode()
    )
    url = text.split('href="/do/journal.log_interaction/?')[1].split('"')[0].replace("&amp;", "&")
    form = client.get(f"/do/journal.log_interaction/?{url}").content.decode()
    assert "Two more seats" in form and "Mesa Agency" in form


def test_what_nobody_wrote_up_says_when_it_becomes_a_task(
    desk: SimpleNamespace, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half past three on Friday in Texas; the hour is four there, and in California it is half past one."""
    west = make.person("Lea West", zone="America/Los_Angeles", roles=("account_executive",))
    mail(desk.mesa, desk.dana, "Two more seats", FRIDAY - timedelta(hours=4))
    mail(desk.brazos, west, "Invoice", FRIDAY - timedelta(hours=4))

    def said() -> list[str]:
        page = client.get("/contact-report/unwritten/?part=rows").content.decode()
        return re.findall(r"(?:seats|Invoice) · ([^<]*)</span>", page)

    client.force_login(desk.admin)
    ask_for_notes(timestamp=0)
    assert sorted(said()) == ["a task from 4:00 PM", "a task from 6:00 PM"]
    assert "From 4:00 PM of its writer" in client.get("/contact-report/unwritten/").content.decode()
    monkeypatch.setattr(clock, "now", lambda: FRIDAY + timedelta(minutes=31))
    assert sorted(said()) == ["a task from 6:00 PM", "a task within ten minutes"]
    ask_for_notes(timestamp=0)
    assert sorted(said()) == ["a task from 6:00 PM", "a task of Dana Whitfield"]
    gone = Message.objects.get(subject="Invoice")
    DraftedInteraction.objects.create(
        message=gone, person=west, account=gone.account, direction="out", at=gone.sent_at, source="own",
        state=Drafted.DISMISSED, created_at=FRIDAY, updated_at=FRIDAY,
    )  # fmt: skip
    assert sorted(said()) == ["a task of Dana Whitfield", "its draft was dismissed"]


def mail(account: Any, person: Any, subject: str, at: Any) -> Message:
    return Message.objects.create(
        direction=Message.Direction.OUT, state=Message.State.SENT, account=account, by_person=person, subject=subject,
        sent_at=at, from_address="desk@ours.example", to=["x@mesa.example"], created_at=at, updated_at=at,
    )  # fmt: skip


def test_a_week_that_is_over_is_read_as_it_was_counted_then(desk: SimpleNamespace, client: Client) -> None:
    figures = {"owners": {str(desk.dana.pk): {"overdue": [7, "70.00"], "in_time": [3, "30.00"]}}}
    ContactCount.objects.create(day=(FRIDAY - 6 * DAY).date(), counted_at=FRIDAY - 6 * DAY, figures=figures)
    count_contacts(by=desk.clock)
    client.force_login(desk.admin)
    text = client.get(f"{URL}?period=last_week").content.decode()
    assert "7 accounts are overdue" in text and "30%" in text
    assert "2 accounts are overdue" in client.get(URL).content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("period=days&from=2026-03-10&to=2026-03-01", "ends before it starts"),
        ("period=days&from=soon&to=2026-03-01", "Say both days"),
        ("period=days&from=2020-03-10&to=2026-03-01", "at most 400 days"),
        ("period=nonsense&tier=Z&size=huge&rep=x&team=99999999999999999999&region=%00", ""),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence(desk: SimpleNamespace, client: Client, query: str, sentence: str) -> None:
    client.force_login(desk.admin)
    answer = client.get(f"{URL}?{query}")
    assert answer.status_code == 200 and sentence in answer.content.decode()
