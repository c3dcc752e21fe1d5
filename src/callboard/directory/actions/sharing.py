"""A share of accounts for somebody, taken from named people by a rule; given back in one press."""

import json
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.core import money
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.given import read_json
from callboard.core.leavers import must_work_here
from callboard.directory.actions.owners import set_owner
from callboard.directory.models import Account
from callboard.directory.queries.sharing import Share, share_of
from callboard.team.models import Person, Territory


class ShareBy(TextChoices):
    """How the accounts are chosen."""

    COUNT = "count", gettext_lazy("Until all have as many accounts")
    WORTH = "worth", gettext_lazy("Until all have as much MRR")
    TERRITORY = "territory", gettext_lazy("All that lie in a territory")


@action(
    gettext_lazy("Gave a share of accounts"),
    said=gettext_lazy("{person} has a share of accounts now"),
    who="team.territories",
    undo="directory.return_accounts",
    icon="user-share",
    preview=True,
)
def share_accounts(
    person: Person,
    *,
    by: Actor,
    from_people: list[Person],
    rule: ShareBy = ShareBy.COUNT,
    territory: Territory | None = None,
    most: int | None = None,
) -> Person:
    """Give somebody accounts of colleagues: taken from whoever has most, those first that nobody spoke with for longest."""
    must_work_here(person=person)
    share = _share(person, from_people, rule, territory, most, by)
    _say(share, by)
    by.run.require_roots({each.pk for each in share.accounts})
    accounts = Account.objects.in_bulk([each.pk for each in share.accounts])
    why = _("A share of accounts for {name}.").format(name=person)
    for each in share.accounts:
        set_owner(accounts[each.pk], by=by, owner=person, reason=why)
    by.undo_args(back=json.dumps([[each.pk, each.owner] for each in share.accounts]))
    return person


@action(
    gettext_lazy("Gave accounts back"),
    said=gettext_lazy("The accounts of {person} went back"),
    who="team.territories",
    final=gettext_lazy("Share them anew."),
    icon="arrow-back-up",
)
def return_accounts(person: Person, *, by: Actor, back: Text) -> Person:
    """Give accounts back to whoever had them: [[account, person], ...] as JSON. One that is no longer with this person
    stays where it is, and so does one whose former owner has left."""
    pairs = _pairs(back)
    by.run.require_roots({account for account, _owner in pairs})
    accounts = Account.objects.filter(owner=person).in_bulk([account for account, _owner in pairs])
    people = Person.objects.active().in_bulk([owner for _account, owner in pairs])
    why = _("The share of accounts for {name} was taken back.").format(name=person)
    stayed = 0
    for account, owner in pairs:
        if account in accounts and owner in people:
            set_owner(accounts[account], by=by, owner=people[owner], reason=why)
        else:
            stayed += 1
    if stayed:
        by.say(
            ngettext(
                "{n} account stayed: it changed since.", "{n} accounts stayed: they changed since.", stayed
            ).format(n=stayed)
        )
    return person


@share_accounts.can
def _works_here(person: Person, now: datetime) -> Refusal | None:
    if not person.is_active:
        return Refusal("left", gettext_lazy("{name} no longer works here."), name=person.name)
    return None


def _share(
    person: Person, givers: list[Person], rule: ShareBy, territory: Territory | None, most: int | None, by: Actor
) -> Share:
    if any(giver.pk == person.pk for giver in givers):
        raise Invalid({"from_people": _("Nobody shares with themselves.")})
    if not givers:
        raise Invalid({"from_people": _("Say from whom.")})
    if rule == ShareBy.TERRITORY and territory is None:
        raise Invalid({"territory": _("Say which territory.")})
    if most is not None and most < 1:
        raise Invalid({"most": _("At most how many is 1 or more; leave it empty for no limit.")})
    chosen = territory.pk if rule == ShareBy.TERRITORY and territory is not None else None
    by_worth = rule == ShareBy.WORTH
    givers_ids = [giver.pk for giver in givers]
    share = share_of(person.pk, givers_ids, day=by.today, by_worth=by_worth, territory=chosen, most=most)
    if not share.accounts:
        raise Invalid({"from_people": _("They have nothing to share by this rule.")})
    return share


def _say(share: Share, by: Actor) -> None:
    """In a preview: what each has and would have."""
    if not by.dry:
        return
    names = Person.objects.in_bulk([side.person for side in share.sides])
    for side in share.sides:
        sentence = _("{name}: {was} → {will} accounts, {money} → {then} MRR")
        by.say(
            sentence.format(
                name=names[side.person],
                was=side.accounts[0],
                will=side.accounts[1],
                money=money.shown(side.mrr[0]),
                then=money.shown(side.mrr[1]),
            )
        )


def _pairs(text: str) -> list[tuple[int, int]]:
    try:
        found = read_json(text)
    except ValueError:
        found = None
    good = isinstance(found, list) and all(
        isinstance(each, list) and len(each) == 2 and all(type(part) is int for part in each) for each in found
    )
    if not isinstance(found, list) or not good:
        raise Invalid({"back": _("These are no accounts with their people.")})
    return [(account, owner) for account, owner in found]
