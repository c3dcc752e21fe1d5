"""Drafted interactions: undo, giving on, whom they were with gone meanwhile, two people at once."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.channels.models import Capture, Message
from callboard.core import clock
from callboard.core.access import visible
from callboard.core.actions import Actor, Forbidden, Refused, Text
from callboard.core.models import Log
from callboard.core.runs.actions import undo_run
from callboard.core.undo import REACH, undo
from callboard.directory.actions import erase_contact
from callboard.directory.models import Account, Contact
from callboard.journal.actions import (
    attach_draft,
    dismiss_draft,
    drop_mail,
    give_draft,
    keep_draft,
    log_interaction,
    meet_draft,
)
from callboard.journal.actions.drafts import return_draft
from callboard.journal.models import Drafted, DraftedInteraction, Kind
from callboard.team.models import Grant, Person
from tests import make
from tests.channels.captured import mail, take
from tests.core.running import finish, prepared, started
from tests.directory.importing.sending import brought_in, undone

LATE = datetime(2026, 3, 11, 21, 30, tzinfo=UTC)
TO = "ray@hargrove.example, mia@hargrove.example"


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count()
    monkeypatch.setattr(clock, "now", lambda: LATE + timedelta(seconds=next(seconds)))


def raw_of(person: Person, to: str = TO, id: str = "one@ours.example") -> bytes:
    return mail(to, sender=person.email, id=id, at=LATE - timedelta(hours=3))


def drafted(person: Person, to: str = TO, id: str = "one@ours.example") -> DraftedInteraction:
    way = Message.Direction.OUT
    message = take(raw_of(person, to, id), None, capture=Capture.OWN, person=person, direction=way)
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


def of_the_same_mail(draft: DraftedInteraction, person: Person) -> DraftedInteraction:
    return DraftedInteraction.objects.create(
        message=draft.message, person=person, account=draft.account, direction="out", at=draft.at, source="file"
    )


@pytest.mark.parametrize("since", [False, True])
def test_what_they_had_dismissed_is_dismissed_again_unless_they_took_it_up(
    dana: Person, ben: Person, ray: Contact, by: Actor, since: bool
) -> None:
    draft = drafted(dana)
    theirs = of_the_same_mail(draft, ben)
    dismiss_draft(theirs, by=make.actor(ben))
    give_draft(DraftedInteraction.objects.get(pk=draft.pk), by=by, to=ben)
    theirs.refresh_from_db()
    assert theirs.state == Drafted.OPEN
    if since:
        attach_draft(theirs, by=make.actor(ben), account=make.account("Elsewhere", owner=ben))
    undo(last("journal.give_draft"), by=by)
    draft.refresh_from_db()
    theirs.refresh_from_db()
    assert (draft.person, draft.state) == (dana, Drafted.OPEN)
    assert (theirs.person, theirs.state) == (ben, Drafted.OPEN if since else Drafted.DISMISSED)


@pytest.mark.parametrize("hers", [Drafted.OPEN, Drafted.DISMISSED, Drafted.KEPT])
def test_given_and_dropped_again_undo_leaves_each_one_draft_and_stops_at_none(
    dana: Person, ben: Person, ray: Contact, by: Actor, client: Client, hers: Drafted
) -> None:
    """She has one of the same mail again by the time she takes back what she gave: theirs goes, hers is there."""
    again, other = drafted(dana), drafted(dana, id="two@ours.example")
    for each in (other, again):
        give_draft(each, by=by, to=ben)
    logs = [str(log.pk) for log in Log.objects.filter(action="journal.give_draft").order_by("at")]
    mine = drop_mail(by=by, file=SimpleUploadedFile("m.eml", raw_of(dana)))
    if hers != Drafted.OPEN:
        (keep_draft if hers == Drafted.KEPT else dismiss_draft)(mine, by=by)
    client.force_login(dana)
    said = client.post(f"/undo/{logs[0]}/?also={logs[1]}", follow=True).content.decode()
    assert "Undone: 2 of 2." in said
    for each in (mine, again, other):
        each.refresh_from_db()
    assert (mine.person, mine.state) == (dana, Drafted.KEPT if hers == Drafted.KEPT else Drafted.OPEN)
    assert (again.person, again.state) == (ben, Drafted.DISMISSED)
    assert (other.person, other.state) == (dana, Drafted.OPEN)


def test_two_without_a_mail_are_not_of_the_same_mail(dana: Person, ben: Person, ray: Contact, by: Actor) -> None:
    some = [drafted(person, id=f"{number}@ours.example") for number, person in enumerate((dana, ben))]
    DraftedInteraction.objects.update(message=None)
    give_draft(some[0], by=by, to=ben)
    assert set(DraftedInteraction.objects.values_list("person", "state")) == {(ben.pk, Drafted.OPEN)}


def test_met_and_undone_it_names_the_stranger_again_and_whom_we_knew(
    dana: Person, hargrove: Account, ray: Contact, by: Actor
) -> None:
    draft = drafted(dana, to="Zoe Newcomer <zoe@nowhere.example>, ray@hargrove.example")
    assert (draft.name, draft.address, list(draft.contacts.all())) == ("Zoe Newcomer", "zoe@nowhere.example", [ray])
    meet_draft(draft, by=by, account=make.account("Nowhere Inc."), name="Zoe", email="zoe@nowhere.example")
    draft.refresh_from_db()
    assert (draft.name, draft.address) == ("", "")
    undo(last("journal.meet_draft"), by=by)
    draft.refresh_from_db()
    assert (draft.name, draft.address, list(draft.contacts.all())) == ("Zoe Newcomer", "zoe@nowhere.example", [ray])
    assert (draft.account, Message.objects.get().account) == (hargrove, hargrove)
    assert Contact.objects.filter(name="Zoe").exists()


def test_where_it_was_is_gone_and_undo_says_so(dana: Person, hargrove: Account, by: Actor, client: Client) -> None:
    draft = drafted(dana, to="zoe@nowhere.example")
    batch = brought_in((("Agency", "City", "State"), ("Alpha Agency", "Waco", "TX")), by=by)
    attach_draft(draft, by=by, account=Account.objects.get(name="Alpha Agency"))
    attach_draft(DraftedInteraction.objects.get(pk=draft.pk), by=by, account=hargrove)
    undone(batch, by=by)
    assert not Account.objects.filter(name="Alpha Agency").exists()
    client.force_login(dana)
    said = client.post(f"/undo/{last('journal.attach_draft').pk}/", follow=True).content.decode()
    assert "What it was before is no longer there" in said
    draft.refresh_from_db()
    assert draft.account == hargrove
