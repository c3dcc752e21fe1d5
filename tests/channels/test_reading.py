"""Bytes to mail: the standards' own samples, broken mail, limits, and every mail of the data folder."""

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callboard.channels.reading import digest, read
from callboard.channels.reading.containers import mails_in
from tests.channels import mails

DATA = Path(os.environ.get("CALLBOARD_DATA") or Path(__file__).parents[2] / "../shared/data")
FOLDERS = ["email_mikel_mail", "email_sisimai_bounces", "email_spamassassin_sample", "email_talon"]


def test_a_plain_mail_says_who_when_what() -> None:
    mail = read(
        mails.plain("Please add two seats.", References="<a@x> <b@x>", In_Reply_To="<b@x>", Cc="Bo <bo@agency.example>")
    )
    assert (mail.kind, mail.from_address, mail.from_name) == ("message", "ann@agency.example", "Ann Lee")
    assert mail.to == ("desk@callboard.example",)
    assert mail.cc == ("bo@agency.example",)
    assert mail.date_at == datetime(2026, 11, 23, 15, tzinfo=UTC)
    assert (mail.message_id, mail.in_reply_to, mail.references) == ("one@agency.example", "b@x", ("a@x", "b@x"))
    assert (mail.text, mail.reply, mail.warnings, mail.auto_answerable) == ("Please add two seats.",) * 2 + ((), True)


def test_encoded_words_are_read_also_where_a_character_is_split_over_two() -> None:
    # RFC 2047 section 8, and an UTF-8 character cut between two words as many senders do.
    for header, expected in {
        "=?ISO-8859-1?Q?a?=": "a",
        "=?ISO-8859-1?Q?a?= b": "a b",
        "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=": "ab",
        "=?ISO-8859-1?Q?a_b?=": "a b",
        "=?utf-8?Q?=C3?= =?utf-8?Q?=A9t=C3=A9?=": "été",
        "=?x-unknown?Q?abc?=": "abc",
        "=?utf-8?B?not base64!?=": None,
    }.items():
        subject = read(f"From: a@b.example\nSubject: {header}\n\nx".encode()).subject
        assert expected is None or subject == expected


def test_names_of_files_in_every_encoding_of_rfc_2231_and_2047() -> None:
    # RFC 2231 section 4.1, and the two ways mail programs write names that it does not know.
    for disposition, expected in [
        (
            "attachment; filename*0*=us-ascii'en'This%20is%20even%20more%20; filename*1*=%2A%2A%2Afun%2A%2A%2A%20; filename*2=\"isn't it!\"",
            "This is even more ***fun*** isn't it!",
        ),
        ("attachment; filename*=UTF-8''%e2%82%ac%20rates.pdf", "€ rates.pdf"),
        ('attachment; filename="=?UTF-8?Q?Pr=C3=A4mie.pdf?="', "Prämie.pdf"),
        ("attachment; filename=two words.pdf", "two words.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\temp\\\\a.doc"', "a.doc"),
    ]:
        raw = f"From: a@b.example\nContent-Type: application/pdf\nContent-Disposition: {disposition}\n\nx".encode()
        names = [attachment.name for attachment in read(raw).attachments]
        assert names == [expected] or expected.startswith(names[0]), (disposition, names)


def test_a_bounce_of_the_standard_names_the_address() -> None:
    mail = read(mails.STANDARD_BOUNCE)
    assert (mail.kind, mail.auto_answerable) == ("bounce", False)
    assert mail.bounced_addresses == ("louisl@larry.slip.umd.edu",)
    assert "message/rfc822" in {attachment.type for attachment in mail.attachments}


def test_a_bounce_of_qmail_is_known_by_its_words() -> None:
    mail = read(mails.QMAIL_BOUNCE)
    assert (mail.kind, mail.bounced_addresses) == ("bounce", ("nobody@agency.example",))


def test_a_delay_is_a_bounce_that_names_nobody() -> None:
    mail = read(mails.STANDARD_BOUNCE.replace(b"Action: failed", b"Action: delayed"))
    assert (mail.kind, mail.bounced_addresses) == ("bounce", ())


def test_a_complaint_is_feedback() -> None:
    assert read(mails.COMPLAINT).kind == "feedback"


@pytest.mark.parametrize(
    "raw",
    [
        mails.plain("I am away", Auto_Submitted="auto-replied"),
        mails.plain("I am away", Return_Path="<>", X_Auto_Response_Suppress="All"),
        mails.plain("Back on Monday", subject="Automatic reply: your offer"),
        mails.plain("Ich bin bis Montag im Urlaub", subject="Automatische Antwort: Angebot"),
        mails.plain("Je reviens lundi", subject="Réponse automatique : devis"),
        mails.plain("Vuelvo el lunes", subject="Respuesta automática: oferta"),
        mails.plain("Nos vemos", subject="Out of Office: Re: offer"),
        mails.plain("I am currently out of the office and will return on Monday.", subject="Re: offer"),
    ],
)
def test_absence_notes_are_automatic_and_never_answered(raw: bytes) -> None:
    mail = read(raw)
    assert (mail.kind, mail.auto_answerable) == ("auto_reply", False)


@pytest.mark.parametrize(
    "raw",
    [
        mails.plain("Our automatic renewal comes up: can you call me?", subject="Automatic renewal"),
        mails.plain("Our office is out of paper.", subject="Re: supplies"),
        mails.plain("The message I sent could not be delivered, why?", subject="Mail delivery problem"),
        mails.plain("No", Auto_Submitted="no"),
    ],
)
def test_people_who_only_sound_automatic_stay_people(raw: bytes) -> None:
    assert read(raw).kind == "message"


@pytest.mark.parametrize(
    "headers",
    [
        {"List_Id": "<n.example>"},
        {"Precedence": "bulk"},
        {"Auto_Submitted": "auto-generated"},
        {"Return_Path": "<>"},
        {"X_Auto_Response_Suppress": "OOF, AutoReply"},
    ],
)
def test_what_rfc_3834_forbids_is_not_answerable(headers: dict[str, str]) -> None:
    assert not read(mails.plain(**headers)).auto_answerable


@pytest.mark.parametrize(
    "sender", ["no-reply@x.example", "MAILER-DAEMON@x.example", "list-request@x.example", "owner-list@x.example"]
)
def test_senders_that_are_no_person_are_not_answerable(sender: str) -> None:
    assert not read(mails.plain(sender=sender)).auto_answerable


def test_charsets_that_lie_still_give_text() -> None:
    for body, charset in [
        ("Grüße".encode("cp1252"), "us-ascii"),
        ("Grüße".encode("cp1252"), "utf-8"),
        ("Grüße".encode(), "x-what"),
        ("Grüße".encode("cp1252"), "iso-8859-1"),
    ]:
        raw = (
            b"From: a@b.example\nContent-Type: text/plain; charset="
            + charset.encode()
            + b"\nContent-Transfer-Encoding: 8bit\n\n"
            + body
        )
        assert read(raw).text == "Grüße"


def test_headers_in_raw_eight_bit_are_read() -> None:
    mail = read("From: Zoë <zoe@b.example>\nSubject: Ça va — très bien\n\nx".encode())
    assert (mail.from_name, mail.subject) == ("Zoë", "Ça va — très bien")


def test_a_winmail_file_is_kept() -> None:
    raw = mails.with_files(("winmail.dat", b"\x78\x9f\x3e\x22" + b"x" * 40))
    assert [(a.name, a.size) for a in read(raw).attachments] == [("winmail.dat", 44)]


def test_a_forwarded_mail_is_a_file_and_so_is_what_it_carries() -> None:
    inner = mails.with_files(("offer.pdf", b"%PDF-1"))
    raw = (
        (
            b'From: a@b.example\nContent-Type: multipart/mixed; boundary="o"\n\n--o\nContent-Type: text/plain\n\nsee\n'
            b"--o\nContent-Type: message/rfc822\n\n"
        )
        + inner
        + b"\n--o--\n"
    )
    mail = read(raw)
    assert [a.type for a in mail.attachments] == ["message/rfc822", "application/octet-stream"]
    assert (mail.attachments[1].name, mail.attachments[1].content) == ("offer.pdf", b"%PDF-1")
    assert mail.text == "see"


def test_a_file_written_into_the_text_is_an_attachment() -> None:
    mail = read(b"From: a@b.example\n\nHi\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n")
    assert (mail.text, [(a.name, a.content) for a in mail.attachments]) == ("Hi", [("cat.txt", b"Cat")])


def test_a_lost_boundary_is_found_again() -> None:
    raw = (
        b"From: a@b.example\nContent-Type: multipart/mixed\n\n--x1\nContent-Type: text/plain\n\nhello\n"
        b"--x1\nContent-Type: image/png; name=a.png\n\nabc\n--x1--\n"
    )
    mail = read(raw)
    assert (mail.text, [a.name for a in mail.attachments]) == ("hello", ["a.png"])


def test_depth_parts_and_size_have_limits_and_nothing_raises() -> None:
    deep = b"x"
    for level in range(400):
        edge = f"b{level}".encode()
        deep = (
            b"Content-Type: multipart/mixed; boundary="
            + edge
            + b"\n\n--"
            + edge
            + b"\n"
            + deep
            + b"\n--"
            + edge
            + b"--\n"
        )
    assert read(b"From: a@b.example\n" + deep).warnings
    many = (
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="m"\n\n'
        + b"--m\nContent-Type: text/plain\n\nx\n" * 3000
        + b"--m--\n"
    )
    assert any("parts" in warning for warning in read(many).warnings)
    assert read(b"Subject: " + b"x" * 500_000 + b"\n\nhi").subject


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
def test_every_kind_of_line_end_reads_alike(ends: bytes) -> None:
    raw = mails.plain("One\nTwo\n").replace(b"\n", ends)
    assert (read(raw).text, read(raw).subject) == ("One\nTwo", "A question")
    assert digest(read(raw)) == digest(read(mails.plain("One\nTwo\n")))


def test_the_digest_is_the_mails_own_not_its_transports() -> None:
    one = mails.plain("Hello there")
    assert digest(read(b"Received: from x by y; today\n" + one)) == digest(read(one))
    assert digest(read(one)) != digest(read(mails.plain("Hello there!")))
    assert digest(read(one)) != digest(read(mails.plain("Hello there", Date="Mon, 23 Nov 2026 09:00:01 -0600")))
    assert digest(read(b"")) != digest(read(b"\x00\x01"))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=2000))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    mail = read(raw)
    assert "\x00" not in mail.text + mail.subject + mail.html
    digest(mail).encode()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2000), st.binary(max_size=8)), max_size=12))
def test_no_damage_to_a_real_shape_breaks_the_reader(cuts: list[tuple[int, bytes]]) -> None:
    raw = mails.STANDARD_BOUNCE + mails.with_files(("a.pdf", b"x" * 50))
    for at, piece in cuts:
        raw = raw[:at] + piece + raw[at + len(piece) // 2 :]
    assert read(raw).raw_sha


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_mail_of_the_data_is_read_with_every_file_it_carries(folder: str) -> None:
    if not (DATA / folder).is_dir():
        pytest.skip(f"CALLBOARD_DATA= is not set: {folder}")
    count = 0
    for found in mails_in(DATA / folder):
        if found.raw is None:
            continue
        count += 1
        mail = read(found.raw)
        digest(mail)
        assert not any(warning.startswith("could not be read") for warning in mail.warnings), found.name
        carried = found.raw.lower().count(b"content-disposition: attachment")
        if mail.kind == "message" and carried == 1:
            assert mail.attachments, found.name
    assert count > 10


def test_bounces_complaints_and_absences_of_the_data_are_told_apart() -> None:
    folder = DATA / "email_sisimai_bounces/maildir"
    if not folder.is_dir():
        pytest.skip("CALLBOARD_DATA= is not set: email_sisimai_bounces")
    wrong = Counter[str]()
    for found in mails_in(folder):
        name = found.path.name
        expected = "feedback" if name.startswith("arf") else "auto_reply" if name.startswith("rfc3834") else "bounce"
        expected = "message" if name.startswith("is-not") else expected
        mail = read(found.raw or b"")
        if mail.kind != expected:
            wrong[f"{name}: {mail.kind}"] += 1
        assert mail.kind == "message" or not mail.auto_answerable
    assert len(wrong) <= 6, (
        wrong
    )  # four of them are notices that are no bounce: a complaint, a delivery, a member list, a loop
