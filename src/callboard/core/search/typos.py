"""How far a word is from what was typed: letters left out, put in, changed, or two that changed places."""

from collections.abc import Iterable


def allowed(typed: str) -> int:
    """How many errors a word of this length may have."""
    return 0 if len(typed) < 3 else 1 if len(typed) < 6 else 2


def distance(typed: str, word: str, most: int) -> int:
    """Errors between the two (optimal string alignment); ``most + 1`` as soon as there are more.

    Whoever is still typing is not blamed for the end: the beginning of ``word`` counts where that is nearer.
    """
    if len(word) < len(typed) - most:
        return most + 1
    word = word[: len(typed) + most]
    before: list[int] = []
    line = list(range(len(word) + 1))
    for at, letter in enumerate(typed, 1):
        older, before, line = before, line, [at]
        for place, other in enumerate(word, 1):
            cost = min(before[place] + 1, line[place - 1] + 1, before[place - 1] + (letter != other))
            if at > 1 and place > 1 and letter == word[place - 2] and typed[at - 2] == other:
                cost = min(cost, older[place - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
    return min(line)


def slips(typed: str) -> list[str]:
    """What one slip of a short word makes of it, as far as letters in the wrong place or too many go.

    Trigrams of four letters have too little in common to find these.
    """
    swapped = [typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in range(len(typed) - 1)]
    shorter = [typed[:at] + typed[at + 1 :] for at in range(len(typed))] if len(typed) > 3 else []
    return sorted({*swapped, *shorter} - {typed})


def nearest(typed: str, words: Iterable[str], most: int = 6) -> list[str]:
    """The words meant by what was typed, nearest first: those that contain it, and those within its errors."""
    errors = allowed(typed)
    scored = []
    for word in words:
        found = 0 if typed in word else distance(typed, word, errors) if errors else errors + 1
        if found <= errors:
            scored.append((found, abs(len(word) - len(typed)), word))
    return [word for _errors, _length, word in sorted(scored)[:most]]
