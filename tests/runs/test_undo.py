"""What is taken back, and what there is nothing to take back of."""

import pytest

from callboard.core import clock
from callboard.core.actions import Actor, Refused
from callboard.core.models import Log
from callboard.core.runs.actions import undo_run
from callboard.core.undo import undo
from callboard.directory.models import Account
from tests import make
from tests.core.running import finish, prepared, started

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> Actor:
    return make.actor(make.person("Ada Admin", roles=("administrator",)))


def test_a_run_over_some_that_were_so_already_is_undone_whole(by: Actor) -> None:
    before, after = make.person("Priya Raman"), make.person("Caleb Stone")
    accounts = [make.account(f"Agency {n}", owner=(before, after)[n % 2]) for n in range(4)]
    run = prepared(by, "directory.set_owner", ids=[account.pk for account in accounts])
    run = finish(started(run, by, f'{{"owner": {after.pk}}}'))
    assert run.done == 4
    back = finish(undo_run(run, by=by))
    assert (back.state, back.done, back.failed) == ("done", 4, 0)
    owners = [Account.objects.get(pk=account.pk).owner for account in accounts]
    assert owners == [before, after, before, after]


def test_a_log_line_that_kept_nothing_to_take_back_says_so(by: Actor) -> None:
    account = make.account("Hargrove Insurance", owner=make.person("Priya Raman"))
    target = {"target_kind": "directory.account", "target_id": account.pk}
    log = Log.objects.create(at=clock.now(), action="directory.set_owner", actor_kind="clock", via="job", **target)
    with pytest.raises(Refused, match="Nothing was changed then"):
        undo(log, by=by)
