"""Which words of a text are none.  Only where one letter makes it a common word, and never a name: better silent than wrong."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from spellchecker import SpellChecker

from callboard.journal.reading.words import these

#: A word that is this often in books is meant rather than the one that is in none.
COMMON = 4_000
SHORTEST = 4
_WORD = re.compile(r"(?<![\w@.#$/&-])[A-Za-z][A-Za-z’']*(?![\w@/&-]|\.\w)")
#: Names that are words as well; small, they are words.
COMMON_NAMES = these(
    """
    will mark bill may art rich rob grant dean frank grace hope joy faith rose dawn drew jack sue pat gene miles chase
    page young green brown white black long short king price cook park west north hill stone wood best bird bush field
    ford glass good hall day
    """
)
#: What our trade says and no dictionary has.
TRADE = these(
    """
    rater raters comparative reinstatement prospecting onboarding crm ams mga esign esignature voicemail voicemails email
    emails emailed emailing texted website websites online login logins portal portals chatbot upsell cross-sell rebrand
    rebranding workflow workflows subproducer subproducers csr csrs homeowners autos umbrella signup signups callback
    callbacks walkthrough timeline timelines quoting rerate rerating dropdown integrations integrates automations inbox
    webinar webinars backend linkedin followup premiums underwriter underwriters underwriting payroll dashboard dashboards
    checkbox app apps spreadsheet spreadsheets
    """
)
#: What books seldom say and our notes say every day: a word one letter away from one of these is meant to be it.
OFTEN = these(
    """
    renewal renewals premium quote quoted quotes quoting carrier carriers policy policies insurer insured deductible endorsement
    proposal proposals producer producers commission invoice invoices subscription
    """
)
#: Slips the letter-by-letter reading misses, two letters apart or real but never meant.
SLIPS = {
    "definately": "definitely",
    "definatly": "definitely",
    "alot": "a lot",
    "seperately": "separately",
    "acomodate": "accommodate",
    "accomodate": "accommodate",
    "maintainance": "maintenance",
    "intrested": "interested",
    "recieved": "received",
    "recieve": "receive",
    "teh": "the",
    "becuase": "because",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "wensday": "Wednesday",
    "calender": "calendar",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "cant": "can't",
    "wont": "won't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "thier": "their",
    "wich": "which",
    "adress": "address",
    "premiun": "premium",
}


@cache
def _book() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


def wrong(text: str, known: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """The words that are none, each once with the common word one letter away; `known`: names, in lower case."""
    seen: set[str] = set()
    for match in _WORD.finditer(text):
        word = match.group().replace("’", "'").removesuffix("'s")
        small = word.lower()
        if small in seen or small in known or not _may_be_wrong(text, match.start(), word):
            continue
        seen.add(small)
        right = SLIPS.get(small) or _meant(small)
        if right:
            yield word, right


def _may_be_wrong(text: str, start: int, word: str) -> bool:
    """A capital inside a sentence is a name; where a sentence begins it may be a word."""
    small = word.lower()
    if small in SLIPS:
        return True
    if len(word) < SHORTEST or small in TRADE or word[1:] != word[1:].lower() or "'" in word:
        return False
    return word[0].islower() or bool(re.search(r"(?:^|[.!?:]\s+|\n)$", text[:start]))


@cache
def _meant(word: str) -> str:
    book = _book()
    if word in book or (word.endswith("s") and word[:-1] in book):
        return ""
    near = book.known(book.edit_distance_1(word))
    found = max(
        near,
        key=lambda each: (book.word_frequency[each] >= COMMON, each in OFTEN, book.word_frequency[each]),
        default="",
    )
    return found if found and (found in OFTEN or book.word_frequency[found] >= COMMON) else ""
