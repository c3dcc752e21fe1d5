"""The form of a schedule: it saves as it opens, with every rhythm, and says what is kept in the words of the list."""

import json
from typing import Any

import pytest
from django.test import Client
from lxml import html

from callboard.directory.models import Account
from callboard.kit.listing.actions import save_view
from callboard.kit.listing.models import Schedule, Weekday
from callboard.team.models import Person
from tests import make
from tests.listing.leaving import link_of, schedule_of

pytestmark = pytest.mark.django_db
RHYTHMS = [{"every": "week", "weekday": str(day.value)} for day in Weekday]
RHYTHMS += [{"every": every, "weekday": weekday} for every in ("day", "month") for weekday in ("", "0", "4")]


def as_shown(client: Client, url: str) -> dict[str, Any]:
    """What a browser sends of the form at this address when nobody touches a field."""
    form = html.fromstring(client.get(url).content.decode()).forms
    filled = next(each for each in form if "nonce" in each.fields)
    sent: dict[str, Any] = {}
    for name, value in filled.form_values():
        sent.setdefault(name, []).append(value)
    return sent


@pytest.mark.parametrize("chosen", [{}, *RHYTHMS], ids=str)
def test_the_form_saves_as_it_opens_and_with_every_rhythm(
    accounts: dict[str, Account], desk: Person, as_desk: Client, chosen: dict[str, str]
) -> None:
    bar = as_desk.get("/accounts/?where=mrr~ge~300").context["bar"]
    url = next(choice.url for choice in bar.send if choice.key == "kit.create_schedule")
    sent = as_shown(as_desk, url) | {"name": ["Big ones"]} | {name: [value] for name, value in chosen.items()}
    answer = as_desk.post(url, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    made = Schedule.objects.get()
    wanted = {"every": "week", "weekday": "0", **chosen}
    assert (made.every, made.weekday) == (wanted["every"], int(wanted["weekday"] or 0))
    assert [each.person for each in made.receivers.all()] == [desk]
    change = f"/do/kit.change_schedule/{made.pk}/"
    again = as_desk.post(change, as_shown(as_desk, change) | {"every": ["week"], "weekday": ["6"], "hour": ["9"]})
    assert again.status_code == 302, again.context["form"].errors
    made.refresh_from_db()
    assert (made.every, made.weekday, made.hour) == ("week", 6, 9)


def test_what_is_kept_is_told_in_the_words_of_the_list(
    accounts: dict[str, Account], desk: Person, as_desk: Client
) -> None:
    state = {
        "owner": ["me"], "where": ["mrr~ge~300", "tier~is~A"], "match": ["any"], "sort": ["tier,-mrr"],
        "cols": ["name,mrr"], "group": ["tier"],
    }  # fmt: skip
    told = (
        "Owner: me · MRR: at least 300 or Tier: is A · sorted by Tier ↑, MRR ↓ · columns Account, MRR · grouped by Tier"
    )
    by, query = make.actor(desk), json.dumps(state)
    view = save_view(by=by, name="Big", page="accounts", query=query)
    link, schedule = link_of(desk, query=query), schedule_of(desk, query=query)
    for url in (f"views/{view.pk}", f"links/{link.pk}", f"schedules/{schedule.pk}"):
        page = as_desk.get(f"/profile/{url}/").content.decode()
        assert told in html.fromstring(page).text_content(), url
        assert "mrr~ge" not in page
    whole = schedule_of(desk, query="{}")
    assert "All rows" in as_desk.get(f"/profile/schedules/{whole.pk}/").content.decode()
    calendar = schedule_of(desk, query=json.dumps({"show": ["calendar"], "where": ["gone~is~1"]}))
    page = html.fromstring(as_desk.get(f"/profile/schedules/{calendar.pk}/").content.decode()).text_content()
    assert "as a calendar · “gone” is no field of this list; it was left out." in page
