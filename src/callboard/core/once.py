"""Once: one table of keys, filled first and in the same transaction.  A form's nonce and an API's Idempotency-Key are the same thing."""

import hashlib
import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from callboard.core.actor import Actor
from callboard.core.db import rows
from callboard.core.errors import Invalid
from callboard.core.models import Log, OnceKey
from callboard.core.params import encode
from callboard.core.refs import Ref, kind_of, records

KEPT = timedelta(days=30)


@dataclass
class Claim:
    """A key this run holds, or (``done``) one an earlier run finished with ``result``."""

    id: int
    done: bool = False
    result: Any = None
    log_id: uuid.UUID | None = None

    def filled(self, log: Log, result: Any) -> rows.Statement:
        """The statement that stores what came of it."""
        known = isinstance(result, Model) and result.pk is not None
        kind, pk = (kind_of(result), result.pk) if known else ("", None)
        return _FILL, [log.id, kind, pk, self.id]


_CLAIM = """INSERT INTO core_oncekey (identity, key, digest, at, result_kind) VALUES (%s, %s, %s, %s, '')
ON CONFLICT DO NOTHING RETURNING id"""
_FILL = "UPDATE core_oncekey SET log_id = %s, result_kind = %s, result_id = %s WHERE id = %s"


def digest(name: str, target: Model | None, given: dict[str, Any]) -> str:
    shown = [
        name,
        target.pk if target is not None else None,
        {key: encode(value) for key, value in sorted(given.items()) if not key.startswith("_")},
    ]
    return hashlib.sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()


def claim(by: Actor, name: str, target: Model | None, given: dict[str, Any]) -> Claim:
    """Claim ``by.key``.  Waits for another run that holds it.  Invalid when the key came with another body before."""
    wanted = digest(name, target, given)
    new = rows.ask(_CLAIM, [by.identity, by.key, wanted, by.now])
    if new:
        return Claim(new[0][0])
    earlier = OnceKey.objects.get(identity=by.identity, key=by.key)
    if earlier.digest != wanted:
        raise Invalid(
            {"": _("This key was used before with other contents. Nothing was done; send the request with a new key.")}
        )
    ref = Ref(earlier.result_kind, earlier.result_id) if earlier.result_id else None
    return Claim(earlier.pk, done=True, result=records([ref]).get(ref) if ref else None, log_id=earlier.log_id)


def forget_old(*, now: datetime) -> int:
    """Delete keys older than 30 days; returns how many."""
    return OnceKey.objects.filter(at__lt=now - KEPT).delete()[0]
