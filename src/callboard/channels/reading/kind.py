"""Which kind of mail this is, and whether a program may answer it.

Headers decide first (RFC 3834, 3464, 5965, 2369, 2919); where they say nothing, the phrases of kind_words.py do.
"""

from __future__ import annotations

import re
from email.message import Message

from callboard.channels.reading import kind_words as words
from callboard.channels.reading.headers import raw_value, text_of
from callboard.channels.reading.parts import Parts

NO_ANSWER_LOCAL = re.compile(
    r"^(mailer-?daemon|post-?master|no-?reply|do-?not-?reply|donotreply|noreply|bounces?|listserv|"
    r"majordomo|owner-.*|.*-(request|owner|bounces|confirm))([+._-].*)?$",
    re.IGNORECASE,
)
SUPPRESS = re.compile(r"\b(all|autoreply|oof)\b", re.IGNORECASE)
STATUS = re.compile(r"^status:\s*([245])\.\d+\.\d+", re.IGNORECASE | re.MULTILINE)
ACTION = re.compile(r"^action:\s*([a-z-]+)", re.IGNORECASE | re.MULTILINE)
ORIGINAL_HEADERS = re.compile(
    r"^(>? ?)(received|message-id|return-path|from): .+\n(.*\n){0,60}?\1(subject|to|date|message-id): ",
    re.IGNORECASE | re.MULTILINE,
)
SMTP_REPLY = re.compile(
    r"\b[45]\d\d[ -]#?[45]\.\d+\.\d+\b|\b(smtp|remote (host|server)|host) .{0,80}\b[45]\d\d\b|^\s*[<>. ]*5\d\d[ -]\S",
    re.IGNORECASE | re.MULTILINE,
)


def null_return_path(message: Message) -> bool:
    """True where the envelope sender was empty, as for reports and automatic answers."""
    value = raw_value(message, "return-path").replace(" ", "")
    return value in {"<>", "<MAILER-DAEMON>"}


def kind_of(message: Message, parts: Parts, sender: str, subject: str, text: str, own: str) -> str:
    """message, auto_reply, bounce, feedback or list.  `own`: what of the text the sender wrote."""
    if _is_feedback(message, parts, sender, subject):
        return "feedback"
    if "message/disposition-notification" in parts.reports:
        return "auto_reply"
    if _is_bounce(message, parts, sender, subject, text):
        return "bounce"
    if _is_auto_reply(message, subject, own):
        return "auto_reply"
    if is_list(message):
        return "list"
    return "message"


def _is_feedback(message: Message, parts: Parts, sender: str, subject: str) -> bool:
    if "message/feedback-report" in parts.reports or "report-type=feedback-report" in _content_type(message):
        return True
    if words.COMPLAINT_NOTIFICATION.search(parts.text[:6000]):
        return True
    if raw_value(message, "x-hmxmroriginalrecipient") or raw_value(message, "x-apple-unsubscribe"):
        return True
    return bool(words.COMPLAINT_SUBJECT.search(subject) and (parts.originals or words.COMPLAINT_SENDER.search(sender)))


def _content_type(message: Message) -> str:
    return re.sub(r"[\s\"']", "", raw_value(message, "content-type")).lower()


def is_daemon(sender: str, name: str = "") -> bool:
    return bool(words.DAEMON.search(sender)) or bool(words.DAEMON_NAME.search(name))


def _is_bounce(message: Message, parts: Parts, sender: str, subject: str, text: str) -> bool:
    status = "\n".join(text for kind, texts in parts.reports.items() if "status" in kind for text in texts)
    if status:
        actions = {match.lower() for match in ACTION.findall(status)}
        return (
            not actions
            or bool(actions & {"failed", "delayed", "failure", "expired"})
            or "2" not in STATUS.findall(status)
        )
    if "report-type=delivery-status" in _content_type(message) or raw_value(message, "x-failed-recipients"):
        return True
    head = text[:6000]
    by_subject = bool(words.BOUNCE_SUBJECT.search(subject))
    machine = is_daemon(sender, text_of(message, "from")) or null_return_path(message) or not sender
    machine = (
        machine or _auto_submitted(message).startswith("auto-") or bool(NO_ANSWER_LOCAL.match(sender.partition("@")[0]))
    )
    if not machine and not by_subject:  # nearly all mail: a person's, of which no word need be weighed
        return bool(words.BOUNCE_NOTIFICATION.search(head))
    by_text = bool(words.BOUNCE_TEXT.search(head))
    if words.FORWARDED.search(subject) and not is_daemon(sender, text_of(message, "from")):
        return by_subject and by_text and bool(ORIGINAL_HEADERS.search(text)) and not raw_value(message, "in-reply-to")
    by_code = bool(SMTP_REPLY.search(text[:20_000]))
    returned = bool(parts.originals) or bool(ORIGINAL_HEADERS.search(text[:50_000]))
    evidence = by_subject + by_text + by_code + returned
    if is_daemon(sender, text_of(message, "from")):
        return evidence >= 1
    if null_return_path(message) or not sender:
        return (by_text and evidence >= 1) or (by_subject and evidence >= 2)
    if _auto_submitted(message).startswith("auto-") or NO_ANSWER_LOCAL.match(sender.partition("@")[0]):
        return evidence >= 2 and (by_text or (by_code and by_subject))
    return (by_subject and by_text and (by_code or returned)) or bool(words.BOUNCE_NOTIFICATION.search(head))


def _auto_submitted(message: Message) -> str:
    return raw_value(message, "auto-submitted").lower().split(";")[0].split("(")[0].strip()


def _is_auto_reply(message: Message, subject: str, text: str) -> bool:
    submitted = _auto_submitted(message)
    if submitted.startswith(("auto-replied", "auto-notified")):
        return True
    if any(raw_value(message, name) for name in words.AUTO_REPLY_HEADERS):
        return raw_value(message, "x-autoreply").lower() != "no"
    if re.search(r"auto[_-]?reply", raw_value(message, "precedence"), re.IGNORECASE):
        return True
    answers = subject[:3].lower() == "re:" and bool(words.PERSON_SAYS.search(subject) or is_list(message))
    if words.AUTO_SUBJECT.search(subject) and not answers:
        return True
    automatic = null_return_path(message) or (submitted not in {"", "no"})
    if automatic and (raw_value(message, "x-auto-response-suppress") or raw_value(message, "in-reply-to")):
        return True
    by_text = bool(words.AUTO_TEXT.search(text[:1500]))
    return by_text and (
        automatic or bool(words.AUTO_SUBJECT_WEAK.search(subject)) or bool(words.AUTO_TEXT_STRONG.search(text[:1500]))
    )


def is_list(message: Message) -> bool:
    """A mailing list or a bulk mail."""
    if any(
        raw_value(message, name)
        for name in (
            "list-id",
            "list-post",
            "list-unsubscribe",
            "mailing-list",
            "x-mailing-list",
            "x-mailman-version",
            "x-beenthere",
        )
    ):
        return True
    return raw_value(message, "precedence").lower().strip() in {"list", "bulk", "junk"}


def may_answer(message: Message, kind: str, sender: str) -> bool:
    """RFC 3834 section 2: whether a program may answer this at all."""
    if kind != "message" or not sender:
        return False
    if _auto_submitted(message) not in {"", "no"} or null_return_path(message) or is_list(message):
        return False
    if SUPPRESS.search(raw_value(message, "x-auto-response-suppress")):
        return False
    return not NO_ANSWER_LOCAL.match(sender.partition("@")[0]) and not raw_value(message, "x-loop")
