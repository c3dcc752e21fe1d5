"""Which addresses a bounce calls undeliverable for good."""

from __future__ import annotations

import re
from email.message import Message

from callboard.channels.reading.headers import ADDRESS, bare, raw_values
from callboard.channels.reading.parts import Parts

FIELD = re.compile(r"^([A-Za-z-]+):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
AFTER_PHRASE = re.compile(
    r"(?:could not be delivered to|delivered to|failed recipient|recipient(?: address)?|rcpt to|"
    r"original-recipient|final-recipient|to the following (?:recipients?|address(?:es)?)|"
    r"following address(?:es)?|invalid (?:user )?address|unknown user|user unknown|宛先)"
    r"[^@\n]{0,80}?[:=<\s]\s*(?:rfc822;)?\s*<?([^\s<>()\[\],;:\"'@]+@[^\s<>()\[\],;:\"'@]+\.[A-Za-z0-9-]{2,})>?",
    re.IGNORECASE,
)
OWN_LINE = re.compile(
    r"^[ \t>*-]{0,12}(?:to:?\s*)?<?\"?([^\s<>()\[\],;:\"'@]+@[^\s<>()\[\],;:\"'@]+\.[A-Za-z0-9-]{2,})\"?>?(?:[ \t]*[:.(,-].*|"
    r"[ \t]+\(.*|[ \t]*)$",
    re.MULTILINE,
)
TO_HEADER = re.compile(r"^to:[ \t]*(.+(?:\n[ \t]+.+)*)", re.IGNORECASE | re.MULTILINE)
DELAY = re.compile(
    (r"\b(delay(ed)?|still being retried|will (continue|keep) trying|temporary|warning)\b"), re.IGNORECASE
)
JSON_LIST = re.compile(r"\"bouncedRecipients\"\s*:\s*\[(.*?)\]", re.DOTALL)
IN_TEXT = re.compile(r"(?:^[a-z-]+:.*\n(?:[ \t]+.*\n)*)+", re.IGNORECASE | re.MULTILINE)
MAX_ADDRESSES = 500


def bounced(message: Message, parts: Parts, text: str, subject: str, not_these: set[str]) -> tuple[str, ...]:
    """Addresses for which delivery has failed for good.  `not_these` are the reporter and the one it reports to."""
    reports = [report for kind, texts in parts.reports.items() if "status" in kind for report in texts]
    if not reports and "final-recipient:" in text.lower():
        reports = IN_TEXT.findall(text[:200_000] + "\n")
    found: dict[str, None] = {}
    said = False
    for report in reports:
        for block in re.split(r"\n\s*\n", report):
            fields = {name.lower(): value for name, value in FIELD.findall(block)}
            said = said or "action" in fields or "status" in fields
            if _failed(fields):
                _add(found, fields.get("final-recipient", "") or fields.get("original-recipient", ""), set())
                if not found:
                    _add(found, fields.get("original-recipient", ""), set())
    if found or (said and not any(_failed_at_all(report) for report in reports)):
        return tuple(found)
    for value in raw_values(message, "x-failed-recipients"):
        _add(found, value, set())
    if found or DELAY.search(subject):
        return tuple(found)
    return _from_text(parts, text, not_these)


def _failed(fields: dict[str, str]) -> bool:
    action = fields.get("action", "").strip().lower()
    if action:
        return action.startswith(("fail", "expired"))
    return fields.get("status", "").strip().startswith("5")


def _failed_at_all(report: str) -> bool:
    return bool(re.search(r"^(action:\s*fail|status:\s*5)", report, re.IGNORECASE | re.MULTILINE))


def _from_text(parts: Parts, text: str, not_these: set[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    head = _before_original(text)[:20_000]
    for match in JSON_LIST.finditer(head):
        _add(found, match[1], not_these)
    for pattern in (OWN_LINE, AFTER_PHRASE):
        if not found:
            for match in pattern.finditer(head):
                _add(found, match[1], not_these)
    if not found:
        said = {bare(match[0]) for match in ADDRESS.finditer(head)} - not_these
        if len(said) == 1:
            _add(found, said.pop(), not_these)
    if not found:
        for original in [*parts.originals, text]:
            header = TO_HEADER.search(original[:20_000])
            if header and len(ADDRESS.findall(header[1])) == 1:
                _add(found, header[1], not_these)
                break
    return tuple(found)


def _before_original(text: str) -> str:
    mark = re.search(
        r"^(-{2,}.{0,60}(original|copy|returned|message|header|unsent).{0,60}|received: |return-path: ).*$",
        text,
        re.IGNORECASE | re.MULTILINE,
    )
    return text[: mark.start()] if mark and mark.start() > 40 else text


def _add(found: dict[str, None], value: str, not_these: set[str]) -> None:
    for match in ADDRESS.finditer(value[:5000]):
        address = bare(match[0])
        if address not in not_these and len(found) < MAX_ADDRESSES and not address.startswith("mailer-daemon@"):
            found.setdefault(address)
