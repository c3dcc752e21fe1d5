"""Coming in and going out. Nobody is known yet, so these write their own rows and no log line."""

from datetime import datetime

from django.contrib.auth import login
from django.http import HttpRequest

from callboard.team.models import Person, SignIn, SignInAttempt
from callboard.team.queries.door import address_hash, browser_of
from callboard.team.rules.door import network_of

BACKEND = "django.contrib.auth.backends.ModelBackend"


def note_failure(request: HttpRequest, address: str, now: datetime) -> None:
    """Count a failed try."""
    SignInAttempt.objects.create(address_hash=address_hash(address), network=network(request), at=now)


def enter(request: HttpRequest, person: Person, now: datetime, *, stay: bool) -> SignIn:
    """Begin a session under a new key. Without `stay` it ends with the browser."""
    login(request, person, backend=BACKEND)
    if not stay:
        request.session.set_expiry(0)
    request.session.save()
    return SignIn.objects.create(
        person=person,
        session_key=request.session.session_key or "",
        at=now,
        network=network(request)[:45],
        browser=browser_of(request.headers.get("User-Agent", ""))[:120],
    )


def keep(request: HttpRequest, old_key: str | None) -> None:
    """The session got a new key (a new password): its row follows."""
    SignIn.objects.filter(session_key=old_key or "").update(session_key=request.session.session_key)


def leave(request: HttpRequest, now: datetime) -> None:
    """Note that the session of a request ends."""
    SignIn.objects.filter(session_key=request.session.session_key or "").update(ended_at=now)


def network(request: HttpRequest) -> str:
    """The network a request comes from, as its connection says."""
    return network_of(request.META.get("REMOTE_ADDR", ""))
