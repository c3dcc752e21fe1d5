"""A form that was open while its account was merged: what it sends goes to the account that was kept, and nothing is lost."""

import threading

import pytest
from django.db import transaction
from django.test import Client

from callboard.core.actions import Actor
from callboard.directory.actions import merge_accounts, undo_merge
from callboard.directory.models import Account
from callboard.journal.actions import log_interaction
from callboard.journal.models import Interaction, InteractionAccount
from callboard.work.actions import create_task
from callboard.work.models import Task
from tests import make
from tests.at_once import at_once


def accounts_of(interaction: Interaction) -> list[int]:
    return list(InteractionAccount.objects.filter(interaction=interaction).values_list("account", flat=True))


@pytest.mark.django_db
def test_a_note_and_a_task_for_what_was_merged_go_to_the_kept_one(by: Actor, hargrove: Account, twin: Account) -> None:
    stale = Account.objects.get(pk=twin.pk)
    merge_accounts(by=by, keep=hargrove, gone=twin)
    note = log_interaction(by=by, kind="note", accounts=[stale], text="Called about the rater.")
    assert accounts_of(note) == [hargrove.pk]
    # Whoever names both means one.
    note = log_interaction(by=by, kind="note", accounts=[stale, hargrove], text="Called once more.")
    assert accounts_of(note) == [hargrove.pk]
    assert create_task(by=by, title="Send the quote", owner=by.person, account=stale).account == hargrove


@pytest.mark.django_db
def test_what_was_merged_twice_goes_to_the_last_and_what_was_taken_apart_stays(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    third = make.account("Hargrove Holding")
    first = merge_accounts(by=by, keep=hargrove, gone=twin)
    second = merge_accounts(by=by, keep=third, gone=Account.objects.get(pk=hargrove.pk))
    stale = Account.objects.get(pk=twin.pk)
    assert accounts_of(log_interaction(by=by, kind="note", accounts=[stale], text="x")) == [third.pk]
    undo_merge(second, by=by)
    undo_merge(first, by=by)
    assert accounts_of(log_interaction(by=by, kind="note", accounts=[stale], text="y")) == [twin.pk]


@pytest.mark.django_db
def test_the_page_that_was_open_sends_it_to_the_kept_one(
    client: Client, by: Actor, hargrove: Account, twin: Account
) -> None:
    assert by.person is not None
    client.force_login(by.person)
    merge_accounts(by=by, keep=hargrove, gone=twin)
    answer = client.post("/do/work.create_task/", {"title": "Call them", "account": twin.pk})
    assert answer.status_code in (200, 302), answer.content
    assert Task.objects.get(title="Call them").account == hargrove


@pytest.mark.django_db(transaction=True)
def test_a_note_written_while_the_merge_runs_waits_and_goes_to_the_kept_one(
    by: Actor, hargrove: Account, twin: Account
) -> None:
    merged, asked = threading.Event(), threading.Event()

    def merging() -> None:
        with transaction.atomic():
            merge_accounts(by=by, keep=hargrove, gone=Account.objects.get(pk=twin.pk))
            merged.set()
            asked.wait(2)

    def writing() -> None:
        stale = Account.objects.get(pk=twin.pk)
        merged.wait(10)
        asked.set()
        log_interaction(by=by, kind="note", accounts=[stale], text="In the same moment.")

    assert at_once(merging, writing) == [None, None]
    assert accounts_of(Interaction.objects.get(text="In the same moment.")) == [hargrove.pk]
