"""One key: a lead becomes account, contact and opportunity."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Refusal, action
from callboard.core.money import Money
from callboard.directory.actions import add_contact, create_account
from callboard.directory.models import Account, Contact
from callboard.directory.queries import match_address, similar_contacts
from callboard.pipeline.actions.notes import carry_notes
from callboard.pipeline.actions.opportunities import open_opportunity
from callboard.pipeline.actions.steps import drop_others
from callboard.pipeline.models import Lead, LeadState, Opportunity


def _roots(given: dict[str, object]) -> set[int]:
    account = given.get("account")
    return {account.pk} if isinstance(account, Account) else set()


@action(
    gettext_lazy("Converted lead"),
    said=gettext_lazy("Converted lead {lead} into opportunity {result}"),
    who="pipeline.work",
    final=gettext_lazy("It makes an account, a contact and an opportunity; change those afterwards."),
    roots=_roots,
    icon="arrows-exchange",
)
def convert_lead(
    lead: Lead,
    *,
    by: Actor,
    account: Account | None = None,
    opportunity_name: str = "",
    value_mrr: Money | None = None,
    close_on: date | None = None,
    next_step: str = "",
    next_on: date | None = None,
    new_account: bool = False,
) -> Opportunity:
    """Make an account (or take `account`, or the one we know), the person as its contact, and an opportunity.

    new_account: the account we know is not theirs; without `account` a new one is made.

    Nothing is made twice: a person whose address we have is taken as they are. The lead keeps all three.
    """
    known = None if new_account else lead.account
    where = account or known or _new_account(lead, by)
    contact = _contact(lead, where, by)
    name = opportunity_name.strip() or lead.interest.split("\n")[0][:100].strip() or _("First order")
    made = open_opportunity(
        where,
        by=by,
        name=name,
        contact=contact,
        owner=lead.owner or by.person,
        value_mrr=value_mrr,
        close_on=close_on,
        next_step=next_step,
        next_on=next_on,
    )
    made.lead = lead
    made.save(update_fields=["lead"])
    lead.state, lead.account, lead.contact, lead.closed_at = LeadState.CONVERTED, where, contact, by.now
    lead.first_touch_at, lead.updated_at = lead.first_touch_at or by.now, by.now
    lead.save(update_fields=["state", "account", "contact", "closed_at", "first_touch_at"])
    drop_others(lead, None, by)
    carry_notes(lead, by)
    title = _("Lead became a customer's opportunity: {lead}").format(lead=lead)
    by.timeline(where.pk, "pipeline.lead_converted", ref=lead, title=title, text=lead.interest)
    return made


@convert_lead.can
def _may_convert(lead: Lead, now: datetime) -> Refusal | None:
    if lead.open:
        return None
    return Refusal("closed", gettext_lazy("This lead is {state}."), state=str(lead.get_state_display()).lower())


def _new_account(lead: Lead, by: Actor) -> Account:
    return create_account(
        by=by,
        name=lead.company or lead.name,
        owner=lead.owner or by.person,
        phone=lead.phone,
        city=lead.city,
        region=lead.region,
        confirmed=True,
    )


def _contact(lead: Lead, account: Account, by: Actor) -> Contact:
    if lead.contact is not None and lead.contact.account_id == account.pk:
        return lead.contact
    known, _where = match_address(lead.email) if lead.email else (None, None)
    if known is not None and known.account_id == account.pk:
        return known
    same = similar_contacts(account, lead.name)
    if same:
        return same[0]
    email = "" if known is not None else lead.email
    return add_contact(account, by=by, name=lead.name, email=email, phone=lead.phone, confirmed=True)
