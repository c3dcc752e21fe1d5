"""Several mails that somebody passes on as files of one: each becomes a message of its own."""

from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction

from callboard.channels import queries
from callboard.channels.actions.capturing import between_colleagues
from callboard.channels.actions.placing import NO_SUBJECT
from callboard.channels.actions.refusing import tell_not_taken
from callboard.channels.actions.storing import receive_message, ring_reader
from callboard.channels.models import Attachment, Capture, Message, NotRead
from callboard.channels.reading import ReadMail
from callboard.channels.reading.forwarded import enclosed, is_mail
from callboard.channels.reading.mail import Attachment as File
from callboard.core import files
from callboard.core.actions import Actor

#: More of one mail are named and not read.
MOST = 50


def take_apart(carrier: Message, pieces: Sequence[File], by: Actor) -> None:
    """Store each mail a carrier passes on, for whoever passed it on; part of an action.  They are read next, as what came by
    itself, and drafted for that person.  One that is here already is not stored again; the file says what became of it."""
    rows = {row.sha: row for row in carrier.attachments.order_by("-position")}
    between = _between(carrier, pieces)
    for at, piece in enumerate(pieces):
        # A file of a file has no row of the carrier yet.
        row = rows.setdefault(piece.sha, _row(carrier, piece, len(rows), by))
        if piece.sha in between:
            row.not_taken, row.name, row.sha, row.size = NotRead.BETWEEN, str(NO_SUBJECT), "", 0
        else:
            row.holds, row.not_taken = _taken(carrier, piece, by) if at < MOST else (None, NotRead.MORE)
        row.updated_at = by.now
        row.save()
    if between:
        _empty(carrier, {piece.sha: piece for piece in pieces}, between, by)
    ring_reader()
    left = {row.not_taken for row in rows.values() if row.not_taken}
    for reason in sorted(left) if carrier.capture == Capture.ARCHIVE else ():  # who drops a file reads it at once
        tell_not_taken(carrier.by_person, NotRead(reason), carrier, by)


def _between(carrier: Message, pieces: Sequence[File]) -> dict[str, ReadMail]:
    """Those that went among our own people alone, by what their file is called in the store.  Who drops a file chose it."""
    if carrier.capture != Capture.ARCHIVE or carrier.by_person is None:
        return {}
    mails = {piece.sha: queries.read_stored(piece.sha, piece.content) for piece in pieces}
    found = between_colleagues([*mails.values()], carrier.by_person.email)
    return {sha: mail for (sha, mail), so in zip(mails.items(), found, strict=True) if so}


def _empty(carrier: Message, pieces: Mapping[str, File], between: Mapping[str, ReadMail], by: Actor) -> None:
    """The mail as it came holds them too, and so do what lay around them and their files; what also lies elsewhere stays."""
    others = [queries.read_stored(sha, piece.content) for sha, piece in pieces.items() if sha not in between]
    spared = {
        *_own_files(queries.read_stored(carrier.raw_sha)),
        *(each.sha for mail in others for each in mail.attachments),
    }
    inside = carrier.attachments.filter(holds=None, not_taken="").exclude(sha__in=spared)
    gone = {*between, *inside.values_list("sha", flat=True), carrier.raw_sha} - {""}
    inside.delete()
    carrier.raw_sha = ""
    carrier.save(update_fields=["raw_sha"])
    transaction.on_commit(lambda: files.drop(gone, now_s=by.now.timestamp()))


def _own_files(carrier: ReadMail) -> Iterator[str]:
    """The files beside the mails that are passed on, by what they are called in the store."""
    for mail in queries.layers(carrier):
        yield from (each.sha for each in mail.attachments if not each.nested and not is_mail(each))
        if enclosed(mail):
            return


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
