"""Standing at the door: somebody with a password, and how they come in."""

from django.test import Client

from callboard.team.models import Person
from tests import make

PASSWORD = "a quiet brown horse"
SIGN_IN = "/sign-in/"


def with_password(name: str) -> Person:
    person = make.person(name)
    person.set_password(PASSWORD)
    person.save()
    return person


def come_in(client: Client, person: Person, password: str = PASSWORD, **more: str) -> object:
    return client.post(SIGN_IN, {"email": person.email.upper(), "password": password, "stay": "on", **more})


def path_of(url: str) -> str:
    return url.removeprefix("http://testserver")
