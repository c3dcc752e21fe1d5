"""Hand-offs by mail to departments without accounts: what a letter says, and what a reply does in the department's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import formats, translation
from django.utils.translation import gettext as _

from callboard.channels.models import Attachment, Mailbox
from callboard.channels.notices import new_token, send_by
from callboard.channels.queries.answers import MARK
from callboard.core import clock
from callboard.core.actions import ActionError, Actor, Text
from callboard.core.answering import is_courtesy
from callboard.core.files import path_of
from callboard.core.links import create_link
from callboard.core.models import TimelineEntry
from callboard.team.queries import company_zone, setting
from callboard.work.actions import ask_back, finish_handoff
from callboard.work.by_mail_handoffs import SAID, Said
from callboard.work.models import Handoff, HandoffLetter, HandoffReply

PURPOSE = "handoff.answer"
GOOD_FOR = timedelta(days=60)


def send_letter(letter: HandoffLetter, mailbox: Mailbox) -> None:
    """Send one letter by a mailbox of ours; where it can be answered its token is good once. Raises what the server says."""
    handoff = letter.handoff
    with translation.override(settings.LANGUAGE_CODE):
        headers, ways = _answerable(letter, mailbox)
        subject = _("{what}: {account}").format(what=handoff, account=handoff.account)
        parts = [letter.text, "\n".join(_known(handoff)), "\n".join(_context(handoff)), "\n".join(ways)]
        send_by(mailbox, letter.address, subject, "\n\n".join(part for part in parts if part) + "\n", headers)


def _answerable(letter: HandoffLetter, mailbox: Mailbox) -> tuple[dict[str, str], list[str]]:
    ways = [str(each.hint) for each in SAID if each.verb.refusal(letter.handoff, clock.now()) is None]
    if not letter.answerable or not mailbox.imap_host:
        return {}, []
    token, now = new_token(), clock.now()
    scope = {"handoff": letter.handoff_id, "address": letter.address}
    create_link(PURPOSE, now=now, scope=scope, expires_at=now + GOOD_FOR, max_uses=1, token=token)
    local, _at, domain = mailbox.address.rpartition("@")
    reply_to = f"{local}+{MARK}{token}@{domain}" if setting("channels.plus_addresses") else mailbox.address
    head = _("Answer this mail, above the quote:") if ways else _("What you answer is read by whoever asked.")
    lines = [head, *(f"  {line}" for line in ways)]
    return {"Reply-To": reply_to, "Message-ID": f"<{MARK}{token}@{domain}>"}, lines


def _known(handoff: Handoff) -> list[str]:
    """What is asked, by whom, until when."""
    due_at, zone = handoff.task.due_at, ZoneInfo(handoff.team.zone or company_zone())
    facts: list[tuple[str, Any]] = [
        (_("What"), handoff),
        (_("Account"), handoff.account),
        (_("For whom"), handoff.contact),
        (_("Asked by"), handoff.requested_by),
        (_("Until"), formats.date_format(due_at.astimezone(zone), "D, M j, P") if due_at is not None else ""),
        (_("State"), handoff.get_state_display()),
        (_("What is asked"), handoff.text),
    ]
    return [f"{label}: {value}" for label, value in facts if value]


def _context(handoff: Handoff) -> list[str]:
    """The lines of the timeline it was asked with: those that everybody of ours may see."""
    rows = TimelineEntry.objects.filter(pk__in=handoff.context, audience__overlap=["all"]).order_by("-at", "-id")
    lines = [f"  {entry.at:%Y-%m-%d} {entry.title} {entry.text}".rstrip() for entry in rows]
    return [_("What is known so far:"), *lines] if lines else []


@dataclass(frozen=True)
class Reading:
    """What a reply means: a verb with its words; else why not, with the words that whoever asked shall read."""

    said: Said | None = None
    words: str = ""
    problem: str = ""


def read_reply(text: str, handoff: Handoff, *, with_file: bool) -> Reading:
    """A command on the first line, the other lines are its words; words alone ask back.  What stands below may be a signature."""
    lines = [line for each in text.strip().splitlines() if (line := each.strip())]
    found, lines = _command(lines)
    words = "" if is_courtesy(" ".join(lines)) else "\n".join(lines)
    if found is None:
        if not words:
            return Reading(problem=_("There were no words above the quoted mail."))
        found = next((each, "", "") for each in SAID if each.verb is ask_back)
    said, word, rest = found
    words = "\n".join(part for part in (rest, words) if part)
    if said.verb.refusal(handoff, clock.now()) is not None:
        state = handoff.get_state_display().lower()
        return Reading(words=text.strip(), problem=_("The hand-off is {state}.").format(state=state))
    if said.argument and not words and not (with_file and said.verb is finish_handoff):
        return Reading(problem=str(said.lacks).format(word=word))
    return Reading(said, words)


def _command(lines: list[str]) -> tuple[tuple[Said, str, str] | None, list[str]]:
    """(verb, its word, what follows it on its line) and the other lines."""
    for said in SAID:
        if lines and (match := said.pattern.match(lines[0])):
            return (said, match[1], match[2].strip()), lines[1:]
    return None, lines


def do_reply(reply: HandoffReply) -> tuple[bool, str, str]:
    """(whether it was done, what was done or why not, words that no verb took). The verb is done once, however often this is
    asked, in the name of the address."""
    handoff, files = reply.handoff, list(reply.message.attachments.order_by("position", "id"))
    text = reply.message.reply_text
    reading = read_reply(text, handoff, with_file=bool(files))
    if reading.said is None:
        return False, reading.problem, reading.words
    said = reading.said
    by = Actor("clock", name=reply.address[:60], via="mail", key=f"handoff-reply:{reply.pk}")
    given: dict[str, Any] = {said.argument: Text(reading.words)} if said.argument else {}
    if said.verb is finish_handoff and files:
        given["file"] = _file(files)
    try:
        said.verb(handoff, by=by, **given)
    except ActionError as error:
        return False, _("Not done: {why}").format(why=error), text
    return True, str(said.done).format(title=handoff), "" if said.argument else reading.words


def _file(files: Iterable[Attachment]) -> SimpleUploadedFile:
    """The first file of a mail; the others stay with the mail."""
    first = next(iter(files))
    return SimpleUploadedFile(first.name, path_of(first.sha).read_bytes(), first.mime)
