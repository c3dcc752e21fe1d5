"""Whether somebody is already a customer, or already somebody's."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from callboard.core.db import rows
from callboard.core.names import sort_key
from callboard.directory.models import Account, Contact
from callboard.directory.queries import match_address, match_phone
from callboard.directory.reading.addresses import domain_of
from callboard.pipeline.models import Lead, LeadState


@dataclass(frozen=True)
class Known:
    """Whom we have already: a person, an account, an open lead; each may be absent."""

    contact: Contact | None = None
    account: Account | None = None
    lead: Lead | None = None

    def __bool__(self) -> bool:
        return bool(self.contact or self.account or self.lead)

    @property
    def sentence(self) -> str:
        """What to tell whoever is about to make a lead of it."""
        parts = []
        if self.account is not None:
            parts.append(self._about_account(self.account))
        if self.lead is not None:
            who = self.lead.owner or _("nobody")
            parts.append(_("There is an open lead {lead} (#{number}), owned by {who}.").format(
                lead=self.lead, number=self.lead.number, who=who
            ))  # fmt: skip
        return " ".join(parts)

    def _about_account(self, account: Account) -> str:
        who = self.contact or account
        owner = account.owner or _("nobody")
        facts = getattr(account, "facts", None)
        if facts is not None and facts.mrr:
            sentence = _("{who} is a customer already: {account} (#{number}), owned by {owner}.")
        else:
            sentence = _("{who} is known already: {account} (#{number}), owned by {owner}.")
        return sentence.format(who=who, account=account, number=account.number, owner=owner)


#: Whether anything at all speaks for somebody we know. Nearly everybody who becomes a lead is a stranger, and this one
#: question costs a tenth of looking for contact, account and lead one after the other.
_HEARD_OF = """
SELECT EXISTS (SELECT FROM directory_contactemail WHERE address = %(email)s)
    OR EXISTS (SELECT FROM directory_accountdomain WHERE domain = %(domain)s)
    OR EXISTS (SELECT FROM directory_contactphone WHERE e164 = %(phone)s)
    OR EXISTS (SELECT FROM directory_account WHERE phone = %(phone)s AND phone <> '')
    OR EXISTS (SELECT FROM directory_account WHERE sort_key = %(company)s)
    OR EXISTS (SELECT FROM pipeline_lead WHERE email = %(email)s AND email <> '' AND state IN ('new', 'working'))
    OR EXISTS (SELECT FROM pipeline_lead WHERE phone = %(phone)s AND phone <> '' AND state IN ('new', 'working'))
"""


def known_already(*, email: str, phone: str, company: str) -> Known:
    """By exact address, own mail domain, number, then the company's name; and an open lead with the same address or
    number. `email` in lower case, `phone` in E.164, "" for unknown."""
    if not _heard_of(email, phone, company):
        return Known()
    contact, account = match_address(email) if email else (None, None)
    if account is None and phone:
        contact, account = match_phone(phone)
    if account is None and company:
        same = list(Account.objects.current().filter(sort_key=sort_key(company)).select_related("owner")[:2])
        account = same[0] if len(same) == 1 else None
    return Known(contact, account, _open_lead(email, phone))


def _heard_of(email: str, phone: str, company: str) -> bool:
    given = {
        "email": email,
        "domain": domain_of(email),
        "phone": phone,
        "company": sort_key(company) if company else "",
    }
    return bool(rows.ask(_HEARD_OF, given)[0][0])


def _open_lead(email: str, phone: str) -> Lead | None:
    same = Q(pk__in=[])
    if email:
        same |= Q(email=email)
    if phone:
        same |= Q(phone=phone)
    leads = Lead.objects.filter(same, state__in=[LeadState.NEW, LeadState.WORKING])
    return leads.select_related("owner").order_by("-id").first() if same else None
