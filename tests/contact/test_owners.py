"""One set of owners everywhere: who gives accounts on makes the count stale, and the rows add up to the headline."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from callboard.board.actions import count_contacts
from callboard.board.jobs import count_moved
from callboard.board.models import ContactCount
from callboard.board.queries.contact.cadence import cadence_on
from callboard.board.queries.contact.causes import causes_of, with_causes
from callboard.board.queries.contact.moved import has_moved
from callboard.board.queries.contact.report import report_found, report_from
from callboard.board.queries.contact.shapes import Chosen, Report
from callboard.board.rules.spans import span
from callboard.directory.actions import set_owner
from callboard.directory.models import Account
from callboard.team.actions import change_person, deactivate_person
from tests import make

pytestmark = pytest.mark.django_db
URL = "/contact-report/"


def report(desk: SimpleNamespace) -> Report:
    cadence = cadence_on()
    chosen = Chosen(span("week", cadence.day))
    by = make.actor(desk.admin)
    return report_from(report_found(chosen, cadence, by), chosen, by)


def rows(desk: SimpleNamespace) -> dict[str, int]:
    return {rep.name: rep.sums.overdue for rep in report(desk).reps}


def test_an_account_given_on_makes_the_count_stale_until_it_is_counted(desk: SimpleNamespace, client: Client) -> None:
    count_contacts(by=desk.clock)
    assert not has_moved() and not report(desk).moved
    set_owner(desk.mesa, by=make.actor(desk.admin), owner=desk.ray)
    assert has_moved() and report(desk).moved
    client.force_login(desk.admin)
    assert "being counted again" in client.get(URL).content.decode()
    count_moved()
    assert not has_moved() and rows(desk)["Ray Ochoa"] == 2
    assert "being counted again" not in client.get(URL).content.decode()
    set_owner(Account.objects.get(pk=desk.mesa.pk), by=make.actor(desk.admin), owner=desk.dana)
    assert has_moved()


def test_another_team_makes_it_stale_and_a_count_of_before_is_counted_anew(desk: SimpleNamespace) -> None:
    count_contacts(by=desk.clock)
    change_person(desk.ray, by=make.actor(desk.admin), team=desk.team)
    assert has_moved()
    count_moved()
    assert not has_moved()
    ContactCount.objects.update(figures={"owners": {}})
    assert has_moved()


def test_the_rows_add_up_with_what_nobody_owns_and_who_left(desk: SimpleNamespace) -> None:
    set_owner(desk.mesa, by=make.actor(desk.admin), owner=None)
    count_contacts(by=desk.clock)
    type(desk.ray).objects.filter(pk=desk.ray.pk).update(is_active=False, left_on="2026-03-13")
    found = report(desk)
    names = [(rep.name, rep.left, rep.pk is None, rep.sums.overdue) for rep in found.reps]
    assert names[-2:] == [("Ray Ochoa", True, False, 1), ("nobody", False, True, 1)]
    assert sum(rep.sums.overdue for rep in found.reps) == found.whole.overdue == found.total.sums.overdue == 2
    assert sum(rep.sums.overdue_mrr for rep in found.reps) == found.whole.overdue_mrr
    # Who has no account and did nothing has no row.
    assert "Ada Min" not in rows(desk)


def test_the_page_marks_who_left_and_adds_up(desk: SimpleNamespace, client: Client) -> None:
    count_contacts(by=desk.clock)
    type(desk.ray).objects.filter(pk=desk.ray.pk).update(is_active=False, left_on="2026-03-13")
    client.force_login(desk.admin)
    text = client.get(URL).content.decode()
    assert text.count("Ray Ochoa (left)") == 2 and "All together" in text
    there = client.get("/contact-report/accounts/?part=filters").content.decode()
    assert "Ray Ochoa (left)" in there


def test_what_was_taken_over_less_than_a_grace_ago_says_so(desk: SimpleNamespace, client: Client) -> None:
    Account.objects.filter(pk=desk.mesa.pk).update(created_at="2025-01-01T00:00Z")
    set_owner(desk.mesa, by=make.actor(desk.admin), owner=desk.ray)
    count_contacts(by=desk.clock)
    row: Any = with_causes(Account.objects.filter(pk=desk.mesa.pk).select_related("facts"), cadence_on()).get()
    assert [cause.code for cause in causes_of(row)] == ["taken"]
    taken = {rep.name: rep.taken for rep in report(desk).reps}
    assert taken["Ray Ochoa"] is not None and taken["Ray Ochoa"][0] == 1 and taken["Dana Whitfield"] is None
    client.force_login(desk.admin)
    text = client.get(URL).content.decode()
    assert "1 account theirs since Mar 13" in text and "its owner has it only since Mar 13" in text


def test_who_leaves_makes_it_stale(desk: SimpleNamespace) -> None:
    gone = make.person("Nina Neumann")
    count_contacts(by=desk.clock)
    deactivate_person(gone, by=make.actor(desk.admin))
    assert has_moved()
