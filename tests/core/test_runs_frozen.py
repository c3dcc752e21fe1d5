"""A run before it starts: which records are frozen, and what is said where nothing can be."""

from typing import Any

import pytest

from callboard.core.access import Scope
from callboard.core.actions import Actor, Forbidden, Invalid
from callboard.core.models import Run
from callboard.core.runs import freezing
from callboard.core.runs.actions import prepare_run
from callboard.directory.models import Account
from tests import make

from .running import prepared

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("runs_may")]


def test_the_preview_freezes_which_records_in_their_order_with_their_versions(
    by: Actor, accounts: list[Account]
) -> None:
    run = prepared(by, source="accounts?sort=-name")
    make.account("Agency 999, added later")
    frozen = list(run.targets.order_by("position").values_list("target_id", "target_version"))
    assert frozen == [(account.pk, account.version) for account in reversed(accounts)]
    assert (run.state, run.total, run.kind) == ("draft", 7, "directory.account")


def test_a_filter_narrows_what_is_frozen_and_ids_choose_among_what_one_sees(by: Actor, accounts: list[Account]) -> None:
    Account.objects.filter(pk__in=[accounts[1].pk, accounts[4].pk]).update(tier="A")
    assert prepared(by, source="accounts?tier=A").total == 2
    assert prepared(by, ids=[accounts[0].pk, 10**12]).total == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"verb": "nothing.here", "source": "accounts"}, "verb"),
        ({"verb": "directory.create_account", "source": "accounts"}, "verb"),
        ({"verb": "core.rename", "source": "nowhere"}, "source"),
        ({"verb": "core.rename", "source": "contacts"}, "source"),
        ({"verb": "core.rename", "source": "accounts?tier=Z"}, "source"),
        ({"verb": "core.rename", "source": "accounts", "ids": "1,x"}, "ids"),
        ({"verb": "core.rename", "source": "accounts", "ids": ""}, "ids"),
        ({"verb": "core.rename", "source": "accounts?tier=B"}, "ids"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_prepared(
    by: Actor, accounts: list[Account], given: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        prepare_run(by=by, **given)
    assert list(refused.value.errors) == [field]
    assert not Run.objects.exists()


def test_more_than_the_most_are_refused(by: Actor, accounts: list[Account], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freezing, "MOST", 6)
    with pytest.raises(Invalid, match="more than 6"):
        prepared(by)


def test_who_may_not_do_it_to_one_may_not_prepare_it_for_many(
    by: Actor, accounts: list[Account], rights: dict[str, Scope]
) -> None:
    rights["test.rename"] = "none"
    with pytest.raises(Forbidden):
        prepared(by)
