"""The step of the first hour that belongs to the Inbox: who gets what, tried with a message nobody sent."""

from collections.abc import Mapping
from email.utils import parseaddr
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from callboard.core.actions import Actor, Text
from callboard.core.registry import SetupStep, Tested, register
from callboard.directory.queries.matching import match_address
from callboard.intake.actions import create_item
from callboard.intake.actions.receiving import SPAM_FROM
from callboard.intake.models import Medium, QueueItem, Wants
from callboard.intake.queries.sample import asked, nobody_for
from callboard.intake.reading.intent import Facts, read_intent
from callboard.intake.rules.sentences import why
from callboard.team.models import Person

LONGEST = 6000


def _done(found: Mapping[str, Any]) -> str:
    return "" if nobody_for(found) is not None else _count(found)


def _count(found: Mapping[str, Any]) -> str:
    return ngettext("{n} rule", "{n} rules", len(found["rules"])).format(n=len(found["rules"]))


def _lacks(found: Mapping[str, Any]) -> str:
    """Rules that leave new business to nobody."""
    wants = nobody_for(found) if found["rules"] else None
    if wants is None:
        return ""
    sentence = said(
        "{count}, but none for a stranger’s “{intent}”: it would go to nobody. End with a rule for everything."
    )
    return sentence.format(count=_count(found), intent=wants.label)


def _test(actor: Actor, given: Mapping[str, str]) -> Tested:
    """The decision about such a message at this moment: made by the rules that decide every message, and taken back."""
    _name, address = parseaddr(given.get("sender", "")[:320])
    subject, text = given.get("subject", "")[:300].strip(), given.get("text", "")[:LONGEST].strip()
    if "@" not in address:
        return Tested(said("Write whom the message is from: a mail address."), good=False)
    contact, account = match_address(address)
    intent = read_intent(subject, text, Facts(known=account is not None))
    rows = [
        (_("From"), account or said("nobody we know")),
        (_("They want"), Wants(intent.code).label),
    ]
    if intent.code == Wants.SPAM and intent.confidence >= SPAM_FROM and account is None:
        return Tested(said("It would be set aside as spam."), rows=rows)
    dry = create_item.dry_run(
        by=Actor.clock("intake.setup"),
        medium=Medium.MAIL,
        sender=address,
        subject=subject,
        text=Text(text),
        intent=Wants(intent.code),
        account=account,
        contact=contact,
    )
    if dry.error is not None:
        return Tested(str(dry.error), good=False, rows=rows)
    return _decided(dry.result, rows)


def _decided(item: QueueItem, rows: list[tuple[Any, Any]]) -> Tested:
    """What the rules said, in words."""
    ids = [value for value in item.why_args.values() if isinstance(value, int)]
    names = {person.pk: person.name for person in Person.objects.filter(pk__in=ids)}
    rows = [*rows, (_("Why"), why(item.why_code, item.why_args, names) or "–")]
    if item.person is not None:
        return Tested(said("{name} would get it.").format(name=item.person.name), rows=rows)
    if item.proposed_to is not None:
        return Tested(said("It would be proposed to {name}.").format(name=item.proposed_to.name), rows=rows)
    if item.why_code == "no_rule":
        return Tested(said("Nobody would get it: it would wait in the Inbox."), good=False, rows=rows)
    return Tested(said("Nobody would get it now: it would wait in the Inbox."), good=False, rows=rows)


register.setup_step.add(
    SetupStep(
        "routing",
        _("Who gets what"),
        _("Rules decide who gets each message, and say why. Begin with the usual ones; change them any time."),
        "route",
        80,
        "intake.route",
        lambda: reverse("routing-rules"),
        _("Set the rules"),
        asked,
        _done,
        _test,
        _("Who would get this?"),
        (
            ("sender", _("From"), "new@agency.example", False),
            ("subject", _("Subject"), _("Demo for 6 producers"), False),
            ("text", _("Message"), _("We would like to see what you sell. What does it cost?"), True),
        ),
        _lacks,
    )
)
