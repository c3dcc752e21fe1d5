"""Complete: who, what was said, what came of it, what comes next and when.  Where nobody was reached, little is asked."""

import re

from django.utils.translation import gettext_lazy as _

from callboard.journal.models import Outcome
from callboard.journal.reading import claims
from callboard.journal.reading.telling import DID, hollow, specific, telling, worth
from callboard.journal.reading.words import these
from callboard.journal.rules.quality.examples import ASIDE, DECLINED, GOOD, NOTHING, VOICEMAIL
from callboard.journal.rules.quality.shape import Broken, Doubt, Note, Record, Rule

#: So many specific things, telling words counted a third, and nothing is missing: of a talk, of anything else.
ENOUGH, LESS, VOICEMAIL_ENOUGH = 4.0, 3.0, 0.5
#: Whom it was meant for was not reached, or had no time.
ELSEWHERE = (Outcome.WITH_STAFF, Outcome.CALL_BACK)
#: A text of fewer words is short and not hollow; so much of a longer one may say how it felt.
LONG, MAY_FEEL = 20, 0.2
SOMEBODY = re.compile(
    r"\b(owner|principal|manager|receptionist|front desk|assistant|producer|csr|partner|wife|husband|son|daughter|bookkeeper"
    r"|accountant|staff|office)\b",
    re.I,
)
AHEAD = re.compile(
    r"\b(next(?: step)?:|will (?:call|send|mail|email|follow|check|try|get|set|book|ship|come|visit|review)|i'?ll|follow(?:ing)? up"
    r"|(?:call(?:ing)?|ping|ring|try|see|mail) (?:me|him|her|them|back|again)|send(?:ing)? (?:him|her|them|the|a|over)"
    r"|try(?:ing)? again|need to|needs to|to do:)",
    re.I,
)
#: Doing that has something it is done to: `send the price`.  To call somebody is none: about what?
DOING = re.compile(
    r"\b(add|adjust|answer|apologi[sz]e|ask|arrange|book|bring|cancel|change|chase|compare|confirm|copy|correct|create|deliver|draft|email"
    r"|escalate|explain|extend|file|find|finish|fix|forward|get|give|import|install|invite|introduce|invoice|look up|mail|make|move|offer"
    r"|open|order|pay|pick up|post|prepare|price|print|put|quote|refund|remove|renew|request|reset|retest|run|schedule|see|send|set|ship"
    r"|show|sign|start|stop|submit|switch|test|text|train|transfer|try|upload|verify|visit|walk|write)\b",
    re.I,
)
#: Words of a next step that only say that there is one.
IDLE = these(
    """
    again attempt back call callback cb check circle close contact demo email f/u follow followup fu mail next none one paperwork
    ping playbook reach reconnect renewal renewals retry ring see stage stay text ticket touch try via visit wait
    """
)
#: What it waits for.
IF = re.compile(r"\b(if|when|once|after|before|until|unless|because)\b", re.I)
WEEK = re.compile(r"\b(later|soon|sometime|at some point|eventually)\b", re.I)
#: Who is nobody.
NOBODY = re.compile(
    r"^\W*$|^\W*(?:not sure|unsure|unknown|n/?a|someone|somebody|anyone|staff|team|everyone|the (?:team|staff|office)|same|me)\b",
    re.I,
)

#: A place of a template, or a word after which something was to be written.
PLACE = re.compile(r"\{\s*([^{}\n]{0,40}?)\s*\}")
BLANK = re.compile(
    r"\b(because)\s*(?:[.;!?](?!\.)|$)|\b(about|for|with|that|of|to|by|until)\s+[.;!?](?![\w.])|(\w+:)\s*[.;](?![\w.])",
    re.I,
)


def _open(note: Note, record: Record) -> Broken | None:
    for text in (note.text, note.next_step):
        if found := PLACE.search(text) or BLANK.search(text.strip()):
            word = next((each for each in found.groups() if each), "") or "…"
            return Broken(1.0, {"word": word}, Doubt(found.group()))
    return None


def _known(note: Note) -> frozenset[str]:
    """The names it stands under, in lower case: to repeat them tells nothing."""
    return frozenset(
        word.strip(".,()'’").lower()
        for name in (note.contact, *note.accounts)
        for word in name.split()
        if len(word) > 1
    )


def _says_something(note: Note, record: Record) -> Broken | None:
    if note.outcome in (Outcome.NO_ANSWER, Outcome.WRONG_NUMBER):
        # The outcome tells the try; words or a next step tell what is known after it.
        return None if note.next_step.strip() or worth(note.text, _known(note)) >= VOICEMAIL_ENOUGH else Broken(0.4)
    found = worth(note.text, _known(note))
    if note.outcome == Outcome.VOICEMAIL:
        return None if found >= VOICEMAIL_ENOUGH else Broken(0.4)
    enough = ENOUGH if note.is_talk and note.outcome not in ELSEWHERE else LESS
    return None if found >= enough else Broken(1.0 - found / enough * 0.8)


def _hollow(note: Note, record: Record) -> Broken | None:
    if note.is_little or len(note.text.split()) < LONG:
        return None
    share, said = hollow(note.text, _known(note))
    return Broken(min(1.0, share * 1.25), {"word": said}) if share > MAY_FEEL else None


def _who(note: Note, record: Record) -> Broken | None:
    if not NOBODY.search(note.contact) or note.is_little or note.kind == "note":
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
    return Broken(0.5) if DID.search(note.text) else Broken()


def _result(note: Note, record: Record) -> Broken | None:
    if not note.is_talk or note.outcome in ELSEWHERE or DID.search(note.text):
        return None
    return Broken()


def _owes_next(note: Note) -> float:
    """How much a next step is owed: of a talk all, of a try a little, of what ended nothing."""
    if note.kind == "note" or note.outcome in (Outcome.DECLINED, Outcome.WRONG_NUMBER):
        return 0.0
    return 0.4 if note.is_little else 1.0


def _next(note: Note, record: Record) -> Broken | None:
    owed = _owes_next(note)
    if note.next_step.strip() or owed == 0:
        return None
    return Broken(owed * (0.4 if AHEAD.search(note.text) else 1.0))


def _vague(note: Note, record: Record) -> Broken | None:
    step, names = note.next_step.strip(), _known(note)
    if note.is_little or not step:
        return None
    what = claims.without_days(step)
    about, some = telling(what, names | IDLE), bool(specific(what, names))
    if WEEK.search(step):
        share = 1.0
    elif some or len(about) > 1 or (about and (DOING.search(what) or IF.search(what))):
        return None
    else:
        share = 0.5 if about or names & set(re.findall(r"\w+", step.lower())) else 1.0
    # Where the talk itself was put off, or there was none, to call again is a little more of an answer.
    forgiven = 1.0 if note.is_talk and note.outcome not in (*ELSEWHERE, Outcome.NOT_NOW) else 0.6
    return Broken(share * forgiven, {"step": step})


def _when(note: Note, record: Record) -> Broken | None:
    owed = _owes_next(note)
    if note.next_on or owed == 0 or claims.names_a_day(note.next_step):
        return None
    if not note.next_step and claims.names_a_day(note.text) and AHEAD.search(note.text):
        return None
    return Broken(owed)


RULES = (
    Rule(
        "open",
        15,
        _("“{word}” was left open, as the template has it: fill it in."),
        _open,
        keep=(
            GOOD,
            GOOD.but(
                text=f"{GOOD.text} What is it about? He waits for ... the price. Lupe: no. Not now because: budget."
            ),
            DECLINED,
        ),
        broken=(
            VOICEMAIL.but(text="Left word for {name} about the contract renewal."),
            GOOD.but(next_step="Call {name} again"),
            DECLINED.but(text="Ray is not interested, because ."),
            GOOD.but(text="Half-year review with Ray. Use: . What they miss: . Agreed: ."),
        ),
    ),
    Rule(
        "says_something",
        26,
        _("Say what was said: what they want, why, and by when."),
        _says_something,
        keep=(GOOD, NOTHING, VOICEMAIL, DECLINED, ASIDE),
        broken=(
            GOOD.but(text="called"),
            GOOD.but(text="Good call, will follow up."),
            VOICEMAIL.but(text="Left a message."),
            GOOD.but(text="TODAY: as before\nSHOWN: standard\nOPEN: -"),
            NOTHING.but(text="na", next_step=""),
        ),
        asks_record=True,
    ),
    Rule(
        "hollow",
        20,
        _("“{word}” fits any talk: say what they said, asked or decided."),
        _hollow,
        keep=(
            GOOD,
            GOOD.but(text=f"Lovely talk. {GOOD.text} Glad to hear that the two new people began on Monday."),
            GOOD.but(
                text="WANTS NINE SEATS BY FRIDAY. PAYS $200 TODAY. LUPE DOES THE BOOKS AND HAS TO SEE THE PRICE. GREAT PEOPLE."
            ),
        ),
        broken=(
            GOOD.but(
                text="What a wonderful visit, the chemistry was excellent. We explored the future of the industry and our vision "
                "and everybody felt inspired. I am confident that this relationship is warming."
            ),
            GOOD.but(
                text="Such a productive afternoon and a very engaged team! Our story resonated with all of them. They have nine "
                "people. Overall the momentum is strong and the opportunity is real."
            ),
        ),
        asks_record=True,
    ),
    Rule(
        "who",
        8,
        _("Say who it was with."),
        _who,
        keep=(GOOD, GOOD.but(contact=""), NOTHING.but(contact=""), ASIDE.but(contact="")),
        broken=(
            GOOD.but(contact="", text="They want nine seats at renewal and a price in writing."),
            GOOD.but(contact="unknown", text="They want nine seats at renewal and a price in writing."),
        ),
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
        6,
        _("Say what they decided or asked for."),
        _result,
        keep=(GOOD, DECLINED, NOTHING),
        broken=(GOOD.but(text="Talked to Ray about the renewal."),),
    ),
    Rule(
        "next",
        10,
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
        12,
        _("“{step}” does not say what will be done: do what, with what, for whom?"),
        _vague,
        keep=(
            GOOD,
            NOTHING.but(next_step="Call again"),
            GOOD.but(next_step="Call Ray if the invoice is still open"),
            GOOD.but(next_step="Price of nine seats to Lupe"),
            GOOD.but(next_step="Ring when his budget is through"),
            GOOD.but(next_step="SEND CONTRACT"),
        ),
        broken=(
            GOOD.but(next_step="Follow up"),
            GOOD.but(next_step="Check in next week"),
            GOOD.but(next_step="touch base soon"),
            GOOD.but(next_step="Keep the relationship warm"),
            GOOD.but(next_step="Onboarding cadence step 3"),
            GOOD.but(next_step="Call Ray"),
            GOOD.but(next_step="Demo"),
        ),
        asks_record=True,
    ),
    Rule(
        "when",
        5,
        _("Say on which day the next step is due."),
        _when,
        keep=(GOOD, DECLINED, GOOD.but(next_on=None, next_step="Send the price by Friday")),
        broken=(GOOD.but(next_on=None),),
    ),
)
