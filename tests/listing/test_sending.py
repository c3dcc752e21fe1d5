"""Lists mailed by the clock: when, to whom, with what, and when no more."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core import mail
from django.db.models import Q
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.delivery import deliver_notices
from callboard.core.models import Notice
from callboard.directory.models import Account
from callboard.directory.pages import Accounts
from callboard.kit.filters import Flag
from callboard.kit.listing import actions as views
from callboard.kit.listing import schedules
from callboard.kit.listing.jobs import send_scheduled_lists
from callboard.kit.listing.mailing import EVENT
from callboard.kit.listing.models import Enclosure, Every, Receiver, Schedule
from callboard.team.actions import deactivate_person
from callboard.team.models import Person, Scope
from callboard.team.queries.notices import way_of
from tests import make
from tests.listing.leaving import STATE, come_due, forbid, schedule_of

pytestmark = pytest.mark.django_db


def test_a_scheduled_list_whose_filter_can_no_longer_be_read_is_paused_and_not_mailed_empty(
    accounts: dict[str, Account], desk: Person
) -> None:
    schedule = schedules.create_schedule(by=make.actor(desk), name="Weekly", page="accounts", query=STATE)
    late = clock.now() - timedelta(hours=2)
    Schedule.objects.update(query={"where": ["mrr~ge~a lot"]}, next_at=late)
    assert send_scheduled_lists(0) == 0
    schedule.refresh_from_db()
    assert schedule.paused_at is not None and "Look at its filters" in schedule.paused_note
    assert not Enclosure.objects.exists()


def cells(content: bytes) -> list[tuple[Any, ...]]:
    """The rows of the first sheet of a workbook."""
    return list(openpyxl.load_workbook(BytesIO(content)).worksheets[0].values)


def test_a_scheduled_list_is_mailed_with_its_file_when_its_hour_comes(
    accounts: dict[str, Account], desk: Person, boss: Person
) -> None:
    schedule = schedule_of(desk, to=[desk, boss])
    assert send_scheduled_lists(0) == 0
    come_due(schedule)
    assert send_scheduled_lists(0) == 1
    schedule.refresh_from_db()
    assert schedule.next_at is not None
    assert schedule.next_at > clock.now()
    assert send_scheduled_lists(0) == 0, "once"
    deliver_notices()
    assert {to for each in mail.outbox for to in each.to} == {desk.email, boss.email}
    sent = mail.outbox[0]
    assert "as of" in sent.body
    assert "3 rows" in sent.body
    assert sent.subject.startswith("Big ones, ")
    name, content, _kind = sent.attachments[0]
    assert name.endswith(".xlsx")
    assert cells(content) == [("Account", "MRR"), ("Elgin", 500), ("Delgado", 400), ("Cypress", 300)]
    assert "/accounts/?sort=-mrr&where=mrr~ge~300&cols=name%2Cmrr" in sent.body


def test_each_receiver_gets_the_rows_they_may_see(desk: Person, boss: Person, accounts: dict[str, Account]) -> None:
    nobody = make.person("Νέος", roles=())
    schedule = schedule_of(desk, query=json.dumps({"owner": ["me"]}), to=[desk, boss, nobody])
    schedules.send_list_now(schedule, by=make.actor(desk))
    deliver_notices()
    by_person = {each.to[0]: [row[0] for row in cells(each.attachments[0][1])[1:]] for each in mail.outbox}
    assert by_person == {desk.email: ["Abilene", "Brazos"], boss.email: ["Cypress", "Delgado"]}


def test_a_list_sent_at_night_waits_for_no_morning_and_joins_no_other_mail(desk: Person) -> None:
    night = datetime(2026, 3, 10, 4, tzinfo=UTC)
    way = way_of(desk, EVENT, night)
    assert (way.mail_at, way.digest, way.bundle) == (night, False, timedelta(0))
    assert way_of(desk, "task_handed_over", night).mail_at != night, "it is night"


def test_a_schedule_pauses_when_its_owner_leaves_and_a_leaver_gets_nothing(
    desk: Person, boss: Person, accounts: dict[str, Account]
) -> None:
    admin = make.actor(make.person("Ada", roles=("administrator",)))
    leo = make.person("Leo")
    theirs, mine = schedule_of(leo, to=[desk]), schedule_of(desk, to=[desk, leo])
    deactivate_person(leo, by=admin)
    for schedule in (theirs, mine):
        come_due(schedule)
    send_scheduled_lists(0)
    assert [notice.person for notice in Notice.objects.all()] == [desk]
    theirs.refresh_from_db()
    assert theirs.paused_note == "Leo has left."
    with pytest.raises(Refused):
        schedules.resume_schedule(theirs, by=admin)


FAULTY = json.dumps({"faulty": ["1"]})


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The list of accounts has a filter that fails from the moment this is called: what a programming error of ours
    looks like to a state that was kept before."""
    broken: list[bool] = []

    def where(actor: Actor) -> Q:
        if broken:
            raise ValueError("a filter that cannot be read")
        return Q()

    monkeypatch.setattr(Accounts, "filters", (*Accounts.filters, Flag("faulty", "Faulty", where)))
    return lambda: broken.append(True)


def test_a_schedule_that_fails_stops_no_other_and_is_paused_in_the_end(
    accounts: dict[str, Account], desk: Person, boss: Person, breaks: Callable[[], None]
) -> None:
    bad = schedule_of(boss, name="Broken", query=FAULTY)
    breaks()
    come_due(bad)
    good = schedule_of(desk)
    come_due(good)
    assert send_scheduled_lists(0) == 1
    assert [notice.person for notice in Notice.objects.all()] == [desk]
    bad.refresh_from_db()
    assert bad.paused_at is None, "it is tried again"
    Schedule.objects.filter(pk=bad.pk).update(next_at=clock.now() - timedelta(hours=2))
    assert send_scheduled_lists(0) == 0
    bad.refresh_from_db()
    assert bad.paused_at is not None and "could not be made" in bad.paused_note
    told = Notice.objects.get(person=boss)
    assert told.subject == "Broken is not sent any more"
    assert send_scheduled_lists(0) == 0
    assert schedules.resume_schedule(bad, by=make.actor(boss)).paused_at is None


def test_a_view_that_cannot_be_read_opens_the_whole_list_with_a_sentence(
    accounts: dict[str, Account], desk: Person, as_desk: Client, breaks: Callable[[], None]
) -> None:
    by = make.actor(desk)
    view = views.save_view(by=by, name="Broken", page="accounts", query=FAULTY)
    views.make_default_view(view, by=by)
    breaks()
    answer = as_desk.get("/accounts/", follow=True)
    assert answer.status_code == 200
    assert len(answer.context["table"].rows) == 5
    assert "The view “Broken” cannot be read" in answer.content.decode()
    assert as_desk.get(f"/api/v1/accounts?view={view.pk}").status_code == 422


def test_the_link_in_the_mail_asks_before_it_unsubscribes(accounts: dict[str, Account], desk: Person) -> None:
    schedule = schedule_of(desk)
    schedules.send_list_now(schedule, by=make.actor(desk))
    notice = Notice.objects.get()
    path = next(word for word in notice.text.split() if "/stop/" in word).partition("/stop/")[2]
    browser = Client()
    assert "Send me no more of it" in browser.get(f"/stop/{path}").content.decode()
    assert Receiver.objects.get().stopped_at is None, "a GET never acts"
    assert "no longer mailed to you" in browser.post(f"/stop/{path}").content.decode()
    assert browser.post(f"/stop/{path}").status_code == 200, "twice is once"
    schedules.send_list_now(schedule, by=make.actor(desk))
    assert Notice.objects.count() == 1
    assert browser.get("/stop/nonsense/").status_code == 410
    assert "no-store" in browser.get(f"/stop/{path}").headers["Cache-Control"]


def test_a_schedule_rests_when_its_owner_lost_the_right(accounts: dict[str, Account], desk: Person) -> None:
    schedule = schedule_of(desk, to=[make.person("Olga", roles=("sales_manager",))])
    forbid("kit.schedules")
    come_due(schedule)
    send_scheduled_lists(0)
    assert not Notice.objects.exists()
    schedule.refresh_from_db()
    assert (schedule.paused_at is not None, schedule.paused_note) == (
        True, f"{desk.name} may no longer send lists by mail.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("scope", "left"), [(Scope.NONE, 0), (Scope.OWN, 0), (Scope.ALL, 1)], ids=["none", "narrower", "the same"]
)
def test_a_workbook_leaves_only_to_whom_the_list_is_open_as_it_was(
    accounts: dict[str, Account], desk: Person, scope: Scope, left: int
) -> None:
    schedules.send_list_now(schedule_of(desk), by=make.actor(desk))
    forbid("directory.view", scope)
    mail.outbox.clear()
    deliver_notices()
    assert len([each for each in mail.outbox if each.attachments]) == len(mail.outbox) == left


def test_a_schedule_is_paused_resumed_changed_and_ended(accounts: dict[str, Account], desk: Person) -> None:
    by, schedule = make.actor(desk), schedule_of(desk, every=Every.MONTH, day=3, hour=7)
    schedules.pause_schedule(schedule, by=by)
    come_due(schedule)
    assert send_scheduled_lists(0) == 0
    resumed = schedules.resume_schedule(schedule, by=by)
    assert resumed.next_at is not None
    assert resumed.next_at > clock.now(), "what was missed is not sent"
    schedules.change_schedule(schedule, by=by, every=Every.DAY, hour=6)
    schedule.refresh_from_db()
    assert (schedule.every, schedule.hour, schedule.name) == ("day", 6, "Big ones")
    schedules.end_schedule(schedule, by=by)
    come_due(schedule)
    assert send_scheduled_lists(0) == 0
    with pytest.raises(Refused):
        schedules.send_list_now(schedule, by=by)


@pytest.mark.parametrize("given", [{"hour": 24}, {"hour": -1}, {"day": 31}, {"day": 0}, {"name": " "}, {"page": "x"}])
def test_a_schedule_that_never_comes_is_refused(desk: Person, given: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        schedule_of(desk, **given)


def test_a_list_that_lost_a_field_is_mailed_and_says_what_was_left_out(
    accounts: dict[str, Account], desk: Person
) -> None:
    schedule = schedule_of(desk, query=json.dumps({"cols": ["name,health"], "mood": ["good"]}))
    schedules.send_list_now(schedule, by=make.actor(desk))
    assert "“health” is no column of this list any more" in Notice.objects.get().text
    assert "This list has no filter “mood”" in Notice.objects.get().text


def test_the_clock_acts_as_itself(desk: Person, accounts: dict[str, Account]) -> None:
    schedule = schedule_of(desk)
    come_due(schedule)
    schedules.send_scheduled(schedule, by=Actor.clock("kit.schedules"))
    with pytest.raises(Refused):
        schedules.send_scheduled(schedule, by=Actor.clock("kit.schedules"))
