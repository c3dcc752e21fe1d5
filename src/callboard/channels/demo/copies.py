"""The mail of a company many times the size: what was answered; what waits this morning stands once."""

from callboard.channels.models import Message, Thread
from callboard.core.copies import Copied, listed_ids
from callboard.core.demo import World
from callboard.core.models import TimelineEntry
from callboard.core.refs import kind_of

OLD_ACCOUNT = "LEFT JOIN directory_account AS o ON o.id = t.account_id"
ACCOUNT = "LEFT JOIN directory_account AS a ON a.id = {account_id}"
OLD_CONTACT = "LEFT JOIN directory_contact AS p ON p.id = t.contact_id"
CONTACT = "LEFT JOIN directory_contact AS c ON c.id = {contact_id}"
THEIRS = "split_part({}, '@', 1) || '@' || a.website"
#: A copy's Message-ID: another one, and the same wherever it is named.
MESSAGE_ID = "CASE {0} WHEN '' THEN '' ELSE md5({0} || ' ' || k.n) || '@' || split_part({0}, '@', 2) END"


def copies(world: World, times: int) -> list[Copied]:
    """Threads and messages but for the last day's, and every line of the timelines that does not tell of those."""
    fresh = [*world.made.get("fresh_messages", []), *world.made.get("captured_messages", [])]
    messages = listed_ids(message.pk for message in fresh)
    threads = listed_ids(message.thread_id for message in fresh)
    told = f"NOT (t.ref_kind = '{kind_of(Message)}' AND t.ref_id IN {messages})"
    names = {column: _renamed(f"t.{column}") for column in ("text", "reply_text", "signature", "company")}
    each = MESSAGE_ID.format("r.one")
    references = f"SELECT jsonb_agg({each}) FROM jsonb_array_elements_text(t.references) AS r(one)"  # noqa: S608
    return [
        Copied(Thread, where=f"t.id NOT IN {threads}"),
        Copied(
            Message,
            names
            | {
                "message_id": MESSAGE_ID.format("t.message_id"),
                "in_reply_to": MESSAGE_ID.format("t.in_reply_to"),
                "references": f"coalesce(({references}), '[]')",
                "digest": "CASE t.digest WHEN '' THEN '' ELSE md5(t.digest || k.n) || md5(k.n || t.digest) END",
                "key": "CASE WHEN t.key IS NOT NULL THEN md5(t.message_id || ' ' || k.n) END",
                "from_address": f"CASE t.direction WHEN 'in' THEN {THEIRS.format('t.from_address')} ELSE t.from_address END",
                "from_name": "CASE t.direction WHEN 'in' THEN c.name ELSE t.from_name END",
                "to": f"CASE t.direction WHEN 'out' THEN jsonb_build_array({THEIRS.format('t.to ->> 0')}) ELSE t.to END",
            },
            " ".join((OLD_ACCOUNT, ACCOUNT, OLD_CONTACT, CONTACT)),
            where=f"t.id NOT IN {messages}",
        ),
        Copied(
            TimelineEntry,
            {"text": "replace(t.text, o.name, a.name)"},
            "JOIN directory_account AS o ON o.id = t.root_id JOIN directory_account AS a ON a.id = {root_id}",
            where=told,
        ),
    ]


def _renamed(text: str) -> str:
    """A text with the copied people's and agency's names in the place of those it was written with."""
    return f"coalesce(replace(replace({text}, p.name, c.name), o.name, a.name), {text})"
