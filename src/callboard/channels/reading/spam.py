"""What about a mail looks like spam: codes, each a plain fact.  No verdict: routing and people decide."""

from __future__ import annotations

import re
from email.message import Message

from callboard.channels.reading.headers import raw_value, raw_values

PHRASES = re.compile(
    r"\b(viagra|cialis|casino|lottery|you (have|'ve) won|winner of|inheritance|next of kin|nigeria|"
    r"million (us )?dollars|wire transfer fee|no prescription|weight loss|lose weight|work (from|"
    r"at) home|make money fast|extra income|mlm|adult (site|content)|xxx|hot singles|seo (services?|"
    r"ranking|package)"
    r"|first page of google|guest post|backlinks?|bitcoin|crypto(currency)? investment|100% (free|"
    r"guaranteed)|risk[- ]free|act now|limited time offer|click (here|below) to (remove|unsubscribe|"
    r"claim)|toner|printer cartridges?|bulk e-?mail|refinance|mortgage rates?|"
    r"consolidate (your )?debt|dear (friend|beneficiary|sir/madam))\b",
    re.IGNORECASE,
)
LINK = re.compile(r"https?://", re.IGNORECASE)
IP_LINK = re.compile(r"https?://\d{1,3}(\.\d{1,3}){3}\b", re.IGNORECASE)
AUTHENTICATION = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*(fail|softfail|permerror)\b", re.IGNORECASE)


def hints(message: Message, sender: str, subject: str, text: str) -> tuple[str, ...]:
    found: list[str] = []
    if raw_value(message, "x-spam-flag").strip().lower() == "yes" or re.match(
        r"\s*yes\b", raw_value(message, "x-spam-status"), re.IGNORECASE
    ):
        found.append("marked_by_server")
    results = " ".join(raw_values(message, "authentication-results"))[:5000]
    found += sorted({f"{match[0].lower()}_fails" for match in AUTHENTICATION.findall(results)})
    words = {match[0].lower() for match in PHRASES.findall(f"{subject}\n{text[:20_000]}")}
    if words:
        found.append("phrases" if len(words) < 3 else "many_phrases")
    letters = [char for char in subject if char.isalpha()]
    if len(letters) >= 10 and sum(char.isupper() for char in letters) > 0.8 * len(letters):
        found.append("shouted_subject")
    if re.search(r"!{2,}|\${2,}", subject):
        found.append("loud_subject")
    if IP_LINK.search(text):
        found.append("link_to_number")
    if len(LINK.findall(text)) > 20:
        found.append("many_links")
    if not sender:
        found.append("no_sender")
    return tuple(found)
