"""vCards. The samples are written from versit's vCard 2.1, RFC 2426 and RFC 6350 before the reader was."""

import os
from pathlib import Path

import pytest

from callboard.directory.reading.vcards import Address, Phone, read_cards

DATA = Path(os.environ.get("CALLBOARD_DATA") or Path(__file__).parents[3] / "../shared/data")

# versit 2.1: bare types, quoted-printable over two lines, an agent's card inside.
OLD = b"""BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Zo=EB;;Dr.\r
FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Dr. Zo=EB=\r
 M=FCller\r
TEL;WORK;VOICE;PREF:+1 (512) 555-0142\r
TEL;CELL:512.555.0199\r
TEL;FAX;WORK:512-555-0100\r
ADR;WORK:;Suite 4;12 Oak St;Waco;TX;76701;USA\r
EMAIL;INTERNET:zoe@acme.example\r
AGENT:\r
BEGIN:VCARD\r
VERSION:2.1\r
FN:Somebody Else\r
TEL:1\r
END:VCARD\r
NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0Asecond\r
PHOTO;ENCODING=BASE64;TYPE=GIF:\r
 R0lGODdhfgA4AOYAAAAAAK+vr62trVIxa6WlpZ+fnzEpCEpzlAha/0Kc74+PjyGM\r
\r
END:VCARD\r
"""
# RFC 2426, 2.6 folding, 5.8.2 escapes, groups as in section 4.
THREE = b"""BEGIN:VCARD\r
VERSION:3.0\r
FN:Ray Alvarez\r
N:Alvarez;Ray;;;\r
ORG:Acme\\, Inc.;Claims\r
TITLE:Office\r
  Manager\r
item1.EMAIL;type=INTERNET;type=pref:ray@acme.example\r
EMAIL;TYPE=HOME:ray@home.example\r
TEL;TYPE="work,voice":+1-512-555-0142\r
ADR;TYPE=work:;;12 Oak St\\nFloor 2;Waco;TX;76701;\r
NOTE:one\\, two\\; three\\nfour\r
END:VCARD\r
"""
# RFC 6350: values that are URIs, PREF, KIND.
FOUR = b"""BEGIN:VCARD\r
VERSION:4.0\r
KIND:individual\r
FN:Ann Lee\r
EMAIL;PREF=2:late@acme.example\r
EMAIL;PREF=1:first@acme.example\r
TEL;VALUE=uri;PREF=1;TYPE="cell,voice":tel:+1-512-555-0143;ext=102\r
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r
END:VCARD\r
"""


def test_version_two_one_with_quoted_letters_and_a_card_inside() -> None:
    (card,) = read_cards(OLD)
    assert (card.name, card.given, card.family) == ("Dr. Zoë Müller", "Zoë", "Müller")
    assert card.phones == [
        Phone("+1 (512) 555-0142", "work"),
        Phone("512.555.0199", "mobile"),
        Phone("512-555-0100", "fax"),
    ]
    assert card.addresses == [Address("12 Oak St, Suite 4", "Waco", "TX", "76701", "USA")]
    assert (card.emails, card.note, card.warnings) == (["zoe@acme.example"], "first\nsecond", [])


def test_version_three_with_folds_escapes_and_groups() -> None:
    (card,) = read_cards(THREE)
    assert (card.name, card.org, card.title) == ("Ray Alvarez", "Acme, Inc.", "Office Manager")
    assert card.emails == ["ray@acme.example", "ray@home.example"]
    assert card.phones == [Phone("+1-512-555-0142", "work")]
    assert card.addresses == [Address("12 Oak St, Floor 2", "Waco", "TX", "76701", "")]
    assert card.note == "one, two; three\nfour"


def test_version_four_with_addresses_that_are_links() -> None:
    (card,) = read_cards(FOUR)
    assert card.emails == ["first@acme.example", "late@acme.example"]
    assert card.phones == [Phone("+1-512-555-0143 x102", "mobile")]
    assert card.uid == "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"


def test_what_is_broken_is_read_as_far_as_it_goes() -> None:
    cards = read_cards(b"BEGIN:VCARD\nEMAIL:no address\nORG:Acme\nthis is nothing\nBEGIN:VCARD\nFN:inside")
    assert [card.name for card in cards] == ["Acme"]
    said = " ".join(cards[0].warnings)
    for words in ("no mail address", "no property", "no end", "names nobody"):
        assert words in said
    assert read_cards(b"") == read_cards(b"\x00\xff\xfe") == []


def test_every_real_card_is_read() -> None:
    """Each card of Outlook, iPhone, Android, Gmail, Evolution and the RFCs gives a name and a way to reach the person."""
    files = sorted((DATA / "vcard_ezvcard").rglob("*.vcf"))
    if not files:
        pytest.skip("CALLBOARD_DATA= is not set: vcard_ezvcard")
    cards = {path.name: read_cards(path.read_bytes()) for path in files}
    for path in files:
        assert len(cards[path.name]) == path.read_bytes().lower().count(b"begin:vcard"), path.name
    every = [card for found in cards.values() for card in found]
    assert all(card.name and (card.emails or card.phones) for card in every)
    print(f"vcard_ezvcard: {len(files)} of {len(files)} files read, {len(every)} cards")
