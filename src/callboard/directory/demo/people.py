"""The people of the accounts, and where they are reached."""

from datetime import datetime, timedelta

from callboard.core.demo import World, write
from callboard.core.names import sort_key
from callboard.directory.demo import words
from callboard.directory.demo.accounts import Numbers, slug
from callboard.directory.demo.beside import BEST_TIMES
from callboard.directory.models import Account, Contact, ContactEmail, ContactPhone, Suppression
from callboard.directory.rules import address_hash

#: How many people an account of a tier has, at least and at most.
SIZES = {"A": (4, 9), "B": (3, 6), "C": (2, 4), "D": (1, 2), None: (1, 2)}
HAS_PHONE, LEFT, BOUNCED, OPTED_OUT, HAS_BEST_TIME = 0.4, 0.03, 0.015, 0.01, 0.1


def make_people(world: World) -> None:
    """A principal at each account and colleagues by its size; a mail address each, a number for some."""
    accounts = [*world["networks"], *world["accounts"], *world["others"]]
    people = [contact for account in accounts for contact in _of(world, account)]
    world.keep("contacts", write(Contact, people))
    numbers, emails, phones = Numbers(), [], []
    taken: set[str] = set()
    for contact in people:
        address = _address(contact, taken)
        bounced = world.moment(world.now - timedelta(days=200)) if world.rng.random() < BOUNCED else None
        emails.append(_email(contact, address, bounced))
        if world.rng.random() < HAS_PHONE:
            phones.append(_phone(world, contact, numbers))
    write(ContactEmail, emails)
    write(ContactPhone, phones)
    _suppressed(world, emails)


def _of(world: World, account: Account) -> list[Contact]:
    rng, names = world.rng, set()
    least, most = SIZES[account.tier]
    family = account.name.split()[0]
    found = []
    for place in range(rng.randint(least, most)):
        last = family if place == 0 and family in words.LAST else rng.choice(words.LAST)
        name = f"{rng.choice(words.FIRST)} {last}"
        if name in names:
            continue
        names.add(name)
        role, title = ("principal", rng.choice(("Owner", "Principal", "President"))) if place == 0 else _title(world)
        left = world.moment(world.now - timedelta(days=300)).date() if place and rng.random() < LEFT else None
        found.append(
            Contact(
                account=account,
                name=name,
                sort_key=sort_key(name),
                role_kind=role,
                title=title,
                left_on=left,
                reach_by=rng.choice(("", "", "phone", "mail", "text")),
                best_time=rng.choice(BEST_TIMES) if rng.random() < HAS_BEST_TIME else "",
                version=1,
                created_at=account.created_at,
                updated_at=account.created_at,
            )
        )
    return found


def _title(world: World) -> tuple[str, str]:
    role, title, _weight = world.rng.choices(words.TITLES, [weight for _r, _t, weight in words.TITLES])[0]
    return role, title


def _address(contact: Contact, taken: set[str]) -> str:
    first, _space, last = contact.name.lower().partition(" ")
    host = contact.account.website or f"{slug(contact.account.name)}.example"
    for local in (first, f"{first}.{slug(last)}", *(f"{first}{number}" for number in range(2, 99))):
        address = f"{local}@{host}"
        if address not in taken:
            taken.add(address)
            return address
    raise ValueError(f"Nobody can have that many namesakes: {contact}.")


def _email(contact: Contact, address: str, bounced: datetime | None) -> ContactEmail:
    return ContactEmail(
        contact=contact, address=address, primary=True, bounced_at=bounced, version=1, created_at=contact.created_at
    )  # fmt: skip


def _phone(world: World, contact: Contact, numbers: Numbers) -> ContactPhone:
    """Their own mobile, in a block of numbers no account's main line uses."""
    area = contact.account.phone[2:5]
    number = numbers.of(area).replace("55501", "55502")
    return ContactPhone(
        contact=contact, e164=number, kind="mobile", primary=True, version=1, created_at=contact.created_at
    )


def _suppressed(world: World, emails: list[ContactEmail]) -> None:
    some = world.rng.sample(emails, int(len(emails) * OPTED_OUT))
    reasons = ("Unsubscribed by link", "Asked on the phone", "Asked by mail")
    rows = []
    for email in some:
        at = world.moment()
        reason = world.rng.choice(reasons)
        # Who says so to one of us is written down as a person; the link of a mail says it of its address alone.
        whose = email.contact if reason != reasons[0] else None
        row = Suppression(address_hash=address_hash(email.address), contact=whose, reason=reason, at=at, version=1)
        row.created_at = at
        rows.append(row)
    write(Suppression, rows)
