"""How much a text tells: what only this talk can have said, beside words that fit any talk.

Specific is a number, an amount, a day, a name, words in quotes, something somebody decided, asked or did.  How it felt and
how the process goes are neither.  Capitals and spelling are another matter and cost nothing here.
"""

import re
from collections.abc import Iterator

from callboard.journal.reading.claims import MONTHS, WEEKDAYS, whens, without_days
from callboard.journal.reading.words import these

WORD = re.compile(r"[A-Za-z0-9$][A-Za-z0-9'’.,$%/:-]*")
#: Grammar, and what every note says.
EMPTY = these(
    """
    a about above after again all also always am an and another any anything are around as at back be because been before being
    below between both but by can could did do does doing done down each either else even ever every few for from get gets
    getting give given go goes going gone got had has have having he her here hers him his how i if in into is it its just keep
    know less let like little lot lots made make makes many maybe me might mine more most much must my need never no nor not
    now of off on once one only onto or other others our ours out over own part quite rather really said saw say says see
    seem seems she should since so some somebody someone sometimes somewhat still such than that the theirs their them then
    there these they thing things think this those though thought through til till to today together told too under until up
    upon us very was way we well went were what when where whether which while who whole whom whose why will with within
    without would yes yesterday yet you your yours tomorrow don't dont didn't didnt won't wont can't cant isn't it's i'm i'd
    i'll i've he's he'd he'll she's she'd she'll they're they'd they'll they've we're we'd we'll we've there's that's let's
    spoke speak talk talked talking call called calling calls chat chatted meet meeting met mail mailed email emailed text
    texted left message voicemail vm lvm discussed discuss follow followed following followup update updated status stuff
    customer client agency account contact conversation contacted reached reach regarding re per usual same soon later next
    step sent note notes notable everything something nothing various issues matters business needs info information
    previous standard none n/a na tbd ok okay absolutely actually certainly currently definitely especially extremely honestly
    hopefully obviously probably simply totally truly
    """
)
#: How it felt and how the process goes: true of any talk, so that a reader learns nothing from it.
FEELING = these(
    """
    amazing appreciate appreciated appreciative awesome beautiful best chemistry comfortable confident delightful
    encouraged encouraging energetic energy engaged engagement enjoyable enjoyed enthusiasm enthusiastic excellent excited
    exciting fantastic feel feeling feels felt fine friendly fruitful fun glad good great happy helpful hot hopeful impressed
    impressive informative insightful inspiring interesting kind love loved lovely magic meaningful momentum nice optimistic
    passionate perfect pleasant pleased pleasure positive positively potential productive promising pumped rapport receptive
    resonate resonated resonating smooth smoothly solid spirits strong stoked super superb sweet terrific thoughtful thrilled
    tremendous trust upbeat valuable value vibe vibes warm warming warmly welcoming wonderful
    """
)
PROCESS = these(
    """
    advise align aligned alignment approach appropriate background base brief briefly broad cadence challenges check
    checked checking checklist circle circled closely complete completed concerns connect connected connecting
    content continue continued continuing course covered cycle deal delivered dialogue due dynamic engage engages
    engaging ensure feedback forward funnel future general generally goals handle handled holistic industry informed
    item items journey landscape leverage loop milestone mind mutual natural needle nurture nurturing objection
    objections objective objectives ongoing opportunities opportunity organic organically outreach overall overview
    pain pains partner partnership philosophy pipeline plan playbook policy position positioned positioning presence
    proactive proactively procedure proceed process product products progress progressing proposition prospect
    qualified question questions quick quickly range reconnect regroup relationship relationships resource review
    service services solution solutions stage stay staying stories story strategic strategy success synergy team top
    topic topics touch touched touching touchpoint vendor vision wide
    """
)
HOLLOW = FEELING | PROCESS
#: `stage 2` counts the process and not the customer; `per policy` names none of theirs.
PROCESS_STEP = re.compile(
    r"\b(?:stage|step|phase|touch|tier|playbook|cadence|sequence|day)\s?#?\d+\b|\bper (?:policy|process|procedure)\b",
    re.I,
)
FORM_LINE = re.compile(r"^\s*[A-Z][A-Za-z' ]{1,24}:\s*", re.M)
NUMBER = re.compile(r"\$?\d[\d,./:%-]*\d%?k?|\$?\d%?k?", re.I)
NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|"
    r"dozen|half|twice|a third|a quarter|percent)\b",
    re.I,
)
_SHORT_DAYS = "mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_SHORT_MONTHS = "jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec"
WHEN = re.compile(
    rf"\b(?:(?:{'|'.join(WEEKDAYS)})s?|{'|'.join(month for month in MONTHS if month not in ('may', 'march'))}|in (?:may|march)"
    rf"|{_SHORT_DAYS}|{_SHORT_MONTHS}|q[1-4]|tomorrow|tmrw|noon|mornings?|afternoons?|evenings?|spring|summer|fall|autumn|winter"
    r"|holidays?|christmas|thanksgiving|easter|next (?:week|month|quarter)|(?:month|quarter|year)[ -]end"
    r"|(?:at|before|after|until) (?:the |their )?(?:renewal|harvest|season))\b",
    re.I,
)
NAME = re.compile(r"(?<![.!?:\n] )(?<!^)(?<!\n)\b[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)*")
QUOTED = re.compile(r"[“\"]([^”\"]{6,})[”\"]|(?<!\w)['‘]([^'‘’]*(?:['’]\w[^'‘’]*)*)['’](?!\w)")
#: What somebody decided, asked for, refused or did, and the trouble they have.
DID = re.compile(
    r"\b(agree[ds]?|accept(?:s|ed)?|approv(?:e|es|ed)|wants?|wanted|wishes|needs?|needed|decid(?:e|es|ed|ing)|declin(?:e|es|ed)"
    r"|refus(?:e|es|ed)|reject(?:s|ed)?|ask(?:s|ed)|confirm(?:s|ed)|promis(?:e|es|ed)|request(?:s|ed)|prefers?|chose|picked"
    r"|compar(?:e|es|ed|ing)|renew(?:s|ed|ing)|non-renewal|cancel\w*|terminat\w+|sign(?:s|ed|ing)|bought|buy(?:s|ing)|order(?:s|ed)"
    r"|pay(?:s|ing)|paid|costs?|owes?|owns|owner|because|budget|priced?|pricing|quoted|discount|contract|deadline|switch(?:ed|es|ing)?"
    r"|moving|moved|hir(?:ed|es|ing)|retir\w+|quit|lost|los(?:es|ing)|lapsed?|expires?|expired|sold|selling|closing|won't|wont|can't"
    r"|cannot|doesn't|does not|did not|until|til|unless|instead|only|fail(?:s|ed)?|broken|broke|crash\w*|hangs?|slow|wrong|late"
    r"|missing|stopped|angry|upset|unhappy|annoyed|worried|complain\w*|fixed|solved|installed|trained|imported|recovered|refunded|credited|billed|postpon\w+"
    r"|schedul\w+|booked|offered|answered|replied|returned|holds?|extend(?:s|ed)?|drop(?:s|ped|ping)?|add(?:s|ed|ing)"
    r"|leaves|opens|opened|sees|lacks?|misses|will (?:ask|bring|check|give|look|send|show|tell)"
    r"|too (?:expensive|busy|early|small|high|much))\b",
    re.I,
)
#: A telling word is worth so much of a specific thing; all of them together at most so much.
WORD_WORTH, WORDS_MOST = 0.35, 2.5
#: A sentence with nothing specific and fewer telling words than this share of it is hollow, where it has a word of feeling, of process.
FELT, PROCESSED = 0.4, 0.25


def _bare(text: str) -> str:
    """Without what counts the process, and without the names of the fields of a form."""
    return FORM_LINE.sub("", PROCESS_STEP.sub(" ", text))


def sentences(text: str) -> list[str]:
    """Sentences and lines; a point inside a number or an address ends none."""
    return [part.strip() for part in re.split(r"(?<=[.!?;])[\s]+|\n+", text) if part.strip()]


def telling(text: str, names: frozenset[str] = frozenset()) -> set[str]:
    """The words that say something only this text says; names, in lower case, are those it would have anyway."""
    words = (word.strip(".,:/'’-").lower() for word in WORD.findall(_bare(text)))
    return {
        word for word in words if word not in EMPTY | HOLLOW | names and (len(word) > 2 or (word and word[0].isdigit()))
    }


def specific(text: str, names: frozenset[str] = frozenset()) -> set[str]:
    """The specific things, each once, in lower case."""
    days = {each.lower() for each in whens(_bare(text))}
    bare = without_days(_bare(text))
    found = days | {match.group().lower() for each in (NUMBER, NUMBER_WORD, WHEN, DID) for match in each.finditer(bare)}
    loud = bare.upper() == bare
    found |= set() if loud else set(_names(bare, names))
    return found | {words for words in quoted(bare) if telling(words, names)}


def _names(text: str, names: frozenset[str]) -> Iterator[str]:
    for match in NAME.finditer(text):
        words = match.group().lower().split()
        if not all(word in names or word in EMPTY or word in HOLLOW for word in words):
            yield " ".join(words)


def quoted(text: str) -> Iterator[str]:
    """Their own words, two at least."""
    for match in QUOTED.finditer(text):
        words = (match[1] or match[2] or "").strip()
        if len(words.split()) > 1:
            yield words.lower()


def worth(text: str, names: frozenset[str] = frozenset()) -> float:
    """How much it tells, in specific things."""
    return len(specific(text, names)) + min(WORDS_MOST, WORD_WORTH * len(telling(text, names)))


def hollow(text: str, names: frozenset[str] = frozenset()) -> tuple[float, str]:
    """The share of the words that stand in sentences without anything specific, and the first word of feeling among them."""
    total = empty = 0
    said = ""
    for each in sentences(text):
        size = len(each.split())
        total += size
        if specific(each, names):
            continue
        words = [part.strip(".,!?:;()").lower() for part in each.split()]
        idle = [word for word in words if word in HOLLOW]
        most = max(2.0, size * (FELT if FEELING & set(words) else PROCESSED))
        if idle and len(telling(each, names)) <= most:
            empty += size
            said = said or idle[0]
    return (empty / total if total else 0.0), said
