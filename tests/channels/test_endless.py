"""What has no end in a stranger's mail is read all the same."""

import subprocess
import sys
from pathlib import Path
from struct import pack

import compressed_rtf
import extract_msg
import pytest
import RTFDE
from extract_msg.ole_writer import OleWriter

from callboard.channels.reading import ReadMail, read
from callboard.channels.reading.bounded import longest
from callboard.channels.reading.outlook import TOO_RICH, as_mail, what_is

SAMPLE = Path(__file__).parent / "samples" / "received.msg"
UNCOMPRESSED = 0x414C454D

#: Read alone, in a process that can be ended: with time that grows with the square of the length it took from minutes to hours.
READ = "import sys; from callboard.channels.reading import read; read(sys.stdin.buffer.read())"
HANGS_S = 120
CUT = "a header is too long: only its beginning was read"


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        ("To", b"a"), ("To", b"a@"), ("To", b"<"), ("To", b"("), ("Subject", b"=?utf-8?q?a"), ("Subject", b"=?a*"),
        ("From", b"=?utf-8?q?a"), ("Date", b"("), ("Date", b"x "), ("References", b"<a"),
        ('Content-Type: text/plain; x="', b";"), ('Content-Disposition: attachment; x="', b";"),
    ],
)  # fmt: skip
def test_a_header_of_half_a_megabyte_is_read(head: str, piece: bytes) -> None:
    raw = b"From: a@b.example\n" + head.encode() + b": " + piece * (500_000 // len(piece)) + b"\n\nhello\n"
    subprocess.run([sys.executable, "-c", READ], input=raw, check=True, timeout=HANGS_S)


@pytest.mark.parametrize("part", [False, True], ids=["of the mail", "of a part"])
@pytest.mark.parametrize("name", ["Subject", "To", "Content-Type", "X-Whatever"])
def test_of_a_long_header_the_beginning_is_read_and_the_mail_says_so(name: str, part: bool) -> None:
    most = longest(name)
    inside = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" if part else b""

    def found(length: int) -> ReadMail:
        head = name.encode() + b": " + b"x" * length + b"\n"
        return read(b"From: a@b.example\n" + inside + head + b"\nhello\n" + (b"--b--\n" if part else b""))

    assert CUT not in found(most - 1).warnings
    assert CUT in found(most + 1).warnings
    assert found(most * 3).text == found(most - 1).text == "hello"
    assert len(found(most * 3).subject) <= most


def test_a_boundary_that_is_guessed_lets_no_longer_header_in() -> None:
    """A multipart that lost its boundary is parsed once more."""
    long = b'Content-Type: text/plain; x="' + b";" * 500_000 + b"\n\nhello\n"
    raw = b"From: a@b.example\nContent-Type: multipart/mixed\n\n--b\n" + long + b"--b\n" + long + b"--b--\n"
    subprocess.run([sys.executable, "-c", READ], input=raw, check=True, timeout=HANGS_S)


def rtf_only(lines: int, out: Path) -> bytes:
    """As Exchange keeps a mail that never left the house: no text, no HTML, both inside the RTF (MS-OXRTFEX)."""
    with extract_msg.openMsg(str(SAMPLE)) as source:
        writer = OleWriter()
        writer.fromMsg(source)
        names = ["/".join(each) for each in source.listDir(True, False)]
    for stream in ("__substg1.0_1000001F", "__substg1.0_1000001E", "__substg1.0_10130102"):
        if stream in names:
            writer.deleteEntry(stream)
    rtf = b"{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\n"
    rtf += b"{\\*\\htmltag64 <p>}x\\par\n" * lines + b"}"
    body = pack("<IIII", len(rtf) + 12, len(rtf), UNCOMPRESSED, 0) + rtf
    if "__substg1.0_10090102" in names:
        writer.editEntry("__substg1.0_10090102", data=body)
    else:
        writer.addEntry("__substg1.0_10090102", body)
    writer.write(str(out))
    return out.read_bytes()


def test_rich_text_is_taken_apart_in_another_process_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = rtf_only(20, tmp_path / "short.msg")
    here: list[str] = []
    monkeypatch.setattr(compressed_rtf, "decompress", lambda packed: here.append("unpacked"))
    monkeypatch.setattr(RTFDE, "DeEncapsulator", lambda rich: here.append("taken apart"))
    mail = as_mail(raw)
    assert mail is not None and read(mail).text.split() == ["x"] * 20
    assert what_is(raw) == "ipm.note"
    assert here == []


def test_rich_text_without_end_is_left_out_and_its_place_says_so(tmp_path: Path) -> None:
    """The system ends that process; all else of the mail is read."""
    long = as_mail(rtf_only(80_000, tmp_path / "long.msg"))
    assert long is not None
    mail = read(long)
    assert " ".join(mail.text.split()) == TOO_RICH
    assert (mail.from_address, mail.subject) == ("jurgen@agency.example", "Kündigung – 契約")
    assert [each.name for each in mail.attachments] == ["Vertrag Weiß 契約.pdf", "nothing.txt", "The first request.eml"]
