"""The search for duplicates in plain tables: figures on real data, the reasons, and what it must never join."""

import json
import os
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callboard.directory.reading.duplicates import Common, Kind, Match, Record, clusters, compare, search, shown
from callboard.directory.reading.duplicates.columns import columns_of
from callboard.directory.reading.duplicates.record import make
from callboard.directory.reading.duplicates.table import Unreadable, read, read_rows

DATA = Path(os.environ.get("CALLBOARD_DATA", "../shared/data"))
CHICAGO = DATA / "dedupe_chicago_childcare" / "csv_example" / "csv_example_input_with_true_ids.csv"
FEBRL = DATA / "dedupe_splink_febrl" / "data" / "febrl" / "dataset3.csv"
THRESHOLDS = (0.1, 0.3, 0.5, 0.7, 0.9, 0.97)
FOLDS, ROUNDS = 5, 400
Pair = tuple[str, str]

needs_chicago = pytest.mark.skipif(not CHICAGO.exists(), reason="needs the folder of real data: CALLBOARD_DATA=")
needs_febrl = pytest.mark.skipif(not FEBRL.exists(), reason="needs the folder of real data: CALLBOARD_DATA=")


class Measured:
    """Scored pairs against the entities that are true, counted by entity so that a fold or a sample is a choice of
    entities. A pair found between two entities counts half for each."""

    def __init__(self, path: Path, kind: Kind, key: str, entity: dict[str, str]) -> None:
        self.entity = entity
        found = search(read(path, kind), kind, min(THRESHOLDS))
        self.groups: dict[str, int] = defaultdict(int)
        for name in entity.values():
            self.groups[name] += 1
        self.scored = [(entity[str(m.a)], entity[str(m.b)], m.score) for m in found.pairs]

    def counts(self, threshold: float) -> dict[str, tuple[float, float]]:
        """Entity -> right pairs found, pairs found."""
        right: dict[str, float] = defaultdict(float)
        every: dict[str, float] = defaultdict(float)
        for a, b, score in self.scored:
            if score >= threshold:
                right[a] += a == b
                every[a] += 0.5
                every[b] += 0.5
        return {name: (right[name], every[name]) for name in self.groups}

    def f1(self, entities: Iterable[str], threshold: float) -> float:
        counts, some = self.counts(threshold), list(entities)
        right = sum(counts[name][0] for name in some)
        found = sum(counts[name][1] for name in some)
        true = sum(self.groups[name] * (self.groups[name] - 1) / 2 for name in some)
        return 2 * right / (found + true) if found + true else 0.0

    def crossed(self, seed: int = 1) -> tuple[float, list[float]]:
        """F1 of entities never looked at when their threshold was chosen, over all folds, and the thresholds."""
        names = sorted(self.groups)
        random.Random(seed).shuffle(names)
        folds = [names[at::FOLDS] for at in range(FOLDS)]
        chosen, parts = [], []
        for fold in folds:
            rest = set(names) - set(fold)
            best = max(THRESHOLDS, key=lambda threshold: self.f1(rest, threshold))
            chosen.append(best)
            parts.append((fold, best))
        right = sum(self.counts(best)[name][0] for fold, best in parts for name in fold)
        found = sum(self.counts(best)[name][1] for fold, best in parts for name in fold)
        true = sum(n * (n - 1) / 2 for n in self.groups.values())
        return 2 * right / (found + true), chosen

    def interval(self, threshold: float, seed: int = 2) -> tuple[float, float]:
        """The middle 95 % of F1 over samples of the entities, drawn with replacement."""
        rng, names = random.Random(seed), sorted(self.groups)
        values = sorted(self.f1(rng.choices(names, k=len(names)), threshold) for _ in range(ROUNDS))
        return values[int(ROUNDS * 0.025)], values[int(ROUNDS * 0.975)]


def measured(path: Path, kind: Kind, key: str, truth: str) -> Measured:
    header, rows = read_rows(path)
    at, real = header.index(key), header.index(truth)
    entity = {row[at]: row[real].removesuffix("-org").partition("-dup-")[0] for row in rows}
    return Measured(path, kind, key, entity)


@needs_chicago
def test_organisations_of_chicago_are_found_as_well_as_promised(capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(CHICAGO, Kind.ACCOUNT, "Id", "True Id")
    value, chosen = found.crossed()
    low, high = found.interval(sorted(chosen)[FOLDS // 2])
    with capsys.disabled():
        print(f"\ndedupe_chicago_childcare: F1 {value:.4f} ({low:.4f} to {high:.4f}), thresholds {chosen}")
    assert value >= 0.93


@needs_febrl
def test_persons_of_febrl_are_found_as_well_as_promised(capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(FEBRL, Kind.CONTACT, "rec_id", "rec_id")
    value, chosen = found.crossed()
    low, high = found.interval(sorted(chosen)[FOLDS // 2])
    with capsys.disabled():
        print(f"\ndedupe_splink_febrl: F1 {value:.4f} ({low:.4f} to {high:.4f}), thresholds {chosen}")
    assert value >= 0.99


@needs_chicago
def test_the_true_ids_are_no_evidence() -> None:
    header, rows = read_rows(CHICAGO)
    used = {header[place] for places in columns_of(header, rows, Kind.ACCOUNT).values() for place in places}
    assert "True Id" not in used and {"Id", "Site name", "Address", "Zip", "Phone"} <= used


HARGROVE = make(
    1, name="Hargrove Insurance Agency", street="12 Oak St", city="Tyler", zip="75701", phones=["903-555-0142"]
)


def account(key: int, **values: object) -> Record:
    given = {"name": "Hargrove Insurance Agency", "street": "12 Oak St", "city": "Tyler", "zip": "75701"}
    return make(key, **{**given, "phones": ["(903) 555-0142"], **values})  # type: ignore[arg-type]


def judged(a: Record, b: Record, kind: Kind = Kind.ACCOUNT) -> Match:
    return compare(a, b, Common(), kind)


def test_the_same_agency_written_otherwise_scores_high_and_says_why() -> None:
    match = judged(HARGROVE, account(2, name="Hargrove Ins. Agcy, LLC", street="12 Oak Street"))
    assert match.score > 0.99 and not match.apart
    assert "same phone" in match.reasons and "same street and number" in match.reasons


@pytest.mark.parametrize(
    ("score", "said"),
    [(0, "0.00"), (0.899, "0.89"), (0.99, "0.99"), (0.9989, "0.99"), (0.9996, "0.999"), (0.99999, "0.99999"),
     (1, "0.999999")],
)  # fmt: skip
def test_among_the_likeliest_the_nines_tell_them_apart(score: float, said: str) -> None:
    assert shown(score) == said


def test_a_street_that_differs_is_said_and_makes_two_places_of_one_house() -> None:
    match = judged(HARGROVE, account(2, street="480 Loop 323", city="Longview", zip="75601"))
    assert match.apart
    assert "street differs" in match.reasons and "town differs" in match.reasons


def test_two_accounts_of_one_network_at_two_addresses_are_apart() -> None:
    one, other = account(1, group="7"), account(2, name="Delgado Risk", street="9 Elm St", group="7")
    assert judged(one, other).apart


def test_words_half_of_all_agencies_have_join_nobody() -> None:
    a, b = make(1, name="Ortiz Insurance Agency"), make(2, name="Bledsoe Insurance Agency")
    assert judged(a, b).score < 0.01


def test_a_person_whose_names_are_swapped_and_misspelt_is_found_by_mail() -> None:
    a = make(1, name="Marisol Delgado", mails=["marisol@delgado.example"])
    b = make(2, name="Delgado Marisoll", mails=["marisol@delgado.exampel"])
    assert judged(a, b, Kind.CONTACT).score > 0.9


def test_two_colleagues_who_share_a_phone_and_an_employer_are_two() -> None:
    a = make(1, name="Ray Hargrove", phones=["9035550142"], at="1")
    b = make(2, name="Lupe Ortiz", phones=["9035550142"], at="1")
    assert judged(a, b, Kind.CONTACT).score < 0.5


def test_short_addresses_of_one_firm_are_two_people() -> None:
    firm = "abernathy-associates.example"
    one, other = (
        make(n, name=name, mails=[f"{at}@{firm}"])
        for n, name, at in ((1, "Frieda Erasmus", "fe"), (2, "Bea Solis", "bea"))
    )
    assert (
        "mail nearly the same" not in judged(one, other, Kind.CONTACT).why
        and judged(one, other, Kind.CONTACT).score < 0.5
    )
    right, slipped = (
        make(n, name="Frieda Erasmus", mails=[f"{at}@{firm}"])
        for n, at in ((3, "frieda.erasmus"), (4, "frieda.erasmos"))
    )
    assert "mail nearly the same" in judged(right, slipped, Kind.CONTACT).why


def test_a_chain_of_weak_links_makes_no_group() -> None:
    chain = [Match(at, at + 1, 0.6, ()) for at in range(6)]
    assert max(len(group) for group in clusters(chain)) == 2
    whole = [Match(a, b, 0.9, ()) for a in range(4) for b in range(a + 1, 4)]
    assert [len(group) for group in clusters(whole)] == [4]


def test_the_search_finds_what_comparing_every_pair_finds() -> None:
    rng, names = random.Random(4), ("Hargrove", "Delgado", "Ortiz", "Bledsoe", "Kessler", "Fontenot", "Trevino")
    rows = [
        account(at, name=f"{rng.choice(names)} {rng.choice(names)} Agency", street=f"{rng.randint(1, 9)} Oak St",
                phones=[f"90355501{rng.randint(10, 40)}"])
        for at in range(120)
    ]  # fmt: skip
    common = Common.of(rows)
    every = {
        (a.key, b.key)
        for at, a in enumerate(rows)
        for b in rows[at + 1 :]
        if compare(a, b, common, Kind.ACCOUNT).score >= 0.5
    }
    assert {(match.a, match.b) for match in search(rows, Kind.ACCOUNT).pairs} == every


TEXT = st.text(max_size=30)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT, TEXT, TEXT), min_size=2, max_size=8), st.sampled_from(list(Kind)))
def test_any_text_is_judged_the_same_from_both_sides(values: list[tuple[str, ...]], kind: Kind) -> None:
    rows = [
        make(at, name=name, street=street, city=city, zip=code, phones=[phone], mails=[phone], born=code)
        for at, (name, street, city, code, phone) in enumerate(values)
    ]
    common = Common.of(rows)
    there, back = compare(rows[0], rows[1], common, kind), compare(rows[1], rows[0], common, kind)
    assert 0 <= there.score <= 1 and abs(there.score - back.score) < 1e-9 and there.apart == back.apart
    search(rows, kind, 0.01)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "callboard.config.cli", "dedupe", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"DATABASE_URL": "postgres://no@127.0.0.1:1/no"}
    )


def test_the_command_reads_a_table_without_a_database(tmp_path: Path) -> None:
    table = tmp_path / "agencies.csv"
    table.write_text(
        "Account ID;Company;Street;Phone\nA1;Hargrove Insurance;12 Oak St;903-555-0142\n"
        "A2;Ortiz Agency;9 Elm St;903-555-0188\nA3;Hargrove Ins.;12 Oak Street;(903) 555-0142\n"
    )
    told = run("account", "--file", str(table), "--json")
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.returncode == 0 and len(lines) == 2
    assert {lines[0]["a"], lines[0]["b"]} == {"A1", "A3"} and "same phone" in lines[0]["why"]
    assert lines[1]["summary"]["pairs"] == 1 and lines[1]["summary"]["clusters"] == 1


@pytest.mark.parametrize("content", ["", "one\n", "colour,size\nred,1\nblue,2\n", "\x00\x01\x02"])
def test_a_file_that_is_no_table_is_refused_with_a_sentence(tmp_path: Path, content: str) -> None:
    table = tmp_path / "odd.csv"
    table.write_text(content)
    told = run("account", "--file", str(table))
    assert told.returncode == 1 and len(told.stderr.strip().splitlines()) == 1, told.stderr
    with pytest.raises(Unreadable):
        read(table, Kind.ACCOUNT)
