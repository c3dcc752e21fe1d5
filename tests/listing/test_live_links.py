"""A live link: the rows of a list for a spreadsheet, without signing in."""

from datetime import timedelta

import pytest
from django.test import Client

from callboard.core import clock
from callboard.core.actions import Refused
from callboard.core.links import hashed
from callboard.core.models import Link
from callboard.directory.models import Account
from callboard.kit.listing import links
from callboard.kit.listing.models import LiveLink
from callboard.team.actions import deactivate_person
from callboard.team.models import Person, PersonRole
from tests import make
from tests.listing.leaving import fetch, forbid, link_of, text

pytestmark = pytest.mark.django_db


def test_a_spreadsheet_fetches_the_list_without_signing_in(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk)
    answer = fetch(link.secret)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert text(answer).splitlines() == ["Account,MRR", "Elgin,500.00", "Delgado,400.00", "Cypress,300.00"]
    make.account("Fresno", mrr=900)
    assert text(fetch(link.secret)).splitlines()[1] == "Fresno,900.00"
    assert LiveLink.objects.get().last_used_at is not None
    assert Link.objects.get().token_hash == hashed(link.secret), "the token itself is kept nowhere"


def test_a_live_link_whose_filter_can_no_longer_be_read_is_an_error_and_no_empty_file(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    link = link_of(desk)
    LiveLink.objects.update(query={"where": ["mrr~ge~a lot"]})
    answer = fetch(link.secret)
    said = answer.content.decode()
    assert answer.status_code == 409 and answer["Content-Type"].startswith("text/plain")
    assert "“a lot” is no number" in said and "Make a new link" in said
    page = as_desk.get(f"/profile/links/{link.pk}/").content.decode()
    assert "Gives no rows" in page and "“a lot” is no number" in page


def test_a_live_link_without_a_filter_it_had_gives_nothing_rather_than_more(
    accounts: dict[str, Account], desk: Person
) -> None:
    link = link_of(desk)
    LiveLink.objects.update(query={"where": ["mrr~ge~300", "gone~is~x"]})
    answer = fetch(link.secret)
    assert (answer.status_code, "is no field of this list" in answer.content.decode()) == (409, True)


def test_a_live_link_reads_and_does_nothing_else(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk)
    assert Client().post(f"/live/{link.secret}.csv").status_code == 405
    assert Client().get(f"/live/{link.secret}.csv?where=tier~is~A").status_code == 200
    assert "Abilene" not in text(Client().get(f"/live/{link.secret}.csv?where="))
    assert Client().get("/accounts/", headers={"Authorization": f"Bearer {link.secret}"}).status_code == 302


def test_a_live_link_shows_what_its_maker_may_see_at_that_moment(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk, page="messages", query="{}")
    assert fetch(link.secret).status_code == 200
    PersonRole.objects.filter(person=desk).delete()
    answer = fetch(link.secret)
    assert (answer.status_code, "no longer see" in answer.content.decode()) == (410, True)


def test_a_live_link_ends_by_hand_by_its_day_and_when_its_maker_leaves(
    accounts: dict[str, Account], desk: Person
) -> None:
    admin = make.actor(make.person("Ada", roles=("administrator",)))
    ended, dated, left = link_of(desk), link_of(desk), link_of(make.person("Leo"))
    links.end_live_link(ended, by=make.actor(desk))
    LiveLink.objects.filter(pk=dated.pk).update(expires_on=clock.business_day(clock.now()) - timedelta(days=1))
    deactivate_person(left.owner, by=admin)
    for link in (ended, dated, left):
        answer = fetch(link.secret)
        assert answer.status_code == 410
        assert "has ended" in answer.content.decode()
    left.refresh_from_db()
    assert left.ended_at is not None, "coming back does not open it again"
    with pytest.raises(Refused):
        links.end_live_link(ended, by=make.actor(desk))
    assert fetch("nonsense").status_code == 410


def test_a_live_link_is_made_on_the_list_and_shows_its_address_once(
    accounts: dict[str, Account], as_desk: Client
) -> None:
    bar = as_desk.get("/accounts/?where=mrr~ge~300").context["bar"]
    url = next(choice.url for choice in bar.send if choice.key == "kit.create_live_link")
    initial = as_desk.get(url).context["form"].initial
    given = {name: initial[name] for name in ("page", "query")}
    html = as_desk.post(url, {**given, "name": "Excel"}).content.decode()
    assert "/live/" in html
    assert "shown this once" in html
    record = as_desk.get(f"/profile/links/{LiveLink.objects.get().pk}/").content.decode()
    assert "/live/" not in record


def test_a_live_link_ends_with_the_right_to_have_one(accounts: dict[str, Account], desk: Person) -> None:
    link = link_of(desk)
    forbid("kit.links")
    answer = fetch(link.secret)
    assert (answer.status_code, "no longer make live links" in answer.content.decode()) == (410, True)
