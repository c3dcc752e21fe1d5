"""Leads: made, given out, qualified, lost."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.channels.models import Message
from callboard.core.actions import Actor, Invalid, Refusal, Text, action
from callboard.core.leavers import must_work_here
from callboard.core.notify import notify
from callboard.directory import rules as addresses
from callboard.pipeline import queries, rules
from callboard.pipeline.actions.steps import drop_others, first_touch
from callboard.pipeline.models import Grade, Lead, LeadState, LostReason, Source
from callboard.team.models import Person

NOTHING = Text("")


@action(
    gettext_lazy("Created lead"),
    said=gettext_lazy("Created lead {result}"),
    who="pipeline.work",
    undo="pipeline.lose_lead",
    icon="user-plus",
)
def create_lead(
    *,
    by: Actor,
    name: str,
    source: Source = Source.CALL,
    company: str = "",
    email: str = "",
    phone: str = "",
    city: str = "",
    region: str = "",
    interest: Text = NOTHING,
    owner: Person | None = None,
    message: Message | None = None,
    confirmed: bool = False,
) -> Lead:
    """Make a lead with a grade that says why. One that is already a customer, already known or already somebody's lead
    is refused with that sentence until `confirmed`; then it is tied to the account and person we know.

    An owner gets a task to get in touch, unless it came by `message` (its queue item has one).
    """
    values = _checked(name=name, email=email, phone=phone)
    known = queries.known_already(email=values["email"], phone=values["phone"], company=company)
    if known and not confirmed:
        raise Invalid({"confirmed": known.sentence + " " + _("Confirm to make a lead of it anyway.")})
    must_work_here(owner=owner)
    graded = rules.grade_of(source=source, company=company, email=values["email"], phone=values["phone"])
    by.undo_args(reason=LostReason.DUPLICATE, text=_("Made by mistake"))
    lead = Lead.objects.create(
        source=source, company=company.strip(), city=city.strip(), region=region.strip(), interest=interest.strip(),
        grade=graded.grade, grade_reason=graded.reason, owner=owner, assigned_at=by.now if owner else None,
        account=known.account, contact=known.contact, message=message,
        created_at=by.now, updated_at=by.now, **values,
    )  # fmt: skip
    first_touch(lead, by, new=True)
    _tell(lead, "pipeline.lead_created", _("Lead: {lead}").format(lead=lead), by, lead.interest)
    return lead


@action(
    gettext_lazy("Changed lead"),
    said=gettext_lazy("Changed lead {lead}"),
    who="pipeline.work",
    undo="pipeline.change_lead",
    icon="pencil",
)
def change_lead(
    lead: Lead,
    *,
    by: Actor,
    name: str | None = None,
    company: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    city: str | None = None,
    region: str | None = None,
    source: Source | None = None,
    interest: Text | None = None,
) -> Lead:
    """Change fields; None leaves a value as it is."""
    given: dict[str, Any] = {
        "name": name,
        "company": company,
        "email": email,
        "phone": phone,
        "city": city,
        "region": region,
        "source": source,
        "interest": interest,
    }
    wanted = {field: value for field, value in given.items() if value is not None}
    by.undo_args(**{field: getattr(lead, field) for field in wanted})
    wanted |= _checked(**{field: wanted[field] for field in ("name", "email", "phone") if field in wanted})
    return _save(lead, by, **wanted)


@change_lead.can
def _may_change(lead: Lead, now: datetime) -> Refusal | None:
    return _closed(lead)


@action(
    gettext_lazy("Gave out lead"),
    said=gettext_lazy("Gave out lead {lead}"),
    who="pipeline.assign",
    undo="pipeline.assign_lead",
    icon="user-share",
)
def assign_lead(lead: Lead, *, by: Actor, owner: Person | None) -> Lead:
    """Give a lead to a person, who is told and gets the task to get in touch, or to nobody."""
    must_work_here(owner=owner)
    by.undo_args(owner=lead.owner)
    _save(lead, by, owner=owner, assigned_at=by.now if owner else None)
    first_touch(lead, by)
    if owner is not None and owner.pk != by.person_id:
        subject = _("Lead for you: {lead}").format(lead=lead)
        text = "\n".join(part for part in (lead.grade_reason, lead.email, lead.phone, lead.interest) if part)
        notify(owner, "lead_assigned", by=by, subject=subject, text=text, ref=lead)
    return lead


@assign_lead.can
def _may_assign(lead: Lead, now: datetime) -> Refusal | None:
    return _closed(lead)


@action(
    gettext_lazy("Qualified lead"),
    said=gettext_lazy("Qualified lead {lead}"),
    who="pipeline.work",
    undo="pipeline.qualify_lead",
    icon="clipboard-check",
)
def qualify_lead(
    lead: Lead,
    *,
    by: Actor,
    grade: Grade | None = None,
    grade_reason: str = "",
    status_reason: str = "",
    interest: Text | None = None,
) -> Lead:
    """We are in touch: note how good it is and why, and what they want. The first time stops the clock of first touch."""
    if grade is not None and grade != lead.grade and not grade_reason.strip():
        raise Invalid(
            {"grade_reason": _("Say why it is {grade} and not {before}.").format(grade=grade, before=lead.grade)}
        )
    by.undo_args(
        grade=lead.grade, grade_reason=lead.grade_reason, status_reason=lead.status_reason, interest=lead.interest
    )
    wanted: dict[str, Any] = {"state": LeadState.WORKING, "status_reason": status_reason.strip()}
    wanted |= (
        {"grade": grade, "grade_reason": grade_reason.strip()} if grade is not None and grade_reason.strip() else {}
    )
    wanted |= {"interest": interest.strip()} if interest is not None else {}
    wanted |= {"first_touch_at": by.now} if lead.first_touch_at is None else {}
    _save(lead, by, **wanted)
    _tell(
        lead, "pipeline.lead_qualified", _("Lead qualified: {grade}").format(grade=lead.grade), by, lead.status_reason
    )
    return lead


@qualify_lead.can
def _may_qualify(lead: Lead, now: datetime) -> Refusal | None:
    return _closed(lead)


@action(
    gettext_lazy("Lost lead"),
    said=gettext_lazy("Lost lead {lead}"),
    who="pipeline.work",
    undo="pipeline.reopen_lead",
    icon="circle-x",
)
def lose_lead(lead: Lead, *, by: Actor, reason: LostReason, text: str = "") -> Lead:
    """Nothing will come of it. Its open tasks are dropped."""
    by.undo_args(working=lead.state == LeadState.WORKING)
    _save(lead, by, state=LeadState.LOST, lost_reason=reason, status_reason=text.strip(), closed_at=by.now)
    drop_others(lead, None, by)
    _tell(
        lead, "pipeline.lead_lost", _("Lead lost: {reason}").format(reason=LostReason(reason).label), by, text.strip()
    )
    return lead


@lose_lead.can
def _may_lose(lead: Lead, now: datetime) -> Refusal | None:
    return _closed(lead)


@action(
    gettext_lazy("Reopened lead"),
    said=gettext_lazy("Reopened lead {lead}"),
    who="pipeline.work",
    undo="pipeline.lose_lead",
    icon="rotate",
)
def reopen_lead(lead: Lead, *, by: Actor, working: bool = True) -> Lead:
    """Something may come of it after all."""
    by.undo_args(reason=lead.lost_reason, text=lead.status_reason)
    state = LeadState.WORKING if working else LeadState.NEW
    _save(lead, by, state=state, lost_reason=None, status_reason="", closed_at=None)
    first_touch(lead, by)
    return lead


@reopen_lead.can
def _may_reopen(lead: Lead, now: datetime) -> Refusal | None:
    if lead.state == LeadState.LOST:
        return None
    return Refusal("not_lost", gettext_lazy("Only a lost lead is reopened."))


def _closed(lead: Lead) -> Refusal | None:
    if lead.open:
        return None
    return Refusal("closed", gettext_lazy("This lead is {state}."), state=str(lead.get_state_display()).lower())


def _save(lead: Lead, by: Actor, **values: Any) -> Lead:
    for field, value in values.items():
        setattr(lead, field, value)
    lead.updated_at = by.now
    lead.save(update_fields=list(values))
    return lead


def _tell(lead: Lead, kind: str, title: str, by: Actor, text: str = "") -> None:
    """A line on the account it belongs to, where there is one."""
    if lead.account_id is not None:
        by.timeline(lead.account_id, kind, ref=lead, title=title, text=text)


def _checked(**given: str) -> dict[str, str]:
    """Name, mail and phone in their kept form; Invalid with a sentence each."""
    values, errors = dict(given), {}
    if "name" in given:
        values["name"] = " ".join(given["name"].split())
        if not values["name"]:
            errors["name"] = _("Say who it is.")
    if given.get("email", "").strip():
        values["email"] = addresses.mail_address(given["email"]) or ""
        if not values["email"]:
            errors["email"] = _("“{text}” is no mail address.").format(text=given["email"].strip()[:80])
    if given.get("phone", "").strip():
        values["phone"] = addresses.e164(given["phone"]) or ""
        if not values["phone"]:
            errors["phone"] = _("“{text}” is no phone number.").format(text=given["phone"].strip()[:40])
    if errors:
        raise Invalid(errors)
    return {field: value.strip() for field, value in values.items()}
