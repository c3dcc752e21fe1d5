"""Networks over time, groups as of a day, partners, offices, files."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.core.undo import undo
from callboard.directory import queries
from callboard.directory.actions import (
    add_file,
    add_location,
    add_relation,
    change_location,
    change_membership,
    change_relation,
    close_location,
    end_relation,
    join_network,
    leave_network,
    move_contact,
    rejoin_network,
    remove_file,
    resume_relation,
    set_bill_to,
    set_parent,
    set_place_of_work,
)
from callboard.directory.models import Account, NetworkMembership, RelationCategory, RelationStatus
from callboard.team.models import Person
from tests import make


@pytest.fixture
def network(dana: Person) -> Account:
    return make.account("Lone Star Agents Group", owner=dana, kind="network")


@pytest.fixture
def web(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def names(rows: object) -> list[str]:
    return sorted(str(row) for row in rows)  # type: ignore[attr-defined]


def test_a_group_is_who_belonged_to_it_on_the_day(by: Actor, hargrove: Account, network: Account) -> None:
    mesa = make.account("Mesa Verde")
    join_network(hargrove, by=by, network=network, starts_on=date(2025, 1, 1), code="LS-104")
    left = join_network(mesa, by=by, network=network, starts_on=date(2025, 6, 1))
    leave_network(left, by=by, ends_on=date(2025, 12, 1))
    for day, there in (
        (date(2024, 12, 31), []),
        (date(2025, 1, 1), ["Hargrove Insurance Agency"]),
        (date(2025, 11, 30), ["Hargrove Insurance Agency", "Mesa Verde"]),
        (date(2025, 12, 1), ["Hargrove Insurance Agency"]),
    ):
        assert names(queries.under(network, day)) == there, day
    kinds = TimelineEntry.objects.filter(kind="directory.membership")
    assert {row.root_id for row in kinds} == {hargrove.pk, mesa.pk, network.pk}


def test_what_is_legally_part_of_a_member_belongs_to_the_group_too(
    by: Actor, hargrove: Account, network: Account
) -> None:
    branch, office = make.account("Hargrove Longview", parent=hargrove), make.account("Hargrove Waco")
    set_parent(office, by=by, parent=branch)
    join_network(hargrove, by=by, network=network, starts_on=date(2025, 1, 1))
    day = date(2026, 1, 1)
    assert names(queries.under(network, day)) == ["Hargrove Insurance Agency", "Hargrove Longview", "Hargrove Waco"]
    assert names(queries.under(hargrove, day)) == ["Hargrove Longview", "Hargrove Waco"]


def test_an_account_is_in_a_network_once_at_a_time(by: Actor, hargrove: Account, network: Account) -> None:
    first = join_network(hargrove, by=by, network=network, starts_on=date(2025, 1, 1), ends_on=date(2025, 7, 1))
    for start, end in ((date(2025, 6, 30), None), (date(2024, 1, 1), date(2025, 1, 2)), (date(2024, 1, 1), None)):
        with pytest.raises(Invalid):
            join_network(hargrove, by=by, network=network, starts_on=start, ends_on=end)
        with pytest.raises(IntegrityError), transaction.atomic():
            NetworkMembership.objects.create(account=hargrove, network=network, starts_on=start, ends_on=end)
    again = join_network(hargrove, by=by, network=network, starts_on=date(2025, 7, 1))
    with pytest.raises(Invalid):
        change_membership(first, by=by, ends_on=date(2025, 8, 1))
    with pytest.raises(Invalid):
        rejoin_network(first, by=by)
    assert change_membership(again, by=by, code="9").code == "9"


def test_memberships_that_make_no_sense_are_refused(by: Actor, hargrove: Account, network: Account) -> None:
    for given in (
        {"network": network, "starts_on": date(2025, 2, 1), "ends_on": date(2025, 2, 1)},
        {"network": hargrove},
        {"network": make.account("An agency")},
    ):
        with pytest.raises(Invalid):
            join_network(hargrove, by=by, **given)  # type: ignore[arg-type]
    made = join_network(hargrove, by=by, network=network, starts_on=date(2025, 2, 1))
    with pytest.raises(Invalid):
        leave_network(made, by=by, ends_on=date(2025, 2, 1))
    leave_network(made, by=by, ends_on=date(2025, 3, 1))
    with pytest.raises(Refused):
        leave_network(made, by=by)


def test_joining_is_undone(by: Actor, hargrove: Account, network: Account) -> None:
    join_network(hargrove, by=by, network=network)
    undo(Log.objects.get(action="directory.join_network"), by=by)
    assert not NetworkMembership.objects.exists()


def test_the_page_of_a_group_adds_up_what_its_members_paid_on_the_day(
    web: Client, by: Actor, hargrove: Account, network: Account
) -> None:
    """300 a month from February 2026 on and 120 of somebody who left in March, by the ledger's own dates."""
    desk, rater = make.actor(make.person("Lupe Desk")), make.product("Rater", price=100)
    mesa = make.account("Mesa Verde Insurance", owner=by.person)
    make.accepted(hargrove, rater, by=by, desk=desk, quantity=3, start_on=date(2026, 2, 1))
    make.accepted(mesa, make.product("Site", price=120), by=by, desk=desk, start_on=date(2026, 1, 1))
    join_network(hargrove, by=by, network=network, starts_on=date(2025, 1, 1), code="LS-104")
    leave_network(
        join_network(mesa, by=by, network=network, starts_on=date(2025, 1, 1)), by=by, ends_on=date(2026, 3, 1)
    )
    for day, paid in (("2026-01-31", "120"), ("2026-02-28", "420"), ("2026-03-31", "300")):
        members = queries.members_on(network, date.fromisoformat(day), by)
        assert sum((each.mrr or Decimal(0)) for each in members) == Decimal(paid), day
        text = web.get(f"/groups/{network.pk}/?on={day}").content.decode()
        assert f"${paid}" in text, day
    history = {
        day: (count, paid)
        for day, count, paid in queries.history_of(network, [date(2026, 2, 28), date(2026, 3, 31)], by)
    }
    assert history == {date(2026, 2, 28): (2, Decimal("420.00")), date(2026, 3, 31): (1, Decimal("300.00"))}
    moved = queries.comings_and_goings(network, date(2026, 1, 1), date(2026, 3, 31), by)
    assert [str(row.account) for row in moved] == ["Mesa Verde Insurance"]


def test_the_page_says_when_a_day_cannot_be_read_or_nobody_belongs(web: Client, network: Account) -> None:
    assert "is no day" in web.get(f"/groups/{network.pk}/?on=2026-02-31").content.decode()
    assert "Nobody belongs" in web.get(f"/groups/{network.pk}/").content.decode()
    assert web.get("/groups/999999999/").status_code == 404


def test_the_members_leave_as_a_file(web: Client, by: Actor, hargrove: Account, network: Account) -> None:
    join_network(hargrove, by=by, network=network, starts_on=date(2025, 1, 1), code="LS-104")
    answer = web.get(f"/groups/{network.pk}/?format=csv&on=2026-01-01")
    text = b"".join(answer).decode() if answer.streaming else answer.content.decode()
    assert "Hargrove Insurance Agency" in text
    assert "LS-104" in text


def test_the_list_of_accounts_is_asked_for_a_group(web: Client, by: Actor, hargrove: Account, network: Account) -> None:
    make.account("Mesa Verde")
    join_network(hargrove, by=by, network=network)
    text = web.get(f"/accounts/?group_of={network.pk}&part=rows").content.decode()
    assert "Hargrove" in text
    assert "Mesa Verde" not in text
    assert "Hargrove" not in web.get("/accounts/?group_of=999999&part=rows").content.decode()
    assert "Lone Star" in web.get("/groups/").content.decode()


def test_the_page_of_a_group_of_forty_asks_what_one_of_two_asks(
    web: Client, by: Actor, network: Account, django_assert_max_num_queries: object
) -> None:
    for number in range(40):
        make.account(f"Member {number}", parent=network if number % 2 else None)
    for account in Account.objects.filter(name__startswith="Member", parent=None):
        NetworkMembership.objects.create(account=account, network=network, starts_on=date(2025, 1, 1))
    web.get(f"/groups/{network.pk}/")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        web.get(f"/groups/{network.pk}/")


def test_bills_go_to_who_pays_itself(by: Actor, hargrove: Account, network: Account) -> None:
    set_bill_to(hargrove, by=by, bill_to=network)
    with pytest.raises(Invalid):
        set_bill_to(network, by=by, bill_to=network)
    with pytest.raises(Invalid):
        set_bill_to(make.account("Mesa"), by=by, bill_to=hargrove)
    undo(Log.objects.filter(action="directory.set_bill_to").earliest("at"), by=by)
    hargrove.refresh_from_db()
    assert hargrove.bill_to is None


def test_a_relation_stands_once_for_a_state_and_a_category(by: Actor, hargrove: Account) -> None:
    carrier, auto = make.account("Sabine Mutual", kind="carrier"), RelationCategory.objects.create(name="Auto")
    made = add_relation(hargrove, by=by, partner=carrier, region="tx", category=auto, code="77120")
    assert made.region == "TX"
    with pytest.raises(Invalid):
        add_relation(hargrove, by=by, partner=carrier, region="TX", category=auto)
    add_relation(hargrove, by=by, partner=carrier, region="OK", category=auto)
    add_relation(hargrove, by=by, partner=carrier)
    with pytest.raises(Invalid):
        add_relation(hargrove, by=by, partner=carrier)
    end_relation(made, by=by)
    again = add_relation(hargrove, by=by, partner=carrier, region="TX", category=auto)
    with pytest.raises(Invalid):
        resume_relation(made, by=by)
    changed = change_relation(again, by=by, status=RelationStatus.SUSPENDED)
    assert changed.since_on is not None
    assert change_relation(changed, by=by, code="9", since_on=date(2026, 1, 2)).since_on == date(2026, 1, 2)


def test_an_office_gives_its_people_their_time_zone(by: Actor, hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray Hargrove")
    office = add_location(hargrove, by=by, city="Tucson", region="AZ", phone="520 555 0110")
    assert (office.zone, office.phone) == ("America/Phoenix", "+15205550110")
    assert queries.zone_of_contact(ray) == hargrove.zone
    set_place_of_work(ray, by=by, location=office)
    ray.refresh_from_db()
    assert queries.zone_of_contact(ray) == "America/Phoenix"
    office = change_location(office, by=by, region="CA")
    assert office.zone == "America/Los_Angeles"
    mesa = make.account("Mesa Verde")
    with pytest.raises(Invalid):
        set_place_of_work(make.contact(mesa, "Ana"), by=by, location=office)
    move_contact(ray, by=by, account=mesa)
    ray.refresh_from_db()
    assert ray.location is None
    close_location(office, by=by)
    with pytest.raises(Refused):
        close_location(office, by=by)


@pytest.mark.parametrize(
    "given", [{}, {"city": "  "}, {"city": "Waco", "phone": "12"}, {"city": "Waco", "country": "USA"}]
)
def test_an_office_nobody_finds_is_refused(by: Actor, hargrove: Account, given: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        add_location(hargrove, by=by, **given)  # type: ignore[arg-type]


def test_a_file_is_kept_opened_as_a_download_and_taken_away(web: Client, by: Actor, hargrove: Account) -> None:
    made = add_file(
        hargrove, by=by, file=SimpleUploadedFile("../../Agree\0ment <1>.html", b"<script>x</script>"), note="signed"
    )
    assert made.name == "Agreement <1>.html"
    answer = web.get(f"/account-files/{made.pk}/content/")
    assert b"".join(answer) == b"<script>x</script>"  # type: ignore[arg-type]
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "Agreement &lt;1&gt;.html" in web.get(f"/accounts/{hargrove.pk}/?panel=files").content.decode()
    remove_file(made, by=by)
    assert web.get(f"/account-files/{made.pk}/content/").status_code == 404


@pytest.mark.parametrize("size", [0, 50 * 1024 * 1024 + 1])
def test_a_file_of_nothing_or_too_much_is_refused(by: Actor, hargrove: Account, size: int) -> None:
    file = SimpleUploadedFile("a.txt", b"")
    file.size = size
    with pytest.raises(Invalid):
        add_file(hargrove, by=by, file=file)
