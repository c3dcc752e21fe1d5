"""Who a request is from.  The session, its person and what they may do come in one statement, read anew for each request.

`settings.SESSION_ENGINE` and `settings.AUTHENTICATION_BACKENDS` name this module.
"""

from contextvars import ContextVar
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.contrib.sessions.base_session import AbstractBaseSession

from callboard.core import changes, clock
from callboard.core.access import policy
from callboard.core.db import rows
from callboard.team.models import Person, Session

#: The person who came with the session just read; Django asks for them next, by their id.
_came: "ContextVar[Person | None]" = ContextVar("came", default=None)


class SessionStore(InDatabase):
    """Django's, in a table that knows whose a session is."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """The row; whose it is stands in it as Django's sign-in wrote it."""
        made = super().create_model_instance(data)
        if isinstance(made, Session):
            made.person_id = data.get(SESSION_KEY)
        return made

    def _get_session_from_db(self) -> Any:
        """The row, if it is not over.  Its person waits for `SignedIn`, with their rights."""
        now = clock.now()
        beside, given = policy().beside_person(now)
        person, more = rows.first(Person, _BY_SESSION, [*given, self.session_key, now], (beside, *_OF_SESSION))
        _came.set(person)
        if person is None:
            # Nobody signed in yet, or it is over.
            return super()._get_session_from_db()  # type: ignore[misc]  # the stubs leave it out
        facts, data, ends_at, newest = more
        policy().know(person, facts, now)
        # What changes from here on reaches the page by its stream (kit/nav.py).
        person.newest_change = newest
        return Session(session_key=self.session_key or "", session_data=data, expire_date=ends_at, person=person)


_BY_SESSION = """JOIN team_session AS session ON session.person_id = team_person.id
WHERE session.session_key = %s AND session.expire_date > %s"""
_OF_SESSION = ("session.session_data", "session.expire_date", changes.NEWEST)


class SignedIn(ModelBackend):
    """Signs in by address and password, as Django does.  Who has left is nobody."""

    def get_user(self, user_id: int) -> Person | None:
        """The person of the session just read, else read by id."""
        person = _came.get()
        _came.set(None)
        if person is None or person.pk != user_id:
            return super().get_user(user_id)
        return person if self.user_can_authenticate(person) else None
