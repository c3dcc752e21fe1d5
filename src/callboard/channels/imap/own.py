"""One look into somebody's own mailbox: headers of what is new, then whole only what is to be taken.  Nothing in it changes."""

from django.db import connection

from callboard.channels.actions import ring_reader, store_message
from callboard.channels.actions.own import looking
from callboard.channels.faults import about, sentence
from callboard.channels.imap import folders
from callboard.channels.imap.client import Connection, Fetched, connect, server_of, since_text
from callboard.channels.models import Because, Capture, Message, OwnFolder, OwnMail, OwnMailbox
from callboard.channels.queries.own import Verdict
from callboard.channels.reading.own import IN_FOLDER, KEYWORD, RULE, head_of, key_of
from callboard.core import clock
from callboard.core.actions import Actor

BY = Actor.clock("channels.own")
#: Headers read in one look; a fuller mailbox is gone on with at once, after the others had their turn.
MOST = 2_000
#: The newest so many of a folder called Private are asked for.
MOST_PRIVATE = 500
#: The longest look, whatever the server is busy with.
LONGEST_S = 30 * 60.0
LOCK = 0x0CA11B0B
INBOX, SENT = OwnFolder.Role.INBOX, OwnFolder.Role.SENT


def look_into(mailbox: OwnMailbox) -> bool:
    """Sign in, look, sign out; False where it failed, which the mailbox then says in a sentence.  One process at a time."""
    if not _alone(mailbox.pk):
        return True
    server = server_of(mailbox)
    try:
        with connect(server, "INBOX", whole=LONGEST_S) as box:
            more, news = look(mailbox, box)
    except looking.Changed:  # the next look comes at once, by what holds now
        more = news = True
    except Exception as error:  # whatever the server does is a sentence; what the database does is not
        if type(error).__module__.startswith(("django.db", "psycopg")):
            raise
        fresh = OwnMailbox.objects.filter(pk=mailbox.pk).exclude(secret="").first()
        if fresh is not None:
            looking.note_fault(fresh, by=BY, error=sentence(error, server), lasting=about(error) == "password")
        return False
    finally:
        _leave(mailbox.pk)
    looking.looked(mailbox, BY, clock.now(), more=more, news=news)
    return True


def _alone(pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, pk])
        return bool(cursor.fetchone()[0])


def _leave(pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, pk])


def look(mailbox: OwnMailbox, box: Connection) -> tuple[bool, bool]:
    """(whether there is more to look at, whether anything new was there)."""
    names = {INBOX: "INBOX", SENT: mailbox.sent_folder or folders.sent_folder(box)}
    _look_for_private(mailbox, box, [name for name in names.values() if name])
    more = taken = new = 0
    for role, name in names.items():
        if name and folders.select(box, name):
            folder = looking.folder_of(mailbox, role, name, box.validity, lambda: box.newest)
            found = _headers(mailbox, box, folder)
            new, more = new + found, more + (found > MOST)
            fetched = _take(mailbox, box, folder)
            taken, more = taken + fetched, more + (fetched >= looking.AT_ONCE)
    if taken:
        ring_reader()
    return bool(more), bool(new or taken)


def _look_for_private(mailbox: OwnMailbox, box: Connection, names: list[str]) -> None:
    """What was moved to a folder called Private, or flagged, since it was looked at."""
    for name in folders.private_folders(box):
        if folders.select(box, name):
            _hold(mailbox, box, box.uids(since_text(mailbox.look_from)), IN_FOLDER)
    for name in names:
        if folders.select(box, name):
            _hold(mailbox, box, folders.marked(box, mailbox.look_from), KEYWORD)


def _hold(mailbox: OwnMailbox, box: Connection, uids: list[int], mark: str) -> None:
    for batch in folders.heads(box, uids[-MOST_PRIVATE:]):
        looking.now_private(mailbox, [key_of(mailbox.pk, head) for head in batch], mark, BY)


def _headers(mailbox: OwnMailbox, box: Connection, folder: OwnFolder) -> int:
    """Judge what is new in a folder by its headers; how many there were, which may be more than one look takes."""
    new = box.new(folder.last_uid, mailbox.look_from)
    for batch in folders.heads(box, new[:MOST], folder.name):
        if batch:
            verdicts = looking.keep_batch(mailbox, folder, batch, clock.now())
            private = [verdict.key for verdict in verdicts if verdict.because == Because.PRIVATE]
            looking.now_private(mailbox, private, RULE, BY)
    return len(new)


def _take(mailbox: OwnMailbox, box: Connection, folder: OwnFolder) -> int:
    """Fetch what is to be taken, one by one; each is judged once more by all of it before it is kept.  How many were tried."""
    due = looking.due_to_take(mailbox, folder)
    for row in due:
        _take_one(row, mailbox, box, folder)
    return len(due)


def _take_one(row: OwnMail, mailbox: OwnMailbox, box: Connection, folder: OwnFolder) -> None:
    found = box.fetch(row.uid or 0)
    if found is None:  # it is gone meanwhile
        looking.settle_row(row, message_id=None, because=Because.HERE)
        return
    head = head_of(row.uid or 0, found.raw, (), folder.name, found.received_at)
    looking.take(row, mailbox, folder, head, lambda verdict: _stored(found, verdict, mailbox))


def _stored(found: Fetched, verdict: Verdict, mailbox: OwnMailbox) -> Message:
    return store_message(
        by=BY,
        raw=found.raw,
        received_at=found.received_at,
        capture=Capture.OWN,
        person=mailbox.person,
        direction=Message.Direction.OUT if verdict.outgoing else Message.Direction.IN,
    )
