"""The door: passwords, links, limits, sessions."""

import re
from argparse import Namespace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Link, Notice, OnceKey
from callboard.kit.actions import create_token
from callboard.team.actions import (
    deactivate_person,
    invite_person,
    set_password,
    set_setting,
    sign_in_link,
    sign_out_everywhere,
)
from callboard.team.commands import signin
from callboard.team.jobs import forget_links, send_reset, sweep_door
from callboard.team.models import Person, SignIn, SignInAttempt
from callboard.team.rules.door import Attempt, network_of, wait_for
from tests import make

PASSWORD = "a quiet brown horse"
NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)
SIGN_IN = "/sign-in/"
TOKEN = re.compile(r'value="\w{64}"')


@pytest.fixture
def dana(db: None) -> Person:
    person = make.person("Dana")
    person.set_password(PASSWORD)
    person.save()
    return person


def come_in(client: Client, person: Person, password: str = PASSWORD, **more: str) -> object:
    return client.post(SIGN_IN, {"email": person.email.upper(), "password": password, "stay": "on", **more})


def path_of(url: str) -> str:
    return url.removeprefix("http://testserver")


def test_who_is_not_signed_in_is_led_to_the_door_and_back(client: Client, dana: Person) -> None:
    there = client.get("/people/")
    assert there.status_code == 302
    answer = come_in(client, dana, next="/people/?q=dana")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/?q=dana")
    assert client.get("/people/").status_code == 200
    row = SignIn.objects.get()
    assert (row.person, row.network) == (dana, "127.0.0.1")


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"])
def test_the_door_leads_to_no_other_site(client: Client, dana: Person, away: str) -> None:
    assert come_in(client, dana, next=away).headers["Location"] == "/"


def test_an_unknown_address_and_a_wrong_password_get_the_same_answer(client: Client, dana: Person) -> None:
    wrong = come_in(client, dana, "not this one")
    unknown = client.post(SIGN_IN, {"email": "nobody@ours.example", "password": PASSWORD})
    assert wrong.status_code == unknown.status_code == 422
    sentence = b"do not fit together"
    assert sentence in wrong.content
    assert sentence in unknown.content


def test_after_five_wrong_tries_one_waits_and_is_not_locked_out(client: Client, dana: Person) -> None:
    for _try in range(5):
        assert come_in(client, dana, "wrong").status_code == 422
    answer = come_in(client, dana)
    assert answer.status_code == 429
    assert b"Nothing is locked" in answer.content
    assert come_in(Client(REMOTE_ADDR="203.0.113.9"), dana).status_code == 302
    SignInAttempt.objects.update(at=clock.now() - timedelta(minutes=5))
    assert come_in(client, dana).status_code == 302


def test_an_address_that_was_tried_is_kept_as_a_hash(client: Client, dana: Person) -> None:
    come_in(client, dana, "wrong")
    assert dana.email not in SignInAttempt.objects.get().address_hash


def test_the_session_gets_a_new_key(client: Client, dana: Person) -> None:
    session = client.session
    session["before"] = 1
    session.save()
    before = session.session_key
    come_in(client, dana)
    assert client.session.session_key != before


def test_without_staying_the_session_ends_with_the_browser(client: Client, dana: Person) -> None:
    come_in(client, dana)
    assert not client.session.get_expire_at_browser_close()
    other = Client()
    other.post(SIGN_IN, {"email": dana.email, "password": PASSWORD})
    assert other.session.get_expire_at_browser_close()


def test_who_left_does_not_come_in_and_is_out_at_once(client: Client, dana: Person) -> None:
    come_in(client, dana)
    deactivate_person(dana, by=make.actor(make.person(roles=("administrator",))))
    assert client.get("/people/").status_code == 302
    assert come_in(client, dana).status_code == 422


def test_signing_out_needs_a_post_and_ends_the_row(client: Client, dana: Person) -> None:
    come_in(client, dana)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/people/").status_code == 302
    assert SignIn.objects.get().ended_at is not None


def test_signed_out_everywhere_is_out_everywhere(client: Client, dana: Person) -> None:
    other = Client()
    come_in(client, dana)
    come_in(other, dana)
    sign_out_everywhere(dana, by=make.actor(dana))
    assert client.get("/people/").status_code == other.get("/people/").status_code == 302


def test_one_browser_is_ended_from_the_profile(client: Client, dana: Person) -> None:
    other = Client(headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"})
    come_in(client, dana)
    come_in(other, dana)
    assert b"Firefox, Linux" in client.get("/profile/").content
    row = SignIn.objects.get(browser="Firefox, Linux")
    assert client.post(reverse("do", args=["team.end_sign_in", row.pk])).status_code == 302
    assert other.get("/people/").status_code == 302
    assert client.get("/people/").status_code == 200


def test_a_link_signs_in_once_and_opening_it_uses_nothing(client: Client, dana: Person) -> None:
    url = path_of(sign_in_link(dana, by=Actor.clock("test")))
    for _look in range(2):
        assert client.get(url).status_code == 200
    answer = client.post(url)
    assert answer.headers["Location"] == "/"
    assert client.get("/people/").status_code == 200
    assert Client().post(url).status_code == 410
    assert Client().get("/sign-in/link/unknown/").status_code == 410


@pytest.mark.django_db
def test_who_has_no_password_yet_chooses_one_and_stands_on_my_day(client: Client) -> None:
    new = make.person("Noor New")
    new.set_unusable_password()
    new.save()
    url = path_of(sign_in_link(new, by=Actor.clock("test")))
    assert "Then you choose a password" in client.get(url).content.decode()
    assert client.post(url).headers["Location"] == "/profile/password/"
    assert b'href="/">' in client.get("/profile/password/").content
    answer = client.post("/profile/password/", {"password": "an entirely new sentence"})
    assert answer.headers["Location"] == "/"


def test_who_has_a_password_is_asked_for_none_after_a_link_but_one_for_a_new_one(client: Client, dana: Person) -> None:
    url = path_of(sign_in_link(dana, by=Actor.clock("test")))
    assert "Then you choose" not in client.get(url).content.decode()
    assert client.post(url).headers["Location"] == "/"
    assert b"Your password stays as it is" in client.get("/people/").content
    Link.objects.all().delete()
    send_reset(address=dana.email)
    url = path_of(next(word for word in Notice.objects.get().text.split() if "/sign-in/link/" in word))
    assert Client().post(url).headers["Location"] == "/profile/password/"


def test_a_link_is_over_after_a_day_and_stored_hashed(client: Client, dana: Person) -> None:
    url = path_of(sign_in_link(dana, by=Actor.clock("test")))
    assert not any(len(part) > 20 and part in Link.objects.get().token_hash for part in url.split("/"))
    Link.objects.update(expires_at=clock.now())
    assert client.get(url).status_code == 410


def test_who_came_by_a_link_chooses_a_password_without_the_old_one(client: Client, dana: Person) -> None:
    other = Client()
    come_in(other, dana)
    client.post(path_of(sign_in_link(dana, by=Actor.clock("test"))))
    page = client.get("/profile/password/")
    assert b'name="current"' not in page.content
    assert client.post("/profile/password/", {"password": "short"}).status_code == 422
    assert client.post("/profile/password/", {"password": "an entirely new sentence"}).status_code == 302
    assert client.get("/people/").status_code == 200
    assert other.get("/people/").status_code == 302
    assert b'name="current"' in client.get("/profile/password/").content
    assert come_in(Client(), dana, "an entirely new sentence").status_code == 302


def test_the_old_password_is_asked_of_who_came_by_password(client: Client, dana: Person) -> None:
    come_in(client, dana)
    wrong = client.post("/profile/password/", {"current": "no", "password": "an entirely new sentence"})
    assert wrong.status_code == 422
    right = client.post("/profile/password/", {"current": PASSWORD, "password": "an entirely new sentence"})
    assert right.status_code == 302
    assert client.get("/people/").status_code == 200


def test_a_forgotten_password_gets_the_same_page_for_every_address(client: Client, dana: Person) -> None:
    pages = [client.post("/sign-in/forgot/", {"email": email}) for email in (dana.email, "nobody@ours.example")]
    assert [page.status_code for page in pages] == [200, 200]
    bodies = [TOKEN.sub("", page.content.decode()) for page in pages]
    bodies = [body.replace(dana.email, "X").replace("nobody@ours.example", "X") for body in bodies]
    assert bodies[0] == bodies[1]


def test_the_reset_is_mailed_to_whom_it_belongs_and_not_twice_at_once(client: Client, dana: Person) -> None:
    assert not send_reset(address="nobody@ours.example")
    assert send_reset(address=dana.email.upper())
    assert not send_reset(address=dana.email)
    notice = Notice.objects.get()
    assert (notice.person, notice.event) == (dana, "password_reset")
    url = next(word for word in notice.text.split() if "/sign-in/link/" in word)
    assert client.get(path_of(url)).status_code == 200


def test_a_mail_that_has_left_keeps_no_link(dana: Person) -> None:
    send_reset(address=dana.email)
    forget_links(timestamp=0)
    assert "/sign-in/link/" in Notice.objects.get().text
    Notice.objects.update(state=Notice.State.SENT)
    forget_links(timestamp=0)
    assert Notice.objects.get().text == ""


def test_a_second_reset_ends_the_first(dana: Person) -> None:
    send_reset(address=dana.email)
    Link.objects.update(created_at=clock.now() - timedelta(minutes=10))
    send_reset(address=dana.email)
    assert Link.objects.filter(revoked_at=None).count() == 1


def test_an_invitation_is_mailed_to_who_works_here(dana: Person) -> None:
    admin = make.actor(make.person(roles=("administrator",)))
    invite_person(dana, by=admin)
    assert Notice.objects.get(event="invitation").person == dana
    deactivate_person(dana, by=admin)
    with pytest.raises(Refused):
        invite_person(dana, by=admin)


def test_an_invitation_says_who_invites_to_which_company_and_lives_for_a_week(
    client: Client, dana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = make.actor(make.person("Ada Admin", roles=("administrator",)))
    set_setting(by=admin, name="company.name", value="Lakeside")
    set_setting(by=admin, name="company.address", value="Desk.Lakeside.example/")
    invite_person(dana, by=admin)
    notice = Notice.objects.get(event="invitation")
    assert notice.subject == "Your account in Callboard at Lakeside"
    assert "Ada Admin invites you to Callboard, where Lakeside does its daily work." in notice.text
    url = next(word for word in notice.text.split() if word.startswith("https://desk.lakeside.example/sign-in/link/"))
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=6, hours=23))
    assert client.get(path_of(url)).status_code == 200
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=7, hours=1))
    assert client.get(path_of(url)).status_code == 410


def test_a_link_of_the_terminal_opens_where_the_program_runs_whatever_the_company_said(
    dana: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    set_setting(by=Actor.clock("test"), name="company.address", value="https://nowhere.example")
    signin(Namespace(email=dana.email, json=False))
    assert capsys.readouterr().out.startswith("http://testserver/sign-in/link/")


def test_a_password_is_set_by_its_owner_and_leaves_no_digest(client: Client, dana: Person) -> None:
    with pytest.raises(Refused):
        set_password(dana, by=make.actor(make.person(roles=("administrator",))), password="an entirely new sentence")
    with pytest.raises(Refused):
        set_password(dana, by=make.actor(dana).with_key("k"), password="an entirely new sentence")
    with pytest.raises(Invalid):
        set_password(dana, by=make.actor(dana), password="password1234")
    set_password(dana, by=make.actor(dana), password="an entirely new sentence")
    assert not OnceKey.objects.exists()


def test_a_token_sets_no_password(dana: Person) -> None:
    token = create_token(by=make.actor(dana), name="x")
    new = "correct horse battery staple"
    headers = {"Authorization": f"Bearer {token.secret}"}
    body = {"target": dana.pk, "password": new}
    answer = Client().post("/api/v1/do/team.set_password", body, content_type="application/json", headers=headers)
    assert answer.status_code == 404
    body = {"verb": "team.set_password", "list": "people", "ids": [dana.pk], "given": {"password": new}}
    answer = Client().post("/api/v1/runs", body, content_type="application/json", headers=headers)
    assert answer.status_code == 422
    with pytest.raises(Refused):
        set_password(dana, by=Actor("token", person=dana, via="api"), password=new)


def test_a_session_sets_no_password_without_the_current_one(client: Client, dana: Person) -> None:
    client.force_login(dana)
    new = "correct horse battery staple"
    assert client.get(f"/do/team.set_password/{dana.pk}/").status_code == 404
    assert client.post(f"/do/team.set_password/{dana.pk}/", {"password": new}).status_code == 404
    body = {"target": dana.pk, "password": new}
    assert client.post("/api/v1/do/team.set_password", body, content_type="application/json").status_code == 404
    assert client.post("/profile/password/", {"password": new, "current": "a guess"}).status_code == 422
    dana.refresh_from_db()
    assert dana.check_password(PASSWORD)


def test_nobody_makes_a_link_that_signs_themselves_in(db: None) -> None:
    admin = make.person(roles=("administrator",))
    with pytest.raises(Refused, match="for somebody else"):
        sign_in_link(admin, by=make.actor(admin))


def test_old_attempts_are_swept(client: Client, dana: Person) -> None:
    come_in(client, dana, "wrong")
    SignInAttempt.objects.update(at=clock.now() - timedelta(hours=1))
    sweep_door(timestamp=0)
    assert not SignInAttempt.objects.exists()


def test_the_door_stays_out_of_caches(client: Client, db: None) -> None:
    answer = client.get(SIGN_IN)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.status_code == 200


def tries(number: int, minutes: float, *, address: bool, network: bool) -> list[Attempt]:
    return [Attempt(NOW - timedelta(minutes=minutes), address, network) for _number in range(number)]


def test_waiting_is_as_long_as_the_oldest_of_five_is_young() -> None:
    assert wait_for(tries(4, 1, address=True, network=True), NOW) == timedelta(0)
    assert wait_for(tries(5, 1, address=True, network=True), NOW) == timedelta(minutes=4)
    assert wait_for(tries(5, 5, address=True, network=True), NOW) == timedelta(0)


def test_one_network_that_tries_many_addresses_waits() -> None:
    assert wait_for(tries(30, 1, address=False, network=True), NOW) > timedelta(0)


def test_one_address_tried_from_many_networks_waits_but_five_strangers_do_not_slow_its_owner() -> None:
    assert wait_for(tries(5, 1, address=True, network=False), NOW) == timedelta(0)
    assert wait_for(tries(60, 1, address=True, network=False), NOW) > timedelta(0)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("unix", ""),
    ],
)
def test_a_network_is_an_address_or_a_64(address: str, network: str) -> None:
    assert network_of(address) == network
