"""Coming in and going out. Nobody is known yet, so these write their own rows and no log line."""

from datetime import datetime

from callboard.team.models import Person, SignIn, SignInAttempt
from callboard.team.queries.door import address_hash, browser_of


def note_failure(address: str, network: str, now: datetime) -> None:
    """Count a failed try for an address from a network."""
    SignInAttempt.objects.create(address_hash=address_hash(address), network=network, at=now)


def note_entry(person: Person, session_key: str, network: str, agent: str, now: datetime) -> SignIn:
    """Remember a new session, so that it can be seen and ended. `agent`: what the browser says of itself."""
    return SignIn.objects.create(
        person=person,
        session_key=session_key,
        at=now,
        network=network[:45],
        browser=browser_of(agent)[:120],
    )


def follow(old_key: str, new_key: str) -> None:
    """The session got a new key (a new password): its row follows."""
    SignIn.objects.filter(session_key=old_key).update(session_key=new_key)


def note_exit(session_key: str, now: datetime) -> None:
    """The session ends."""
    SignIn.objects.filter(session_key=session_key).update(ended_at=now)
