"""Outlook's .msg, written by a program that knows nothing of ours (samples/make_msg.py); what it holds is typed here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from callboard.channels.models import Message
from callboard.channels.reading import ReadMail, read
from callboard.channels.reading.containers import mails_in, mails_of
from callboard.intake.loading import load_paths
from tests import make

SAMPLES = Path(__file__).parent / "samples"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def mail_of(name: str) -> ReadMail:
    (found,) = mails_in(SAMPLES / name)
    assert found.raw is not None, found.skipped
    return read(found.raw)


def test_a_mail_from_the_internet_is_read_by_the_headers_it_came_with() -> None:
    mail = mail_of("received.msg")
    assert (mail.from_name, mail.from_address) == ("Jürgen Weiß", "jurgen@agency.example")
    assert (list(mail.to), list(mail.cc)) == (["sales@ours.example"], ["zoe@agency.example"])
    assert mail.subject == "Kündigung – 契約"
    assert mail.date_at == datetime(2026, 3, 10, 14, 14, 53, tzinfo=UTC)
    assert (mail.message_id, mail.in_reply_to) == ("CA1234@agency.example", "desk-7@ours.example")
    assert list(mail.references) == ["desk-1@ours.example", "desk-7@ours.example"]
    assert mail.reply == "Hello,\n\nplease cancel our subscription on April 30. Contract attached.\n\nJürgen Weiß"
    assert mail.kind == "message"


def test_its_attachments_come_along_whole_and_a_mail_among_them_as_a_mail() -> None:
    pdf, empty, inside = mail_of("received.msg").attachments
    assert (pdf.name, pdf.type, pdf.content) == ("Vertrag Weiß 契約.pdf", "application/pdf", PDF)
    assert (empty.name, empty.size) == ("nothing.txt", 0)
    assert (inside.name, inside.type) == ("The first request.eml", "message/rfc822")
    first = read(inside.content)
    assert (first.subject, first.from_address, first.text) == (
        "The first request",
        "zoe@agency.example",
        "Please cancel.",
    )


def test_a_mail_that_never_left_the_house_has_an_address_and_no_directory_path() -> None:
    mail = mail_of("internal.msg")
    assert (mail.from_name, mail.from_address) == ("Anna Köhler", "anna@ours.example")
    assert mail.subject == "Frage zum Angebot für Müller"
    assert mail.date_at == datetime(2026, 3, 11, 8, 30, tzinfo=UTC)


def test_letters_of_one_byte_are_those_of_their_code_page() -> None:
    mail = mail_of("eight_bit.msg")
    assert (mail.from_name, mail.from_address) == ("Björn", "bjorn@agency.example")
    assert (mail.subject, mail.text) == ("Größe des Büros", "Grüße aus Köln")


@pytest.mark.parametrize("name", ["received.msg", "internal.msg", "eight_bit.msg"])
def test_a_file_cut_anywhere_is_a_mail_or_skipped_and_never_an_error(name: str) -> None:
    whole = (SAMPLES / name).read_bytes()
    for size in range(8, len(whole), 701):
        (found,) = mails_of(Path(name), whole[:size])
        assert found.raw is not None or found.skipped == "not a mail of Outlook"
        if found.raw is not None:
            read(found.raw)


@pytest.mark.django_db
def test_a_folder_of_them_is_stored_once_and_matched() -> None:
    account = make.account("Weiß Versicherungen")
    make.contact(account, "Jürgen Weiß", email="jurgen@agency.example")
    lines = {Path(line["file"]).name: line for line in load_paths([SAMPLES])}
    assert (lines["received.msg"]["account"], lines["received.msg"]["intent"]) == (
        "Weiß Versicherungen",
        "cancellation",
    )
    assert lines["make_msg.py"]["skipped"] == "does not begin like a mail"
    assert [line["error"] for line in lines.values()] == [""] * 4
    assert Message.objects.count() == 3
    assert {line["duplicate"] for line in load_paths([SAMPLES / "received.msg"])} == {True}
    stored = Message.objects.get(account=account)
    assert [each.name for each in stored.attachments.order_by("position")] == [
        "Vertrag Weiß 契約.pdf",
        "nothing.txt",
        "The first request.eml",
    ]
