import threading

import pytest
from django.db import connection, transaction

from callboard.core import changes, clock, worker
from callboard.core.actor import Actor
from callboard.core.models import Change
from callboard.directory.models import Account
from tests.at_once import at_once
from tests.numbered import number_all

from .verbs import rename

pytestmark = pytest.mark.django_db(transaction=True)


def test_changes_are_numbered_in_order_without_gaps(account: Account, by: Actor) -> None:
    rename(account, by=by, name="One")
    rename(account, by=by, name="Two")
    number_all()
    assert list(Change.objects.order_by("id").values_list("seq", flat=True)) == list(
        range(1, Change.objects.count() + 1)
    )


def test_a_slow_transaction_is_never_skipped(account: Account, other: Account, by: Actor) -> None:
    begun, finish = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            rename(other, by=by, name="Slow")
            begun.set()
            finish.wait(5)

    def fast() -> None:
        begun.wait(5)
        rename(account, by=by, name="Fast")
        # The slow one began earlier and is not over: its rows may still come, so nothing after them is numbered.
        assert changes.number_changes() is None
        finish.set()

    assert at_once(slow, fast) == [None, None]
    number_all()
    names = Change.objects.filter(topic="names").order_by("seq").values_list("object_id", flat=True)
    assert list(names) == [other.pk, account.pk]


def test_only_one_numbers_at_a_time(account: Account, by: Actor) -> None:
    rename(account, by=by, name="One")
    holding, done = threading.Event(), threading.Event()

    def holder() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [changes.SEQUENCER_LOCK])
            holding.set()
            done.wait(5)

    def second() -> None:
        holding.wait(5)
        assert changes.number_changes() is None
        done.set()

    assert at_once(holder, second) == [None, None]


def test_the_worker_is_alive_while_it_beats() -> None:
    assert not worker.alive()
    worker.beat(worker.HEARTBEAT)
    assert worker.alive()


def test_old_changes_are_forgotten_but_the_count_goes_on(account: Account, by: Actor) -> None:
    rename(account, by=by, name="One")
    number_all()
    last = Change.objects.order_by("-seq").values_list("seq", flat=True)[0]
    changes.forget_old(before=clock.now())
    rename(account, by=by, name="Two")
    number_all()
    assert min(Change.objects.filter(seq__gt=last).values_list("seq", flat=True)) == last + 1
