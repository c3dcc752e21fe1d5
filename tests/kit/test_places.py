"""The places of the program: one letter leads to one, what few need is folded away, a page leads to what is near it."""

import re
from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from callboard.core.actions import Actor
from callboard.core.registry import register
from callboard.kit.nav import GROUPS, SHUT
from callboard.kit.pages.page import PAGES, load_pages
from tests import make


def test_a_letter_leads_to_one_place() -> None:
    letters = Counter(entry.key for entry in register.nav if entry.key)
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_what_few_need_is_folded_away_and_the_rest_is_seen_at_once() -> None:
    seen = [entry.name for entry in register.nav if entry.group in GROUPS and entry.group != SHUT]
    assert len(seen) <= 25
    assert {entry.group for entry in register.nav} <= {*GROUPS, "", "me"}


@pytest.mark.django_db
def test_the_folded_group_is_open_where_one_is_in_it(client: Client) -> None:
    client.force_login(make.person())
    folded = re.compile(r"<details class=\"cb-nav\"( open)?>")
    for name, is_open in (("anchors", True), ("deadlines", False)):
        found = folded.search(client.get(reverse(name)).content.decode())
        assert found
        assert bool(found[1]) is is_open


@pytest.mark.django_db
def test_a_page_leads_to_what_is_near_it_and_may_be_opened() -> None:
    load_pages()
    names = {name: page.near for name, page in PAGES.items() if page.near}
    assert names
    assert all(near in PAGES and near != name for name, pages in names.items() for near in pages)
    boss, desk = (Actor("person", person=make.person(roles=(role,))) for role in ("administrator", "sales_support"))
    rules = PAGES["approvals"].near_pages
    assert [url for _title, url in rules(boss)] == [reverse("approval-rules")]
    assert rules(desk) == []
