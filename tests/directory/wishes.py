"""Somebody with an address and a number, and the rule that refuses a call to them."""

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import Log
from callboard.core.registry import register
from callboard.directory.models import (
    Contact,
)
from callboard.directory.queries import Denied, may_contact

NUMBER, MAIL = "+19035550142", "ray@hargrove.example"


def rule(contact: Contact, by: Actor, purpose: str = "sales", medium: str = "phone") -> str:
    to = MAIL if medium == "mail" else NUMBER
    cause = clock.now() if purpose == "answer" else None
    found = may_contact(to, contact=contact, medium=medium, purpose=purpose, cause=cause, by=by, now=clock.now())
    return found.rule if isinstance(found, Denied) else ""


def undo(by: Actor) -> None:
    log = Log.objects.order_by("-at").first()
    assert log is not None
    register.actions[log.action].undo_of(log, by=by)
