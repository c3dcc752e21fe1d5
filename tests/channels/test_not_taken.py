"""What the archive does not take is told to the colleague it names, and to nobody outside."""

from datetime import date, timedelta

from django.core import mail as outbox
from django.test import Client

from callboard.channels.actions.carrying import MOST
from callboard.channels.jobs import read_stored_messages
from callboard.channels.models import Mailbox, Message, NotTaken
from callboard.core.models import Notice
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail, passing_on, take

FAILS = "Authentication-Results: mx.ours.example; dmarc=fail header.from=ours.example\n"


def forged(number: int) -> bytes:
    return mail(more=FAILS, subject="Call +1 900 now", id=f"forged{number}@evil.example")


def heard(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person, event="channels.not_taken").values_list("text", flat=True))


def a_day_later() -> None:
    for notice in Notice.objects.all():
        notice.created_at -= timedelta(days=1, minutes=1)
        notice.save(update_fields=["created_at"])


def test_a_mail_in_somebody_s_name_that_is_not_proven_is_told_to_them(rita: Person, archive: Mailbox) -> None:
    refused = take(forged(1), archive)
    notice = Notice.objects.get()
    assert (notice.person, notice.event, notice.ref_id) == (rita, "channels.not_taken", refused.pk)
    assert str(NotTaken.UNPROVEN.label) in notice.text and "tell your administrator" in notice.text
    # Whoever forged it chose these words; they do not reach her as ours.
    assert "900" not in notice.subject + notice.text
    assert not outbox.outbox and not Message.objects.filter(direction="out").exists()


def test_a_forger_who_writes_all_day_is_heard_of_once_a_day(rita: Person, archive: Mailbox) -> None:
    for number in range(4):
        take(forged(number), archive)
    assert len(heard(rita)) == 1
    Notice.objects.update(read_at=Notice.objects.get().created_at)
    take(forged(5), archive)
    assert len(heard(rita)) == 1
    a_day_later()
    take(forged(6), archive)
    take(forged(7), archive)
    assert len(heard(rita)) == 2


def test_of_a_stranger_or_a_leaver_nobody_is_told(rita: Person, archive: Mailbox) -> None:
    take(mail("archive@ours.example", sender="who@nowhere.example"), archive)
    Person.objects.filter(pk=rita.pk).update(is_active=False, left_on=date(2026, 3, 1))
    take(mail(), archive)
    take(forged(1), archive)
    assert set(Message.objects.values_list("not_taken", flat=True)) == {"stranger", "left"}
    assert not Notice.objects.exists() and not outbox.outbox


def test_what_was_left_of_several_mails_is_told_to_whoever_passed_them_on(rita: Person, archive: Mailbox) -> None:
    def theirs(number: int) -> bytes:
        return mail(sender="dana@meadow.example", to="rita@ours.example", id=f"{number}@meadow.example")

    inner = passing_on(theirs(1), theirs(2), id="inner@ours.example")
    take(passing_on(*(theirs(number) for number in range(3, MOST + 3)), inner, theirs(0)), archive)
    take(passing_on(inner, theirs(99), id="deeper@ours.example"), archive)
    read_stored_messages.func()
    said = " ".join(heard(rita))
    assert "behind the first 50" in said and str(NotTaken.DEEPER.label) in said
    assert len(heard(rita)) == 2


def test_who_looks_after_mailboxes_sees_what_was_not_taken_and_why(
    client: Client, rita: Person, archive: Mailbox
) -> None:
    take(forged(1), archive)
    take(mail(id="taken@ours.example", subject="Nine trucks"), archive)
    client.force_login(make.person("Ada", roles=("administrator",)))
    box = client.get(f"/mailboxes/{archive.pk}/").content.decode()
    assert "Not taken" in box
    path = "/messages/?" + box.partition('href="/messages/?')[2].partition('"')[0].replace("&amp;", "&")
    page = client.get(path).content.decode()
    assert str(NotTaken.UNPROVEN.label) in page
    assert "Call +1 900 now" in page and "Nine trucks" not in page
