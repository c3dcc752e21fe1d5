"""Who answers for an account."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, action
from callboard.core.leavers import must_work_here
from callboard.directory.models import Account, AccountOwner, OwnerRole
from callboard.team.models import Person


@action(
    gettext_lazy("Changed owner"),
    said=gettext_lazy("Changed the owner of {account}"),
    who="directory.edit",
    undo="directory.set_owner",
    icon="user-share",
)
def set_owner(
    account: Account, *, by: Actor, owner: Person | None, role: OwnerRole = OwnerRole.OWNER, reason: str = ""
) -> Account:
    """Give an account to a person in a role from today on, or to nobody. The history keeps who had it until when, the
    timeline why."""
    must_work_here(owner=owner)
    before = _current(account, role)
    by.undo_args(owner=before.person if before else None, role=role)
    if (before.person if before else None) == owner:
        return account
    hand_over(account, before, owner, role, by.today)
    if role == OwnerRole.OWNER:
        account.owner = owner
        account.updated_at = by.now
        account.save(update_fields=["owner"])
    title = _("{person} owns it").format(person=owner) if owner else _("Nobody owns it")
    if role == OwnerRole.SUPPORT:
        title = _("{person} supports it").format(person=owner) if owner else _("Nobody supports it")
    was = _("Before: {person}.").format(person=before.person) if before else ""
    text = " ".join(part for part in (was, " ".join(reason.split())) if part)
    by.timeline(account.pk, "directory.owner_changed", ref=account, title=title, text=text)
    return account


def _current(account: Account, role: str) -> AccountOwner | None:
    return AccountOwner.objects.filter(account=account, role=role, ends_on=None).select_related("person").first()


def hand_over(account: Account, before: AccountOwner | None, owner: Person | None, role: str, today: date) -> None:
    """Write the history: who had it until today no longer has it today; a change on the first day replaces it, and whoever
    gets it back on the day they gave it away never gave it away."""
    if before is not None and before.starts_on >= today:
        before.delete()
    elif before is not None:
        before.ends_on = today
        before.save(update_fields=["ends_on"])
    if owner is None:
        return
    theirs = AccountOwner.objects.filter(account=account, person=owner, role=role, ends_on=today).first()
    if theirs is not None:
        theirs.ends_on = None
        theirs.save(update_fields=["ends_on"])
    else:
        AccountOwner.objects.create(account=account, person=owner, role=role, starts_on=today)
