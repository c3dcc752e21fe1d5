"""Links that sign in: used once, mailed to whom they belong, stored hashed, over in time."""

import re
from argparse import Namespace
from datetime import timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Actor, Refused
from callboard.core.models import Link, Notice
from callboard.team.actions import deactivate_person, invite_person, set_setting, sign_in_link
from callboard.team.commands import signin
from callboard.team.jobs import forget_links, send_reset
from callboard.team.models import Person
from tests import make
from tests.team.door import come_in, path_of, with_password

TOKEN = re.compile(r'value="\w{64}"')


@pytest.fixture
def dana(db: None) -> Person:
    return with_password("Dana")


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


def test_nobody_makes_a_link_that_signs_themselves_in(db: None) -> None:
    admin = make.person(roles=("administrator",))
    with pytest.raises(Refused, match="for somebody else"):
        sign_in_link(admin, by=make.actor(admin))
