"""Several mails that somebody passes on as files of one: each becomes a message of its own."""

from collections.abc import Sequence

from callboard.channels import queries
from callboard.channels.actions.refusing import tell_not_taken
from callboard.channels.actions.storing import receive_message, ring_reader
from callboard.channels.models import Attachment, Capture, Message, NotRead
from callboard.channels.reading.mail import Attachment as File
from callboard.core import files
from callboard.core.actions import Actor

#: More of one mail are named and not read.
MOST = 50


def take_apart(carrier: Message, pieces: Sequence[File], by: Actor) -> None:
    """Store each mail a carrier passes on, for whoever passed it on; part of an action.  They are read next, as what came by
    itself, and drafted for that person.  One that is here already is not stored again; the file says what became of it."""
    rows = {row.sha: row for row in carrier.attachments.order_by("-position")}
    for at, piece in enumerate(pieces):
        # A file of a file has no row of the carrier yet.
        row = rows.setdefault(piece.sha, _row(carrier, piece, len(rows), by))
        row.holds, row.not_taken = _taken(carrier, piece, by) if at < MOST else (None, NotRead.MORE)
        row.updated_at = by.now
        row.save()
    ring_reader()
    left = {row.not_taken for row in rows.values() if row.not_taken}
    for reason in sorted(left) if carrier.capture == Capture.ARCHIVE else ():  # who drops a file reads it at once
        tell_not_taken(carrier.by_person, NotRead(reason), carrier, by)


def _row(carrier: Message, piece: File, position: int, by: Actor) -> Attachment:
    return Attachment(
        message=carrier, name=piece.name[:300], mime=piece.type[:200], size=piece.size, sha=piece.sha,
        position=position, created_at=by.now,
    )  # fmt: skip


def _taken(carrier: Message, piece: File, by: Actor) -> tuple[Message | None, str]:
    sha = files.store(piece.content)
    mail = queries.read_stored(sha, piece.content)
    if not mail.from_address and not mail.subject:
        return None, NotRead.NO_MAIL
    found = receive_message(by=by, raw_sha=sha, raw_size=piece.size, capture=carrier.capture, person=carrier.by_person)
    # What the desk has is work there, and what we sent is written up from there.
    return found, "" if found.capture else NotRead.HERE
