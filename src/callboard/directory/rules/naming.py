"""What a field's short name is made of, and how values are written in one text."""

import json
import re
import unicodedata
from collections.abc import Mapping

SHORT_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def short_name(label: str) -> str:
    """`Producers (licensed)` as `producers_licensed`."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40]


def as_json(values: Mapping[str, str]) -> str:
    """Values by short name as `fill_in_account` reads them."""
    return json.dumps(dict(values), ensure_ascii=False)
