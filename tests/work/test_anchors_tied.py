"""Anchors that follow one another, are removed and restored; who may."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client

from callboard.core.actions import Actor, Forbidden, Invalid, Refused
from callboard.core.undo import undo
from callboard.kit.pages import load_pages
from callboard.team.actions import deactivate_person, hand_on_work
from callboard.team.models import Person
from callboard.work.actions import (
    create_anchor,
    create_deadline,
    finish_deadline,
    follow_anchor,
    move_anchor,
    remove_anchor,
    restore_anchor,
    tie_anchor,
    untie_anchor,
)
from callboard.work.actions.anchors import Leftover
from callboard.work.models import Anchor, Deadline
from tests import make
from tests.at_once import one_waits
from tests.conformance import walk
from tests.work.days import OPENS, due, last, shown
from tests.work.projects import started

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana() -> Person:
    return make.person("Dana")


@pytest.fixture
def by(dana: Person) -> Actor:
    return make.actor(dana)


# anchors that follow anchors


def test_what_follows_an_anchor_moves_with_it_and_back(by: Actor) -> None:
    opens = shown(by)
    move_in = create_anchor(by=by, name="Move-in", after=opens, after_days=-3)
    trucks = create_anchor(by=by, name="Trucks", after=move_in, after_days=-1, after_business=True)
    load = create_deadline(by=by, title="Load", anchor=trucks, days=0)
    assert [move_in.day_on, trucks.day_on] == [date(2099, 7, 3), date(2099, 7, 2)]
    move_anchor(opens, by=by, to=OPENS + timedelta(days=7))
    move_in.refresh_from_db()
    trucks.refresh_from_db()
    assert [move_in.day_on, trucks.day_on, due(load)] == [date(2099, 7, 10), date(2099, 7, 9), date(2099, 7, 9)]
    undo(last("move_anchor"), by=by)
    trucks.refresh_from_db()
    assert [trucks.day_on, due(load)] == [date(2099, 7, 2), date(2099, 7, 2)]


def test_a_circle_is_refused_with_the_way_it_goes(by: Actor) -> None:
    first = shown(by, "First")
    second = create_anchor(by=by, name="Second", after=first, after_days=1)
    third = create_anchor(by=by, name="Third", after=second, after_days=1)
    with pytest.raises(Invalid) as raised:
        tie_anchor(first, by=by, to=third, days=1)
    assert raised.value.errors["to"].endswith("First > Third > Second > First")
    with pytest.raises(Invalid):
        tie_anchor(first, by=by, to=first, days=1)


@pytest.mark.django_db(transaction=True)
def test_two_who_tie_each_to_the_other_at_once_make_no_circle(by: Actor) -> None:
    a, b = shown(by, "A"), shown(by, "B")
    raised = one_waits(
        lambda: tie_anchor(Anchor.objects.get(pk=a.pk), by=by, to=b, days=1),
        lambda: tie_anchor(Anchor.objects.get(pk=b.pk), by=by, to=a, days=1),
    )
    assert sorted(type(each).__name__ for each in raised) == ["Invalid", "NoneType"]
    assert Anchor.objects.filter(after__isnull=False).count() == 1


def test_tied_moved_by_itself_and_untied(by: Actor) -> None:
    opens, other = shown(by), shown(by, "Other", date(2099, 1, 5))
    tie_anchor(other, by=by, to=opens, days=-7)
    assert Anchor.objects.get(pk=other.pk).day_on == date(2099, 6, 29)
    undo(last("tie_anchor"), by=by)
    found = Anchor.objects.get(pk=other.pk)
    assert (found.day_on, found.after_id) == (date(2099, 1, 5), None)
    tie_anchor(found, by=by, to=opens, days=-7)
    move_anchor(Anchor.objects.get(pk=other.pk), by=by, to=date(2099, 2, 2))
    assert Anchor.objects.get(pk=other.pk).after_id is None
    undo(last("move_anchor"), by=by)
    assert Anchor.objects.get(pk=other.pk).after_id == opens.pk
    untie_anchor(Anchor.objects.get(pk=other.pk), by=by)
    undo(last("untie_anchor"), by=by)
    assert Anchor.objects.get(pk=other.pk).after_days == -7


# removed


def test_an_anchor_that_is_removed_leaves_its_deadlines_on_their_days(by: Actor) -> None:
    anchor = shown(by)
    deadline = create_deadline(by=by, title="Order", anchor=anchor, days=-14)
    remove_anchor(anchor, by=by)
    assert due(deadline) == date(2099, 6, 22)
    assert Deadline.objects.open().count() == 1
    for refused in (
        lambda: move_anchor(Anchor.objects.get(), by=by, to=date(2099, 8, 3)),
        lambda: follow_anchor(Deadline.objects.get(), by=by),
    ):
        with pytest.raises(Refused) as raised:
            refused()
        assert raised.value.refusal.code == "removed"
    with pytest.raises(Invalid):
        create_deadline(by=by, title="More", anchor=Anchor.objects.get(), days=1)


def test_or_drops_them_and_restoring_opens_those_again(by: Actor) -> None:
    anchor = shown(by)
    done = create_deadline(by=by, title="Done", anchor=anchor, days=-20)
    finish_deadline(done, by=by)
    create_deadline(by=by, title="Order", anchor=anchor, days=-14)
    remove_anchor(anchor, by=by, deadlines=Leftover.DROP)
    assert not Deadline.objects.open().exists()
    undo(last("remove_anchor"), by=by)
    assert [str(each) for each in Deadline.objects.open()] == ["Order"]
    with pytest.raises(Refused):
        restore_anchor(Anchor.objects.get(), by=by)


def test_one_restored_after_what_it_followed_has_moved_stands_by_itself(by: Actor) -> None:
    opens = shown(by)
    follows = create_anchor(by=by, name="Move-in", after=opens, after_days=-3)
    remove_anchor(follows, by=by)
    move_anchor(opens, by=by, to=OPENS + timedelta(days=7))
    restore_anchor(Anchor.objects.get(pk=follows.pk), by=by)
    found = Anchor.objects.get(pk=follows.pk)
    assert (found.day_on, found.after_id) == (date(2099, 7, 3), None)


# who


def test_an_executive_moves_their_own_alone(by: Actor) -> None:
    executive = make.person("Avery", roles=("account_executive",))
    own = shown(make.actor(executive))
    move_anchor(own, by=make.actor(executive), to=date(2099, 8, 3))
    with pytest.raises(Forbidden):
        move_anchor(shown(by), by=make.actor(executive), to=date(2099, 8, 3))


def test_whoever_leaves_hands_on_the_anchors_they_keep(by: Actor) -> None:
    leaver, heir = make.person("Leaver"), make.person("Heir")
    anchor = shown(make.actor(leaver))
    deadline = create_deadline(by=make.actor(leaver), title="Order", anchor=anchor, days=-14)
    admin = make.actor(make.person("Admin", roles=("administrator",)))
    with pytest.raises(Refused):
        deactivate_person(leaver, by=admin)
    hand_on_work(leaver, by=admin, to=heir)
    deactivate_person(Person.objects.get(pk=leaver.pk), by=admin)
    assert (Anchor.objects.get().owner, Deadline.objects.get(pk=deadline.pk).task.owner) == (heir, heir)
    with pytest.raises(Invalid):
        create_anchor(by=by, name="X", day_on=OPENS, owner=Person.objects.get(pk=leaver.pk))


def test_not_what_a_move_kept_is_refused(by: Actor) -> None:
    from callboard.work.actions import move_anchor_back

    for text in (
        "",
        "[]",
        "{}",
        '{"anchors": [[1]], "deadlines": []}',
        '{"anchors": [["x", "y", 1, 2, 3]], "deadlines": []}',
    ):
        with pytest.raises(Invalid):
            move_anchor_back(shown(by), by=by, back=text)  # type: ignore[arg-type]


def test_the_undo_of_a_move_ties_no_circle(by: Actor) -> None:
    top = shown(by, "Top")
    one = shown(by, "One", day_on=None, after=top, after_days=1)
    move_anchor(Anchor.objects.get(pk=one.pk), by=by, to=date(2099, 9, 1))
    move = last("move_anchor")
    tie_anchor(Anchor.objects.get(pk=top.pk), by=by, to=Anchor.objects.get(pk=one.pk), days=1)
    with pytest.raises(Invalid, match="One > Top > One"):
        undo(move, by=by)
    top, one = Anchor.objects.get(pk=top.pk), Anchor.objects.get(pk=one.pk)
    assert (top.after, one.after) == (one, None)


@pytest.mark.parametrize("verb", ["move_anchor_back", "move_project_back"])
def test_what_a_move_kept_is_given_back_by_its_undo_alone(by: Actor, client: Client, verb: str) -> None:
    anchor, theirs = started(by).anchor, shown(make.actor(make.person("Kim")), "Theirs")
    assert anchor is not None and by.person is not None
    load_pages()
    client.force_login(by.person)
    pk = anchor.pk if verb == "move_anchor_back" else anchor.projects.get().pk
    back = json.dumps({"anchors": [[theirs.pk, "2099-09-01", None, None, False]], "deadlines": []})
    assert client.post(f"/do/work.{verb}/{pk}/", {"back": back}).status_code == 404
    kind, bearer = "application/json", walk.bearer(by.person)
    for target in ("anchor", "project", "target"):
        body = {target: pk, "back": back}
        answer = client.post(f"/api/v1/do/work.{verb}", body, content_type=kind, headers=bearer)
        assert answer.status_code in (404, 405)
    assert Anchor.objects.get(pk=theirs.pk).day_on == OPENS
