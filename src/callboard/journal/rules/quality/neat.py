"""Neat: can be read by somebody else in a year.  Spelling and how a sentence is built; what it says is another part."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from callboard.journal.reading import claims, spelling
from callboard.journal.reading.words import these
from callboard.journal.rules.quality.examples import ASIDE, DECLINED, GOOD, KNOWN, NOTHING, VOICEMAIL
from callboard.journal.rules.quality.shape import Broken, Note, Record, Rule

#: Words only their writer reads without stopping.
SHORT = these(
    """
    u ur r thx tnx ty pls plz abt bc cuz gonna wanna idk lol omg btw tho thru tmrw tmw tmrow hv wnt wnts wud cud shud msg
    cust custs mtg appt rn fyi asap prob def tbh imo nvm w8 2moro b4 gr8 spk tlk lmk wld cld shld disc intd ppl yday rcvd
    w/ w/o f/u n/i c/b
    """
)
RUDE = re.compile(
    r"\b(idiots?|stupid|moron\w*|jerk|dumb|crazy|annoying|clueless|liar|pain in the \w+|waste of (?:my |our )?time|cheap\s?skate|"
    r"useless|rude (?:guy|man|woman|lady))\b",
    re.I,
)
#: What a customer tells a person and not a company.
PRIVATE = re.compile(
    r"\b(off the record|between (?:you and me|us|ourselves)|(?:do not|don'?t) (?:put|write|note|log|enter) (?:this|that|it)\b"
    r"|keep (?:this|it) (?:quiet|to yourself|between)|divorc\w+|splitting up|cancer|chemo\w*|tumou?r|rehab|alcoholic"
    r"|drinking problem|miscarriage|pregnan\w+"
    r"|depress(?:ed|ion)|arrested|immigration status|social security number|ssn)\b",
    re.I,
)
LETTERS = re.compile(r"[A-Za-z]")
TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’/&]*")
MARKS = re.compile(r"!!+|\?\?+|\.{4,}|!\?|\?!|,,+")
RUN_ON = 55
LOUD, LOUD_LETTERS = 0.75, 12


def _loud(note: Note, record: Record) -> Broken | None:
    letters = LETTERS.findall(note.text)
    loud = sum(letter.isupper() for letter in letters)
    return Broken() if len(letters) >= LOUD_LETTERS and loud > LOUD * len(letters) else None


def _sentence(note: Note, record: Record) -> Broken | None:
    text = note.text.strip()
    if not text:
        return None
    share = (0.6 if text[0].islower() else 0.0) + (0.4 if len(text.split()) > 5 and text[-1] not in ".!?)”\"'" else 0.0)
    return Broken(share) if share else None


def _names(note: Note, record: Record) -> Broken | None:
    known = {
        word
        for name in (note.contact, *(each.name for each in record.people))
        for word in name.split()
        if len(word) > 2
    }
    wanted = {word.lower(): word for word in known if word[0].isupper()} | {
        day: day.capitalize() for day in claims.WEEKDAYS
    }
    wanted |= {month: month.capitalize() for month in claims.MONTHS if month not in ("march", "may")}
    wanted["i"] = "I"
    small = next(
        (word for word in TOKEN.findall(note.text) if word in wanted and word not in spelling.COMMON_NAMES), ""
    )
    return Broken(1.0, {"word": wanted[small]}) if small else None


def _short(note: Note, record: Record) -> Broken | None:
    words = [word.strip(".,;:!?()").lower() for word in note.text.split()]
    found = [word for word in words if word in SHORT]
    return Broken(min(1.0, 0.4 + 0.3 * (len(found) - 1)), {"word": found[0]}) if found else None


def _marks(note: Note, record: Record) -> Broken | None:
    return Broken() if MARKS.search(note.text) else None


def misspelled(note: Note, record: Record) -> Iterator[tuple[str, str]]:
    """Words that are none, each with the one it most likely is; names the record knows are right."""
    known = record.spelled | {word.lower() for name in (note.contact, *note.accounts) for word in name.split()}
    yield from spelling.wrong(note.text, known)


def _spelling(note: Note, record: Record) -> Broken | None:
    if _loud(note, record):
        return None
    found = list(misspelled(note, record))
    if not found:
        return None
    word, right = found[0]
    return Broken(min(1.0, 0.4 + 0.3 * (len(found) - 1)), {"word": word, "right": right})


def _run_on(note: Note, record: Record) -> Broken | None:
    longest = max((len(part.split()) for part in re.split(r"[.!?;\n]+", note.text)), default=0)
    return Broken() if longest > RUN_ON else None


def _rude(note: Note, record: Record) -> Broken | None:
    found = RUDE.search(note.text)
    return Broken(1.0, {"word": found.group()}) if found else None


def _private(note: Note, record: Record) -> Broken | None:
    found = PRIVATE.search(note.text)
    return Broken(1.0, {"word": found.group()}) if found else None


LONG = " ".join(["and then he said they had it but"] * 8)
RULES = (
    Rule(
        "loud",
        2,
        _("Write it in small letters; capitals are hard to read."),
        _loud,
        keep=(GOOD, NOTHING, GOOD.but(text="USPS and FEMA, AL and TX")),
        broken=(GOOD.but(text="CALLED RAY, WANTS NINE SEATS"),),
    ),
    Rule(
        "sentence",
        1,
        _("Begin with a capital letter and end with a full stop."),
        _sentence,
        keep=(GOOD, NOTHING, GOOD.but(text="Wants nine seats")),
        broken=(GOOD.but(text="spoke with Ray about nine seats at renewal"),),
    ),
    Rule(
        "names",
        1,
        _("Names begin with a capital: {word}."),
        _names,
        keep=(GOOD, GOOD.but(text="We may march on.")),
        broken=(GOOD.but(text="Spoke with ray on friday."), GOOD.but(text="Then i sent it.")),
        asks_record=True,
    ),
    Rule(
        "short",
        2,
        _("Write “{word}” in full; somebody else reads this in a year."),
        _short,
        keep=(GOOD, GOOD.but(text="Their AMS vendor raised the price of the CSR seats.")),
        broken=(GOOD.but(text="Talked w/ Ray abt seats, thx to Lupe."),),
    ),
    Rule(
        "marks",
        1,
        _("One mark is enough at the end of a sentence."),
        _marks,
        keep=(GOOD, GOOD.but(text="He thinks... about it. Why?")),
        broken=(GOOD.but(text="Wants it now!!!"),),
    ),
    Rule(
        "spelling",
        2,
        _("“{word}” looks misspelled: {right}?"),
        _spelling,
        keep=(
            (GOOD, KNOWN),
            (VOICEMAIL, KNOWN),
            (DECLINED, KNOWN),
            (ASIDE, KNOWN),
            GOOD.but(text="Kowalczyk of Brightwater likes EZLynx."),
        ),
        broken=(GOOD.but(text="He recieved the proposal and will definately decide."),),
        asks_record=True,
    ),
    Rule(
        "run_on",
        1,
        _("Break the long sentence into short ones."),
        _run_on,
        keep=(GOOD,),
        broken=(GOOD.but(text=LONG),),
    ),
    Rule(
        "rude",
        5,
        _("The customer may ask to read this. Say “{word}” in another way."),
        _rude,
        keep=(GOOD, GOOD.but(text="He was upset about the invoice.")),
        broken=(GOOD.but(text="Ray is an idiot about prices."),),
    ),
    Rule(
        "private",
        8,
        _("“{word}”: leave out what is private or was told in confidence; say only what it changes for the account."),
        _private,
        keep=(GOOD, GOOD.but(text="His wife Lupe does the books; they are away until Friday.")),
        broken=(
            GOOD.but(text="Ray is in chemo since June, so Lupe decides on the nine seats."),
            GOOD.but(text="Told me off the record that he will sell in the spring."),
        ),
    ),
)
