"""Answers of our own people to notices: taken in with the mail, done by themselves, confirmed by mail."""

from django.utils.translation import gettext as said_
from django.utils.translation import gettext_lazy as _

from callboard.channels.actions.ring import ring
from callboard.channels.models import MailAnswer, Message
from callboard.channels.queries.answers import PURPOSE, Token, record_of_answer, token_of, tokens_in
from callboard.channels.queries.proof import proof
from callboard.channels.reading import ReadMail
from callboard.channels.rules import plain_subject
from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.links import use_found
from callboard.core.models import Link, Notice
from callboard.core.notify import notify
from callboard.team.models import Person

EVENT = "mail.answered"
#: In the scope of a link whose owner was told that somebody else opened it.
TOLD = "told"
REASONS = {
    "used": _(
        "That mail was answered already, and each can be answered once. Answer the newest one, or open the page."
    ),
    "old": _("That mail is too old to be answered. Open the page instead."),
    "not_yours": _("That mail was written to somebody else, and only they can answer it."),
    "unproven": _("The mail server could not prove that the mail is yours."),
    "inactive": _("You no longer work here."),
}
DONE, UNCLEAR, REFUSED = MailAnswer.State.DONE, MailAnswer.State.UNCLEAR, MailAnswer.State.REFUSED


def take_answer(message: Message, mail: ReadMail, by: Actor) -> None:
    """Inside the reading of a message: what answers a notice of ours is no message of a customer.

    Only what a person wrote counts: automatic replies and bounces never come here.  Somebody who is none of us has the
    notice from a colleague; their words are an ordinary message, so that somebody reads them.
    """
    tokens = tokens_in(mail)
    token = token_of(tokens, by.now) if tokens else None
    if token is None or message.kind != Message.Kind.MESSAGE:
        return
    sender = Person.objects.filter(email=mail.from_address.lower()).first()
    if sender is None:
        return
    message.kind = Message.Kind.ANSWER
    message.auto_answerable = False
    message.save(update_fields=["kind", "auto_answerable"])
    answer = MailAnswer(
        message=message,
        person=token.person,
        notice=token.notice,
        ref_kind=token.notice.ref_kind if token.notice is not None else "",
        ref_id=token.notice.ref_id if token.notice is not None else None,
        created_at=by.now,
        updated_at=by.now,
    )
    answer.reason = _refusal(token, sender, mail)
    if not answer.reason and not use_found(token.link):
        answer.reason = "used"
    answer.save()
    if answer.reason:
        refuse_answer(answer, by=by)
    else:
        ring("do_answers")


def _refusal(token: Token, sender: Person, mail: ReadMail) -> str:
    """Why the answer does not count; "" where it does."""
    if sender.pk != token.person.pk:
        return "not_yours"
    if not sender.is_active:
        return "inactive"
    return "unproven" if proof(mail.vouched) == "fail" else token.over


@action(_("Refused answer by mail"), who="channels.carry", final=_("Nothing was done."), icon="shield-x")
def refuse_answer(answer: MailAnswer, *, by: Actor) -> MailAnswer:
    """Nothing is done; whose token it was hears of it, and so does the colleague who sent it."""
    answer.state, answer.updated_at = REFUSED, by.now
    answer.said = str(REASONS[answer.reason])
    answer.save()
    sender = Person.objects.active().filter(email=answer.message.from_address.lower()).first()
    if sender is not None and answer.reason != "unproven":
        _confirm(answer, sender, by)
    if answer.reason in ("not_yours", "unproven") and answer.person.is_active:
        _warn(answer, by)
    return answer


@action(
    _("Answered by mail"),
    who="channels.carry",
    final=_("What was done can be undone where it was done."),
    icon="mail-check",
)
def finish_answer(answer: MailAnswer, *, by: Actor, understood: bool, said: str) -> MailAnswer:
    """Keep what came of it and tell the person by mail, which can be answered again."""
    answer.state, answer.said, answer.updated_at = DONE if understood else UNCLEAR, said, by.now
    answer.save()
    _confirm(answer, answer.person, by)
    return answer


def _confirm(answer: MailAnswer, to: Person, by: Actor) -> Notice:
    head = {
        DONE: said_("Done."),
        UNCLEAR: said_("Nothing was done."),
        REFUSED: said_("Nothing was done."),
    }[MailAnswer.State(answer.state)]
    subject = said_("Re: {subject}").format(subject=plain_subject(answer.message.subject))
    record = record_of_answer(answer) if answer.state != REFUSED else None
    return notify(to, EVENT, by=by, subject=subject, text=f"{head}\n\n{answer.said}", ref=record)  # type: ignore[arg-type]


def _warn(answer: MailAnswer, by: Actor) -> None:
    subject = said_("A mail to you was answered by {address}").format(address=answer.message.from_address)
    text = said_(
        "A mail of Callboard to you was answered from {address}. Nothing was done. If you passed it on, let them "
        "answer you instead; if you did not, tell your administrator."
    ).format(address=answer.message.from_address)
    notify(answer.person, EVENT, by=by, subject=subject, text=text)


@action(
    _("Answered by link"),
    who="kit.notices",
    final=_("What was done can be undone where it was done."),
    icon="mail-check",
)
def use_answer_link(*, by: Actor, link_id: int) -> None:
    """The token of a notice is used.  Refused where it was in between, Invalid where it is nobody's or somebody else's."""
    link = Link.objects.filter(pk=link_id, purpose=PURPOSE, person=by.person_id).first()
    if link is None:
        raise Invalid({"link_id": _("There is no such link.")})
    if link.uses or not use_found(link):
        raise Refused(Refusal("used", REASONS["used"]))


@action(_("Tried somebody else's answer"), who="kit.notices", final=_("Nothing was done."), icon="shield-x")
def refuse_link(*, by: Actor, link_id: int) -> None:
    """Keep in the log who opened a link that was written to somebody else, and tell its owner, once a link."""
    found = Link.objects.select_for_update(no_key=True, of=("self",)).filter(pk=link_id, purpose=PURPOSE)
    link = found.exclude(person=by.person_id).select_related("person").first()
    if link is None or link.person is None or by.person is None:
        raise Invalid({"link_id": _("There is no such link.")})
    if link.scope.get(TOLD):
        return
    link.scope[TOLD] = True
    link.save(update_fields=["scope"])
    subject = said_("{name} opened a link that was written to you").format(name=by.person.name)
    text = said_("Nothing was done. If you passed the mail on, let them write to you instead.")
    notify(link.person, EVENT, by=by, subject=subject, text=text)
