"""Answers to notices: the token a mail carries, and whose it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from callboard.channels.models import MailAnswer, Message
from callboard.channels.reading import ReadMail
from callboard.core.answering import About
from callboard.core.links import hashed
from callboard.core.models import Link, Notice
from callboard.core.refs import Ref, records
from callboard.team.models import Person

PURPOSE = "notice.answer"
MARK = "cb."
TOKEN = re.compile(r"(?:^|[+<])cb\.([a-z2-7]{32})@")


@dataclass(frozen=True)
class Token:
    """A token found in a mail.  over: why it is not good any more, "" where it is."""

    link: Link
    person: Person
    notice: Notice | None
    over: str = ""


def tokens_in(mail: ReadMail | Message) -> list[str]:
    """The tokens a mail carries: in the address it went to, else in what it refers to."""
    places: Sequence[str] = [*mail.to, *mail.cc, mail.in_reply_to, *reversed(mail.references)]
    return list(dict.fromkeys(found[1] for place in places if (found := TOKEN.search(place.lower()))))


def token_of(tokens: Iterable[str], now: datetime) -> Token | None:
    """The first of the tokens that is one of ours, whether it is still good or not."""
    hashes = [hashed(token) for token in tokens]
    rows = Link.objects.filter(purpose=PURPOSE, token_hash__in=hashes, person__isnull=False).select_related("person")
    known = {row.token_hash: row for row in rows}
    link = next((known[each] for each in hashes if each in known), None)
    if link is None or link.person is None:
        return None
    over = ""
    if link.max_uses is not None and link.uses >= link.max_uses:
        over = "used"
    elif link.revoked_at is not None or (link.expires_at is not None and link.expires_at <= now):
        over = "old"
    return Token(link, link.person, Notice.objects.filter(pk=link.scope.get("notice")).first(), over)


def record_of_answer(answer: MailAnswer) -> object:
    """What the notice was about; None where that is gone."""
    if answer.ref_id is None:
        return None
    ref = Ref(answer.ref_kind, answer.ref_id)
    return records([ref]).get(ref)


def about(person: Person, record: object, now: datetime) -> About:
    return About(person, record, now.astimezone(person.tz))
