"""HTML bodies: to text, and to text without what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from inscriptis import get_text
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig
from lxml import etree
from lxml import html as lxml_html

from callboard.channels.reading.charset import clean

MAX_HTML = 1_000_000
LOOK_AHEAD = 20
# The ids and classes of what clients quote: containers hold the whole quote, lines stand above it.
CONTAINERS = {
    "olk_src_body_section",
    "mail-editor-reference-message-container",
    "gmail_quote",
    "gmail_extra_quote",
    "yahoo_quoted",
    "protonmail_quote",
    "zmail_extra",
    "tutanota_quote",
    "front-blockquote",
    "ms-outlook-mobile-reference-message",
    "replybody",
    "isforwardcontent",
    "isreplycontent",
}
LINES = {
    "divrplyfwdmsg",
    "x_divrplyfwdmsg",
    "appendonsend",
    "moz-cite-prefix",
    "moz-email-headers-table",
    "gmail_attr",
    "zwchr",
}
MARKS = CONTAINERS | LINES
# Outlook (2007 and later, Windows Mail) draws a thin line above the quoted header block and has no name for it.
OUTLOOK_RULE = re.compile(
    r"border-top:\s*solid\s*#(b5c4df|e1e1e1)\s*1(\.0)?pt|"
    r"border-top:\s*1px\s+solid\s+(rgb\(229,\s*229,\s*229\)|#e5e5e5)",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^>]{0,5000}>")
SILENT = {"style", "script", "head", "title"}
PLAIN = ParserConfig(css=CSS_PROFILES["strict"])
CITING = re.compile(r":\s*$")


def to_text(source: str) -> str:
    """The text a reader would see.  Never raises: markup beyond repair loses its tags."""
    tree = _tree(source)
    return _render(tree) if tree is not None else _stripped(source)


def split_quote(source: str) -> tuple[str, str]:
    """(text without the quoted part, text of the quoted part); ("", "") where no client's mark is found."""
    tree = _tree(source)
    if tree is None:
        return "", ""
    marked = _first_quote(tree)
    if marked is None:
        return "", ""
    quoted = lxml_html.Element("div")
    for element in _belonging(marked):
        quoted.append(element)
    return _render(tree), _render(quoted)


def _belonging(marked: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    """What goes with a mark: a container alone, an attribution with its quote, a header line with all that follows it."""
    if marked.tag == "blockquote" or _names(marked) & CONTAINERS:
        return [marked]
    following = _following(marked)
    quote = next((at for at, sibling in enumerate(following) if sibling.tag == "blockquote"), None)
    if quote is not None and not _is_rule(marked):
        return [marked, *following[: quote + 1]]
    found = [marked, *following]
    parent = marked.getparent()
    while parent is not None and parent.tag != "body":
        found.extend(_following(parent))
        parent = parent.getparent()
    return found


def _names(element: lxml_html.HtmlElement) -> set[str]:
    return {str(element.get("id") or "").lower(), *str(element.get("class") or "").lower().split()} - {""}


def _is_rule(element: lxml_html.HtmlElement) -> bool:
    return element.tag == "hr" or bool(OUTLOOK_RULE.search(str(element.get("style") or "")))


def _tree(source: str) -> lxml_html.HtmlElement | None:
    text = clean(source)[:MAX_HTML].strip()
    if not text:
        return None
    try:
        parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        tree = lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        return None
    return tree if _depth_within(tree, 200) else None


def _depth_within(tree: lxml_html.HtmlElement, limit: int) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return False
    return True


def _render(tree: lxml_html.HtmlElement) -> str:
    try:
        source = lxml_html.tostring(tree, encoding="unicode")
        text = get_text(source, PLAIN) if TAG.search(source) else source
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, etree.LxmlError):
        return _stripped(tree.text_content())
    return clean("\n".join(line.rstrip() for line in text.split("\n"))).strip("\n")


def _stripped(source: str) -> str:
    """Text of markup that no parser should see: tags away, scripts and styles with what they hold."""
    text = source[:MAX_HTML]
    for name in ("script", "style", "head", "title"):
        text = _without(text, name)
    text = re.sub(r"<(br|/p|/div|/tr|/li)\b[^>]{0,200}>", "\n", text, flags=re.IGNORECASE)
    return clean(TAG.sub("", text)).strip()


def _without(text: str, name: str) -> str:
    """Each `<name ...>` with what stands before its `</name`, in one pass."""
    lower, kept, at = text.lower(), [], 0
    while (start := lower.find(f"<{name}", at)) >= 0:
        kept.append(text[at:start])
        end = lower.find(f"</{name}", start)
        if end < 0:
            return "".join(kept)
        at = end
    return "".join([*kept, text[at:]])


def _first_quote(tree: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
    """The first mark of a quote that has some text above it: what a mail begins with is its own."""
    body = tree.find("body")
    said = False
    for element in (body if body is not None else tree).iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        previous = element.getprevious()
        said = said or bool(previous is not None and (previous.tail or "").strip())
        if said and _is_quote(element):
            return _with_prefix(element)
        said = said or bool((element.text or "").strip())
    return None


def _is_quote(element: lxml_html.HtmlElement) -> bool:
    if _names(element) & MARKS:
        return True
    if element.tag == "blockquote":
        return str(element.get("type") or "").lower() == "cite" or _last_text(element)
    if element.tag == "hr":
        return "stopspelling" in _names(element) or _headers_follow(element)
    return _is_rule(element)


def _headers_follow(rule: lxml_html.HtmlElement) -> bool:
    near = (part for sibling in islice(_siblings(rule), 4) for part in islice(sibling.itertext(), 20))
    following = (rule.tail or "") + "".join(near)
    return bool(re.match(r"\s*(From|Von|De|Da|От|Van|Från)\s*:", following))


def _last_text(element: lxml_html.HtmlElement) -> bool:
    """A blockquote with no type is a quote where nothing but blanks follows it and a line ending in `:` precedes."""
    previous = element.getprevious()
    if previous is None or not isinstance(previous.tag, str):
        return False
    if not CITING.search(previous.tail or "") and not CITING.search("".join(previous.itertext())):
        return False
    if (element.tail or "").strip():
        return False
    return all(_is_blank(later) for later in islice(_siblings(element), LOOK_AHEAD))


def _is_blank(element: lxml_html.HtmlElement) -> bool:
    """Whether an element and what stands between it and the next say nothing."""
    return not (element.tail or "").strip() and not any(text.strip() for text in element.itertext())


def _with_prefix(element: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The attribution line ("On ... wrote:") just above a quote belongs to it."""
    previous = element.getprevious()
    if (
        element.tag == "blockquote"
        and previous is not None
        and isinstance(previous.tag, str)
        and not (previous.tail or "").strip()
    ):
        text = previous.text_content().strip()
        if CITING.search(text) and len(text) < 300 and previous.find(".//br") is None:
            return previous
    return element


def _siblings(element: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    return (sibling for sibling in element.itersiblings() if isinstance(sibling.tag, str))


def _following(element: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    return list(_siblings(element))
