"""Text from outside before anybody believes it: what PostgreSQL can keep, and JSON of which the same is true."""

import json
import math
from typing import Any

#: How deep JSON from outside may be nested; what we write ourselves is nested four deep.
DEEPEST = 40


def storable(text: str) -> bool:
    """Whether the database can keep it: no NUL, no half of a surrogate pair (JSON may carry both as escapes)."""
    return cleaned(text) == text


def cleaned(text: str) -> str:
    """The text without what no database keeps."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def read_json(text: str) -> Any:
    """What the JSON says.  ValueError for what is none, and for what could not be kept: NaN and numbers without end,
    texts that are not `storable`, anything nested deeper than DEEPEST."""
    try:
        found = json.loads(text, parse_constant=_number, parse_float=_number)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    _check(found)
    return found


def _number(text: str) -> float:
    found = float(text)
    if not math.isfinite(found):
        raise ValueError(f"{text[:20]} is no number")
    return found


def _check(found: Any) -> None:
    level = [found]
    for _depth in range(DEEPEST):
        texts = [each for each in level if isinstance(each, str)]
        if not all(map(storable, texts)):
            raise ValueError("a text nobody can keep")
        level = [part for each in level for part in _parts(each)]
        if not level:
            return
    raise ValueError("nested too deep")


def _parts(found: Any) -> list[Any]:
    if isinstance(found, dict):
        return [*found, *found.values()]
    return found if isinstance(found, list) else []
