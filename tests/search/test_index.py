"""The index follows the change feed, from where it stood, and says what the records say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from callboard.core import checks
from callboard.core.actor import Actor
from callboard.core.models import Change, SearchEntry, SearchMark
from callboard.core.registry import register
from callboard.core.search import feed, index
from callboard.core.search.finding import find
from callboard.core.search.source import rows_of, sources
from callboard.directory.actions import add_email, change_account, remove_email, set_owner
from callboard.directory.models import Account, Contact
from callboard.journal.models import Interaction
from callboard.kit.pages import load_pages
from callboard.orders.actions import discard_cancellation, open_cancellation
from callboard.team.models import Person
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE_S = 20.0


def settle() -> None:
    feed.catch_up(PATIENCE_S)
    assert not feed.waiting()
    assert not SearchEntry.objects.filter(stale=True).exists()


def titles(by: Actor, text: str) -> list[str]:
    return [hit.title for hit in find(by, text).hits]


@pytest.fixture
def hargrove(dana: Person) -> Account:
    account = make.account("Hargrove Insurance Agency", owner=dana, city="Tyler", domain="hargrove.example")
    make.indexed()
    return account


def differences() -> list[str]:
    return [found.record for found in checks.run_all() if found.kind == "search"]


def test_a_change_of_a_record_is_found_under_its_new_name(hargrove: Account, by: Actor) -> None:
    change_account(hargrove, by=by, name="Bluebonnet Coverage")
    settle()
    assert titles(by, "bluebonnet") == ["Bluebonnet Coverage"]
    assert titles(by, "hargrove insurance") == []


def test_an_account_takes_its_name_and_owner_along_to_what_belongs_to_it(hargrove: Account, by: Actor) -> None:
    make.contact(hargrove, "Ray Nolan")
    make.indexed()
    tom = make.person("Tom Okafor")
    change_account(hargrove, by=by, name="Bluebonnet Coverage")
    set_owner(hargrove, by=by, owner=tom)
    settle()
    entry = SearchEntry.objects.get(ref_kind="directory.contact")
    assert (entry.detail, entry.owner_id, entry.people) == ("Bluebonnet Coverage", tom.pk, [tom.pk])


def test_an_address_added_or_removed_is_a_change_of_its_person(hargrove: Account, by: Actor) -> None:
    ray = make.contact(hargrove, "Ray Nolan")
    make.indexed()
    email = add_email(ray, by=by, address="ray@elsewhere.example")
    settle()
    assert titles(by, "ray@elsewhere.example") == ["Ray Nolan"]
    remove_email(email, by=by)
    settle()
    assert titles(by, "ray@elsewhere.example") == []


def test_what_an_action_removed_is_taken_out(hargrove: Account, by: Actor) -> None:
    running = make.subscription(hargrove, make.product("Rater"), by=by, desk=make.actor(make.person()))
    case = open_cancellation(running, by=by, reason_text="Too dear for us")
    make.indexed()
    assert SearchEntry.objects.filter(ref_kind="orders.cancellation").count() == 1
    discard_cancellation(case, by=by)
    settle()
    assert not SearchEntry.objects.filter(ref_kind="orders.cancellation").exists()


def test_the_index_goes_on_from_where_it_stood(hargrove: Account, by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    change_account(hargrove, by=by, name="First Name")
    settle()
    stood = SearchMark.objects.get(name=index.FEED).at
    change_account(hargrove, by=by, name="Second Name")

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(index, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            feed.catch_up(PATIENCE_S)
    assert SearchMark.objects.get(name=index.FEED).at == stood
    settle()
    assert titles(by, "second name") == ["Second Name"]


def test_a_kind_is_made_in_batches_and_continued(by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        make.account(f"Agency {number}")
    monkeypatch.setattr(index, "BATCH", 2)
    source = register.search_source["directory.account"]
    mark = SearchMark(name=source.name)
    assert not index.build_some(source, mark)
    again = SearchMark.objects.get(name=source.name)
    assert (again.done, SearchEntry.objects.count()) == (False, 2)
    while not index.build_some(source, again):
        pass
    assert SearchEntry.objects.filter(ref_kind=source.name).count() == 5


def test_the_worker_makes_what_is_not_there_yet(by: Actor) -> None:
    make.account("Hargrove Insurance Agency")
    assert not feed.whole()
    while feed.step():
        pass
    assert feed.whole()
    assert titles(by, "hargrove") == ["Hargrove Insurance Agency"]


def test_a_source_declared_anew_is_made_anew(hargrove: Account, by: Actor) -> None:
    SearchMark.objects.filter(name="directory.account").update(edition=0)
    SearchEntry.objects.update(title="old")
    while feed.step():
        pass
    assert SearchEntry.objects.get(ref_kind="directory.account").title == "Hargrove Insurance Agency"


def test_changes_that_were_forgotten_unread_make_everything_anew(hargrove: Account, by: Actor) -> None:
    change_account(hargrove, by=by, name="Never Told")
    while feed.waiting():
        feed.catch_up(PATIENCE_S)
    Account.objects.update(name="Written Unseen")
    at = SearchMark.objects.get(name=index.FEED).at
    Change.objects.filter(seq__lte=at).delete()
    Change.objects.bulk_create(
        [Change(seq=at + 9, at=make.NOW, kind="directory.account", object_id=0, topic="x", audience=["all"])]
    )
    while feed.step():
        pass
    assert titles(by, "written unseen") == ["Written Unseen"]


def test_check_compares_and_a_rebuild_repairs(hargrove: Account, by: Actor) -> None:
    make.contact(hargrove, "Ray Nolan", email="ray@hargrove.example")
    make.indexed()
    assert differences() == []
    SearchEntry.objects.filter(ref_kind="directory.account").update(title="Wrong", words="wrong")
    Contact.objects.all().delete()
    product = make.product("Comparative rater")
    assert differences() == [
        f"directory.account {hargrove.pk}",
        *_of("directory.contact"),
        f"orders.product {product.pk}",
    ]
    index.forget_marks()
    while not feed.whole():
        feed.step()
    assert differences() == []


def _of(kind: str) -> list[str]:
    return [f"{kind} {pk}" for pk in SearchEntry.objects.filter(ref_kind=kind).values_list("ref_id", flat=True)]


def test_check_says_nothing_of_an_index_that_was_never_made(by: Actor) -> None:
    make.account("Hargrove Insurance Agency")
    assert differences() == []


def test_a_note_that_is_taken_back_is_not_found(hargrove: Account, dana: Person, by: Actor) -> None:
    note = make.interaction(hargrove, dana, text="Wants the unicorn edition")
    make.indexed()
    assert len(titles(by, "unicorn")) == 1
    Interaction.objects.filter(pk=note.pk).update(removed_at=make.NOW)
    assert titles(by, "unicorn") == []
    index.write(register.search_source["journal.interaction"], [note.pk])
    assert not SearchEntry.objects.filter(ref_kind="journal.interaction").exists()


def test_every_source_reads_many_records_with_the_questions_of_one(hargrove: Account, dana: Person, by: Actor) -> None:
    counts = []
    for more in (1, 8):
        for _ in range(more):
            make.contact(make.account(owner=dana), email=f"p{next(make.serial)}@x.example")
        ids = list(Contact.objects.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as asked:
            assert len(rows_of(register.search_source["directory.contact"], ids)) == len(ids)
        counts.append(len(asked))
    assert counts == [3, 3]


def test_every_kind_that_can_be_found_has_a_page_and_its_paths_exist(hargrove: Account) -> None:
    load_pages()
    for source in sources():
        assert source.name in register.record_urls, source.name
        assert rows_of(source, [0]) == []
