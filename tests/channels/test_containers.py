"""Files to mails: an .eml, an mbox, a Maildir, and what is no mail."""

from pathlib import Path

from callboard.channels.reading import read
from callboard.channels.reading.containers import is_mail, mails_in, mails_of
from tests.channels import mails


def test_a_file_is_mail_when_it_begins_like_one() -> None:
    assert is_mail(b"\n\nReceived: x\n")
    assert is_mail(b"From ann Mon Jan 1\nSubject: x\n")
    assert not is_mail(b"Hello there: no\n"[:5])
    assert not is_mail(b"\x89PNG\r\n")
    found = list(mails_of(Path("notes.txt"), b"just some words\n"))
    assert (found[0].raw, found[0].skipped) == (None, "does not begin like a mail")


def test_an_mbox_and_a_maildir_give_every_mail(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    box.write_bytes(
        b"".join(
            b"From ann@x Mon Jan  1 00:00:00 2024\n" + mails.plain(f"Mail {n}\nFrom here on\n") + b"\n"
            for n in range(3)
        )
    )
    (tmp_path / "dir").mkdir()
    for folder in ("cur", "new", "tmp"):
        (tmp_path / "dir" / folder).mkdir()
        (tmp_path / "dir" / folder / "1").write_bytes(mails.plain(folder))
    texts = [read(found.raw).text for found in mails_in(tmp_path) if found.raw]
    assert texts == [f"Mail {n}\nFrom here on" for n in range(3)] + ["cur", "new"]
