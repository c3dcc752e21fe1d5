"""Live links for spreadsheets, and lists mailed by the clock."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core import mail
from django.db.models import Q
from django.test import Client
from lxml import html

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.delivery import deliver_notices
from callboard.core.links import hashed
from callboard.core.models import Link, Notice
from callboard.directory.models import Account
from callboard.directory.pages import Accounts
from callboard.kit.filters import Flag
from callboard.kit.listing import actions as views
from callboard.kit.listing import links, schedules
from callboard.kit.listing.actions import save_view
from callboard.kit.listing.hours import next_run
from callboard.kit.listing.jobs import send_scheduled_lists
from callboard.kit.listing.mailing import EVENT
from callboard.kit.listing.models import Enclosure, Every, LiveLink, Receiver, Schedule, Weekday
from callboard.team.actions import deactivate_person, set_grant
from callboard.team.models import Person, PersonRole, Role, Scope
from callboard.team.queries.notices import way_of
from tests import make

pytestmark = pytest.mark.django_db
STATE = json.dumps({"where": ["mrr~ge~300"], "sort": ["-mrr"], "cols": ["name,mrr"]})


def link_of(person: Person, **given: Any) -> Any:
    return links.create_live_link(
        by=make.actor(person), **{"name": "Sheet", "page": "accounts", "query": STATE, **given}
    )


def fetch(secret: str) -> Any:
    return Client().get(f"/live/{secret}.csv")


def text(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def test_a_spreadsheet_fetches_the_list_without_signing_in(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk)
    answer = fetch(link.secret)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert text(answer).splitlines() == ["Account,MRR", "Elgin,500.00", "Delgado,400.00", "Cypress,300.00"]
    make.account("Fresno", mrr=900)
    assert text(fetch(link.secret)).splitlines()[1] == "Fresno,900.00"
    assert LiveLink.objects.get().last_used_at is not None
    assert Link.objects.get().token_hash == hashed(link.secret), "the token itself is kept nowhere"


def test_a_live_link_whose_filter_can_no_longer_be_read_is_an_error_and_no_empty_file(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    link = link_of(desk)
    LiveLink.objects.update(query={"where": ["mrr~ge~a lot"]})
    answer = fetch(link.secret)
    said = answer.content.decode()
    assert answer.status_code == 409 and answer["Content-Type"].startswith("text/plain")
    assert "“a lot” is no number" in said and "Make a new link" in said
    page = as_desk.get(f"/profile/links/{link.pk}/").content.decode()
    assert "Gives no rows" in page and "“a lot” is no number" in page


def test_a_live_link_without_a_filter_it_had_gives_nothing_rather_than_more(
    accounts: dict[str, Account], desk: Person
) -> None:
    link = link_of(desk)
    LiveLink.objects.update(query={"where": ["mrr~ge~300", "gone~is~x"]})
    answer = fetch(link.secret)
    assert (answer.status_code, "is no field of this list" in answer.content.decode()) == (409, True)


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


def test_a_live_link_reads_and_does_nothing_else(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk)
    assert Client().post(f"/live/{link.secret}.csv").status_code == 405
    assert Client().get(f"/live/{link.secret}.csv?where=tier~is~A").status_code == 200
    assert "Abilene" not in text(Client().get(f"/live/{link.secret}.csv?where="))
    assert Client().get("/accounts/", headers={"Authorization": f"Bearer {link.secret}"}).status_code == 302


def test_a_live_link_shows_what_its_maker_may_see_at_that_moment(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk, page="messages", query="{}")
    assert fetch(link.secret).status_code == 200
    PersonRole.objects.filter(person=desk).delete()
    answer = fetch(link.secret)
    assert (answer.status_code, "no longer see" in answer.content.decode()) == (410, True)


def test_a_live_link_ends_by_hand_by_its_day_and_when_its_maker_leaves(
    accounts: dict[str, Account], desk: Person
) -> None:
    admin = make.actor(make.person("Ada", roles=("administrator",)))
    ended, dated, left = link_of(desk), link_of(desk), link_of(make.person("Leo"))
    links.end_live_link(ended, by=make.actor(desk))
    LiveLink.objects.filter(pk=dated.pk).update(expires_on=clock.business_day(clock.now()) - timedelta(days=1))
    deactivate_person(left.owner, by=admin)
    for link in (ended, dated, left):
        answer = fetch(link.secret)
        assert answer.status_code == 410
        assert "has ended" in answer.content.decode()
    left.refresh_from_db()
    assert left.ended_at is not None, "coming back does not open it again"
    with pytest.raises(Refused):
        links.end_live_link(ended, by=make.actor(desk))
    assert fetch("nonsense").status_code == 410


def test_a_live_link_is_made_on_the_list_and_shows_its_address_once(
    accounts: dict[str, Account], as_desk: Client
) -> None:
    bar = as_desk.get("/accounts/?where=mrr~ge~300").context["bar"]
    url = next(choice.url for choice in bar.send if choice.key == "kit.create_live_link")
    initial = as_desk.get(url).context["form"].initial
    given = {name: initial[name] for name in ("page", "query")}
    html = as_desk.post(url, {**given, "name": "Excel"}).content.decode()
    assert "/live/" in html
    assert "shown this once" in html
    record = as_desk.get(f"/profile/links/{LiveLink.objects.get().pk}/").content.decode()
    assert "/live/" not in record


def schedule_of(person: Person, **given: Any) -> Schedule:
    return schedules.create_schedule(
        by=make.actor(person), **{"name": "Big ones", "page": "accounts", "query": STATE, **given}
    )


def cells(content: bytes) -> list[tuple[Any, ...]]:
    """The rows of the first sheet of a workbook."""
    return list(openpyxl.load_workbook(BytesIO(content)).worksheets[0].values)


def come_due(schedule: Schedule) -> None:
    Schedule.objects.filter(pk=schedule.pk).update(next_at=clock.now() - timedelta(minutes=1))


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


RHYTHMS = [{"every": "week", "weekday": str(day.value)} for day in Weekday]
RHYTHMS += [{"every": every, "weekday": weekday} for every in ("day", "month") for weekday in ("", "0", "4")]


def as_shown(client: Client, url: str) -> dict[str, Any]:
    """What a browser sends of the form at this address when nobody touches a field."""
    form = html.fromstring(client.get(url).content.decode()).forms
    filled = next(each for each in form if "nonce" in each.fields)
    sent: dict[str, Any] = {}
    for name, value in filled.form_values():
        sent.setdefault(name, []).append(value)
    return sent


@pytest.mark.parametrize("chosen", [{}, *RHYTHMS], ids=str)
def test_the_form_saves_as_it_opens_and_with_every_rhythm(
    accounts: dict[str, Account], desk: Person, as_desk: Client, chosen: dict[str, str]
) -> None:
    bar = as_desk.get("/accounts/?where=mrr~ge~300").context["bar"]
    url = next(choice.url for choice in bar.send if choice.key == "kit.create_schedule")
    sent = as_shown(as_desk, url) | {"name": ["Big ones"]} | {name: [value] for name, value in chosen.items()}
    answer = as_desk.post(url, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    made = Schedule.objects.get()
    wanted = {"every": "week", "weekday": "0", **chosen}
    assert (made.every, made.weekday) == (wanted["every"], int(wanted["weekday"] or 0))
    assert [each.person for each in made.receivers.all()] == [desk]
    change = f"/do/kit.change_schedule/{made.pk}/"
    again = as_desk.post(change, as_shown(as_desk, change) | {"every": ["week"], "weekday": ["6"], "hour": ["9"]})
    assert again.status_code == 302, again.context["form"].errors
    made.refresh_from_db()
    assert (made.every, made.weekday, made.hour) == ("week", 6, 9)


def test_what_is_kept_is_told_in_the_words_of_the_list(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    state = {
        "owner": ["me"], "where": ["mrr~ge~300", "tier~is~A"], "match": ["any"], "sort": ["tier,-mrr"],
        "cols": ["name,mrr"], "group": ["tier"],
    }  # fmt: skip
    told = (
        "Owner: me · MRR: at least 300 or Tier: is A · sorted by Tier ↑, MRR ↓ · columns Account, MRR · grouped by Tier"
    )
    by, query = make.actor(desk), json.dumps(state)
    view = save_view(by=by, name="Big", page="accounts", query=query)
    link, schedule = link_of(desk, query=query), schedule_of(desk, query=query)
    for url in (f"views/{view.pk}", f"links/{link.pk}", f"schedules/{schedule.pk}"):
        page = as_desk.get(f"/profile/{url}/").content.decode()
        assert told in html.fromstring(page).text_content(), url
        assert "mrr~ge" not in page
    whole = schedule_of(desk, query="{}")
    assert "All rows" in as_desk.get(f"/profile/schedules/{whole.pk}/").content.decode()
    calendar = schedule_of(desk, query=json.dumps({"show": ["calendar"], "where": ["gone~is~1"]}))
    page = html.fromstring(as_desk.get(f"/profile/schedules/{calendar.pk}/").content.decode()).text_content()
    assert "as a calendar · “gone” is no field of this list; it was left out." in page


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


def forbid(operation: str, scope: Scope = Scope.NONE) -> None:
    admin = make.actor(make.person("Ada", roles=("administrator",)))
    set_grant(by=admin, operation=operation, role=Role.SALES_SUPPORT, scope=scope)


def test_a_live_link_ends_with_the_right_to_have_one(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk)
    forbid("kit.links")
    answer = fetch(link.secret)
    assert (answer.status_code, "no longer make live links" in answer.content.decode()) == (410, True)


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


@pytest.mark.parametrize(
    ("every", "after", "wanted"),
    [
        # A Friday morning in Chicago (14:00 UTC is 8:00): eight o'clock is not yet over at 13:59.
        ("day", datetime(2026, 3, 6, 13, 59, tzinfo=UTC), datetime(2026, 3, 6, 14, tzinfo=UTC)),
        # Over the weekend, and over the beginning of summer time: eight is eight on the wall.
        ("day", datetime(2026, 3, 6, 14, 0, tzinfo=UTC), datetime(2026, 3, 9, 13, tzinfo=UTC)),
        ("week", datetime(2026, 3, 6, 15, 0, tzinfo=UTC), datetime(2026, 3, 9, 13, tzinfo=UTC)),
        ("month", datetime(2026, 3, 6, 15, 0, tzinfo=UTC), datetime(2026, 4, 1, 13, tzinfo=UTC)),
        ("month", datetime(2026, 12, 31, 23, 0, tzinfo=UTC), datetime(2027, 1, 1, 14, tzinfo=UTC)),
    ],
)
def test_the_hour_is_that_of_the_clock_on_the_wall(every: str, after: datetime, wanted: datetime) -> None:
    assert next_run(every, 0, 1, 8, "America/Chicago", after) == wanted


def test_an_hour_that_summer_time_skips_or_repeats_comes_once() -> None:
    skipped = next_run("day", 0, 1, 2, "Europe/Berlin", datetime(2026, 3, 27, 12, tzinfo=UTC))
    assert skipped.date() == date(2026, 3, 30), "the night of the change is a Sunday"
    for after in (datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 3, 28, 12, tzinfo=UTC)):
        first = next_run("week", 6, 1, 2, "Europe/Berlin", after)
        second = next_run("week", 6, 1, 2, "Europe/Berlin", first)
        assert timedelta(days=6) < second - first < timedelta(days=8)


def test_the_clock_acts_as_itself(desk: Person, accounts: dict[str, Account]) -> None:
    schedule = schedule_of(desk)
    come_due(schedule)
    schedules.send_scheduled(schedule, by=Actor.clock("kit.schedules"))
    with pytest.raises(Refused):
        schedules.send_scheduled(schedule, by=Actor.clock("kit.schedules"))
