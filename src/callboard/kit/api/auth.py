"""Who calls the API: a program with a token, or a page with its session (then with CSRF)."""

import threading
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from callboard.core import clock
from callboard.core.access import allows, policy
from callboard.core.actions import Actor
from callboard.core.db import rows
from callboard.core.links import hashed
from callboard.kit.models import ApiToken

#: Whoever loses it has no tokens any more.
RIGHT = "kit.tokens"
KEY_HEADER = "Idempotency-Key"
LONGEST_KEY = 200
#: Requests a minute one token may make of one web process; the burst is a sixth of it.
RATE = 30_000
TOUCH_EVERY = timedelta(minutes=1)


class TooMany(Exception):
    """The token is over its rate; try again after `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class _Bucket:
    tokens: float
    at: float


class Limit:
    """A token bucket per key, in this process.  N web processes allow N times the rate: it stops a loop, not a crowd."""

    def __init__(self, a_minute: int) -> None:
        self.rate = a_minute / 60
        self.burst = max(1.0, a_minute / 6)
        self._buckets: dict[Any, _Bucket] = {}
        self._lock = threading.Lock()

    def take(self, key: Any, now: float) -> None:
        """Count one request at `now` (seconds, monotonic).  Raises TooMany."""
        with self._lock:
            bucket = self._buckets.setdefault(key, _Bucket(self.burst, now))
            bucket.tokens = min(self.burst, bucket.tokens + (now - bucket.at) * self.rate)
            bucket.at = now
            if bucket.tokens < 1:
                raise TooMany(int((1 - bucket.tokens) / self.rate) + 1)
            bucket.tokens -= 1
            if len(self._buckets) > 10_000:
                self._buckets = {name: each for name, each in self._buckets.items() if now - each.at < 120}


limit = Limit(getattr(settings, "API_RATE", RATE))


def caller(request: HttpRequest) -> Actor:
    """Who was let in, as ninja keeps them with the request."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


def key_of(request: HttpRequest) -> str | None:
    """The Idempotency-Key; 400 when it is too long or not plain text."""
    key = request.headers.get(KEY_HEADER, "")
    if len(key) > LONGEST_KEY or not key.isprintable():
        raise HttpError(400, f"{KEY_HEADER} has at most {LONGEST_KEY} printable characters.")
    return key or None


class Token(HttpBearer):
    """``Authorization: Bearer cb_...``."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        now = clock.now()
        beside, given = policy().beside_person(now)
        person, found = rows.first(get_user_model(), _BY_TOKEN, [*given, hashed(token)], (beside, *_OF_TOKEN))
        if person is None or not person.is_active:
            return None
        rights, pk, name, expires_on, last_used_at = found
        policy().know(person, rights, now)
        if expires_on is not None and expires_on < clock.business_day(now):
            return None
        actor = Actor("token", person=person, name=name[:60], via="api", key=key_of(request))
        if not allows(actor, RIGHT):
            return None
        limit.take(pk, time.monotonic())
        _touch(pk, last_used_at, now)
        return actor


_BY_TOKEN = f"""JOIN {ApiToken._meta.db_table} AS token ON token.person_id = {get_user_model()._meta.db_table}.id
WHERE token.secret_hash = %s AND token.revoked_at IS NULL"""
_OF_TOKEN = ("token.id", "token.name", "token.expires_on", "token.last_used_at")


def _touch(pk: int, last_used_at: datetime | None, now: datetime) -> None:
    """When it was last used, to the minute: a note about the token, not a change of it."""
    if last_used_at is None or now - last_used_at > TOUCH_EVERY:
        ApiToken.objects.filter(pk=pk).update(last_used_at=now)


class Session(APIKeyCookie):
    """The cookie of a signed-in browser; unsafe methods need the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Actor | None:
        if not request.user.is_authenticated:
            return None
        if check_csrf(request) is not None:
            raise HttpError(403, "The CSRF token is missing or wrong.")
        limit.take(("session", request.user.pk), time.monotonic())
        return replace(Actor.of(request, via="api"), key=key_of(request))

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        return self(request)
