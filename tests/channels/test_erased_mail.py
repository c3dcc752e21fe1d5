"""Mail that waits for a person is cancelled in the moment they are erased, whatever it was to wait for."""

from datetime import datetime, timedelta

import pytest

from callboard.channels.actions import retry_failed, send_message, start_sending
from callboard.channels.jobs import SENDER
from callboard.channels.models import Mailbox, Message
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import Log
from callboard.directory.actions import erase_contact
from callboard.directory.models import Contact
from tests import make
from tests.at_once import one_waits
from tests.channels.make import mailbox

pytestmark = pytest.mark.django_db

RAY = "ray@hargrove.example"


@pytest.fixture
def box() -> Mailbox:
    return mailbox()


@pytest.fixture
def admin() -> Actor:
    return make.actor(make.person("Ada", roles=("administrator",)))


@pytest.fixture
def ray(box: Mailbox) -> Contact:
    return make.contact(make.account("Hargrove Insurance Agency"), "Ray Hargrove", email=RAY)


def queued(to: str, admin: Actor, wait: timedelta | None = None, contact: Contact | None = None) -> Message:
    made = send_message(by=admin, to=to, subject="Papers", text="Attached.", contact=contact)
    if wait is not None:
        Message.objects.filter(pk=made.pk).update(next_try_at=clock.now() + wait)
    return made


def erased(contact: Contact, admin: Actor) -> None:
    erase_contact(Contact.objects.get(pk=contact.pk), by=admin, reason="a letter", never_contact=False)


def states(*messages: Message) -> set[tuple[str, str, datetime | None]]:
    rows = Message.objects.filter(pk__in=[each.pk for each in messages])
    return set(rows.values_list("state", "error", "next_try_at"))


def test_what_may_still_be_undone_and_what_is_planned_is_cancelled_at_once_and_says_why(
    admin: Actor, ray: Contact
) -> None:
    other = make.contact(make.account("Elsewhere"), "Zed", email="zed@else.example")
    undoable = queued(RAY, admin, timedelta(seconds=20))
    tomorrow = queued(RAY, admin, timedelta(days=1), ray)
    # Whom it is for is somebody of another account: that one is locked too.
    copied = queued(f"zed@else.example, {RAY}", admin, timedelta(days=1))
    stays = queued("zed@else.example", admin, timedelta(days=1), other)
    erased(ray, admin)
    ((state, error, again),) = states(undoable, tomorrow, copied)
    assert (state, again) == ("failed", None)
    assert "asked to be forgotten" in error
    assert {state for state, _error, _again in states(stays)} == {"queued"}
    cause = Log.objects.get(action="directory.erase_contact")
    lines = Log.objects.filter(action="channels.cancel_erased", cause_id=cause.pk)
    assert set(lines.values_list("target_id", flat=True)) == {undoable.pk, tomorrow.pk, copied.pk}


def test_tried_again_it_is_still_not_sent(admin: Actor, ray: Contact) -> None:
    message = queued(RAY, admin, timedelta(days=1), ray)
    erased(ray, admin)
    retry_failed(by=admin)
    start_sending(messages=[Message.objects.get(pk=message.pk)], by=SENDER)
    assert {state for state, _error, _again in states(message)} == {"failed"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("worker_first", [True, False])
def test_with_a_worker_at_it_either_has_it_and_never_both(admin: Actor, ray: Contact, worker_first: bool) -> None:
    message = queued(RAY, admin, None, ray)

    def sends() -> None:
        start_sending(messages=[Message.objects.get(pk=message.pk)], by=SENDER)

    def erases() -> None:
        erased(ray, admin)

    raised = one_waits(*((sends, erases) if worker_first else (erases, sends)))
    assert raised == [None, None]
    ((state, error, _again),) = states(message)
    assert state == ("sending" if worker_first else "failed")
    assert Log.objects.filter(action="channels.cancel_erased").count() == (0 if worker_first else 1)
