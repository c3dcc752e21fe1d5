"""Signatures: where one begins, and the phone, title and company in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers

MAX_BLOCK = 14
SIGN_OFF = re.compile(
    r"^\W*(?:(?:many |kind(?:est)? |best |warm(?:est)? |with (?:kind|best|warm) |very |all the |"
    r"yours? |much )*(?:thanks?|thank you|thx|tks|regards|rgds|wishes|cheers|sincerely|cordially|"
    r"respectfully|best|truly|faithfully|take care|talk soon|ciao|love)(?: (?:so much|again|"
    r"in advance|a lot|very much|yours|and (?:best |kind )?regards|for your (?:help|time)|you))*"
    r"|(?:mit )?(?:freundlichen?|besten?|viele[nr]?|liebe[nr]?|herzliche[nr]?|"
    r"sch[öo]ne[nr]?) (?:gr[üu](?:ß|ss)en?|dank)|mfg|vg|lg|gru(?:ß|ss)|danke(?: und .{0,30})?|"
    r"hochachtungsvoll|(?:bien )?cordialement|(?:bien [àa] vous)|merci(?: .{0,20})?|salutations|"
    r"amicalement|saludos(?: cordiales)?|un saludo|atentamente|gracias|cordiali saluti|"
    r"distinti saluti|saluti|grazie|atenciosamente|abra[çc]os?|obrigad[oa]|"
    r"met vriendelijke groet(?:en)?|mvg|groet(?:en|jes)?|bedankt|"
    r"med v[äa]nlig(?:a)? h[äa]lsning(?:ar)?|(?:v[äa]nliga )?h[äa]lsningar|med venlig hilsen|mvh|"
    r"hilsen|yst[äa]v[äa]llisin terveisin|terveisin|pozdrawiam|z powa[żz]aniem|s pozdravem|"
    r"с уважением|спасибо|з повагою)\W*$",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(chief \w+ officer|c[efotmir]o\b|ceo|cfo|coo|cto|president|vice president|vp\b|[es]vp\b|"
    r"owner|co-?owner|founder|co-?founder|partner|principal|chair(?:man|woman)?|director|manager|"
    r"supervisor|team lead(?:er)?|head of [\w ]+|executive|representative|specialist|consultant|"
    r"advis[eo]r|analyst|administrator|assistant|associate|coordinator|engineer|developer|architect|"
    r"designer|agent|producer|broker|underwriter|account executive|attorney|counsel|lawyer|"
    r"accountant|controller|treasurer|secretary|professor|editor|officer|technician|planner|buyer|"
    r"trader|sales\b|marketing\b|gesch[äa]ftsf[üu]hrer(?:in)?|leiter(?:in)?|directeur|directrice|"
    r"g[ée]rant|responsable|gerente|direttore|jefe)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"\b(inc|incorporated|llc|l\.l\.c|ltd|limited|llp|lp|corp|corporation|co|company|gmbh|ag|kg|"
    r"s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|plc|pty|oy|ab|as|a/s|group|agency|agencies|insurance|"
    r"assurance|associates|partners|holdings?|solutions|systems|services|consulting|technologies|"
    r"technology|university|institute|bank|financial|networks?|software|international|enterprises?|"
    r"america|department|foundation)\b\.?",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\b(tel|phone|ph|mobile|cell|fax|direct|office|main|toll[- ]free|t|m|p|o|c|f|d)\b\s*[:.]?", re.IGNORECASE
)
FAX = re.compile(r"\b(fax|telefax|f)\b\s*[:.)]?\s*$", re.IGNORECASE)
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s<>()@,;:]+@[^\s<>()@,;:]+\.\w{2,}")
NUMBER = re.compile(r"(?<![\w./-])(?:\+?\d[\d ().\-/]{6,20}\d|\(\d{3}\) ?\d{3}[ -.]?\d{4})(?![\w])")
EXTENSION = re.compile(r"^\W*(x|ext\.?|extension|phone)[ -:]*\d{3,6}\W*$", re.IGNORECASE)
NAME_LINE = re.compile(r"^[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4}[,.]?$")
SEPARATOR = re.compile(r"\s*[|•·]\s*|\s{3,}|\s+[-–—]\s+|\t+")
ENDS_SENTENCE = re.compile(r"[.?!:;]\s*$")


@dataclass(frozen=True, slots=True)
class Facts:
    phones: tuple[str, ...] = ()
    title: str = ""
    company: str = ""


def closing_start(lines: list[str], name: str = "") -> int:
    """The index at which the closing block begins; len(lines) where there is none."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    tail = filled[-MAX_BLOCK:]
    if len(filled) < 2 and not (filled and _is_name(lines[filled[0]], name)):
        return len(lines)
    for at in tail[1:] if len(tail) == len(filled) else tail:
        rest = [lines[index] for index in tail if index > at]
        if (
            SIGN_OFF.match(lines[at].strip())
            and len(lines[at].split()) <= 7
            and all(len(line.strip()) <= 90 for line in rest[:8])
        ):
            return at
    return _name_start(lines, tail, filled, name)


def _name_start(lines: list[str], tail: list[int], filled: list[int], name: str) -> int:
    for at in tail:
        if at == filled[0]:
            continue
        rest = [lines[index] for index in tail if index > at]
        if _is_name(lines[at], name) and all(_short(line) for line in rest):
            return at
    return _card_start(lines, tail, filled)


def _card_start(lines: list[str], tail: list[int], filled: list[int]) -> int:
    """Where the lines of a card begin, read from below; a card has a name, a title or a company beside its numbers."""
    contact, named = len(lines), False
    for at in reversed(tail):
        if at == filled[0] or not _short(lines[at]) or _says_something(lines[at]):
            break
        if _has_contact_line(lines[at]) or _starts_block(lines, at, contact):
            named = named or not _has_contact_line(lines[at])
            contact = at
        elif contact == len(lines):
            alone = at == tail[-1] and _looks_like_name(lines[at]) and at - 1 >= 0 and not lines[at - 1].strip()
            return at if alone else contact
        else:
            break
    return contact if named else len(lines)


def _says_something(line: str) -> bool:
    """A sentence with a number in it is no line of a card."""
    return bool(re.search(r"[.?!]\s*$", line)) and len(line.split()) >= 4


def _starts_block(lines: list[str], at: int, contact: int) -> bool:
    return (
        contact < len(lines)
        and contact - at <= 2
        and bool(_looks_like_name(lines[at]) or TITLE.search(lines[at]) or COMPANY.search(lines[at]))
        and not ENDS_SENTENCE.search(lines[at])
    )


def _short(line: str) -> bool:
    return len(line.strip()) <= 80 and (len(line.split()) <= 9 or _has_contact_line(line))


def _looks_like_name(line: str) -> bool:
    text = line.strip()
    words = text.rstrip(",.").split()
    return (
        bool(NAME_LINE.match(text))
        and len(words) <= 3
        and all(word[0].isupper() for word in words)
        and not re.search(r"[?!]", text)
    )


def _is_name(line: str, name: str) -> bool:
    """The sender's own name, whole or first name or initials, alone or leading a short line."""
    given = [word.lower() for word in re.findall(r"[^\W\d_]{2,}", name.partition("@")[0])]
    said = re.findall(r"[^\W\d_]+", line.lower())
    if not given or not said or len(line.strip()) > 60:
        return False
    if len(said) <= 4 and said[0] in given:
        return True
    initials = "".join(word[0] for word in given)
    return (
        len(said) == 1
        and 2 <= len(said[0]) <= 3
        and said[0] in {initials, initials[::-1]}
        and not ENDS_SENTENCE.search(line)
    )


def _has_contact_line(line: str) -> bool:
    return bool(NUMBER.search(line) or URL.search(line) or ADDRESS.search(line) or EXTENSION.match(line))


def has_contact(block: list[str]) -> bool:
    """Whether a block holds a phone, an address or a page, so that it is a card and not only a name."""
    return any(_has_contact_line(line) for line in block)


def facts_of(block: str, sender: str = "", name: str = "", region: str = "US") -> Facts:
    """Phones (E.164, fax left out), title and company of a signature.  `region`: where a number without + is dialled."""
    lines = [
        piece.strip(" \t*_,")
        for line in block.split("\n")[:40]
        for piece in SEPARATOR.split(line[:300])
        if piece.strip()
    ]
    lines = [line for line in lines if line and not SIGN_OFF.match(line)]
    title = next((line for line in lines if _may_name(line) and TITLE.search(line) and not _is_name(line, name)), "")
    company = next(
        (
            line
            for line in lines
            if _may_name(line) and line != title and COMPANY.search(line) and not _is_name(line, name)
        ),
        "",
    )
    if title and not company and "," in title:
        head, _, tail = title.rpartition(",")
        if TITLE.search(head) and tail.strip() and not TITLE.search(tail):
            title, company = head.strip(), tail.strip()
    return Facts(phones_in(block, region), title[:200], (company or _by_domain(lines, sender))[:200])


def _may_name(line: str) -> bool:
    return (
        len(line) <= 80
        and len(line.split()) <= 9
        and not _has_contact_line(line)
        and not ENDS_SENTENCE.search(
            line.replace("Inc.", "").replace("Co.", "").replace("Ltd.", "").replace("Corp.", "")
        )
    )


def _by_domain(lines: list[str], sender: str) -> str:
    """A line that says the name in the sender's own domain is the company."""
    label = (
        sender.rpartition("@")[2].rsplit(".", 1)[0].rpartition(".")[2] or sender.rpartition("@")[2].partition(".")[0]
    )
    if len(label) < 4:
        return ""
    return next(
        (line for line in lines if _may_name(line) and re.sub(r"\W", "", line.lower()).startswith(label[:12])), ""
    )


def phones_in(text: str, region: str = "US") -> tuple[str, ...]:
    found: dict[str, None] = {}
    for line in text.split("\n")[:200]:
        try:
            for match in phonenumbers.PhoneNumberMatcher(line[:400], region, leniency=phonenumbers.Leniency.VALID):
                if not FAX.search(line[: match.start]):
                    found.setdefault(phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164))
        except (ValueError, IndexError, phonenumbers.NumberParseException):
            continue
    return tuple(found)[:10]
