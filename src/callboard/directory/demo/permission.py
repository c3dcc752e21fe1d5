"""What people said about being reached, an override, and a do-not-call list. Drawn by a generator of its own, so that the
rest of the company stays as it was."""

import random
from datetime import timedelta

from callboard.core.demo import World, write
from callboard.directory.demo.accounts import people_with
from callboard.directory.models import (
    Consent,
    Contact,
    ContactPhone,
    DoNotCallList,
    How,
    ListedNumber,
    Medium,
    Override,
)
from callboard.directory.rules import address_hash
from callboard.team.models import Person

SAID_YES = (
    "Yes, do call me about the new rater.",
    "Signed the form at the show.",
    "Wrote that we may send the newsletter.",
)
SAID_NO = ("Please no more sales calls.", "Said on the phone that mail is enough.")
#: Of a thousand people so many said something; of a hundred numbers so many are on the list.
SPOKE, LISTED = 8, 2


def make_permission(world: World) -> None:
    """Consents with their proof, three overrides of the last weeks, a list of twelve days ago."""
    rng = random.Random(f"permission {world.seed}")
    contacts: list[Contact] = [contact for contact in world["contacts"] if contact.left_on is None]
    some = rng.sample(contacts, max(4, len(contacts) * SPOKE // 1000))
    desk = people_with(world, "sales_support")
    write(Consent, [_word(world, rng, contact, rng.choice(desk)) for contact in some])
    write(Override, [_override(world, rng, contact, number) for number, contact in enumerate(some[:3])])
    _list(world, rng, desk[0])


def _word(world: World, rng: random.Random, contact: Contact, person: Person) -> Consent:
    given = rng.random() < 0.6
    at = world.now - timedelta(days=rng.randint(3, 300), minutes=rng.randint(0, 500))
    return Consent(
        contact=contact,
        given=given,
        medium=rng.choice((Medium.PHONE, Medium.MAIL, "")),
        at=at,
        how=rng.choice((How.PHONE, How.FORM, How.MAIL, How.PERSON)),
        proof=rng.choice(SAID_YES if given else SAID_NO),
        person=person,
        version=1,
        created_at=at,
        updated_at=at,
    )


def _override(world: World, rng: random.Random, contact: Contact, number: int) -> Override:
    at = world.now - timedelta(days=4 + 9 * number, hours=rng.randint(0, 5))
    return Override(
        contact=contact,
        medium=Medium.PHONE,
        reason="Asked at the show to be called that evening",
        person=people_with(world, "sales_manager")[0],
        starts_at=at,
        ends_at=at + timedelta(hours=2),
        version=1,
        created_at=at,
        updated_at=at,
    )


def _list(world: World, rng: random.Random, person: Person) -> None:
    numbers = sorted(set(ContactPhone.objects.order_by("pk").values_list("e164", flat=True)))
    hashes = sorted({address_hash(each) for each in rng.sample(numbers, len(numbers) * LISTED // 100)})
    at = world.now - timedelta(days=12)
    made = DoNotCallList(
        name="National do-not-call list", as_of=at.date(), numbers=len(hashes), person=person, loaded_at=at,
        version=1, created_at=at, updated_at=at,
    )  # fmt: skip
    write(DoNotCallList, [made])
    write(ListedNumber, [ListedNumber(of=made, number_hash=each) for each in hashes])
