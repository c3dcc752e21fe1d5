"""The door: passwords and sessions."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import OnceKey
from callboard.kit.actions import create_token
from callboard.team.actions import deactivate_person, set_password, sign_out_everywhere
from callboard.team.jobs import sweep_door
from callboard.team.models import Person, SignIn, SignInAttempt
from tests import make
from tests.team.door import PASSWORD, SIGN_IN, come_in, with_password


@pytest.fixture
def dana(db: None) -> Person:
    return with_password("Dana")


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


def test_the_old_password_is_asked_of_who_came_by_password(client: Client, dana: Person) -> None:
    come_in(client, dana)
    wrong = client.post("/profile/password/", {"current": "no", "password": "an entirely new sentence"})
    assert wrong.status_code == 422
    right = client.post("/profile/password/", {"current": PASSWORD, "password": "an entirely new sentence"})
    assert right.status_code == 302
    assert client.get("/people/").status_code == 200


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


def test_old_attempts_are_swept(client: Client, dana: Person) -> None:
    come_in(client, dana, "wrong")
    SignInAttempt.objects.update(at=clock.now() - timedelta(hours=1))
    sweep_door(timestamp=0)
    assert not SignInAttempt.objects.exists()


def test_the_door_stays_out_of_caches(client: Client, db: None) -> None:
    answer = client.get(SIGN_IN)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.status_code == 200
