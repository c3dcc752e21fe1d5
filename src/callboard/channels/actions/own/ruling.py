"""What is never taken, and what is private: rules of a person, and the company's list."""

from datetime import datetime

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions.own.connecting import WHO
from callboard.channels.actions.own.removing import PRIVATE, note_private
from callboard.channels.actions.ring import ring
from callboard.channels.models import Because, Covers, NeverTaken, OwnFolder, OwnMail, OwnMailbox, OwnRule, OwnTally
from callboard.channels.reading.own import RULE, Rule, covered
from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.directory.reading.addresses import domain_of
from callboard.directory.rules import mail_address
from callboard.team.models import Person

NEVER = OwnRule.Effect.NEVER
WAITING, EARLIER, LEFT = OwnMail.State.WAITING, OwnMail.State.EARLIER, OwnMail.State.LEFT


@action(_("Added rule"), said=_("Added the rule"), who=WHO, undo="channels.remove_own_rule", icon="list-check")
def add_own_rule(*, by: Actor, effect: OwnRule.Effect, covers: Covers, value: str) -> OwnRule:
    """Never take mail of an address or domain, or hold mail private by address, domain or a word of its subject.  Invalid where
    the rule is there already."""
    if by.person is None:
        raise Refused(Refusal("nobody", _("A mailbox of one's own belongs to a person.")))
    if effect == NEVER and covers == Covers.WORD:
        raise Invalid({"covers": now_("A word makes a mail private. Choose an address or a domain here.")})
    rule, new = _added(by.person, effect, covers, value, by)
    if not new:  # an undo would take away the one that was there
        raise Invalid({"value": now_("You have this rule already.")})
    return rule


@action(_("Removed rule"), said=_("Removed the rule"), who=WHO, final=_("Add it again."), icon="trash")
def remove_own_rule(rule: OwnRule, *, by: Actor) -> None:
    """Take a rule away.  What it left out is looked at again; what it made private stays private."""
    person = rule.person
    rule.delete()
    for mailbox in OwnMailbox.objects.filter(person=person).exclude(secret=""):
        look_again(mailbox, by)


@action(
    _("Never took from an address"),
    said=_("Nothing with this address is ever taken"),
    who=WHO,
    final=_("Remove the rule on the page of your mailbox."),
    icon="ban",
)
def never_address(mail: OwnMail, *, by: Actor) -> OwnMail:
    """Put the address of a mail on one's own list: never taken."""
    _added(mail.mailbox.person, NEVER, Covers.ADDRESS, mail.address, by)
    return mail


@action(
    _("Never took from a domain"),
    said=_("Nothing with this domain is ever taken"),
    who=WHO,
    final=_("Remove the rule on the page of your mailbox."),
    icon="ban",
)
def never_domain(mail: OwnMail, *, by: Actor) -> OwnMail:
    """Put the domain of a mail's address on one's own list: never taken."""
    _added(mail.mailbox.person, NEVER, Covers.DOMAIN, domain_of(mail.address), by)
    return mail


@never_address.can
@never_domain.can
def _has_address(mail: OwnMail, now: datetime) -> Refusal | None:
    return None if mail.address else Refusal("gone", _("Its address is not kept any more."))


def _added(person: Person, effect: OwnRule.Effect, covers: Covers, value: str, by: Actor) -> tuple[OwnRule, bool]:
    """The rule, and whether it is new."""
    said = value_of(covers, value)
    # What a look is about to store waits for the rule, or is stored and found by it.
    mailbox = OwnMailbox.objects.select_for_update().filter(person=person).first()
    rule, new = OwnRule.objects.get_or_create(
        person=person, effect=effect, covers=covers, value=said, defaults={"created_at": by.now, "updated_at": by.now}
    )
    if new and mailbox is not None:
        _hold(mailbox, rule, by)
    return rule, new


def _hold(mailbox: OwnMailbox, rule: OwnRule, by: Actor) -> None:
    """What a new rule covers of the mails known here: left out, or private; what was taken before goes where it is private.
    Of what waits the row knows one address: the next look judges it by everybody in it."""
    rules = [Rule(rule.covers, rule.value)]
    for mail in mailbox.mails.exclude(state=PRIVATE).select_related("message", "mailbox__person"):
        if not covered(rules, [mail.address, *_of_message(mail)], mail.subject):
            continue
        if rule.effect == OwnRule.Effect.PRIVATE:
            note_private(mail, by=by, mark=RULE)
        elif mail.state in (WAITING, EARLIER):
            OwnMail.objects.filter(pk=mail.pk).update(state=LEFT, because=Because.BLOCKED)
    if mailbox.connected:
        look_again(mailbox, by)


def _of_message(mail: OwnMail) -> list[str]:
    message = mail.message
    return [] if message is None else [message.from_address, *message.to, *message.cc]


def value_of(covers: Covers, value: str) -> str:
    """What a rule keeps: an address, a domain or a word, in lower case.  Invalid for what is none."""
    text = " ".join(value.split()).lower()[:320]
    if covers == Covers.ADDRESS:
        found = mail_address(text)
        if found is None:
            raise Invalid({"value": now_("“{text}” is no mail address.").format(text=value[:80])})
        return found
    if covers == Covers.DOMAIN:
        text = text.rpartition("@")[2]
        if mail_address(f"x@{text}") is None:
            raise Invalid({"value": now_("“{text}” is no domain, like example.com.").format(text=value[:80])})
    if not text:
        raise Invalid({"value": now_("Say which word.")})
    return text


def look_again(mailbox: OwnMailbox, by: Actor) -> None:
    """All of it anew at the next look: what was left out is judged by the rules of now; what is taken or private stays."""
    OwnFolder.objects.filter(mailbox=mailbox).update(last_uid=0)
    OwnTally.objects.filter(mailbox=mailbox).delete()
    OwnMailbox.objects.filter(pk=mailbox.pk).update(next_look_at=by.now)
    ring("read_own_mailboxes")


@action(
    _("Put on the list of what is never taken"),
    said=_("{result} is never taken from anybody's own mailbox"),
    who="channels.manage",
    undo="channels.allow_taking",
    icon="ban",
)
def forbid_taking(*, by: Actor, covers: Covers, value: str) -> NeverTaken:
    """An address or domain that is never taken from anybody's own mailbox.  What was taken before stays."""
    if covers == Covers.WORD:
        raise Invalid({"covers": now_("Choose an address or a domain.")})
    said = value_of(covers, value)
    if NeverTaken.objects.filter(covers=covers, value=said).exists():
        raise Invalid({"value": now_("It is on the list already.")})
    made = NeverTaken.objects.create(covers=covers, value=said, created_at=by.now, updated_at=by.now)
    for mailbox in OwnMailbox.objects.exclude(secret=""):
        look_again(mailbox, by)
    return made


@action(
    _("Took off the list of what is never taken"),
    said=_("It may be taken again"),
    who="channels.manage",
    final=_("Put it on the list again."),
    icon="trash",
)
def allow_taking(entry: NeverTaken, *, by: Actor) -> None:
    """Take an entry off the company's list."""
    entry.delete()
    for mailbox in OwnMailbox.objects.exclude(secret=""):
        look_again(mailbox, by)
