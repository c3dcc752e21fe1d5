from datetime import timedelta
from decimal import Decimal

import pytest

from callboard.core import clock, once, undo
from callboard.core.actions import Action, Conflict, Forbidden, Invalid, Refused, action
from callboard.core.actor import Actor
from callboard.core.models import Change, Log, OnceKey, TimelineEntry
from callboard.directory.models import Account
from callboard.work.models import Task

from .verbs import Tone, open_note, rename, rename_and_open, rename_or_not, restore_name, swap, take_note_away

pytestmark = pytest.mark.django_db


def test_an_action_does_it_and_returns_what_the_body_returned(account: Account, by: Actor) -> None:
    renamed = rename(account, by=by, name="Bluebonnet")
    assert renamed.name == "Bluebonnet"
    assert Account.objects.get(pk=account.pk).name == "Bluebonnet"


def test_it_is_logged_with_who_what_and_whose_account(account: Account, by: Actor) -> None:
    rename(account, by=by, name="Bluebonnet")
    log = Log.objects.get()
    assert (log.action, log.person_id, log.via, log.target_kind, log.target_id, log.root_id) == (
        "core.rename", by.person_id, "page", "directory.account", account.pk, account.pk,
    )  # fmt: skip


def test_a_nested_action_is_logged_under_its_cause(account: Account, by: Actor) -> None:
    rename_and_open(account, by=by, name="Bluebonnet")
    outer = Log.objects.get(action="core.rename_and_open")
    assert set(Log.objects.filter(cause_id=outer.pk).values_list("action", flat=True)) == {
        "core.rename",
        "core.open_note",
    }


def test_the_timeline_and_the_change_feed_are_written(account: Account, by: Actor) -> None:
    rename(account, by=by, name="Bluebonnet")
    assert TimelineEntry.objects.get().title == "Renamed to Bluebonnet"
    assert set(Change.objects.values_list("topic", flat=True)) == {
        "names",
        f"account:{account.pk}",
        "directory.account",
    }


def test_who_may_not_is_forbidden_and_nothing_is_written(account: Account, by: Actor, rights: dict[str, str]) -> None:
    rights["test.rename"] = "none"
    with pytest.raises(Forbidden):
        rename(account, by=by, name="Bluebonnet")
    assert not Log.objects.exists()


def test_own_reaches_only_what_one_owns(account: Account, other: Account, by: Actor, rights: dict[str, str]) -> None:
    rights["test.rename"] = "own"
    Account.objects.filter(pk=account.pk).update(owner=by.person)
    account.refresh_from_db()
    rename(account, by=by, name="Mine")
    with pytest.raises(Forbidden):
        rename(other, by=by, name="Not mine")


def test_a_nested_action_is_not_asked_who(account: Account, by: Actor, rights: dict[str, str]) -> None:
    rights["test.rename"] = "none"
    rename_and_open(account, by=by, name="Bluebonnet")
    assert Account.objects.get(pk=account.pk).name == "Bluebonnet"


def test_the_state_refuses_with_its_sentence_nested_too(account: Account, by: Actor) -> None:
    Account.objects.filter(pk=account.pk).update(archived_at=clock.now())
    with pytest.raises(Refused, match="Cypress Creek Agency is archived"):
        rename_and_open(account, by=by, name="Bluebonnet")
    assert not Log.objects.exists() and not Task.objects.exists()


def test_the_body_gets_the_record_as_it_is_now_not_as_it_was_read(account: Account, by: Actor) -> None:
    Account.objects.filter(pk=account.pk).update(city="Houston")
    rename(account, by=by, name="Bluebonnet")
    assert Account.objects.get(pk=account.pk).city == "Houston"


def test_a_record_that_is_gone_is_refused(account: Account, by: Actor) -> None:
    gone = Account.objects.get(pk=account.pk)
    Account.objects.filter(pk=account.pk).delete()
    with pytest.raises(Refused, match="no longer there"):
        rename(gone, by=by, name="Bluebonnet")


def test_bad_input_writes_nothing(account: Account, by: Actor) -> None:
    with pytest.raises(Invalid) as bad:
        rename(account, by=by, name=" ")
    assert bad.value.errors == {"name": "Give it a name."}
    assert not Log.objects.exists()


def test_an_edit_conflicts_only_where_the_same_field_changed(account: Account, by: Actor) -> None:
    seen = account.name
    Account.objects.filter(pk=account.pk).update(city="Houston")
    rename(account, by=by, name="Bluebonnet", _based_on={"name": seen})  # type: ignore[call-arg]
    with pytest.raises(Conflict, match="name"):
        rename(account, by=by, name="Third", _based_on={"name": seen})  # type: ignore[call-arg]


def test_a_state_verb_compares_the_version(account: Account, by: Actor) -> None:
    seen = account.version
    rename(account, by=by, name="Bluebonnet", _version=seen)  # type: ignore[call-arg]
    with pytest.raises(Conflict):
        rename(account, by=by, name="Third", _version=seen)  # type: ignore[call-arg]


def test_the_same_key_does_it_once_and_gives_the_same_answer(account: Account, by: Actor) -> None:
    first = open_note(by=by.with_key("k1"), account=account, title="Call", stake=Decimal("12.50"))
    again = open_note(by=by.with_key("k1"), account=account, title="Call", stake=Decimal("12.50"))
    assert first.pk == again.pk
    assert Task.objects.count() == 1 and Log.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(account: Account, by: Actor) -> None:
    open_note(by=by.with_key("k1"), account=account, title="Call")
    with pytest.raises(Invalid, match="used before"):
        open_note(by=by.with_key("k1"), account=account, title="Write")
    assert Task.objects.count() == 1


def test_keys_of_two_people_do_not_meet(account: Account, by: Actor) -> None:
    open_note(by=by.with_key("k1"), account=account, title="Call")
    clocked = Actor.clock("test").with_key("k1")
    rename(account, by=clocked, name="Other")
    assert OnceKey.objects.count() == 2


def test_a_refused_run_frees_its_key(account: Account, by: Actor) -> None:
    with pytest.raises(Invalid):
        rename(account, by=by.with_key("k1"), name="")
    rename(account, by=by.with_key("k1"), name="Good")


def test_keys_are_forgotten_after_30_days(account: Account, by: Actor) -> None:
    rename(account, by=by.with_key("k1"), name="Good")
    assert once.forget_old(now=clock.now() + timedelta(days=29)) == 0
    assert once.forget_old(now=clock.now() + timedelta(days=31)) == 1


def test_a_dry_run_shows_consequences_and_leaves_nothing(account: Account, by: Actor) -> None:
    dry = rename_and_open.dry_run(account, by=by, name="Bluebonnet")
    assert dry.error is None
    assert [log.action for log in dry.effects.logs] == ["core.rename_and_open", "core.rename", "core.open_note"]
    assert dry.effects.timeline[0].title == "Renamed to Bluebonnet"
    assert Account.objects.get(pk=account.pk).name == "Cypress Creek Agency"
    assert not Log.objects.exists() and not Task.objects.exists()


def test_a_dry_run_says_why_it_would_be_refused(account: Account, by: Actor) -> None:
    assert isinstance(rename.dry_run(account, by=by, name="").error, Invalid)


def test_undo_puts_back_what_was_and_is_logged_as_undo(account: Account, by: Actor) -> None:
    rename(account, by=by, name="Bluebonnet")
    log = Log.objects.get()
    rename.undo_of(log, by=by)
    assert Account.objects.get(pk=account.pk).name == "Cypress Creek Agency"
    assert Log.objects.get(undoes_id=log.pk).action == "core.restore_name"


def test_undo_is_refused_twice_and_after_somebody_touched_it(account: Account, by: Actor) -> None:
    rename(account, by=by, name="Bluebonnet")
    first = Log.objects.get()
    rename(account, by=by, name="Third")
    with pytest.raises(Refused, match="done to it since"):
        rename.undo_of(first, by=by)
    second = Log.objects.exclude(pk=first.pk).get()
    rename.undo_of(second, by=by)
    with pytest.raises(Refused, match="undone already"):
        rename.undo_of(second, by=by)


def test_undo_with_a_record_that_is_gone_is_refused(account: Account, by: Actor) -> None:
    task = open_note(by=by, account=account, title="Call")
    take_note_away(task, by=by)
    log = Log.objects.get(action="core.take_note_away")
    log.undo_args["account"] = 0
    with pytest.raises(Refused, match="no longer there"):
        undo.undo(log, by=by)
    assert not Task.objects.exists()


def test_what_was_done_since_counts_by_its_result_too_and_not_once_it_is_undone(account: Account, by: Actor) -> None:
    note = open_note(by=by, account=account, title="Call")
    rename(account, by=by, name="Bluebonnet")
    first = Log.objects.get(action=rename.name)
    take_note_away(note, by=by)
    since = Log.objects.get(action=take_note_away.name)
    assert (since.target_kind, since.result_id) == ("work.task", account.pk)
    with pytest.raises(Refused, match="done to it since"):
        rename.undo_of(first, by=by)
    take_note_away.undo_of(since, by=by)
    rename(account, by=by, name="Third")
    rename.undo_of(Log.objects.filter(action=rename.name).latest("at"), by=by)
    rename.undo_of(first, by=by)
    account.refresh_from_db()
    assert account.name == "Cypress Creek Agency"


def test_an_undo_that_is_undone_leaves_what_was_done(account: Account, by: Actor) -> None:
    swap(account, by=by, name="Bluebonnet")
    first = Log.objects.get()
    swap(account, by=by, name="Third")
    for expected in ("Bluebonnet", "Third"):
        swap.undo_of(Log.objects.latest("at"), by=by)
        account.refresh_from_db()
        assert account.name == expected
    with pytest.raises(Refused, match="done to it since"):
        swap.undo_of(first, by=by)


def test_what_has_no_undo_says_why(account: Account, by: Actor) -> None:
    restore_name(account, by=by, name="Other")
    refusal = undo.refusal_of(Log.objects.get())
    assert refusal is not None and str(refusal) == "it is the undo itself"


def test_a_savepoint_takes_back_rows_and_effects_and_goes_on(account: Account, by: Actor) -> None:
    rename_or_not(account, by=by, name="")
    assert list(TimelineEntry.objects.values_list("title", flat=True)) == ["refused"]
    assert list(Log.objects.values_list("action", flat=True)) == ["core.rename_or_not"]


def test_the_signature_is_read_at_import(account: Account) -> None:
    assert [param.name for param in rename.params] == ["name", "tone"]
    name, tone = rename.params
    assert name.required and not tone.required and tone.is_enum and tone.default is Tone.WARM
    assert rename.target_model is Account and open_note.target_model is None


def test_a_type_no_form_can_show_is_an_error_at_import() -> None:
    with pytest.raises(TypeError, match="no form shows"):

        @action("Bad", who="test.bad")
        def bad(account: Account, *, by: Actor, shape: dict[str, int]) -> None:
            """Never registered."""


def test_a_wrong_argument_is_a_mistake_of_ours(account: Account, by: Actor) -> None:
    with pytest.raises(TypeError, match="knows no"):
        rename(account, by=by, nmae="x")  # type: ignore[call-arg]


def test_actions_cost_a_fixed_number_of_statements(
    account: Account, by: Actor, django_assert_num_queries: object
) -> None:
    # savepoint, roots, target, the update, what the run leaves, release: six, whatever else exists.
    with django_assert_num_queries(6):  # type: ignore[operator]
        rename(account, by=by, name="Bluebonnet")


def test_an_action_put_off_asks_again_when_it_runs(account: Account, by: Actor) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    from callboard.core.later import run_later

    rename.later(account, by=by, name="Later", at=clock.now() + timedelta(hours=1))
    queued = ProcrastinateJob.objects.get(task_name="callboard.core.later.run_later")
    assert queued.scheduled_at is not None
    run_later(**queued.args)
    assert Account.objects.get(pk=account.pk).name == "Later"
    Account.objects.filter(pk=account.pk).update(archived_at=clock.now(), name="Closed")
    run_later(**queued.args)
    assert Account.objects.get(pk=account.pk).name == "Closed"


def test_every_name_is_registered_once() -> None:
    with pytest.raises(ValueError, match="Two actions"):
        action("Renamed", who="test.rename")(rename.body)
    assert isinstance(rename, Action)
