"""Pages of the kit behind a small server, for a browser: real templates and scripts, made-up rows, a stream the test writes to."""

import json
import mimetypes
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace as Thing
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import override_settings
from django.utils.safestring import mark_safe
from playwright.sync_api import Page, expect

from callboard import kit
from callboard.core import clock
from callboard.kit import showcase

STATIC = Path(kit.__file__).parent / "static"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"
ROWS = """{% load ui %}<ol class="tasks" id="tasks" data-list data-live="task" data-live-src="/rows/">{% for row in rows %}
<li class="task" data-row="{{ row.pk }}" data-url="/opened/{{ row.pk }}/"><div class="tb-c"><b>{{ row.what }}</b><div class="tx">
{% button "Done" key="d" url=row.done %}{% button "Accept" key="a" refusal="It has no billing contact." %}
</div></div></li>{% endfor %}</ol>"""
BOX = """<form class="nb" method="post" action="/note/" data-draft="/note/" id="box" data-live="note" data-live-src="/box/">
<input type="hidden" name="nonce" value="n2">
<textarea class="nb-t" name="text" aria-label="Note" data-key="n"></textarea><button class="btn" data-submit>Save</button></form>"""
LIST = f"""{{% extends "kit/frame.html" %}}{{% load ui %}}{{% block title %}}Day{{% endblock %}}{{% block body %}}
<div class="cb-head"><h1>Day</h1><div class="acts">{{% button "Write" url="/do/note/" dialog=True key="e" %}}</div></div>
<div class="cb-body"><div class="md-list">{ROWS}{BOX}</div></div>{{% endblock %}}"""
NOTING = """{% extends "kit/frame.html" %}{% load ui %}{% block title %}Account{% endblock %}{% block body %}
<div class="cb-head"><h1>Hargrove</h1><div class="acts">{% button "Write" url="/do/note/" dialog=True key="e" %}</div></div>
<div class="cb-body">{% include "kit/parts/note_box.html" %}</div>{% endblock %}"""
CAME = '<label data-key="6"><input class="vh" type="radio" name="outcome" value="interested">Interested</label>'
STEP = '<input class="form-control nb-step" name="next_step" aria-label="What comes next">'
TABLE = '{% extends "kit/frame.html" %}{% block title %}Rows{% endblock %}{% block body %}{% include "kit/list_rows.html" %}{% endblock %}'
ACTION = '{% include "kit/dialog.html" %}'
PLAIN = '{% extends "kit/frame.html" %}{% block title %}{{ words }}{% endblock %}{% block body %}<h1>{{ words }}</h1>{% endblock %}'


class Note(forms.Form):
    about = forms.CharField(label="About")
    text = forms.CharField(label="Text", widget=forms.Textarea)


@dataclass(frozen=True)
class Somebody:
    pk: int
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass
class House:
    """What the server serves; the test changes `rows` and calls `tell`."""

    rows: list[str] = field(default_factory=lambda: ["Call Ray back", "Desk check", "Answer Hector"])
    streams: list["queue.Queue[str]"] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    posted: list[dict[str, list[str]]] = field(default_factory=list)
    told: list[tuple[int, list[str]]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: {"inbox": 2})
    me: Somebody = Somebody(7, "Dana Whitfield")
    #: What the next page says was done: text, address of its undo.
    toasts: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""
    opened: int = 0
    seq: int = 7
    #: A failing server: what a post is answered with instead.
    fails: int = 0

    def tell(self, *topics: str) -> None:
        """An event to every open stream."""
        self.seq += 1
        self.told.append((self.seq, list(topics)))
        for stream in list(self.streams):
            stream.put(self.event(self.seq, list(topics)))

    def event(self, seq: int, topics: list[str]) -> str:
        return f"id: {seq}\ndata: {json.dumps({'topics': topics, 'seq': seq})}\n\n"

    def missed(self, after: int) -> list[str]:
        return [self.event(seq, topics) for seq, topics in self.told if seq > after]

    def frame(self) -> dict[str, Any]:
        item = Thing(label="Inbox", url="/opened/inbox/", icon="inbox", key="i", badge=2, badge_tone="", on=False)
        item.counted = "inbox"
        return {
            "nav": [Thing(label="Today", items=[item])],
            "me": self.me,
            "find_url": "/find/",
            "live_url": "/ev/",
            "hub_url": "/static/kit/js/hub.js",
            "counts_url": "/counts/",
            "live_after": str(self.seq),
            "counts": "intake",
            "toasts": [Thing(text=text, undo_url=undo) for text, undo in self.toasts],
            "new_items": [Thing(label="Write a note", url="/do/note/", icon="note", key="", dialog=True)],
            "now": clock.now(),
        }

    def listed(self) -> list[dict[str, Any]]:
        return [{"pk": at, "what": what, "done": f"/opened/done-{at}/"} for at, what in enumerate(self.rows, 1)]

    def table(self) -> dict[str, Any]:
        """A list page of one column, with one bulk action."""
        column = Thing(key="what", label="What", kind="text", sortable=False, sorted="", url="", link=True, full=False)
        rows = [(Thing(pk=row["pk"]), f"/opened/{row['pk']}/", [(column, row["what"])]) for row in self.listed()]
        owner = Thing(label="Change owner", url="/bulk/owner/", icon="user")
        return {
            "page": Thing(chips=[]),
            "selection": Thing(buttons=[owner], query="sort=what", all_text="All 40 that match"),
            "table": Thing(columns=[column], rows=rows, live="", live_src=""),
            "pager": None,
        }

    def noting(self) -> dict[str, Any]:
        """What the note box of a record page is given."""
        days = [("2026-11-30", "+1 Mon", False, "++1"), ("2026-12-02", "+3 Wed", False, "++3")]
        return {"action_url": "/note/", "days": days, "first": mark_safe(CAME), "rest": mark_safe(STEP), "free": True}

    def draw(self, source: str, path: str, **context: Any) -> str:
        request = RequestFactory().get(path)
        with override_settings(STATIC_URL="/static/"):
            return Template(source).render(
                Context({"request": request, **self.frame(), "rows": self.listed(), **context})
            )

    def form(self, data: dict[str, Any] | None, path: str) -> str:
        form = Note(data)
        form.hidden = [("nonce", "n1")]  # type: ignore[attr-defined]
        action = Thing(label="Write a note", about="Hargrove", text="", final="", has_preview=False, preview="")
        return self.draw(ACTION, path, form=form, action=action, submit="Save", cancel_url="/day/")


def hits(path: str) -> str:
    """What a server finds: a place, a thing to make, or a record."""
    text = parse_qs(urlsplit(path).query).get("q", [""])[0]
    found = {
        "inb": '<a href="/opened/inbox/"><b>Inbox</b></a>',
        "note": '<a href="/do/note/" data-dialog><b>Write a note</b></a>',
    }
    record = '<a href="/opened/hargrove/"><b>Hargrove</b></a>'
    return f"<ul><li>{found.get(text, record)}</li></ul>"


def handler_of(house: House) -> type[BaseHTTPRequestHandler]:
    class Answers(BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Nothing on the terminal."""

        def answer(
            self, body: str | bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
        ) -> None:
            raw = body.encode() if isinstance(body, str) else body
            self.send_response(status)
            for name, value in {
                "Content-Type": kind,
                "Content-Length": str(len(raw)),
                "Content-Security-Policy": POLICY,
                **headers,
            }.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(raw)

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            house.asked.append(self.path)
            if path.startswith("/static/"):
                file = STATIC / path.removeprefix("/static/")
                return self.answer(file.read_bytes(), kind=mimetypes.guess_type(file.name)[0] or "font/woff2")
            if path == "/ev/":
                return self.stream()
            if path == "/counts/":
                return self.answer(json.dumps(house.counts), kind="application/json")
            pages: dict[str, Callable[[], str]] = {
                "/day/": lambda: house.draw(LIST, path),
                "/table/": lambda: house.draw(TABLE, path, **house.table()),
                "/account/": lambda: house.draw(NOTING, path, **house.noting()),
                "/rows/": lambda: house.draw(ROWS, path),
                "/box/": lambda: "<p id='fetched'>fetched again</p>",
                "/do/note/": lambda: house.form(None, path),
                "/kit/": lambda: render_to_string("kit/kit.html", showcase.context(clock.now())),
                "/find/": lambda: hits(self.path),
            }
            make = pages.get(path, lambda: house.draw(PLAIN, path, words=path.strip("/")))
            return self.answer(make())

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"] or 0)
            raw = self.rfile.read(length).decode()
            if "multipart" in self.headers["Content-Type"]:
                names = [part.split('name="')[1].split('"')[0] for part in raw.split("\r\n--") if 'name="' in part]
                values = [
                    part.split("\r\n\r\n", 1)[1].split("\r\n--")[0].rstrip("\r\n")
                    for part in raw.split("\r\n--")
                    if 'name="' in part
                ]
                data = {name: [value] for name, value in zip(names, values, strict=True)}
            else:
                data = parse_qs(raw)
            house.posted.append(data)
            given = {name: values[0] for name, values in data.items()}
            if house.fails:
                return self.answer("<main><p>It failed.</p></main>", house.fails)
            if self.path == "/do/note/" and not Note(given).is_valid():
                return self.answer(house.form(given, "/do/note/"), 422)
            saved = f"saved-{given.get('nonce', '')}=1; path=/; max-age=300"
            if self.headers["HX-Request"]:
                return self.answer("", 204, HX_Redirect="/opened/saved/", Set_Cookie=saved)
            return self.answer("", 303, Location="/opened/saved/", Set_Cookie=saved)

        def stream(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            events: queue.Queue[str] = queue.Queue()
            after = (
                self.headers["Last-Event-ID"] or parse_qs(urlsplit(self.path).query).get("after", [str(house.seq)])[0]
            )
            for event in house.missed(int(after)):
                events.put(event)
            house.streams.append(events)
            house.opened += 1
            try:
                self.wfile.write(f"event: state\nid: {house.seq}\ndata: up\n\n".encode())
                while True:
                    try:
                        self.wfile.write(events.get(timeout=0.2).encode())
                    except queue.Empty:
                        self.wfile.write(b": ping\n\n")
            except OSError:
                house.streams.remove(events)

    return Answers


def serve(house: House) -> ThreadingHTTPServer:
    """Start the server on a free port of this machine; `house.address` is where."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(house))
    server.daemon_threads = True
    house.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def row(page: Page, number: int) -> Any:
    return page.locator(f"[data-row='{number}']")


def listening(house: House, page: Page, opened: int = 1) -> None:
    # Not wait_for_function: it evaluates text, which the page's policy refuses.
    expect(page.locator("#live-state")).to_have_attribute("data-state", "up")
    for _ in range(60):
        if house.opened == opened and len(house.streams) == 1:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{house.opened} streams were opened, {len(house.streams)} are open.")
