"""Who a request is from.  The session, its person and what they may do come in one statement, read anew for each request.

`settings.SESSION_ENGINE` and `settings.AUTHENTICATION_BACKENDS` name this module.
"""

import logging
from contextvars import ContextVar
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.exceptions import SuspiciousOperation

from callboard.core import changes, clock
from callboard.team.models import Person, Session
from callboard.team.queries.rights import facts_of_person, rights_from

log = logging.getLogger("django.security.SuspiciousOperation")
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

    def _get_session_from_db(self) -> Session | None:
        """The row, if it is not over.  Its person waits for `SignedIn`, with their rights."""
        now = clock.now()
        rows = Session.objects.select_related("person").annotate(
            facts=facts_of_person(now), newest_change=changes.newest()
        )
        try:
            found = rows.filter(session_key=self.session_key, expire_date__gt=now).first()
        except SuspiciousOperation as error:
            log.warning(str(error))
            found = None
        if found is None:
            self._session_key = None
            return None
        if found.person is not None:
            found.person.rights = rights_from(found.person, found.facts, now)
            # What changes from here on reaches the page by its stream (kit/nav.py).
            found.person.newest_change = found.newest_change
        _came.set(found.person)
        return found


class SignedIn(ModelBackend):
    """Signs in by address and password, as Django does.  Who has left is nobody."""

    def get_user(self, user_id: int) -> Person | None:
        """The person of the session just read, else read by id."""
        person = _came.get()
        _came.set(None)
        if person is None or person.pk != user_id:
            return super().get_user(user_id)
        return person if self.user_can_authenticate(person) else None
