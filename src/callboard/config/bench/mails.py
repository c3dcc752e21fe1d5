"""Mail, raw bytes to an assigned item: real mails from CALLBOARD_DATA, made distinct, one worker, batches of 50."""

import os
import time
from pathlib import Path

from callboard.config.bench.company import Company
from callboard.config.bench.rows import Figure, at_least
from callboard.core.console import Sentence

MAILS = 1000
FOLDERS = ("email_mikel_mail", "email_talon", "email_spamassassin_sample")


def mail_to_assigned(company: Company, speed: float) -> Figure:
    """Store, read, match, route: everything the worker does, in this process."""
    from callboard.channels.actions import read_batch, store_message
    from callboard.channels.models import Message
    from callboard.core.actor import Actor

    raws = distinct(samples(), MAILS)
    by = Actor.clock("bench")
    begun = time.perf_counter()
    stored: list[Message] = [store_message(by=by, raw=raw) for raw in raws]
    for first in range(0, len(stored), 50):
        read_batch(messages=stored[first : first + 50], by=by)
    return at_least(len(raws) / (time.perf_counter() - begun), 100.0, speed, "/s")


def samples() -> list[bytes]:
    root = Path(os.environ.get("CALLBOARD_DATA", "../shared/data"))
    files = sorted(file for folder in FOLDERS for file in (root / folder).rglob("*") if file.suffix in (".eml", ".txt"))
    mails = [
        raw for raw in (file.read_bytes() for file in files) if b"\nFrom:" in raw[:8000] or raw.startswith(b"From:")
    ]
    if not mails:
        raise Sentence("No mails to measure with: set CALLBOARD_DATA to the folder of real data.")
    return mails


def distinct(mails: list[bytes], number: int) -> list[bytes]:
    """The mails over and over, each with a line that makes it another mail."""
    return [
        b"X-Bench: %d\r\nMessage-ID: <bench-%d@callboard.example>\r\n" % (turn, turn) + mails[turn % len(mails)]
        for turn in range(number)
    ]
