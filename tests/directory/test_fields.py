"""A company's own fields: made, filled in, listed, filtered, sorted, taken out and back; packs; tags."""

import json
from typing import Any

import pytest
from django.test import Client

from callboard.core.actions import Actor, Invalid, Refused
from callboard.core.models import Log
from callboard.core.registry import register
from callboard.core.undo import undo
from callboard.directory.actions import (
    change_field,
    create_field,
    fill_in_account,
    load_pack,
    remove_pack,
    restore_field,
    retire_field,
    set_account_field,
    set_contact_field,
    tag_account,
    untag_account,
)
from callboard.directory.models import Account, CustomField, FieldKind, Noun, RelationCategory, Term
from callboard.directory.packs import Pack
from callboard.directory.rules import shown
from callboard.team.actions import set_setting
from callboard.team.models import Person
from callboard.team.queries import setting
from tests import make


@pytest.fixture
def admin(db: None) -> Actor:
    return make.actor(make.person("Ada Admin", roles=("administrator", "sales_support")))


@pytest.fixture
def ams(admin: Actor) -> CustomField:
    return create_field(by=admin, noun=Noun.ACCOUNT, label="AMS", kind=FieldKind.CHOICE, options="EZLynx\nHawkSoft")


@pytest.fixture
def web(client: Client, admin: Actor) -> Client:
    assert admin.person is not None
    client.force_login(Person.objects.get(pk=admin.person.pk))
    return client


def test_a_field_has_a_short_name_made_of_its_label(admin: Actor) -> None:
    made = create_field(by=admin, noun=Noun.ACCOUNT, label="  Producers (licensed)  ", kind=FieldKind.NUMBER)
    assert (made.name, made.label) == ("producers_licensed", "Producers (licensed)")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"label": " "}, "label"),
        ({"label": "Ω"}, "name"),
        ({"label": "X", "name": "1st"}, "name"),
        ({"label": "X", "kind": FieldKind.CHOICE}, "options"),
        ({"label": "X", "options": "a\nb"}, "options"),
        ({"label": "X", "kind": FieldKind.CHOICES, "options": "a, b"}, "options"),
        ({"label": "X", "order": -1}, "order"),
        ({"label": "AMS"}, "name"),
    ],
)
def test_a_field_that_makes_no_sense_is_refused_at_its_place(
    admin: Actor, ams: CustomField, given: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as stopped:
        create_field(by=admin, noun=Noun.ACCOUNT, **given)
    assert set(stopped.value.errors) == {field}


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "said"),
    [
        ("text", "  two words ", "two words", "two words"),
        ("number", "1,250", "1250", "1,250"),
        ("number", "35 %", "35", "35"),
        ("money", "$1,200.50", "1200.5", "$1,200.50"),
        ("date", "2026-03-31", "2026-03-31", "Mar 31, 2026"),
        ("yes", "Y", True, "yes"),
        ("yes", "no", False, "no"),
        ("choice", "ezlynx", "EZLynx", "EZLynx"),
        ("choices", "hawksoft; EZLynx, hawksoft", ["EZLynx", "HawkSoft"], "EZLynx, HawkSoft"),
    ],
)
def test_what_is_typed_is_kept_as_what_it_is(
    admin: Actor, hargrove: Account, kind: str, typed: str, kept: Any, said: str
) -> None:
    options = "EZLynx\nHawkSoft" if kind.startswith("choice") else ""
    field = create_field(by=admin, noun=Noun.ACCOUNT, label="It", kind=FieldKind(kind), options=options)
    set_account_field(hargrove, by=admin, field=field, value=typed)
    hargrove.refresh_from_db()
    assert hargrove.custom == {"it": kept}
    assert shown(field, hargrove.custom) == said
    set_account_field(hargrove, by=admin, field=field, value="")
    hargrove.refresh_from_db()
    assert hargrove.custom == {}


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("number", "many"),
        ("number", "1e400"),
        ("number", "NaN"),
        ("date", "03/04/2026"),
        ("date", "2026-02-30"),
        ("yes", "maybe"),
        ("choice", "AMS360"),
        ("choices", "EZLynx, AMS360"),
        ("text", "x" * 2001),
        ("text", "a\0b"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_a_sentence(
    admin: Actor, hargrove: Account, kind: str, typed: str
) -> None:
    options = "EZLynx\nHawkSoft" if kind.startswith("choice") else ""
    field = create_field(by=admin, noun=Noun.ACCOUNT, label="It", kind=FieldKind(kind), options=options)
    with pytest.raises(Invalid) as stopped:
        set_account_field(hargrove, by=admin, field=field, value=typed)
    assert str(stopped.value.errors["value"]).startswith("It: ")


def test_an_entry_some_record_has_cannot_leave_the_list(admin: Actor, ams: CustomField, hargrove: Account) -> None:
    set_account_field(hargrove, by=admin, field=ams, value="EZLynx")
    with pytest.raises(Invalid) as stopped:
        change_field(ams, by=admin, options="HawkSoft\nTAM")
    assert "1 records" in str(stopped.value.errors["options"])
    assert change_field(ams, by=admin, options="EZLynx\nTAM").options == ["EZLynx", "TAM"]


def test_a_retired_field_is_offered_nowhere_and_keeps_what_it_held(
    admin: Actor, ams: CustomField, hargrove: Account, web: Client
) -> None:
    set_account_field(hargrove, by=admin, field=ams, value="EZLynx")
    retire_field(ams, by=admin)
    assert "EZLynx" not in web.get(f"/accounts/{hargrove.pk}/").content.decode()
    with pytest.raises(Invalid):
        set_account_field(hargrove, by=admin, field=ams, value="HawkSoft")
    restore_field(ams, by=admin)
    assert "EZLynx" in web.get(f"/accounts/{hargrove.pk}/").content.decode()


def test_a_field_of_contacts_is_none_of_accounts(admin: Actor, ams: CustomField, hargrove: Account) -> None:
    ray = make.contact(hargrove, "Ray Hargrove")
    with pytest.raises(Invalid):
        set_contact_field(ray, by=admin, field=ams, value="EZLynx")


def test_filling_in_several_changes_only_those_and_is_undone_together(
    admin: Actor, ams: CustomField, hargrove: Account
) -> None:
    create_field(by=admin, noun=Noun.ACCOUNT, label="Producers", kind=FieldKind.NUMBER)
    fill_in_account(hargrove, by=admin, values=json.dumps({"ams": "EZLynx", "producers": "4"}))
    fill_in_account(hargrove, by=admin, values=json.dumps({"producers": "5"}))
    hargrove.refresh_from_db()
    assert hargrove.custom == {"ams": "EZLynx", "producers": "5"}
    undo(Log.objects.filter(action="directory.fill_in_account").latest("at"), by=admin)
    hargrove.refresh_from_db()
    assert hargrove.custom == {"ams": "EZLynx", "producers": "4"}


@pytest.mark.parametrize("values", ["", "[]", '{"ams": 1}', '{"none": "x"}', "{", '{"ams": "TAM"}'])
def test_values_nobody_can_read_change_nothing(admin: Actor, ams: CustomField, hargrove: Account, values: str) -> None:
    with pytest.raises(Invalid):
        fill_in_account(hargrove, by=admin, values=values)
    hargrove.refresh_from_db()
    assert hargrove.custom == {}


def test_the_form_has_an_input_for_each_and_says_beside_it_what_is_wrong(
    ams: CustomField, hargrove: Account, admin: Actor, web: Client
) -> None:
    create_field(by=admin, noun=Noun.ACCOUNT, label="Producers", kind=FieldKind.NUMBER)
    url = f"/do/directory.fill_in_account/{hargrove.pk}/"
    form = web.get(url).content.decode()
    assert 'name="own_ams"' in form
    assert 'name="own_producers"' in form
    wrong = web.post(url, {"own_ams": "EZLynx", "own_producers": "four"})
    assert wrong.status_code == 422
    assert "“four” is no number" in wrong.content.decode()
    assert web.post(url, {"own_ams": "EZLynx", "own_producers": "4"}).status_code == 302
    hargrove.refresh_from_db()
    assert hargrove.custom == {"ams": "EZLynx", "producers": "4"}


def test_a_list_shows_filters_sorts_and_exports_them(admin: Actor, ams: CustomField, web: Client) -> None:
    producers = create_field(by=admin, noun=Noun.ACCOUNT, label="Producers", kind=FieldKind.NUMBER)
    since = create_field(by=admin, noun=Noun.ACCOUNT, label="Licensed since", kind=FieldKind.DATE)
    bilingual = create_field(by=admin, noun=Noun.ACCOUNT, label="Bilingual", kind=FieldKind.YES)
    for name, values in (
        ("Ninefold", (9, "EZLynx", "2001-05-01", "yes")),
        ("Tenfold", (10, "HawkSoft", "2020-01-31", "no")),
        ("Unknown", None),
    ):
        account = make.account(name)
        for field, value in zip((producers, ams, since, bilingual), values or (), strict=False):
            set_account_field(account, by=admin, field=field, value=str(value))
    for where, names in (
        ("custom_producers~ge~10", ["Tenfold"]),
        ("custom_ams~is~EZLynx", ["Ninefold"]),
        ("custom_licensed_since~from~2010-01-01", ["Tenfold"]),
        ("custom_bilingual~is~1", ["Ninefold"]),
        ("custom_ams~empty~", ["Unknown"]),
    ):
        rows = list(web.get("/accounts/", {"where": where, "cols": "name,custom_producers", "format": "csv"}))
        text = b"".join(rows).decode()
        assert [name for name in ("Ninefold", "Tenfold", "Unknown") if name in text] == names, where
    page = web.get("/accounts/?sort=-custom_producers&cols=name,custom_ams,custom_producers").content.decode()
    assert page.index("Tenfold") < page.index("Ninefold") < page.index("Unknown")
    assert "HawkSoft" in page
    assert web.get("/accounts/?group=custom_ams").status_code == 200


def test_a_condition_about_a_field_that_is_gone_is_left_out_and_named(
    admin: Actor, ams: CustomField, web: Client
) -> None:
    make.account("Mesa Verde")
    retire_field(ams, by=admin)
    answer = web.get("/accounts/?where=custom_ams~is~EZLynx")
    assert "custom_ams" in answer.content.decode()
    assert "Mesa Verde" in answer.content.decode()


def test_a_pack_is_loaded_removed_and_loaded_again_with_what_was_written(admin: Actor, hargrove: Account) -> None:
    load_pack(by=admin, pack=Pack.INSURANCE)
    assert setting("directory.partner_word") == "Carrier"
    field = CustomField.objects.get(noun="account", name="ams")
    set_account_field(hargrove, by=admin, field=field, value="HawkSoft")
    own = create_field(by=admin, noun=Noun.ACCOUNT, label="Our code")
    remove_pack(by=admin, pack=Pack.INSURANCE)
    assert list(CustomField.objects.filter(retired_at=None)) == [own]
    assert not Term.objects.exists()
    assert not RelationCategory.objects.filter(retired_at=None).exists()
    assert setting("directory.partner_word") == "Partner"
    with pytest.raises(Refused):
        remove_pack(by=admin, pack=Pack.INSURANCE)
    load_pack(by=admin, pack=Pack.INSURANCE)
    load_pack(by=admin, pack=Pack.INSURANCE)
    hargrove.refresh_from_db()
    assert shown(field, hargrove.custom) == "HawkSoft"
    assert CustomField.objects.filter(name="ams").count() == 1


def test_a_label_the_company_chose_itself_stays_when_a_pack_comes_and_goes(admin: Actor) -> None:
    set_setting(by=admin, name="directory.partner_word", value="Insurer")
    load_pack(by=admin, pack=Pack.INSURANCE)
    assert (setting("directory.partner_word"), setting("directory.region_word")) == ("Insurer", "State")
    set_setting(by=admin, name="directory.category_word", value="Class")
    undo(Log.objects.get(action=load_pack.name), by=admin)
    words = [setting(f"directory.{name}_word") for name in ("partner", "region", "category")]
    assert words == ["Insurer", register.setting["directory.region_word"].default, "Class"]


def test_tags_are_found_in_small_letters_too_and_stand_once(admin: Actor, hargrove: Account, web: Client) -> None:
    tag_account(hargrove, by=admin, tag=" Reference  customer ")
    tag_account(hargrove, by=admin, tag="reference customer")
    hargrove.refresh_from_db()
    assert hargrove.tags == ["Reference customer"]
    assert "Hargrove" in web.get("/accounts/?tag=reference+customer&part=rows").content.decode()
    untag_account(hargrove, by=admin, tag="REFERENCE CUSTOMER")
    assert "Hargrove" not in web.get("/accounts/?tag=reference+customer&part=rows").content.decode()
    with pytest.raises(Invalid):
        untag_account(hargrove, by=admin, tag="hot")
    with pytest.raises(Invalid):
        tag_account(hargrove, by=admin, tag="a, b")


def test_who_may_not_change_fields_is_told_so(hargrove: Account, by: Actor, client: Client, dana: Person) -> None:
    client.force_login(dana)
    assert client.get("/fields/").status_code in (200, 403)
    assert client.get("/do/directory.create_field/").status_code == 403
