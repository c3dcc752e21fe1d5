"""A mail that was forwarded, read as it was before: who wrote it to whom, when, and what."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from callboard.channels.reading import read
from callboard.channels.reading.dates import date_in
from callboard.channels.reading.forwarded import original

SAMPLES = Path(__file__).parent / "forwarded"
DANA, DOERTE, RITA = "dana@meadow.example", "doerte@wiese.example", "rita@ours.example"
OLAF = "olaf@meadow.example"
#: file, from, name, to, cc, subject, begins, hours of the offset the forwarder writes in
FORMS = (
    ("outlook", DANA, "Dana Customer", (RITA, OLAF), ("petra@third.example",), "Renewal of the fleet policy", "Good morning Rita", -5),
    ("outlook_german", DOERTE, "Dörte Kunde", (RITA,), (), "Angebot Flotte", "Guten Morgen", 1),
    ("outlook_html", DANA, "Dana Customer", (RITA,), (), "Two trailers", "Hello Rita", -5),
    ("gmail", DANA, "Dana Customer", (RITA,), (OLAF,), "Question about the deductible", "Hi Rita", -5),
    ("gmail_sent", RITA, "Rita Rep", (DANA, OLAF), (), "Our offer", "Dear both", -5),
    ("apple", DANA, "Dana Customer", (RITA,), (), "Visit on Thursday", "Hello Rita", -5),
    ("apple_german", DOERTE, "Dörte Kunde", (RITA,), (), "Besuch", "Kommen Sie um zehn", 1),
    ("thunderbird", DANA, "Dana Customer", (RITA,), (), "Claim 4711", "The adjuster was here", -5),
    ("attached", DANA, "Dana Customer", (RITA,), (OLAF,), "Vehicle list", "The list follows", -5),
)  # fmt: skip
WHEN = {
    "outlook_html": (2026, 3, 11, 8, 2),
    "gmail_sent": (2026, 3, 9, 16, 45),
}


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.eml").read_bytes()


@pytest.mark.parametrize(
    ("name", "sender", "called", "to", "cc", "subject", "begins", "offset"), FORMS, ids=[form[0] for form in FORMS]
)
def test_each_program_s_form_is_read(
    name: str,
    sender: str,
    called: str,
    to: tuple[str, ...],
    cc: tuple[str, ...],
    subject: str,
    begins: str,
    offset: int,
) -> None:
    found = original(read(sample(name)))
    assert found is not None
    assert (found.from_address, found.from_name, found.to, found.cc) == (sender, called, to, cc)
    assert found.subject == subject
    assert found.text.startswith(begins)
    assert found.reply.startswith(begins)
    year, month, day, hour, minute = WHEN.get(name, (2026, 3, 10, 9, 14))
    assert found.date_at is not None
    there = datetime(year, month, day, tzinfo=UTC)
    at = found.date_at.replace(second=0)
    assert (at - there).total_seconds() == (hour - offset) * 3600 + minute * 60


def test_names_of_a_company_directory_have_no_address() -> None:
    found = original(read(sample("directory_names")))
    assert found is not None
    assert (found.from_address, found.from_name, found.subject) == ("", "Dana Customer", "Lunch with the board")


def test_what_merely_mentions_and_quotes_is_not_forwarded() -> None:
    assert original(read(sample("none"))) is None


def test_of_a_mail_forwarded_twice_the_outer_one_is_read_first() -> None:
    outer = original(read(sample("twice")))
    assert outer is not None
    assert (outer.from_address, outer.subject) == ("ben@ours.example", "FW: Roof")
    inner = original(outer)
    assert inner is not None
    assert (inner.from_address, inner.subject) == (DANA, "Roof")
    assert inner.text.startswith("Does the policy cover")


@pytest.mark.parametrize("cut", range(0, 900, 37))
def test_whatever_is_left_of_a_mail_breaks_nothing(cut: int) -> None:
    for path in SAMPLES.glob("*.eml"):
        original(read(path.read_bytes()[:cut]))


def test_a_long_mail_made_to_keep_us_busy_is_read_at_once() -> None:
    lines = "From: a@b.example\nSent: x\nTo: c@d.example\n" * 20_000
    head = b"From: rita@ours.example\nTo: archive@ours.example\nSubject: FW: x\n\n"
    original(read(head + lines.encode()))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mar. 10 févr. 2026 à 09:14", "2026-02-10 09:14"),
        ("mardi 10 mars 2026 09:14", "2026-03-10 09:14"),
        ("3/10/2026 9:14:05 PM", "2026-03-10 21:14"),
        ("10.03.2026 09:14", "2026-03-10 09:14"),
        ("2026-03-10 09:14", "2026-03-10 09:14"),
        ("12:30 a.m. on March 10, 2026", "2026-03-10 00:30"),
        ("10. März 2026 um 09:14:33 MEZ", "2026-03-10 09:14"),
        ("Tue, 10 Mar 2026 09:14:00 -0500", "2026-03-10 14:14"),
        ("yesterday", None),
        ("99/99/9999 99:99", None),
        ("", None),
    ],
)
def test_the_time_above_a_quote_is_read_in_the_languages_of_its_writers(text: str, said: str | None) -> None:
    found = date_in(text)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else None) == said
