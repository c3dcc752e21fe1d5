"""The score of a note as it is kept, told, and shown: nobody learns of theirs from somebody else."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from callboard.core import clock
from callboard.core.actions import Actor, Text
from callboard.core.reading import reading_once
from callboard.core.registry import register
from callboard.directory.models import Account, Contact
from callboard.journal import jobs
from callboard.journal.actions import change_interaction, log_interaction, write_note
from callboard.journal.models import Interaction, Kind, NoteScore, Outcome
from callboard.journal.queries import known_of, late_days, scores_shown
from callboard.journal.rules.quality import VERSION
from callboard.team.models import Person
from tests import make

GOOD = "Ray wants nine seats at renewal, asked for the price in writing and decides with his partner."


@pytest.fixture
def marcus(db: None) -> Person:
    return make.person("Marcus Reyes", roles=("sales_manager",))


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def other(person: Person) -> Client:
    made = Client()
    made.force_login(person)
    return made


def note(account: Account, by: Actor, **fields: Any) -> Interaction:
    return write_note(account, by=by, **{"text": GOOD, "outcome": Outcome.INTERESTED, **fields})


def through_the_api(dana: Person) -> Actor:
    return Actor("token", person=dana, via="api")


def test_a_note_is_scored_as_it_is_saved_and_its_writer_is_told_at_once(
    web: Client, hargrove: Account, ray: Contact
) -> None:
    form = {"text": GOOD, "outcome": "interested", "contact": ray.pk, "next_step": "Send the price", "nonce": "n1"}
    answer = web.post(f"/do/journal.write_note/{hargrove.pk}/", form, follow=True)
    kept = NoteScore.objects.get()
    assert (kept.total, kept.parts["complete"]) == (95, 50), kept.broken
    assert kept.seen_at is not None
    assert "Note score 95" in answer.content.decode()


def test_a_score_its_person_has_not_seen_stands_on_nobody_elses_page_list_file_or_api(
    web: Client, hargrove: Account, dana: Person, marcus: Person
) -> None:
    made = note(hargrove, through_the_api(dana))
    kept = NoteScore.objects.get()
    assert kept.seen_at is None
    chief = other(marcus)
    shown = f"Note score {kept.total}"
    assert shown not in chief.get(made.get_absolute_url()).content.decode()
    assert chief.get(f"/why/interaction.score/{made.pk}/").status_code == 404
    rows = chief.get("/interactions/?format=csv")
    assert f",{kept.total}," not in b"".join(rows.streaming_content).decode()  # type: ignore[attr-defined]
    for band in ("good", "weak", "bad"):
        assert "Hargrove" not in chief.get(f"/interactions/?score={band}&part=rows").content.decode(), band
    chief.post(f"/interactions/{made.pk}/seen/")
    assert NoteScore.objects.get().seen_at is None
    mine = web.get(made.get_absolute_url()).content.decode()
    assert shown in mine
    assert f"/interactions/{made.pk}/seen/" in mine
    assert web.post(f"/interactions/{made.pk}/seen/").status_code == 204
    assert shown in chief.get(made.get_absolute_url()).content.decode()
    assert chief.get(f"/why/interaction.score/{made.pk}/").status_code == 200
    assert "Hargrove" in chief.get("/interactions/?score=good,weak,bad&part=rows").content.decode()


def test_a_stand_in_does_not_see_the_score_before_its_person(hargrove: Account, dana: Person, marcus: Person) -> None:
    today = clock.business_day(clock.now())
    make.absence(dana, today - timedelta(days=1), today + timedelta(days=1), cover=marcus)
    note(hargrove, through_the_api(dana))
    assert not scores_shown(make.actor(Person.objects.get(pk=marcus.pk))).exists()
    assert scores_shown(make.actor(dana)).exists()


def test_a_score_that_changes_by_somebody_elses_hand_waits_again(by: Actor, hargrove: Account, marcus: Person) -> None:
    made = note(hargrove, by)
    assert NoteScore.objects.get().seen_at is not None
    change_interaction(made, by=make.actor(marcus), text=Text("ok"))
    kept = NoteScore.objects.get()
    assert (kept.person, kept.seen_at) == (by.person, None)
    change_interaction(made, by=by, text=Text(GOOD))
    assert NoteScore.objects.get().seen_at is not None


def test_neither_the_record_of_the_api_nor_a_condition_or_order_of_the_list_tells_a_score(
    web: Client, hargrove: Account, by: Actor
) -> None:
    made = note(hargrove, by)
    from callboard.journal.pages import InteractionRecord, Interactions
    from callboard.kit.api.records import columns_of

    assert not {"score", "quality", "total"} & {field.name for field in columns_of(InteractionRecord)}
    assert "score" not in Interactions().the_table().sortable()
    for bound in (1, 100):
        answer = web.get(f"/interactions/?where=score~ge~{bound}&part=rows").content.decode()
        assert made.get_absolute_url() in answer, bound


@pytest.mark.parametrize(
    ("happened", "written", "late"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 24), date(2026, 11, 25), 1),
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 11, 21), date(2026, 11, 23), 0),
        (date(2026, 11, 2), date(2026, 11, 11), 7),
        (date(2020, 1, 2), date(2026, 11, 11), 400),
    ],
)
def test_lateness_is_counted_in_business_days(db: None, happened: date, written: date, late: int) -> None:
    assert late_days(happened, written) == late


def test_what_is_written_later_says_so_and_loses_points(by: Actor, hargrove: Account) -> None:
    at = clock.now() - timedelta(days=8)
    made = log_interaction(by=by, kind=Kind.CALL, accounts=[hargrove], at=at, text=Text(GOOD), outcome=Outcome.SPOKE)
    assert made.late_days >= 5
    assert NoteScore.objects.get().parts["timely"] == 0


def test_the_claim_sources_know_people_numbers_prices_and_what_they_have_in_one_query(
    by: Actor, hargrove: Account, ray: Contact, dana: Person
) -> None:
    desk = make.actor(make.person())
    rater = make.product("Comparative rater", price=144)
    make.subscription(hargrove, rater, by=by, desk=desk, quantity=7)
    with reading_once(), CaptureQueriesContext(connection) as asked:
        clock.business_day(clock.now())
        asked.initial_queries += 1
        known = known_of([hargrove.pk])
    assert len(asked) == 1
    assert {"Ray Hargrove", "Dana Whitfield"} <= {each.name for each in known.people}
    assert [each.e164 for each in known.phones] == ["+19035550142"]
    assert ("Comparative rater", Decimal("144.00")) in [(each.name, each.price) for each in known.sold]
    assert [(each.name, each.quantity, each.mrr) for each in known.held] == [("Comparative rater", 7, Decimal(1008))]
    assert "hargrove" in known.spelled


def check(web: Client, account: Account, **fields: Any) -> str:
    return web.post(f"/notes/check/?account={account.pk}", fields).content.decode()


def test_while_it_is_typed_the_line_says_the_score_one_advice_and_why_it_is_not_neat(
    web: Client, hargrove: Account, ray: Contact
) -> None:
    text = check(web, hargrove, text="Talked to ray", outcome="spoke")
    assert "Note score" in text
    assert text.count("nb-ad") == 2
    assert "Say what was said" in text
    assert "Begin with a capital" not in text
    assert "end with a full stop" not in text
    assert "Names begin with a capital: Ray" in text
    assert check(web, hargrove, text="") == ""


def test_why_it_is_not_neat_stands_beside_what_the_record_says_otherwise(web: Client, hargrove: Account) -> None:
    on = clock.business_day(clock.now()) + timedelta(days=9)
    wrong = f"{on + timedelta(days=1):%A} {on:%B} {on.day}"
    text = check(
        web, hargrove, text=f"Spoke with the owner about the renewall, he decides on {wrong}.", outcome="spoke"
    )
    assert "not as written" in text
    assert "“renewall” looks misspelled: renewal?" in text


def test_what_a_template_left_open_is_shown_and_costs_points(web: Client, hargrove: Account) -> None:
    given = {"text": "Left word for {name} about the contract renewal.", "next_step": "Call {name} again"}
    text = check(web, hargrove, outcome="voicemail", **given)
    assert "“name” was left open" in text
    assert "1 to check" in text


def test_a_weekday_that_is_not_the_dates_is_shown_with_what_it_could_be(web: Client, hargrove: Account) -> None:
    on = clock.business_day(clock.now()) + timedelta(days=9)
    wrong = (on + timedelta(days=1)).strftime("%A")
    said = f"{wrong} {on:%B} {on.day}"
    text = check(web, hargrove, text=f"He decides on {said}.")
    assert f'data-fix-from="{said}"' in text
    assert f'data-fix-to="{on:%A} {on:%B} {on.day}"' in text
    assert "1 to check" in text


def test_a_price_that_is_not_the_books_is_shown_with_the_row_behind_it(
    web: Client, hargrove: Account, by: Actor
) -> None:
    rater = make.product("Comparative rater", price=144)
    text = check(
        web, hargrove, text="Gave him $1,290 a month for nine seats of the Comparative rater.", outcome="spoke"
    )
    assert 'data-fix-to="$1,296"' in text
    assert rater.get_absolute_url() in text


def test_the_live_line_asks_three_queries_at_most_beside_the_session(
    web: Client, hargrove: Account, ray: Contact
) -> None:
    check(web, hargrove, text=Text(GOOD))
    with CaptureQueriesContext(connection) as asked:
        web.post(f"/notes/check/?account={hargrove.pk}", {"text": GOOD, "contact": ray.pk, "at": "2026-11-20T10:00"})
    assert len(asked) <= 4, [query["sql"][:90] for query in asked]


def test_the_live_line_takes_whatever_is_sent(web: Client, hargrove: Account) -> None:
    for fields in (
        {
            "text": "\0" * 9,
            "contact": "x",
            "next_on": "2026-99-99",
            "at": "never",
            "accounts": ["Mesa · #99999999999999999999"],
        },
        {"text": "a" * 50_000, "kind": "spell", "outcome": "won"},
    ):
        assert web.post("/notes/check/?account=nine", fields).status_code == 200
    assert web.get("/notes/check/").status_code == 405
    assert Client().post("/notes/check/").status_code in (302, 401)


def test_the_live_line_says_what_the_saved_note_scores(web: Client, hargrove: Account, ray: Contact, by: Actor) -> None:
    on = clock.business_day(clock.now()) + timedelta(days=3)
    given = {
        "text": "Talked about seats w/ Ray",
        "outcome": "spoke",
        "next_step": "Follow up",
        "next_on": on.isoformat(),
    }
    live = check(web, hargrove, contact=ray.pk, **given)
    web.post(f"/do/journal.write_note/{hargrove.pk}/", {**given, "contact": ray.pk, "nonce": "x"})
    assert f"Note score {NoteScore.objects.get().total}" in live


def test_when_the_rules_change_the_clock_scores_again_and_the_person_sees_it_first(
    hargrove: Account, by: Actor, marcus: Person
) -> None:
    note(hargrove, by)
    NoteScore.objects.update(rules_version=VERSION + 1, total=3)
    jobs.score_again(timestamp=0)
    kept = NoteScore.objects.get()
    assert kept.rules_version == VERSION
    assert kept.total > 3
    assert not scores_shown(make.actor(marcus)).exists()


def differences() -> list[str]:
    return [found.kind for found in register.check["journal.scores"].run()]


def test_check_finds_a_score_that_is_not_its_notes(hargrove: Account, by: Actor) -> None:
    made = note(hargrove, by)
    assert differences() == []
    Interaction.objects.filter(pk=made.pk).update(text="TALKED TO HIM ABOUT THINGS!!!")
    assert differences() == ["score"]
    Interaction.objects.filter(pk=made.pk).update(text=Text(GOOD))
    NoteScore.objects.update(total=77)
    assert differences() == ["score"]


def test_why_says_every_part_and_what_was_found(web: Client, hargrove: Account, by: Actor) -> None:
    made = note(hargrove, by, text="Talked to him Tuesday Dec 3.")
    text = web.get(f"/why/interaction.score/{made.pk}/").content.decode()
    for part in ("Neat", "Complete", "Accurate", "Timely", "Say what was said"):
        assert part in text, part
