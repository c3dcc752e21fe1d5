"""The pieces pages are made of: what they say, that they escape, that a slip fails at once."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils import timezone, translation

from callboard.kit import showcase
from callboard.kit.when import ago_text, clock_text, due_text, full_text, span_text

# A Tuesday, 10:42 in Chicago.
NOW = datetime(2026, 3, 10, 15, 42, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _chicago() -> Any:
    with timezone.override("America/Chicago"), translation.override("en"):
        yield


def drawn(source: str, **context: Any) -> str:
    return Template("{% load ui %}" + source).render(Context({"now": NOW, **context})).strip()


def test_everything_given_is_escaped() -> None:
    bad = '<img src=x onerror=alert(1)>"'
    sources = [
        "{% button x url=x key=x refusal=x %}",
        "{% button x url=x icon=x name=x value=x %}",
        "{% chip x icon=x %}",
        "{% cue x %}",
        "{% figure x x note=x url=x %}",
        "{% avatar x named=True %}",
        "{% avatar x %}",
        "{% why x rows=rows label=x %}",
        "{% why url=x label=x %}",
        "{% kbd x %}",
        "{% empty x text=x time=x icon=x %}{{ x }}{% endempty %}",
        "{% notice title=x %}{{ x }}{% endnotice %}",
        "{% panel x note=x url=x key=x %}{{ x }}{% endpanel %}",
        "{% tabs items label=x %}",
        "{% pager page %}",
        "{% toast x undo_url=x url=x url_label=x %}",
        "{% bar 3 label=x %}",
        "{% icon x label=x %}",
        "{% cell x 'email' %}",
        "{% cell x 'phone' %}",
        "{% cell x 'text' x %}",
        "{% cell x 'chip' %}",
        "{% cell x 'person' %}",
    ]
    given = {
        "x": bad,
        "rows": [(bad, bad)],
        "items": [{"label": bad, "url": bad, "n": bad}],
        "page": {"prev_url": bad, "next_url": bad, "text": bad},
    }
    for source in sources:
        html = drawn(source, **given)
        assert "<img" not in html, source
        assert 'x onerror=alert(1)>"' not in html, source


@pytest.mark.parametrize(
    "source",
    [
        '{% button "Save" colour="red" %}',
        '{% chip "New" colour="red" %}',
        '{% figure "MRR" %}',
        "{% panel %}{% endpanel %}",
        '{% notice tome="due" %}{% endnotice %}',
        "{% money amount sign=True %}",
    ],
)
def test_a_misspelt_or_missing_argument_fails_when_the_template_is_read(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template("{% load ui %}" + source)


@pytest.mark.parametrize(
    "source",
    [
        '{% chip "New" tone="red" %}',
        '{% cue "x" tone="won" %}',
        '{% button "x" kind="big" %}',
        '{% icon "x" size="xxl" %}',
    ],
)
def test_an_unknown_tone_kind_or_size_is_a_mistake_of_ours(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        drawn(source)


def test_a_button_with_an_address_is_a_link_and_shows_its_key() -> None:
    html = drawn('{% button "Accept" url="/do/x/" icon="check" key="a" kind="primary" dialog=True %}')
    assert html.startswith('<a class="btn btn-primary" href="/do/x/" data-dialog aria-haspopup="dialog" data-key="a"')
    assert '<kbd class="k">a</kbd>' in html


def test_a_refused_button_leads_nowhere_and_says_why() -> None:
    html = drawn('{% button "Accept" url="/do/x/" refusal="It has no billing contact." %}')
    assert "href" not in html
    assert 'aria-disabled="true"' in html
    assert '<span class="vh">It has no billing contact.</span>' in html


def test_a_button_without_a_word_has_a_name() -> None:
    assert 'aria-label="More"' in drawn('{% button "More" icon="dots" only_icon=True %}')


def test_an_offered_action_is_drawn_from_its_parts() -> None:
    html = drawn("{% act offer %}", offer={"label": "Cancel", "url": "/do/y/", "icon": None, "refusal": ""})
    assert 'href="/do/y/"' in html
    assert "None" not in html


def test_money_shows_a_sign_only_for_movements() -> None:
    assert drawn("{% money x %}", x=Decimal("1164")) == '<span class="money">$1,164</span>'
    assert drawn("{% money x signed=True %}", x=Decimal("204.5")) == '<span class="money up">+$204.50</span>'
    assert drawn("{% money x signed=True %}", x=Decimal("-116")) == '<span class="money down">\u2212$116</span>'
    assert drawn("{% money x %}", x=None) == ""


def test_amounts_of_rows_show_their_cents_together() -> None:
    rows = [SimpleNamespace(facts=SimpleNamespace(mrr=amount)) for amount in (Decimal("48.50"), Decimal(1164), None)]
    shown = '{% with full=rows|cents_in:"facts.mrr" %}{% for row in rows %}{% money row.facts.mrr full=full %}{% endfor %}{% endwith %}'
    assert drawn(shown, rows=rows) == '<span class="money">$48.50</span><span class="money">$1,164.00</span>'
    assert drawn(shown, rows=rows[1:]) == '<span class="money">$1,164</span>'


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (-26 * HOUR, ("1 day over", "over")),
        (-26 * MINUTE, ("26 min over", "over")),
        (20 * MINUTE, ("by 11:02 AM", "due")),
        (4 * HOUR, ("by 2:42 PM", "")),
        (DAY, ("tomorrow", "")),
        (3 * DAY, ("Fri", "")),
        (30 * DAY, ("Apr 9", "")),
        (400 * DAY, ("Apr 14, 2027", "")),
    ],
)
def test_due_is_said_in_the_words_people_use(away: timedelta, words: tuple[str, str]) -> None:
    assert due_text(NOW + away, NOW) == words


def test_a_day_without_a_time_is_over_the_day_after() -> None:
    today = timezone.localdate(NOW)
    assert due_text(today, NOW) == ("today", "")
    assert due_text(today - DAY, NOW) == ("1 day over", "over")
    assert due_text(today - 4 * DAY, NOW) == ("4 days over", "over")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "now"),
        (26 * MINUTE, "26 min ago"),
        (2 * HOUR, "today 8:42 AM"),
        (18 * HOUR, "yesterday 4:42 PM"),
        (2 * DAY, "Sun 10:42 AM"),
        (20 * DAY, "Feb 18"),
        (400 * DAY, "Feb 3, 2025"),
        (-DAY, "tomorrow 10:42 AM"),
    ],
)
def test_a_date_is_relative_under_a_week_and_absolute_after(before: timedelta, words: str) -> None:
    assert ago_text(NOW - before, NOW) == words


def test_a_date_keeps_its_machine_form_and_its_whole_words() -> None:
    html = drawn("{% when at %}", at=NOW - HOUR)
    assert 'datetime="2026-03-10T14:42:00+00:00"' in html
    assert 'title="Tuesday, March 10, 2026, 9:42 AM CDT"' in html


@pytest.mark.parametrize(
    ("span", "words"), [(45, "45 s"), (65 * 60, "1 h 05"), (7200, "2 h"), (4 * 86400, "4 days"), (86400, "1 day")]
)
def test_a_span_is_short(span: int, words: str) -> None:
    assert span_text(timedelta(seconds=span)) == words


def test_a_state_never_speaks_by_colour_alone() -> None:
    html = drawn("{% cue at=at %}", at=NOW - 26 * HOUR)
    assert 'class="cue cue-over"' in html
    assert "1 day over" in html


def test_a_bar_stays_inside_its_track() -> None:
    html = drawn("{% bar done of=goal pending=50 mark=200 %}", done=Decimal(90), goal=Decimal(100))
    assert 'class="bar-f" width="90"' in html
    assert 'class="bar-p" x="90" width="10"' in html
    assert 'class="bar-m" x="99.2"' in html
    assert "NaN" not in drawn("{% bar 3 of=0 %}")


def test_the_same_reason_has_the_same_id_so_that_a_fetched_part_is_not_new() -> None:
    source = '{% why "52 min of 60." rows=rows %}'
    assert drawn(source, rows=[("Target", "1 h")]) == drawn(source, rows=[("Target", "1 h")])


class Typed(forms.Form):
    name = forms.CharField(help_text="As they say it.")
    note = forms.CharField(required=False, widget=forms.Textarea(attrs={"class": "mine"}))
    tier = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)


def test_a_field_ties_label_help_and_error_to_its_input() -> None:
    form = Typed({"name": "", "note": "", "tier": "z"})
    html = drawn("{% for bound in form %}{% field bound %}{% endfor %}", form=form)
    assert '<label class="form-label" for="id_name">Name</label>' in html
    assert 'class="form-control is-invalid"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'class="mine form-control"' in html
    assert "<legend>Tier</legend>" in html
    assert '<span class="opt">optional</span>' in html


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (None, "money", '<span class="mut">–</span>'),
        ("", "text", '<span class="mut">–</span>'),
        (0, "number", "0"),
        (12345, "number", "12,345"),
        (Decimal(99), "money", '<span class="money">$99</span>'),
        (("Won", "won"), "chip", '<span class="chip chip-won">Won</span>'),
        ("(903) 555-0142", "phone", '<a class="nw" href="tel:9035550142">(903) 555-0142</a>'),
        (
            "ray@agency.example",
            "email",
            '<a href="mailto:ray@agency.example" translate="no"><span class="em">ray</span><wbr><span class="em">@agency.example</span></a>',
        ),
    ],
)
def test_a_cell_shows_its_value_by_its_kind(value: Any, kind: str, shown: str) -> None:
    assert drawn("{% cell value kind %}", value=value, kind=kind) == shown


def test_the_kit_page_draws_every_part_without_style_or_script_in_the_markup() -> None:
    html = render_to_string("kit/kit.html", showcase.context(NOW))
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*src=)", html)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for words in ("1 day over", "by 11:02 AM", "+$204.50", "Undo", "About 5 minutes.", "Mar 2 has passed"):
        assert words in html


def test_every_button_of_the_kit_page_has_a_name() -> None:
    html = render_to_string("kit/kit.html", showcase.context(NOW))
    for whole, attributes, inner in re.findall(r"(<(?:button|a)\b([^>]*)>(.*?)</(?:button|a)>)", html, re.S):
        assert "aria-label" in attributes or re.sub(r"<[^>]+>", "", inner).strip(), whole


@pytest.mark.parametrize("status", ["403", "404", "409", "500", "offline", "refused"])
def test_a_page_of_trouble_stands_without_the_frame_and_says_what_to_do(status: str) -> None:
    html = render_to_string(f"kit/{status}.html", {"sentence": "It ended on May 3."})
    assert "<h1>" in html
    assert "btn-primary" in html
    assert "cb-rail" not in html


@pytest.mark.parametrize(
    ("at", "zone", "said"),
    [
        (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "Europe/Berlin", "December 31, 9999"),
        (datetime(1, 1, 1, 0, 1, tzinfo=UTC), "America/Chicago", "January 1, 0001"),
    ],
)
def test_the_ends_of_the_calendar_are_days_east_and_west_of_greenwich_too(at: datetime, zone: str, said: str) -> None:
    with timezone.override(zone):
        assert said in full_text(at)
        assert said.split(" ")[0][:3] in ago_text(at, NOW)
        assert due_text(at, NOW)[0]
        assert "M" in clock_text(at)
