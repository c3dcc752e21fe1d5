"""What people are told: by which medium, when not, together, once, and only what they may see."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Actor, Refused
from callboard.core.delivery import Letter, deliver_notices, forget_old_notices, transport
from callboard.core.models import Change, Log, Notice
from callboard.core.undo import undo
from callboard.kit.actions import read_all_notices, read_notice
from callboard.kit.notices import notices_of, unread
from callboard.kit.pages import load_pages
from callboard.pipeline.actions import assign_lead
from callboard.team.actions import choose_notice, escalate_notice
from callboard.team.jobs import escalate_unread
from callboard.team.models import MailWay, Person
from callboard.team.queries.notices import way_of
from callboard.work.actions import create_task, hand_over_task
from tests import make
from tests.team.office import chicago

pytestmark = pytest.mark.django_db

load_pages()

#: A Monday, ten in the morning in Texas.
NOW = make.NOW
HANDED = "task_handed_over"


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[Letter]:
    sent: list[Letter] = []
    monkeypatch.setattr(transport, "send", sent.append)
    return sent


def hand(to: Person, by: Person, title: str) -> Any:
    task = create_task(by=make.actor(by), title=title)
    return hand_over_task(task, by=make.actor(by), to=to)


def give_lead(to: Person, by: Person) -> None:
    assign_lead(make.lead("Prospect", by=make.actor(by)), by=make.actor(by), owner=to)


# How one is told


def test_a_notice_waits_for_working_hours_and_an_urgent_one_does_not(now: Any, dana: Person) -> None:
    night = chicago(9, 22)
    assert way_of(dana, HANDED, night).mail_at == chicago(10, 8)
    assert not way_of(dana, HANDED, night).desktop
    assert way_of(dana, "lead_assigned", night).mail_at == night
    assert way_of(dana, "lead_assigned", night).desktop


def test_a_person_away_gets_the_mail_when_they_are_back(dana: Person) -> None:
    make.absence(dana, date(2026, 3, 9), date(2026, 3, 11))
    assert way_of(dana, HANDED, NOW).mail_at == chicago(12, 8)


def test_several_within_minutes_leave_as_one_mail_and_stand_as_one_row(
    now: Any, letters: list[Letter], dana: Person, ray: Person
) -> None:
    for title in ("Call Bo", "Send the quote", "Check the invoice"):
        hand(dana, ray, title)
    assert deliver_notices() == 0
    now(NOW + timedelta(minutes=6))
    assert deliver_notices() == 1
    (letter,) = letters
    assert letter.subject == "A task is handed to you: 3"
    assert all(title in letter.text for title in ("Call Bo", "Send the quote", "Check the invoice"))
    assert "You get this because of: A task is handed to you." in letter.foot
    assert "/profile/notices/" in letter.foot
    (head,) = notices_of(make.actor(dana))
    assert head.more == 2
    now(NOW + timedelta(minutes=8))
    hand(dana, ray, "Later")
    assert notices_of(make.actor(dana)).count() == 2


def test_the_same_words_about_the_same_record_are_said_once_until_they_are_read(
    now: Any, dana: Person, ray: Person
) -> None:
    task = hand(dana, ray, "Call Bo")
    hand_over_task(task, by=make.actor(dana), to=ray)
    now(NOW + timedelta(hours=1))
    hand_over_task(task, by=make.actor(ray), to=dana)
    (notice,) = Notice.objects.filter(person=dana)
    assert notice.created_at == NOW + timedelta(hours=1)
    read_notice(notice, by=make.actor(dana))
    hand_over_task(task, by=make.actor(dana), to=ray)
    hand_over_task(task, by=make.actor(ray), to=dana)
    assert Notice.objects.filter(person=dana).count() == 2


def test_a_digest_brings_the_day_together_without_what_was_read(
    now: Any, letters: list[Letter], dana: Person, ray: Person
) -> None:
    choose_notice(dana, by=make.actor(dana), event=HANDED, mail=MailWay.DIGEST)
    hand(dana, ray, "Call Bo")
    now(NOW + timedelta(hours=2))
    hand(dana, ray, "Send the quote")
    seen = Notice.objects.get(subject__startswith="Call Bo")
    read_notice(seen, by=make.actor(dana))
    now(chicago(10, 7, 59))
    assert deliver_notices() == 0
    now(chicago(10, 8))
    assert deliver_notices() == 1
    assert letters[0].subject == "Your day: 1 notice"
    assert "Send the quote" in letters[0].text and "Call Bo" not in letters[0].text
    seen.refresh_from_db()
    assert seen.state == Notice.State.SEEN


def test_a_mail_does_not_leave_for_who_may_not_see_the_record_any_more(
    now: Any, letters: list[Letter], dana: Person, ray: Person
) -> None:
    hand(dana, ray, "Call Bo")
    dana.roles.all().delete()
    now(NOW + timedelta(minutes=6))
    assert deliver_notices() == 0
    assert letters == []
    assert Notice.objects.get().state == Notice.State.HIDDEN


def test_the_bell_hides_what_one_may_not_see_and_shows_nobody_elses(now: Any, dana: Person, ray: Person) -> None:
    hand(dana, ray, "Call Bo")
    assert unread(make.actor(dana)).count() == 1
    assert unread(make.actor(ray)).count() == 0
    dana.roles.all().delete()
    assert unread(make.actor(Person.objects.get(pk=dana.pk))).count() == 0


def test_who_stands_in_does_not_find_the_notices_of_the_absent(now: Any, dana: Person, ray: Person) -> None:
    hand(dana, make.person(), "Call Bo")
    make.absence(dana, date(2026, 3, 9), date(2026, 3, 11), cover=ray)
    assert notices_of(make.actor(Person.objects.get(pk=ray.pk))).count() == 0


# Reading, and not reading


def test_reading_all_is_taken_back_as_one_and_tells_the_other_tabs(now: Any, dana: Person, ray: Person) -> None:
    by = make.actor(dana)
    hand(dana, ray, "Call Bo")
    now(NOW + timedelta(hours=1))
    hand(dana, ray, "Send the quote")
    read_notice(Notice.objects.earliest("id"), by=by)
    Change.objects.all().delete()
    now(NOW + timedelta(hours=2))
    read_all_notices(by=by)
    assert unread(by).count() == 0
    assert Change.objects.filter(topic=f"bell:{dana.pk}", kind="core.notice").exists()
    undo(Log.objects.get(pk=by.ran[-1]), by=by)
    assert [notice.subject for notice in unread(by)] == ["Send the quote: now with you"]


def test_what_is_not_read_in_time_is_told_to_the_manager_once(now: Any, ray: Person) -> None:
    boss = make.person("Boss", roles=("sales_manager",))
    dana = make.person("Dana", team=make.team(manager=boss))
    give_lead(dana, by=ray)
    assert escalate_unread(0) == 0
    now(NOW + timedelta(minutes=61))
    assert escalate_unread(0) == 1
    assert escalate_unread(0) == 0
    told = Notice.objects.get(person=boss)
    assert told.subject.startswith("Dana has not read:")


def test_what_is_read_in_time_goes_no_further(now: Any, ray: Person) -> None:
    boss = make.person("Boss", roles=("sales_manager",))
    dana = make.person("Dana", team=make.team(manager=boss))
    give_lead(dana, by=ray)
    notice = Notice.objects.get(person=dana)
    read_notice(notice, by=make.actor(dana))
    now(NOW + timedelta(hours=2))
    assert escalate_unread(0) == 0
    with pytest.raises(Refused):
        escalate_notice(notice, by=Actor.clock("test"))


def test_who_stands_in_is_told_at_once_of_what_is_urgent(now: Any, ray: Person) -> None:
    dana, eve = make.person("Dana"), make.person("Eve")
    make.absence(dana, date(2026, 3, 9), date(2026, 3, 11), cover=eve)
    give_lead(dana, by=ray)
    assert escalate_unread(0) == 1
    assert Notice.objects.filter(person=eve).count() == 1


def test_old_notices_are_forgotten_and_the_mail_that_waits_is_not(now: Any, dana: Person) -> None:
    made = {"person": dana, "event": "x", "text": "", "created_at": NOW - timedelta(days=100)}
    Notice.objects.create(subject="read long ago", read_at=NOW - timedelta(days=95), state="sent", **made)
    Notice.objects.create(subject="new still", state="sent", **made)
    Notice.objects.create(subject="to be sent", read_at=NOW - timedelta(days=95), **made)
    forget_old_notices(0)
    assert set(Notice.objects.values_list("subject", flat=True)) == {"new still", "to be sent"}


# The pages


@pytest.fixture
def client(dana: Person) -> Client:
    found = Client()
    found.force_login(dana)
    return found


def test_the_bell_counts_on_every_page_and_leads_to_the_record(client: Client, dana: Person, ray: Person) -> None:
    task = hand(dana, ray, "Call Bo")
    page = client.get("/profile/").content.decode()
    assert "Notices, 1 new" in page
    panel = client.get("/notices/?part=panel", headers={"HX-Request": "true"}).content.decode()
    assert task.get_absolute_url() in panel and "<html" not in panel
    rows = client.get("/notices/").content.decode()
    assert "Call Bo: now with you" in rows and "Ray Hargrove" in rows


def test_the_desktop_is_told_what_is_newer_than_it_knows(now: Any, client: Client, dana: Person, ray: Person) -> None:
    hand(dana, ray, "Call Bo")
    (one,) = client.get("/notices/?part=desktop&after=0").json()["notices"]
    assert one["title"] == "A task is handed to you" and one["url"].startswith("/tasks/")
    assert client.get(f"/notices/?part=desktop&after={one['id']}").json()["notices"] == []
    assert client.get("/notices/?part=desktop&after=x").status_code == 200


def test_following_a_notice_reads_it_without_a_word_on_the_next_page(client: Client, dana: Person, ray: Person) -> None:
    hand(dana, ray, "Call Bo")
    notice = Notice.objects.get()
    url = f"/do/kit.read_notice/{notice.pk}/"
    assert client.post(url, headers={"HX-Request": "true"}).status_code == 204
    notice.refresh_from_db()
    assert notice.read_at is not None
    assert "Read notice" not in client.get("/profile/").content.decode()
    stranger = Client()
    stranger.force_login(ray)
    assert stranger.post(url).status_code == 404
