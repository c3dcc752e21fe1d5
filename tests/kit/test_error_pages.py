"""The addresses of the product, not of a test, answer with our own pages."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver

from callboard.kit import errors

pytestmark = pytest.mark.django_db


def test_an_address_nobody_knows_is_a_page_of_ours(client: Client) -> None:
    answer = client.get("/nothing-here/")
    assert answer.status_code == 404
    assert "This page is not here" in answer.content.decode()


@pytest.mark.parametrize(
    ("status", "page"),
    [(400, errors.bad_request), (403, errors.forbidden), (404, errors.not_found), (500, errors.server_error)],
)
def test_every_failure_has_a_page_of_ours(status: int, page: object) -> None:
    assert get_resolver(settings.ROOT_URLCONF).resolve_error_handler(status) == page
