"""Drafted interactions: undo, giving on, whom they were with gone meanwhile, two people at once."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.test import Client

from callboard.channels.models import Capture, Message
from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor, Forbidden, Refused, Text
from callboard.core.models import Log
from callboard.core.runs.actions import undo_run
from callboard.core.undo import REACH, undo
from callboard.directory.actions import erase_contact
from callboard.directory.models import Contact
from callboard.journal.actions import attach_draft, dismiss_draft, give_draft, keep_draft, log_interaction
from callboard.journal.actions.drafts import return_draft
from callboard.journal.models import Drafted, DraftedInteraction, Kind
from callboard.team.models import Grant, Person
from tests import make
from tests.channels.captured import mail, take
from tests.core.running import finish, prepared, started

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


@pytest.fixture
def rep(ray: Contact) -> Person:
    return make.person("Rep", roles=("account_executive",))


@pytest.fixture
def ben() -> Person:
    return make.person("Ben", roles=("account_executive",))


def test_given_away_by_mistake_it_is_taken_back_though_it_is_theirs_now(rep: Person, ben: Person) -> None:
    draft, me = drafted(rep), make.actor(rep)
    give_draft(draft, by=me, to=ben)
    assert not visible(DraftedInteraction.objects.all(), me).exists()
    undo(last("journal.give_draft"), by=me)
    draft.refresh_from_db()
    assert (draft.person, draft.state) == (rep, Drafted.OPEN)
    with pytest.raises(Refused, match="undone already"):
        undo(last("journal.give_draft"), by=me)


def test_nobody_else_takes_it_back_nor_its_giver_by_another_verb(rep: Person, ben: Person) -> None:
    draft, third = drafted(rep), make.person("Third", roles=("account_executive",))
    give_draft(draft, by=make.actor(rep), to=ben)
    given = last("journal.give_draft")
    with pytest.raises(Forbidden):
        undo(given, by=make.actor(third))
    with pytest.raises(Forbidden):
        undo(given, by=Actor("token", person=rep))
    draft.refresh_from_db()
    for verb in (dismiss_draft, return_draft):
        with pytest.raises(Forbidden):
            verb(draft, by=make.actor(rep))
    with pytest.raises(Forbidden):
        dismiss_draft(draft, by=make.actor(rep), _undoes=given.pk)
    with pytest.raises(Forbidden):
        return_draft(drafted(ben, id="other@ours.example"), by=make.actor(rep), _undoes=given.pk)


def test_what_the_other_did_with_it_stays(rep: Person, ben: Person, ray: Contact) -> None:
    """Kept by a note written elsewhere it has no log line of its own, and is changed all the same."""
    draft, me = drafted(rep), make.actor(rep)
    give_draft(draft, by=me, to=ben)
    log_interaction(
        by=make.actor(ben), kind=Kind.MAIL, accounts=[ray.account], text=Text("Two seats."), message=draft.message
    )
    with pytest.raises(Refused, match="Something was done to it since"):
        undo(last("journal.give_draft"), by=me)
    draft.refresh_from_db()
    assert (draft.person, draft.state) == (ben, Drafted.KEPT)


def test_not_for_ever_nor_without_the_role(rep: Person, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    give_draft(drafted(rep), by=make.actor(rep), to=ben)
    given = last("journal.give_draft")
    monkeypatch.setattr(clock, "now", lambda: LATE + REACH + timedelta(minutes=1))
    with pytest.raises(Forbidden):
        undo(given, by=make.actor(rep))
    monkeypatch.setattr(clock, "now", lambda: LATE + timedelta(minutes=1))
    Grant.objects.create(role="account_executive", operation="journal.drafts", scope="none")
    with pytest.raises(Forbidden):
        undo(given, by=make.actor(Person.objects.get(pk=rep.pk)))


def test_several_given_at_once_are_taken_back(rep: Person, ben: Person) -> None:
    some = [drafted(rep, id=f"{number}@ours.example") for number in range(2)]
    me = make.actor(rep)
    run = prepared(me, "journal.give_draft", source="drafted", ids=[draft.pk for draft in some])
    finish(started(run, me, f'{{"to": {ben.pk}}}'))
    assert set(DraftedInteraction.objects.values_list("person", flat=True)) == {ben.pk}
    assert finish(undo_run(run, by=me)).done == 2
    assert set(DraftedInteraction.objects.values_list("person", flat=True)) == {rep.pk}


def test_the_page_leads_to_ones_own_drafts_and_its_undo_works(rep: Person, ben: Person, client: Client) -> None:
    draft = drafted(rep)
    client.force_login(rep)
    answer = client.post(f"/do/journal.give_draft/{draft.pk}/", {"to": ben.pk, "nonce": "n"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/drafted/"
    assert client.get(f"/drafted/{draft.pk}/").status_code == 404
    client.post(f"/undo/{last('journal.give_draft').pk}/")
    draft.refresh_from_db()
    assert draft.person == rep
