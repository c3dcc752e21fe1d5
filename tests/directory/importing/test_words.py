"""What the words of a file mean is asked where the columns are said, and kept for the next file."""

import json

import pytest
from django.test import Client

from callboard.core.actions import Actor, Invalid, Text
from callboard.directory.actions import create_field
from callboard.directory.actions.importing.checking import read_rows
from callboard.directory.models import Account, Contact, FieldKind, Import, Noun
from callboard.directory.rules.importing.reasons import left_out
from callboard.team.models import Person
from tests.directory.importing.sending import read, sent, started, verdicts

HEADS = ("Agency", "Type", "Class", "AE", "Country", "Appetite")
ROWS = (
    HEADS,
    ("Acme", "Ind. Agent", "A-Kunde", "J. Smith", "Deutschl.", "hot"),
    ("Birch", "Ind. Agent", "A", "", "", "warm"),
    ("Cole", "Carrier", "A-Kunde", "", "", ""),
)


@pytest.fixture
def desk(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


@pytest.fixture(autouse=True)
def appetite(admin: Actor) -> None:
    given = {"kind": FieldKind.CHOICE, "options": Text("high\nlow")}
    create_field(by=admin, noun=Noun.ACCOUNT, name="appetite", label="Appetite", **given)


def form_of(batch: Import, **words: dict[str, str]) -> dict[str, list[str]]:
    """The form as a browser sends it: the columns, and of each field its texts with what they mean."""
    form = {f"column-{place}": [name] for place, name in enumerate(batch.mapping["columns"])}
    form |= {"update_known": ["1"], "words": [name.replace("_", ".", 1) for name in words]}
    for name, said in words.items():
        field = name.replace("_", ".", 1)
        form |= {f"text-{field}": [*said], f"word-{field}": [*said.values()]}
    return form


def test_words_that_are_none_of_ours_are_counted_the_most_frequent_first(by: Actor) -> None:
    batch = sent(ROWS, by=by)
    assert batch.unread == {
        "account.kind": [("Ind. Agent", 2)], "account.tier": [("A-Kunde", 2)], "account.owner": [("J. Smith", 1)],
        "account.country": [("Deutschl.", 1)], "account.custom.appetite": [("hot", 1), ("warm", 1)],
    }  # fmt: skip


def test_what_they_mean_is_said_kept_for_the_next_file_and_taken_back(desk: Client, by: Actor, dana: Person) -> None:
    batch = sent(ROWS, by=by)
    page = desk.get(f"/imports/{batch.pk}/columns/").content.decode()
    for words in ("What the words mean", "Ind. Agent", "A-Kunde", "J. Smith", "Deutschl.", "2 rows", "leave empty"):
        assert words in page
    form = form_of(
        batch,
        account_kind={"Ind. Agent": "=agency"},
        account_tier={"A-Kunde": "=A"},
        account_owner={"J. Smith": f"={dana.email}"},
        account_country={"Deutschl.": "=DE"},
    ) | {"words": ["account.kind", "account.tier", "account.owner", "account.country", "account.custom.appetite"],
         "text-account.custom.appetite": ["hot", "warm"], "word-account.custom.appetite": ["=high", "="]}  # fmt: skip
    assert desk.post(f"/imports/{batch.pk}/columns/", form).status_code == 302
    read_rows(batch.pk)
    batch.refresh_from_db()
    assert batch.counts == {"create": 3}
    started(batch, by=by)
    acme = Account.objects.get(name="Acme")
    assert (acme.kind, acme.tier, acme.owner, acme.country, acme.custom) == (
        "agency",
        "A",
        dana,
        "DE",
        {"appetite": "high"},
    )
    assert Account.objects.get(name="Birch").custom == {}

    following = sent((HEADS, ("Dale", "Ind. Agent", "A-Kunde", "J. Smith", "", "hot")), by=by)
    page = desk.get(f"/imports/{following.pk}/columns/").content.decode()
    assert 'value="=agency" selected' in page
    assert f'value="={dana.email}" selected' in page
    form = form_of(following, account_kind={"Ind. Agent": ""}, account_owner={"J. Smith": ""})
    desk.post(f"/imports/{following.pk}/columns/", form)
    read_rows(following.pk)
    following.refresh_from_db()
    assert "J. Smith" not in json.dumps(following.mapping)
    assert following.counts == {"create": 1, "left": 2, "left_rows": 1}
    row = following.rows.get()
    assert "J. Smith" in left_out(row.plan) and "account.owner" not in row.plan.get("account", {})
    assert "2 words of the file are none of our values" in desk.get(f"/imports/{following.pk}/").content.decode()


def test_another_column_asks_for_its_own_words_at_once(desk: Client, by: Actor) -> None:
    batch = sent((("Agency", "Whatever"), ("Acme", "Ind. Agent")), by=by)
    assert batch.unread == {}
    form = {"column-0": "account.name", "column-1": "account.kind"}
    part = desk.post(f"/imports/{batch.pk}/columns/?part=words", form).content.decode()
    assert "Ind. Agent" in part
    assert "<html" not in part
    batch.refresh_from_db()
    assert batch.mapping["columns"] == ["account.name", ""]


def test_a_file_that_is_gone_asks_nothing_and_breaks_nothing(desk: Client, by: Actor) -> None:
    batch = sent((("Agency", "Whatever"), ("Acme", "Ind. Agent")), by=by)
    Import.objects.filter(pk=batch.pk).update(sha="")
    form = {"column-0": "account.name", "column-1": "account.kind"}
    answer = desk.post(f"/imports/{batch.pk}/columns/?part=words", form)
    assert (answer.status_code, answer.content.strip()) == (200, b"")


@pytest.mark.parametrize("words", [{"account.kind": {"x": 5}}, {"account.kind": "x"}, {"account.kind": {"x": None}}])
def test_words_that_mean_no_text_are_refused(by: Actor, words: dict[str, object]) -> None:
    with pytest.raises(Invalid, match="no mapping"):
        read(ROWS, by=by, words=words)


def test_yes_and_no_have_words_too(by: Actor) -> None:
    rows = (("Name", "Email", "Opt out"), ("Ann", "ann@one.example", "Abgemeldet"), ("Bob", "bob@one.example", "aktiv"))
    words = {"contact.no_mail": {"Abgemeldet": "yes", "aktiv": "no"}}
    batch = read(
        [(*row, "One") if row[0] != "Name" else (*row, "Company") for row in rows], by=by, kind="contacts", words=words
    )
    assert [verdict for _position, verdict, _code in verdicts(batch)] == ["create", "create"]
    started(batch, by=by)
    assert Contact.objects.count() == 2
    assert batch.rows.filter(values__has_key="contact.no_mail").count() == 1


def test_only_so_many_words_are_asked_about(by: Actor) -> None:
    rows = [("Agency", "Type"), *((f"Agency {n}", f"Kind {n % 70}") for n in range(200))]
    batch = sent(rows, by=by)
    assert len(batch.unread["account.kind"]) == 50
    assert batch.unread["account.kind"][0][1] == 3
