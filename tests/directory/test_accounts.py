from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from callboard.core.actions import Actor, Conflict, Forbidden, Invalid, Refused
from callboard.core.models import Log, TimelineEntry
from callboard.directory.actions import (
    archive_account,
    change_account,
    create_account,
    set_owner,
    set_parent,
    set_tier,
    unarchive_account,
)
from callboard.directory.models import Account, AccountOwner, OwnerRole
from callboard.team.models import Person
from tests import make


def test_a_new_account_has_a_number_facts_an_owner_and_a_line_on_its_timeline(by: Actor, dana: Person) -> None:
    made = create_account(by=by, name="  Mesa   Verde Insurance ", owner=dana, city="Tucson", region="AZ")
    made.refresh_from_db()
    assert made.name == "Mesa Verde Insurance"
    assert made.number >= 1000
    assert made.zone == "America/Phoenix"
    assert made.facts.mrr is None
    assert made.owners.get().person == dana
    assert TimelineEntry.objects.get(root_id=made.pk).kind == "directory.account_created"
    assert Log.objects.get(action="directory.create_account").result_id == made.pk


def test_numbers_of_accounts_go_up(by: Actor) -> None:
    first = create_account(by=by, name="Cypress Creek Agency")
    second = create_account(by=by, name="Ozark Mutual Agents")
    assert second.number > first.number


def test_a_phone_is_kept_as_e164_whatever_was_typed(by: Actor) -> None:
    made = create_account(by=by, name="Tyler Agency", phone="(903) 555-0142 ext. 3")
    assert made.phone == "+19035550142"


def test_the_mail_domain_comes_from_the_website(by: Actor) -> None:
    made = create_account(by=by, name="Tyler Agency", website="https://www.Tyler-Agency.example/about")
    assert [row.domain for row in made.domains.all()] == ["tyler-agency.example"]


def test_a_free_mail_domain_is_never_an_accounts_own(by: Actor) -> None:
    made = create_account(by=by, name="Tyler Agency", website="gmail.com")
    assert not made.domains.exists()


def test_something_much_like_an_account_we_have_asks_first(by: Actor, hargrove: Account) -> None:
    with pytest.raises(Invalid) as stopped:
        create_account(by=by, name="Hargrove Insurance Agcy", city="Tyler")
    assert "Hargrove Insurance Agency" in str(stopped.value.errors["confirmed"])
    assert create_account(by=by, name="Hargrove Insurance Agcy", city="Tyler", confirmed=True).pk != hargrove.pk


def test_the_same_domain_asks_first_whatever_the_name(by: Actor, hargrove: Account) -> None:
    with pytest.raises(Invalid):
        create_account(by=by, name="Something Else", website="www.hargrove.example")


def test_a_name_phone_or_country_that_is_none_is_refused_in_a_sentence_each(by: Actor) -> None:
    with pytest.raises(Invalid) as stopped:
        create_account(by=by, name="  ", phone="call me", country="Texas")
    assert set(stopped.value.errors) == {"name", "phone", "country"}


def test_who_may_not_change_accounts_is_refused(db: None) -> None:
    finance = make.actor(make.person(roles=("finance",)))
    with pytest.raises(Forbidden):
        create_account(by=finance, name="Tyler Agency")
    assert not Account.objects.exists()


def test_an_executive_changes_own_accounts_only(hargrove: Account) -> None:
    marcus = make.person("Marcus Reyes", roles=("account_executive",))
    with pytest.raises(Forbidden):
        change_account(hargrove, by=make.actor(marcus), city="Waco")
    his = make.account("His Agency", owner=marcus)
    assert change_account(his, by=make.actor(marcus), city="Waco").city == "Waco"


def test_a_change_keeps_what_is_not_given_and_can_be_undone(by: Actor, hargrove: Account) -> None:
    change_account(hargrove, by=by, name="Hargrove & Daughters", note="Calls on Fridays")
    hargrove.refresh_from_db()
    assert (hargrove.name, hargrove.sort_key, hargrove.city) == (
        "Hargrove & Daughters",
        "hargrove & daughters",
        "Tyler",
    )
    change_account.undo_of(Log.objects.get(action="directory.change_account"), by=by)
    hargrove.refresh_from_db()
    assert (hargrove.name, hargrove.note) == ("Hargrove Insurance Agency", "")


def test_two_edits_of_different_fields_both_stay_and_of_the_same_field_conflict(by: Actor, hargrove: Account) -> None:
    change_account(hargrove, by=by, street="418 S Broadway", _based_on={"street": ""})
    change_account(hargrove, by=by, city="Longview", _based_on={"city": "Tyler"})
    with pytest.raises(Conflict) as stopped:
        change_account(hargrove, by=by, city="Waco", _based_on={"city": "Tyler"})
    assert stopped.value.fields == ["city"]
    hargrove.refresh_from_db()
    assert (hargrove.street, hargrove.city) == ("418 S Broadway", "Longview")


def test_the_zone_follows_the_state_until_somebody_sets_it(by: Actor) -> None:
    made = create_account(by=by, name="Desert Agency", region="AZ")
    assert change_account(made, by=by, region="CA").zone == "America/Los_Angeles"
    change_account(made, by=by, zone="America/Boise")
    assert change_account(made, by=by, region="NV").zone == "America/Boise"


def test_a_new_owner_from_today_and_the_old_one_until_today(by: Actor, hargrove: Account, dana: Person) -> None:
    marcus = make.person("Marcus Reyes")
    set_owner(hargrove, by=by, owner=marcus)
    hargrove.refresh_from_db()
    old, new = AccountOwner.objects.filter(account=hargrove).order_by("starts_on")
    assert hargrove.owner == marcus
    assert (old.person, old.ends_on, new.person, new.ends_on) == (dana, new.starts_on, marcus, None)
    assert TimelineEntry.objects.get(root_id=hargrove.pk).title == "Marcus Reyes owns it"


def test_two_changes_of_owner_on_one_day_leave_the_last(by: Actor, hargrove: Account) -> None:
    marcus, priya = make.person("Marcus"), make.person("Priya")
    set_owner(hargrove, by=by, owner=marcus)
    set_owner(hargrove, by=by, owner=priya)
    assert [row.person for row in AccountOwner.objects.filter(account=hargrove, ends_on=None)] == [priya]


def test_a_change_of_owner_is_undone(by: Actor, hargrove: Account, dana: Person) -> None:
    set_owner(hargrove, by=by, owner=make.person("Marcus"))
    set_owner.undo_of(Log.objects.get(action="directory.set_owner"), by=by)
    hargrove.refresh_from_db()
    assert hargrove.owner == dana


def test_support_stands_beside_the_owner(by: Actor, hargrove: Account, dana: Person) -> None:
    tom = make.person("Tom Okafor")
    set_owner(hargrove, by=by, owner=tom, role=OwnerRole.SUPPORT)
    hargrove.refresh_from_db()
    assert hargrove.owner == dana
    assert AccountOwner.objects.get(account=hargrove, role="support").person == tom


def test_nobody_who_left_gets_an_account(by: Actor, hargrove: Account) -> None:
    gone = make.person("Gone", is_active=False, left_on=make.NOW.date())
    with pytest.raises(Invalid):
        set_owner(hargrove, by=by, owner=gone)


def test_the_database_itself_refuses_two_owners_at_once(hargrove: Account, dana: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        AccountOwner.objects.create(account=hargrove, person=dana, starts_on=make.NOW.date())


def test_a_tier_is_set_and_taken_away(by: Actor, hargrove: Account) -> None:
    assert set_tier(hargrove, by=by, tier="A").tier == "A"
    assert set_tier(hargrove, by=by, tier=None).tier is None


def test_no_account_is_part_of_itself_however_far_up(by: Actor, hargrove: Account) -> None:
    branch = make.account("Branch")
    set_parent(branch, by=by, parent=hargrove)
    with pytest.raises(Invalid):
        set_parent(hargrove, by=by, parent=branch)


def test_an_account_that_pays_is_not_archived(by: Actor, hargrove: Account) -> None:
    hargrove.facts.mrr = Decimal("1164")
    hargrove.facts.save()
    with pytest.raises(Refused) as stopped:
        archive_account(hargrove, by=by)
    assert stopped.value.refusal.code == "pays"
    assert "$1,164" in str(stopped.value)


def test_archived_and_taken_back(by: Actor, hargrove: Account) -> None:
    archive_account(hargrove, by=by)
    assert not Account.objects.current().exists()
    with pytest.raises(Refused):
        archive_account(hargrove, by=by)
    unarchive_account(hargrove, by=by)
    assert Account.objects.current().get() == hargrove


def test_a_short_word_beside_others_is_looked_for_at_the_start_of_any_word(client: Client, dana: Person) -> None:
    for name in ("Stone Underwriters", "Stone Underwriters 2", "Stone Underwriters 12"):
        make.account(name, owner=dana)
    client.force_login(dana)
    rows = client.get("/api/v1/accounts?q=stone+underwriters+2", headers={"Accept": "application/json"}).json()["items"]
    assert [row["name"] for row in rows] == ["Stone Underwriters 2"]
