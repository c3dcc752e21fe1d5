"""Mail from before somebody was known: passed by, listed when its person looks for it, shared only when they say so."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from callboard.channels.actions import own as verbs
from callboard.channels.models import Message, OwnFolder, OwnMail, OwnMailbox, OwnRule
from callboard.core import clock
from callboard.core.actions import Refused
from callboard.directory.models import Contact
from callboard.journal.models import DraftedInteraction
from callboard.team.models import Person
from tests import make
from tests.channels.own import SENT, by, counts, look, mail, rows, turned_on
from tests.channels.servers import PASSWORD, Imap

pytestmark = pytest.mark.django_db(transaction=True)
BO = "bo@agency.example"


@pytest.fixture
def passed_by(server: Imap, box: OwnMailbox, dana: Person, ann: Contact, kind: str) -> OwnMailbox:
    """Shared, and two mails with somebody nobody knew then, who is known by now."""
    box = turned_on(box)
    server.deliver(mail(1, BO, dana.email, "A question"))
    server.deliver(mail(2, dana.email, BO, "An answer"), SENT[kind])
    box = look(box)
    assert (rows(box), counts(box)) == ({}, {"unknown": 2})
    make.contact(ann.account, "Bo", email=BO)
    return look(box)


EARLIER = {"A question": "earlier", "An answer": "earlier"}


def looked_for(box: OwnMailbox) -> OwnMailbox:
    verbs.look_for_earlier_mail(box, by=by(box.person))
    return look(box)


def test_it_is_listed_when_asked_for_and_taken_when_shared(
    passed_by: OwnMailbox, dana: Person, client: Client, server: Imap
) -> None:
    assert rows(passed_by) == {}
    box = looked_for(passed_by)
    assert (rows(box), counts(box)) == (EARLIER, {})
    look(box)
    assert not Message.objects.exists()
    client.force_login(dana)
    assert "2 mails came before somebody" in client.get("/profile/mailbox/").content.decode()
    page = client.get("/profile/mailbox/mails/?show=earlier").content.decode()
    assert "A question" in page and "share_earlier_mail" in page
    box.refresh_from_db()
    verbs.share_earlier_mail(box, by=by(dana))
    assert set(rows(look(box)).values()) == {"taken"}
    assert set(DraftedInteraction.objects.filter(person=dana).values_list("direction", flat=True)) == {"in", "out"}
    box.refresh_from_db()
    with pytest.raises(Refused, match="No earlier mail"):
        verbs.share_earlier_mail(box, by=by(dana))
    # What comes from now on is shared as any other.
    server.deliver(mail(3, BO, dana.email, "Another"))
    assert rows(look(box))["Another"] == "taken"


def test_of_it_what_is_private_or_never_taken_is_not_shared(passed_by: OwnMailbox, dana: Person) -> None:
    box = looked_for(passed_by)
    verbs.make_private(OwnMail.objects.get(subject="An answer"), by=by(dana))
    rule = verbs.add_own_rule(by=by(dana), effect=OwnRule.Effect.NEVER, covers="address", value=BO)
    assert rows(look(box)) == {"A question": "left", "": "private"}
    box.refresh_from_db()
    with pytest.raises(Refused):
        verbs.share_earlier_mail(box, by=by(dana))
    verbs.remove_own_rule(rule, by=by(dana))
    assert rows(look(box)) == {"A question": "earlier", "": "private"}
    assert not Message.objects.exists()


def test_what_a_rule_left_out_when_it_was_found_is_earlier_mail_once_the_rule_is_gone(
    passed_by: OwnMailbox, dana: Person
) -> None:
    rule = verbs.add_own_rule(by=by(dana), effect=OwnRule.Effect.NEVER, covers="address", value=BO)
    box = looked_for(passed_by)
    assert set(rows(box).values()) == {"left"}
    verbs.remove_own_rule(rule, by=by(dana))
    assert rows(look(box)) == EARLIER
    assert not Message.objects.exists()


@pytest.mark.parametrize("why", ["a rule was removed", "another UIDVALIDITY", "off and on"])
def test_whatever_else_makes_all_of_it_be_looked_at_again_shares_none_of_it(
    passed_by: OwnMailbox, dana: Person, why: str
) -> None:
    if why == "a rule was removed":
        rule = verbs.add_own_rule(by=by(dana), effect=OwnRule.Effect.NEVER, covers="domain", value="other.example")
        verbs.remove_own_rule(rule, by=by(dana))
    elif why == "another UIDVALIDITY":
        OwnFolder.objects.update(uid_validity=7)
    else:
        verbs.turn_off_capture(passed_by, by=by(dana))
        looked_for(OwnMailbox.objects.get(pk=passed_by.pk))
        verbs.turn_on_capture(OwnMailbox.objects.get(pk=passed_by.pk), by=by(dana))
    assert rows(look(passed_by)) == EARLIER
    assert not Message.objects.exists()


@pytest.mark.parametrize("listed", [False, True])
def test_another_server_is_another_mailbox_and_shares_nothing_before_it_is_turned_on(
    passed_by: OwnMailbox, dana: Person, server: Imap, listed: bool
) -> None:
    box = looked_for(passed_by) if listed else passed_by
    box.refresh_from_db()
    actor = by(dana)
    verbs.change_own_mailbox(
        box, by=actor, address=box.address, imap_host="localhost", imap_port=server.port, imap_tls=False, user=box.user,
        password=PASSWORD,
    )  # fmt: skip
    assert actor.said == ["Nothing more is shared: look at the preview, then turn it on again."]
    with pytest.raises(Refused, match="look at the preview first"):
        verbs.turn_on_capture(OwnMailbox.objects.get(pk=box.pk), by=by(dana))
    box = look(look(box))
    assert (box.state, set(rows(box).values())) == ("preview", {"waiting"})
    assert not Message.objects.exists()


def test_what_is_listed_after_its_person_looked_is_not_shared_with_the_rest(
    passed_by: OwnMailbox, dana: Person, ann: Contact, server: Imap, client: Client
) -> None:
    looked_for(passed_by)
    client.force_login(dana)
    url = f"/do/channels.share_earlier_mail/{passed_by.pk}/"
    page = client.get(url).content.decode()
    assert "2 mails are listed." in page
    seen = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    server.deliver(mail(9, "cy@agency.example", dana.email, "One more"))
    look(passed_by)
    make.contact(ann.account, "Cy", email="cy@agency.example")
    looked_for(OwnMailbox.objects.get(pk=passed_by.pk))
    assert client.post(url, seen).status_code == 409
    assert rows(look(passed_by)) == {**EARLIER, "One more": "earlier"}
    # Looked at again it is shared with the others.
    again = {**seen, "version_": OwnMailbox.objects.get(pk=passed_by.pk).version}
    assert client.post(url, again).status_code == 302
    assert set(rows(look(passed_by)).values()) == {"taken"}


def test_before_the_day_that_is_shared_from_it_is_taken_where_it_is_asked_for(
    passed_by: OwnMailbox, dana: Person
) -> None:
    OwnMailbox.objects.filter(pk=passed_by.pk).update(since_on=clock.business_day(clock.now()) + timedelta(days=1))
    box = looked_for(OwnMailbox.objects.get(pk=passed_by.pk))
    assert rows(box) == EARLIER
    verbs.share_earlier_mail(box, by=by(dana))
    assert set(rows(look(box)).values()) == {"taken"}


def test_before_anything_is_shared_it_stands_in_the_preview(
    server: Imap, box: OwnMailbox, dana: Person, ann: Contact
) -> None:
    server.deliver(mail(1, BO, dana.email, "A question"))
    box = look(box)
    make.contact(ann.account, "Bo", email=BO)
    assert rows(looked_for(box)) == {"A question": "waiting"}
