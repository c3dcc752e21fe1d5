"""Every operation of the API: a token, a right, bounded ids, the declared answers, no query that grows with the rows."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record

from callboard.core.models import TimelineEntry
from callboard.kit.api.lists import row_schema
from callboard.kit.api.records import record_schema
from callboard.kit.api.timeline import Entries
from callboard.kit.pages import ListPage, RecordPage

pytestmark = pytest.mark.django_db

LISTS = pytest.mark.parametrize("shown", walk.lists(), ids=walk.named)
RECORDS = pytest.mark.parametrize("shown", walk.records(), ids=walk.named)
ANSWERS = {"200", "400", "401", "403", "404", "409", "422", "429"}


def operations() -> list[tuple[str, str, Any]]:
    paths = Client().get("/api/v1/openapi.json").json()["paths"]
    return [(method, path, operation) for path, methods in paths.items() for method, operation in methods.items()]


def test_every_operation_declares_its_answers_and_wants_a_token() -> None:
    found = operations()
    assert len(found) >= len(walk.lists()) + len(walk.records()) + len(walk.actions())
    for method, path, operation in found:
        assert set(operation["responses"]) >= ANSWERS, (method, path)
        assert operation["security"], (method, path)
    names = [operation["operationId"] for _method, _path, operation in found]
    assert len(names) == len(set(names))


def test_every_operation_is_401_without_a_token() -> None:
    for method, path, _operation in operations():
        url = path.replace("{pk}", "1").replace("{log}", "00000000-0000-0000-0000-000000000000")
        answer = getattr(Client(), method)(url)
        assert answer.status_code == 401, (method, path)


@LISTS
def test_a_list_answers_who_may_with_the_queries_of_one_row(shown: type[ListPage]) -> None:
    person = walk.somebody(shown.operation())
    token = walk.bearer(person)
    url = f"/api/v1/{shown.name}"
    assert walk.signed_in(walk.nobody()).get(url).status_code == 403
    counts = []
    for more in (1, 12):
        for _ in range(more):
            any_record(shown.model, person)
        Client().get(url, headers=token)
        with CaptureQueriesContext(connection) as asked:
            answer = Client().get(url, headers=token)
        assert answer.status_code == 200, answer.content
        for item in answer.json()["items"]:
            row_schema(shown).model_validate(item)
        counts.append(len(asked))
    assert counts[1] <= counts[0]


@RECORDS
def test_a_record_answers_who_may_without_a_secret(shown: type[RecordPage]) -> None:
    person = walk.somebody(shown.operation())
    record = any_record(shown.model, person)
    url = f"/api/v1/{shown.name}/{record.pk}"
    assert walk.signed_in(walk.nobody()).get(url).status_code in (403, 404)
    answer = Client().get(url, headers=walk.bearer(person))
    assert answer.status_code == 200, answer.content
    record_schema(shown).model_validate(answer.json())
    assert not [name for name in answer.json() if any(word in name for word in ("password", "secret", "hash"))]


@pytest.mark.parametrize("shown", [page for page in walk.records() if page.timeline], ids=walk.named)
def test_a_timeline_answers_who_may_with_the_queries_of_one_entry(shown: type[RecordPage]) -> None:
    person = walk.somebody(shown.operation())
    record, token = any_record(shown.model, person), walk.bearer(person)
    url = f"/api/v1/{shown.name}/{record.pk}/timeline"
    assert walk.signed_in(walk.nobody()).get(url).status_code in (403, 404)
    counts = []
    for more in (1, 12):
        for number in range(more):
            kind = shown.model._meta.label_lower
            root = record.pk if kind == settings.ROOT_MODEL.lower() else 1
            TimelineEntry.objects.create(
                root_id=root,
                at=make.NOW,
                kind="test",
                ref_kind=kind,
                ref_id=record.pk,
                title=f"Ω{number}",
                audience=["all"],
            )
        Client().get(url, headers=token)
        with CaptureQueriesContext(connection) as asked:
            answer = Client().get(url, headers=token)
        assert answer.status_code == 200, answer.content
        assert len(Entries.model_validate(answer.json()).items) >= more
        counts.append(len(asked))
    assert counts[1] <= counts[0] <= 4
