"""Drafted interactions: undo, giving on, whom they were with gone meanwhile, two people at once."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from callboard.channels.models import Capture, Message
from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.models import Log
from callboard.core.undo import undo
from callboard.directory.actions import erase_contact
from callboard.directory.models import Contact
from callboard.journal.actions import attach_draft, dismiss_draft, give_draft, keep_draft
from callboard.journal.models import Drafted, DraftedInteraction
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail, take

LATE = datetime(2026, 3, 11, 21, 30, tzinfo=UTC)
TO = "ray@hargrove.example, mia@hargrove.example"


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count()
    monkeypatch.setattr(clock, "now", lambda: LATE + timedelta(seconds=next(seconds)))


def drafted(person: Person, to: str = TO, id: str = "one@ours.example") -> DraftedInteraction:
    raw = mail(to, sender=person.email, id=id, at=LATE - timedelta(hours=3))
    message = take(raw, None, capture=Capture.OWN, person=person, direction=Message.Direction.OUT)
    return DraftedInteraction.objects.get(message=message, person=person)


def last(name: str) -> Log:
    return Log.objects.filter(action=name).order_by("-at").first()


def test_put_elsewhere_and_undone_it_is_with_the_same_people(dana: Person, ray: Contact, by: Actor) -> None:
    mia = make.contact(ray.account, "Mia", email="mia@hargrove.example")
    draft = drafted(dana)
    assert set(draft.contacts.all()) == {ray, mia}
    attach_draft(draft, by=by, account=make.account("Elsewhere"))
    undo(last("journal.attach_draft"), by=by)
    draft.refresh_from_db()
    assert draft.account == ray.account
    assert set(draft.contacts.all()) == {ray, mia}


def test_given_to_somebody_who_has_it_too_undo_brings_it_back(dana: Person, ray: Contact, by: Actor) -> None:
    ben = make.person("Ben")
    draft = drafted(dana)
    DraftedInteraction.objects.create(
        message=draft.message, person=ben, account=draft.account, direction="out", at=draft.at, source="file"
    )
    give_draft(draft, by=by, to=ben)
    undo(last("journal.give_draft"), by=by)
    draft.refresh_from_db()
    assert (draft.person, draft.state) == (dana, Drafted.OPEN)


def test_whom_it_was_with_is_erased_and_it_can_still_be_kept(dana: Person, ray: Contact, by: Actor) -> None:
    make.contact(ray.account, "Mia", email="mia@hargrove.example")
    draft = drafted(dana)
    admin = make.actor(make.person("Root", roles=("administrator",)))
    erase_contact(ray, by=admin, reason="Asked for it")
    made = keep_draft(DraftedInteraction.objects.get(pk=draft.pk), by=by)
    assert made.contact != ray


def test_a_dismissed_one_of_a_colleague_is_no_way_to_lose_mine(dana: Person, ray: Contact, by: Actor) -> None:
    """Ben dismissed his draft of the same mail; what I give him must not vanish from both lists."""
    ben = make.person("Ben")
    draft = drafted(dana)
    theirs = DraftedInteraction.objects.create(
        message=draft.message, person=ben, account=draft.account, direction="out", at=draft.at, source="file"
    )
    dismiss_draft(theirs, by=make.actor(ben))
    give_draft(DraftedInteraction.objects.get(pk=draft.pk), by=by, to=ben)
    assert DraftedInteraction.objects.filter(message=draft.message, state=Drafted.OPEN).exists()
