"""What a search found as lines to show: name, page, a word about it, and where the words stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as now_
from markupsafe import escape

from callboard.core.links import url_at
from callboard.core.refs import Ref, model_of
from callboard.core.registry import SearchSource, register
from callboard.core.search.finding import Found
from callboard.core.search.marking import around, pieces
from callboard.core.search.ranking import Hit
from callboard.kit.tables import Text, labels_of


@dataclass(frozen=True)
class Line:
    """A record that was found, to show.  plain...: without marks; title, detail, text: the words that were looked for marked."""

    ref: Ref
    url: str
    icon: str
    kind: Text
    plain: str
    plain_detail: str
    plain_text: str
    title: SafeString
    detail: SafeString
    text: SafeString
    state: Text
    at: datetime | None


def lines_of(found: Found, hits: Sequence[Hit], texts: Mapping[Ref, str] | None = None) -> list[Line]:
    """Hits that have a page, as lines.  texts: long texts, of which the part around the words is shown."""
    return [line for hit in hits if (line := _line(hit, found, (texts or {}).get(hit.ref, ""))) is not None]


def _line(hit: Hit, found: Found, text: str) -> Line | None:
    source, url = register.search_source.get(hit.ref.kind), url_at(hit.ref.kind, hit.ref.id)
    if source is None or not url:
        return None
    plain = title_of(source, hit)
    part = around(text, found.words) if text else ""
    return Line(
        hit.ref,
        url,
        source.icon,
        source.label,
        plain,
        hit.detail,
        part,
        marked(plain, found.words),
        marked(hit.detail, found.words),
        marked(part, found.words),
        _state(source, hit),
        hit.at,
    )


def title_of(source: SearchSource, hit: Hit) -> str:
    return str(source.shown).format(title=hit.title).strip() or now_("(no title)")


def _state(source: SearchSource, hit: Hit) -> Text:
    model: Any = model_of(source.name)
    return (labels_of(model, source.state) or {}).get(hit.state, "") if source.state else ""


def marked(text: str, words: Sequence[str]) -> SafeString:
    """The text with the words marked."""
    parts = ((escape(piece), on) for piece, on in pieces(text, words))
    return SafeString("".join(f'<mark class="hit">{piece}</mark>' if on else piece for piece, on in parts))
