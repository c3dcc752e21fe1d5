"""A page is packed for a browser that can unpack it; what is streamed goes as it comes."""

import gzip

import pytest
from django.test import Client

from callboard.directory.models import Account
from tests.conformance import walk

pytestmark = pytest.mark.django_db

ASKED = {"Accept-Encoding": "gzip, br"}


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(walk.somebody(walk.view_of(Account)))
    return client


def test_a_page_is_packed_for_who_can_unpack_it(reader: Client) -> None:
    packed, plain = reader.get("/accounts/", headers=ASKED), reader.get("/accounts/")
    assert packed["Content-Encoding"] == "gzip" and "Accept-Encoding" in packed["Vary"]
    assert b"<title>" in gzip.decompress(packed.content)
    assert "Content-Encoding" not in plain and b"<title>" in plain.content


def test_the_same_page_has_not_the_same_length_twice(reader: Client) -> None:
    assert len({len(reader.get("/accounts/", headers=ASKED).content) for _ in range(12)}) > 1


def test_an_export_is_streamed_as_it_comes(reader: Client) -> None:
    answer = reader.get("/accounts/?format=csv", headers=ASKED)
    assert answer.streaming and "Content-Encoding" not in answer
