"""Small parts: names, money, files, links, history, notices."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callboard.core import clock, files, links, money
from callboard.core.access import visible
from callboard.core.actor import Actor
from callboard.core.delivery import Letter, deliver_notices, transport
from callboard.core.models import Log, Notice
from callboard.core.names import sort_key
from callboard.core.notify import notify
from callboard.core.refs import Ref, records, ref_of
from callboard.directory.models import Account
from callboard.team.models import Person

from .verbs import rename


def test_names_sort_without_marks_and_case_and_by_number() -> None:
    names = ["Agency 10", "agency 9", "Ábaco", "Zebra", "abacus"]
    assert sorted(names, key=sort_key) == ["Ábaco", "abacus", "agency 9", "Agency 10", "Zebra"]


def test_money_is_shown_with_its_sign_where_it_moves() -> None:
    assert money.shown(Decimal("1164")) == "$1,164"
    assert money.shown(Decimal("204"), signed=True) == "+$204"
    assert money.shown(Decimal("-116.5"), signed=True) == "\u2212$116.50"


def test_one_amount_with_cents_makes_all_of_its_column_show_them() -> None:
    assert money.shown(Decimal("1164"), full=True) == "$1,164.00"
    assert money.has_cents([None, 1164, Decimal("48.50")])
    assert not money.has_cents([None, 1164, Decimal("48.00"), Decimal("0.004")])


def test_money_is_rounded_half_even() -> None:
    assert [money.cents(Decimal(text)) for text in ("0.125", "0.135", "2.675")] == [
        Decimal("0.12"),
        Decimal("0.14"),
        Decimal("2.68"),
    ]


@given(st.binary(max_size=2000))
def test_what_is_stored_is_read_back(content: bytes) -> None:
    sha = files.store(content)
    assert files.load(sha) == content
    assert files.store(content) == sha


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "g" * 64, "a" * 63])
def test_no_name_leaves_the_file_store(name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        files.path_of(name)


@pytest.mark.django_db
def test_unreferenced_files_are_swept_after_48_hours() -> None:
    sha = files.store(b"nobody names this")
    written = files.path_of(sha).stat().st_mtime
    files.sweep(now_s=written + files.SWEEP_AFTER_S - 60)
    assert Path(files.path_of(sha)).exists()
    files.sweep(now_s=written + files.SWEEP_AFTER_S + 60)
    assert not Path(files.path_of(sha)).exists()


@pytest.mark.django_db
def test_a_link_works_as_often_as_it_says_and_not_after_its_time() -> None:
    now = clock.now()
    token = links.create_link("sign_in", now=now, expires_at=now + timedelta(hours=24), max_uses=1)
    assert links.find_link("other", token, now=now) is None
    assert links.find_link("sign_in", token, now=now + timedelta(hours=25)) is None
    assert links.use_link("sign_in", token, now=now) is not None
    assert links.use_link("sign_in", token, now=now) is None


@pytest.mark.django_db
def test_a_link_is_stored_hashed() -> None:
    token = links.create_link("tv", now=clock.now())
    found = links.find_link("tv", token, now=clock.now())
    assert found is not None and token not in found.token_hash


@pytest.mark.django_db
def test_refs_are_resolved_one_query_a_kind(
    account: Account, other: Account, dana: Person, django_assert_num_queries: object
) -> None:
    refs = [ref_of(account), ref_of(other), ref_of(dana), Ref("directory.account", 10**9), Ref("gone.thing", 1)]
    with django_assert_num_queries(2):  # type: ignore[operator]
        found = records(refs)
    assert set(found.values()) == {account, other, dana}


@pytest.mark.django_db
def test_history_keeps_what_changed_and_names_the_action(account: Account, by: Actor) -> None:
    rename(account, by=by, name="Bluebonnet")
    event = account.events.order_by("-pgh_id").first()
    assert event.name == "Bluebonnet"
    assert event.pgh_context["log"] == str(Log.objects.get().pk)


@pytest.mark.django_db
def test_visible_rows_follow_the_scope(account: Account, other: Account, by: Actor, rights: dict[str, str]) -> None:
    Account.objects.filter(pk=account.pk).update(owner=by.person)
    assert visible(Account.objects.all(), by).count() == 2
    rights["directory.view"] = "own"
    assert list(visible(Account.objects.all(), by)) == [account]
    rights["directory.view"] = "none"
    assert not visible(Account.objects.all(), by).exists()


@pytest.mark.django_db
def test_a_notice_waits_until_its_mail_could_leave(dana: Person, by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from callboard.core.frame import Frame

    inside = replace(by, frame=Frame(clock.now()))
    notify(dana, "assigned", by=inside, subject="A lead for you", text="Ray Hargrove asked for a demo.")
    left: list[str] = []

    def down(letter: Letter) -> None:
        raise ConnectionError("refused")

    monkeypatch.setattr(transport, "send", down)
    assert deliver_notices() == 0
    assert Notice.objects.get().error == "ConnectionError: refused"
    monkeypatch.setattr(transport, "send", lambda letter: left.append(letter.person.email))
    assert deliver_notices() == 1
    assert left == ["dana@ours.example"] and Notice.objects.get().state == "sent"
