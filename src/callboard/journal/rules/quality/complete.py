"""Complete: who, what was said, what came of it, what comes next and when.  Where nobody was reached, little is asked."""

import re

from django.utils.translation import gettext_lazy as _

from callboard.journal.models import Outcome
from callboard.journal.reading import claims
from callboard.journal.reading.words import these
from callboard.journal.rules.quality.examples import ASIDE, DECLINED, GOOD, NOTHING, VOICEMAIL
from callboard.journal.rules.quality.shape import Broken, Note, Record, Rule

WORD = re.compile(r"[A-Za-z0-9$][A-Za-z0-9'’.,$%-]*")
#: Words that tell nothing by themselves: grammar, and what every note says.
EMPTY = these(
    """
    a about after again all also am an and any are as at back be been before but by can could did do does for from get got
    had has have he her hers him his i if in into is it its just me my no not now of off on once or our out over she so
    some than that the their them then there these they this to today too up us very was we were what when which who will
    with would yes you your yesterday tomorrow spoke speak talk talked talking call called calling calls chat chatted met
    meet meeting mail mailed email emailed text texted left message voicemail vm lvm discussed discuss went through
    touched base checked check checking in follow followed following update updated status good great nice fine well ok
    okay thing things stuff customer client agency account contact conversation contacted reached reach quick briefly
    regarding re per usual same soon later next step see sent note notes notable everything something nothing various
    issues matters business needs info information
    """
)
#: So many telling words and nothing is missing.
ENOUGH, SOME, FEW = 7, 5, 3
RESULT = re.compile(
    r"\b(agree[ds]?|accept\w*|want(?:s|ed)?|needs?|needed|decid\w+|declin\w+|interested|not interested|ask(?:s|ed)|confirm\w*"
    r"|approv\w+|will|won'?t|going to|plans?|planning|happy|unhappy|satisfied|upset|frustrat\w+|concern\w*|worried|prefers?|compar\w+"
    r"|renew(?:s|ed|ing)?|cancel\w*|sign(?:s|ed|ing)?|bought|buy(?:s|ing)?|orders?|ordered|pay(?:s|ing)?|too (?:expensive|busy|early|small)"
    r"|because|until|budget|price|promised|said|says|told|like[ds]|loves?|switch\w*|mov(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|add(?:s|ed|ing)?"
    r"|fixed|solved|resolved|explained|showed|reviewed|can(?:no|')t|cannot|refus\w+|reject\w+|postpon\w+|complain\w*|request\w*"
    r"|schedul\w+|book(?:ed|s)?|send|remains?|keeps?|kept|sees?|found|gave|gets?|struggl\w+|open(?:s|ed|ing)?|clos\w+)\b",
    re.I,
)
SOMEBODY = re.compile(
    r"\b(owner|principal|manager|receptionist|front desk|assistant|producer|csr|partner|wife|husband|son|daughter|bookkeeper"
    r"|accountant|staff|office)\b",
    re.I,
)
AHEAD = re.compile(
    r"\b(next(?: step)?:|will (?:call|send|mail|email|follow|check|try|get|set|book|ship|come|visit|review)|i'?ll|follow(?:ing)? up"
    r"|call(?:ing)? (?:him|her|them|back|again)|send(?:ing)? (?:him|her|them|the|a|over)|try(?:ing)? again|need to|needs to|to do:)",
    re.I,
)
VAGUE = re.compile(
    r"^\W*(?:to\s+)?(follow\W?up|f/?u|call|call back|call again|callback|check in|check back|touch base|tbd|n/?a|none|later|soon|email|mail|"
    r"send info|contact|reach out|circle back|next step)\W*(?:later|soon|again|with (?:him|her|them)|sometime)?\W*$",
    re.I,
)
WEEK = re.compile(r"\b(later|soon|sometime|at some point|eventually)\b", re.I)


def telling(note: Note) -> set[str]:
    """The words that say something only this note says, names of the record left out."""
    names = {word.lower() for name in (note.contact, *note.accounts) for word in name.split()}
    words = (word.strip(".,'’-").lower() for word in WORD.findall(note.text))
    return {
        word
        for word in words
        if word and word not in EMPTY and word not in names and (len(word) > 2 or word[0].isdigit())
    }


def _says_something(note: Note, record: Record) -> Broken | None:
    if note.outcome in (Outcome.NO_ANSWER, Outcome.WRONG_NUMBER):
        return None
    count = len(telling(note))
    if note.outcome == Outcome.VOICEMAIL:
        return None if count >= FEW - 1 else Broken(0.3)
    if count >= (SOME if note.kind == "note" else ENOUGH):
        return None
    return Broken(0.25 if count >= SOME else 0.55 if count >= FEW else 0.8 if count else 1.0)


def _who(note: Note, record: Record) -> Broken | None:
    if note.contact or note.is_little or note.kind == "note":
        return None
    if any(claims.people(note.text)) or any(
        _named(each.name, note.text) for each in record.people if not each.colleague
    ):
        return None
    return Broken(0.35) if SOMEBODY.search(note.text) else Broken()


def _named(name: str, text: str) -> bool:
    first = name.split()[0]
    return len(first) > 1 and re.search(rf"\b{re.escape(first)}\b", text) is not None


def _outcome(note: Note, record: Record) -> Broken | None:
    if note.outcome or note.kind not in ("call", "meeting", "demo", "visit"):
        return None
    return Broken(0.5) if RESULT.search(note.text) else Broken()


def _result(note: Note, record: Record) -> Broken | None:
    if not note.is_talk or RESULT.search(note.text):
        return None
    return Broken()


def _owes_next(note: Note) -> float:
    """How much a next step is owed: of a talk all, of a try a little, of what ended nothing."""
    if note.kind == "note" or note.outcome in (Outcome.DECLINED, Outcome.WRONG_NUMBER):
        return 0.0
    return 0.3 if note.is_little else 1.0


def _next(note: Note, record: Record) -> Broken | None:
    owed = _owes_next(note)
    if note.next_step.strip() or owed == 0:
        return None
    return Broken(owed * (0.4 if AHEAD.search(note.text) else 1.0))


def _vague(note: Note, record: Record) -> Broken | None:
    if note.is_little or not (VAGUE.match(note.next_step) or WEEK.search(note.next_step)):
        return None
    return Broken(1.0, {"step": note.next_step.strip()})


def _when(note: Note, record: Record) -> Broken | None:
    owed = _owes_next(note)
    if note.next_on or owed == 0 or claims.names_a_day(note.next_step):
        return None
    if not note.next_step and claims.names_a_day(note.text) and AHEAD.search(note.text):
        return None
    return Broken(owed)


RULES = (
    Rule(
        "says_something",
        18,
        _("Say what was said: what they want, why, and by when."),
        _says_something,
        keep=(GOOD, NOTHING, VOICEMAIL, DECLINED, ASIDE),
        broken=(
            GOOD.but(text="called"),
            GOOD.but(text="Good call, will follow up."),
            VOICEMAIL.but(text="Left a message."),
        ),
        asks_record=True,
    ),
    Rule(
        "who",
        8,
        _("Say who it was with."),
        _who,
        keep=(GOOD, GOOD.but(contact=""), NOTHING.but(contact=""), ASIDE.but(contact="")),
        broken=(GOOD.but(contact="", text="They want nine seats at renewal and a price in writing."),),
        asks_record=True,
    ),
    Rule(
        "outcome",
        6,
        _("Choose what came of it; the keys 1 to 9 do."),
        _outcome,
        keep=(GOOD, ASIDE, GOOD.but(kind="mail", outcome="")),
        broken=(GOOD.but(outcome=""),),
    ),
    Rule(
        "result",
        4,
        _("Say what they decided or asked for."),
        _result,
        keep=(GOOD, DECLINED, NOTHING),
        broken=(GOOD.but(text="Talked to Ray about the renewal."),),
    ),
    Rule(
        "next",
        8,
        _("Name the next step, or choose an outcome that needs none."),
        _next,
        keep=(GOOD, DECLINED, ASIDE),
        broken=(
            GOOD.but(next_step="", next_on=None),
            GOOD.but(next_step="", text="Ray wants nine seats. Will call him again."),
        ),
    ),
    Rule(
        "vague",
        2,
        _("“{step}” does not say what will be done."),
        _vague,
        keep=(GOOD, NOTHING.but(next_step="Call again")),
        broken=(GOOD.but(next_step="Follow up"), GOOD.but(next_step="touch base soon")),
    ),
    Rule(
        "when",
        4,
        _("Say on which day the next step is due."),
        _when,
        keep=(GOOD, DECLINED, GOOD.but(next_on=None, next_step="Send the price by Friday")),
        broken=(GOOD.but(next_on=None),),
    ),
)
