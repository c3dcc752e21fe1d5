"""Every verb takes what its types allow, however odd, and never fails: it acts, refuses, or says which field is wrong."""

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from tests import make
from tests.conformance import walk
from tests.conformance.records import any_record

from callboard.core.actions import Action, File, Param, Text
from callboard.core.money import Money

pytestmark = pytest.mark.django_db

TRIES = 6
ODD = (
    "",
    " ",
    "x",
    "Ωδη",
    "a" * 250,
    "'; --",
    "<b>&amp;",
    "\u202e\u200b",
    "{x} %s",
    "line\nline",
    "🙂",
    "0",
    "-1",
    "=1+1",
)
KNOWN = (200, 400, 403, 404, 409, 422, 503)


def value(param: Param, rng: random.Random, records: dict[Any, list[int]]) -> Any:
    """Something of the parameter's type."""
    if param.optional and rng.random() < 0.2:
        return None
    if param.is_model:
        known = records[param.type]
        return rng.sample(known, rng.randint(0, len(known))) if param.many else rng.choice([*known, 1, 2**63 - 1])
    if param.is_enum:
        return rng.choice(list(param.type)).value
    kinds: dict[Any, Any] = {
        int: lambda: rng.choice([0, 1, -1, 7, 2**31, 2**63 - 1]),
        bool: lambda: rng.random() < 0.5,
        Decimal: lambda: str(rng.choice([Decimal(0), Decimal("-1"), Decimal("0.5"), Decimal("99999999999.99")])),
        Money: lambda: str(rng.choice([Decimal(0), Decimal("-5"), Decimal("12.34"), Decimal("9999999999999.99")])),
        date: lambda: str(
            rng.choice([make.NOW.date() + timedelta(days=rng.randint(-400, 400)), date(1900, 1, 1), date(2999, 12, 31)])
        ),
        File: lambda: {"name": rng.choice(["a.csv", "../x", "Ω.pdf"]), "content": rng.choice(["", "aGk=", "AAAA"])},
        Text: lambda: rng.choice([*ODD, "word " * 500]),
    }
    made = kinds.get(param.type)
    if made is not None:
        return made()
    return rng.choice(ODD) if param.type is str else (make.NOW + timedelta(days=rng.randint(-800, 800))).isoformat()


@pytest.mark.parametrize("action", walk.actions(), ids=walk.named)
def test_odd_input_never_makes_a_verb_fail(action: Action[..., Any]) -> None:
    rng = random.Random(action.name)
    person = walk.somebody(action.who, *([walk.view_of(action.target_model)] if action.target_model else []))
    headers = walk.bearer(person)
    records: dict[Any, list[int]] = {
        param.type: [any_record(param.type, person).pk for _ in range(2)] for param in action.params if param.is_model
    }
    target = {"target": any_record(action.target_model, person).pk} if action.target_model else {}
    for number in range(TRIES):
        body = target | {
            param.name: value(param, rng, records) for param in action.params if param.required or rng.random() < 0.7
        }
        with transaction.atomic():
            answer = Client(raise_request_exception=False).post(
                f"/api/v1/do/{action.name}",
                body,
                content_type="application/json",
                headers={**headers, "Idempotency-Key": str(number)},
            )
            assert answer.status_code in KNOWN, (body, answer.content[:500])
            transaction.set_rollback(True)
