"""The one question search asks, and how a text becomes its tsqueries.

The question has arms, from the surest to the widest; each takes a bounded number of rows, and the wide ones are asked only
where the sure ones found too little.  Whatever an arm takes it takes by an index: ``callboard bench`` prints how.
"""

from collections.abc import Iterable, Sequence

from callboard.core.search.asking import FEWEST_LETTERS, Asked, Term
from callboard.core.search.lexicon import Known, escaped
from callboard.core.search.words import parts, quoted

#: Longer beginnings are rare enough for the index, however many words they begin.
LOOSE_LETTERS = 4

# What the actor may probably see, by the copy.  The records themselves are asked before anything is shown.
_SEEN = """
    (e.ref_kind = ANY(%(all)s::text[])
        OR (e.ref_kind = ANY(%(own)s::text[]) AND e.people && %(people)s::bigint[])
        OR (e.ref_kind = ANY(%(team)s::text[])
            AND (e.people && %(people)s::bigint[] OR e.teams && %(teams)s::bigint[])))
    AND (%(everything)s OR (e.audience && %(tokens)s::text[] AND NOT e.audience && %(hidden)s::text[]))
    AND (%(owners)s::bigint[] = '{}' OR coalesce(e.owner_id, 0) = ANY(%(owners)s::bigint[]))
    AND (%(account)s::text IS NULL OR e.words @@ %(account)s::tsquery)
    AND (%(since)s::timestamptz IS NULL OR e.at >= %(since)s::timestamptz)
    AND (%(until)s::timestamptz IS NULL OR e.at < %(until)s::timestamptz)
    AND ((' ' || e.short) LIKE ALL(%(begins)s::text[]) OR (%(begin)s <> '' AND starts_with(e.short, %(begin)s)))
    AND NOT (e.words @@ %(not_words)s::tsquery
        OR coalesce(e.body @@ to_tsquery(%(language)s::regconfig, %(not_body)s), false))
"""
_TAKEN = "id, ref_kind, ref_id, root_id, title, detail, short, keys, people, state, weight, at, named"


def _arm(number: int, where: str, tail: str = "") -> str:
    columns = ", ".join(f"e.{name}" for name in _TAKEN.split(", "))
    return f"(SELECT {number} AS arm, {columns} FROM core_searchentry AS e WHERE {where} AND {_SEEN} {tail} LIMIT %(most)s)"  # noqa: S608


_BEGINS = "e.named AND %(begin)s <> '' AND e.short >= %(begin)s AND e.short < %(end)s"
_WORDS = "%(words)s <> '' AND e.words @@ (%(words)s::tsquery && {})"
# Nothing but words like "the" is no question: without them the marks alone would fit everything.
_STEMS = "to_tsquery(%(language)s::regconfig, %(body)s)"
_BODY = f"numnode({_STEMS}) > 0 AND e.body @@ ({_STEMS} && %(marks)s::tsquery{{}})"
_MENDED = "%(mended)s <> '' AND e.words @@ (%(mended)s::tsquery && %(marks)s::tsquery)"
_FEW = "(SELECT count(DISTINCT id) FROM sure) < %(enough)s"

#: The arms: 0 a number or an address, 1 and 2 names that begin so (mine first), 3 to 6 the words in titles, 7 and 8 in texts,
#: 9 titles with words that are spelled nearly so.
QUESTION = f"""
WITH sure AS MATERIALIZED (
    {_arm(0, "e.words @@ %(exact)s::tsquery")}
    UNION ALL {_arm(1, f"{_BEGINS} AND e.owner_id = ANY(%(people)s::bigint[])")}
    UNION ALL {_arm(2, _BEGINS, "ORDER BY e.short, e.id")}
    UNION ALL {_arm(3, _WORDS.format("%(mine)s::tsquery"))}
    UNION ALL {_arm(4, _WORDS.format("%(names)s::tsquery"))}
    UNION ALL {_arm(5, _WORDS.format("%(recent)s::tsquery"))}
), title AS MATERIALIZED (
    SELECT * FROM sure
    UNION ALL {_arm(6, f"{_WORDS.format('%(marks)s::tsquery')} AND {_FEW}")}
)
SELECT * FROM title
UNION ALL {_arm(7, f"{_BODY.format(' && %(recent)s::tsquery')} AND {_FEW}")}
UNION ALL {_arm(8, f"{_BODY.format('')} AND (SELECT count(DISTINCT id) FROM title) < %(enough)s")}
UNION ALL {_arm(9, f"{_MENDED} AND (SELECT count(DISTINCT id) FROM title) < %(few)s")}
"""  # noqa: S608


def words_query(asked: Asked, known: Known) -> str:
    """The tsquery of titles: every term, each as it begins, as a number, or as one of what else it is called."""
    loose = only_begun(asked, known)
    return _sign(asked).join(f"({_words_term(term, known)})" for term in asked.terms if term not in loose)


def body_query(asked: Asked, known: Known) -> str:
    """The text of the tsquery of long texts, still to be stemmed."""
    alone = len(asked.terms) == 1
    return _sign(asked).join(f"({_body_term(term, Known() if alone else known)})" for term in asked.terms)


def _sign(asked: Asked) -> str:
    return " | " if asked.any_word else " & "


def begins(asked: Asked, known: Known) -> list[str]:
    """LIKE patterns of the terms the index of words is not asked for."""
    return [] if asked.any_word else [f"% {escaped(term.words[0])}%" for term in only_begun(asked, known)]


def exact_query(asked: Asked) -> str:
    """The tsquery of the number or address that was asked for; "" where other words are asked for too."""
    return quoted(asked.keys[0]) if asked.keys and len(asked.terms) == 1 else ""


def none_of(terms: Iterable[Term]) -> tuple[str, str]:
    """The tsqueries, of titles and of texts, of what must not be there."""
    given = list(terms)
    words = " | ".join(f"({' <-> '.join(map(quoted, term.words))})" for term in given)
    return words, words


def any_of(marks: Sequence[str]) -> str:
    """The tsquery of a few marks, one of which must be there."""
    return f"({' | '.join(map(quoted, marks))})" if marks else ""


def all_of(queries: Iterable[str]) -> str:
    return " & ".join(query for query in queries if query)


def only_begun(asked: Asked, known: Known) -> list[Term]:
    """The terms that are looked for in titles alone, among what the other terms found: those of one or two letters, and
    beside a rarer word those that begin more words than the lexicon names.  The index would first gather every record that
    has any of them (30 ms an arm at 100,000 accounts).
    """
    plain = [term for term in asked.terms if not (term.others or term.whole)]
    short = [term for term in plain if term.short]
    many = [term for term in plain if term not in short and _begins_many(term, known)]
    rarer = len(asked.terms) > len(short) + len(many) and not asked.any_word
    return short + (many if rarer else [])


def _begins_many(term: Term, known: Known) -> bool:
    alone = len(term.words) == 1 and not term.keys and len(term.words[0]) <= LOOSE_LETTERS
    return alone and term.words[0] not in known.begun


def _words_term(term: Term, known: Known) -> str:
    ways = [_key(key) for key in term.keys]
    if term.whole:
        ways.append(" <-> ".join(map(quoted, term.words)))
    else:
        ways += [_beginning(way, known) for way in dict.fromkeys((term.words, ("".join(term.words),)))]
    ways += [" <-> ".join(map(quoted, other)) for other in term.others]
    return " | ".join(f"({way})" if "<->" in way else way for way in dict.fromkeys(ways))


def _beginning(words: Sequence[str], known: Known) -> str:
    *first, last = words
    return " <-> ".join([*map(quoted, first), f"({_begun(last, known)})"])


def _begun(word: str, known: Known) -> str:
    """The words it begins where they are known, else the beginning itself."""
    if word in known.begun:
        return " | ".join(map(quoted, known.begun[word]))
    return f"{quoted(word)}:*" if len(word) >= FEWEST_LETTERS else quoted(word)


def _key(key: str) -> str:
    return f"{quoted(key)}:*" if len(key) >= FEWEST_LETTERS else quoted(key)


def _body_term(term: Term, known: Known) -> str:
    words = [word for each in term.words for word in ([each] if "@" in each else parts(each))]
    if term.whole or len(words) > 1:
        ways = [" <-> ".join(map(quoted, words))]
    elif words[0] in known.begun:
        ways = [quoted(words[0]), *map(quoted, known.begun[words[0]])]
    else:
        ways = [quoted(words[0]) + (":*" if len(words[0]) > FEWEST_LETTERS and "@" not in words[0] else "")]
    ways += [" <-> ".join(map(quoted, other)) for other in term.others]
    return " | ".join(f"({way})" for way in dict.fromkeys(ways))
