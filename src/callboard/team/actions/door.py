"""The door: links, passwords, sessions."""

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_text
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor, Invalid, Refusal, Refused, action
from callboard.core.company import public
from callboard.core.links import create_link
from callboard.core.models import Link
from callboard.core.notify import MAIL_LEFT, notify
from callboard.team.models import Person, Session, SignIn
from callboard.team.queries import setting

#: The purpose of the links that sign somebody in once.
PURPOSE = "sign_in"
#: In the scope of a link after which a new password is chosen, whether there is one or not.
RESETS = "resets"
LIVES = timedelta(hours=24)
#: Whoever is invited on a Friday may be on holiday until Thursday.
INVITATION_LIVES = timedelta(days=7)
RESET_LIVES = timedelta(hours=1)


@action(
    _("Made a sign-in link"),
    said=_("Made a sign-in link for {person}"),
    who="team.manage",
    final=_("A link ends by itself after 24 hours."),
    icon="link",
)
def sign_in_link(person: Person, *, by: Actor) -> str:
    """An address that signs the person in once within 24 hours. It is stored hashed and cannot be shown again.

    Not for oneself: whoever comes by a link chooses a password without the current one, and a browser somebody left open
    must not become a password.
    """
    if by.person_id == person.pk:
        raise Refused(
            Refusal("oneself", _("A link is for somebody else. Your own password you change on your profile."))
        )
    return _new_link(person, by, LIVES)


@sign_in_link.can
def _sign_in_link(person: Person, now: datetime) -> Refusal | None:
    return None if person.is_active else _left(person)


@action(
    _("Invited person"),
    said=_("Invited {person}"),
    who="team.manage",
    final=MAIL_LEFT,
    icon="mail-forward",
)
def invite_person(person: Person, *, by: Actor) -> Person:
    """Mail a person the link that signs them in the first time; they choose a password then."""
    address, company = _new_link(person, by, INVITATION_LIVES), setting("company.name")
    who = by.person.name if by.person is not None else ""
    subject = invitation_subject(company)
    notify(person, "invitation", by=by, subject=subject, text=invitation(person.name, who, company, address))
    return person


def invitation_subject(company: str) -> str:
    """What an invitation is called in a mailbox."""
    if company:
        return now_text("Your account in Callboard at {company}").format(company=company)
    return now_text("Your account in Callboard")


def invitation(name: str, who: str, company: str, address: str) -> str:
    """The mail of an invitation.  who: whoever invites, "" for the program; company: "" while it has no name."""
    if who and company:
        asked = now_text("{who} invites you to Callboard, where {company} does its daily work.")
    elif who:
        asked = now_text("{who} invites you to Callboard.")
    else:
        asked = now_text("you have an account in Callboard.")
    text = now_text(
        "Hello {name},\n\n{asked}\n\nThis link signs you in once, within {days} days; then choose a password:\n\n"
        "{address}\n\nIf it is over, ask whoever invited you for a new one.\n"
    )
    told = asked.format(who=who, company=company)
    return text.format(name=name, asked=told, days=INVITATION_LIVES.days, address=address)


@invite_person.can
def _invite_person(person: Person, now: datetime) -> Refusal | None:
    return None if person.is_active else _left(person)


@action(
    _("Asked for a new password"),
    said=_("Mailed {person} a link for a new password"),
    who="team.own",
    final=MAIL_LEFT,
    icon="key",
)
def request_password_reset(person: Person, *, by: Actor) -> Person:
    """Mail a person a link, good for an hour, after which they choose a new password. Earlier ones end."""
    Link.objects.filter(purpose=PURPOSE, person=person, revoked_at=None, uses=0).update(revoked_at=by.now)
    address = _new_link(person, by, RESET_LIVES, {RESETS: True})
    text = now_text(
        "Hello {name},\n\nsomebody asked for a new password for this address. If it was you, this link signs you in "
        "once, within an hour; then choose a password:\n\n{address}\n\nIf it was not you, do nothing: your password "
        "stays as it is.\n"
    )
    subject = now_text("A new password for Callboard")
    notify(person, "password_reset", by=by, subject=subject, text=text.format(name=person.name, address=address))
    return person


@request_password_reset.can
def _request_password_reset(person: Person, now: datetime) -> Refusal | None:
    return None if person.is_active else _left(person)


@action(
    _("Set password"),
    said=_("Set the password of {person}"),
    who="team.own",
    final=_("Choose another one instead."),
    icon="key",
    served=False,
)
def set_password(person: Person, *, by: Actor, password: str) -> Person:
    """Give oneself a password. Every other session ends. Invalid for one that is short or common.

    Only the page that asked for the current one calls it: a token, or a browser somebody left open, must not become a
    password. A keyed call is refused: a key keeps a digest of its input, and a password must leave no such trace.
    """
    if by.kind != "person" or by.via != "page" or by.key is not None or by.person_id != person.pk:
        raise Refused(Refusal("own_page", _("A password is set by its owner, on the profile page.")))
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Invalid({"password": " ".join(error.messages)}) from None
    person.set_password(password)
    person.updated_at = by.now
    person.save()
    return person


@action(
    _("Ended a sign-in"),
    said=_("Ended a sign-in of {sign_in.person}"),
    who="team.own",
    final=_("Sign in again."),
    icon="door-exit",
)
def end_sign_in(sign_in: SignIn, *, by: Actor) -> None:
    """Sign one browser out."""
    _end(sign_in, by.now)


@end_sign_in.can
def _end_sign_in(sign_in: SignIn, now: datetime) -> Refusal | None:
    return Refusal("ended", _("This browser is signed out already.")) if sign_in.ended_at else None


@action(
    _("Signed out everywhere"),
    said=_("Signed {person} out everywhere"),
    who="team.own",
    final=_("Sign in again."),
    icon="door-exit",
)
def sign_out_everywhere(person: Person, *, by: Actor) -> Person:
    """Sign a person out of every browser, this one too."""
    end_sessions(person, by.now)
    return person


def end_sessions(person: Person, now: datetime, *, but: str | None = None) -> None:
    """End every session of a person except the one with the key `but`."""
    for sign_in in person.sign_ins.filter(ended_at=None).exclude(session_key=but):
        _end(sign_in, now)
    # Whatever signed in past the door has no line of its own, and ends too.
    Session.objects.filter(person=person).exclude(session_key=but or "").delete()


def _end(sign_in: SignIn, now: datetime) -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    store(sign_in.session_key).delete()
    sign_in.ended_at = now
    sign_in.save(update_fields=["ended_at"])


def link_with(person: Person, token: str) -> None:
    """Let a token made elsewhere sign the person in, once within an hour; nothing for none."""
    if token:
        now = clock.now()
        create_link(PURPOSE, now=now, person=person, expires_at=now + RESET_LIVES, max_uses=1, token=token)


def _new_link(person: Person, by: Actor, lives: timedelta, scope: dict[str, bool] | None = None) -> str:
    token = create_link(PURPOSE, now=by.now, person=person, expires_at=by.now + lives, max_uses=1, scope=scope)
    return public(f"/sign-in/link/{token}/")


def _left(person: Person) -> Refusal:
    return Refusal("left", _("{name} no longer works here."), name=person.name)
