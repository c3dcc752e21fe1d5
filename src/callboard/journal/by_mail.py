"""The words of an answer to a notice become the note on the account's timeline."""

from typing import Any

from django.utils.translation import gettext as _

from callboard.core.actions import Actor, Text
from callboard.core.answering import About
from callboard.core.registry import MailVerb, register
from callboard.journal.actions import write_note
from callboard.work.by_mail import account_of


def _hint(about: About) -> str:
    account = account_of(about.record)
    return _("your words become the note on {account}").format(account=account) if account is not None else ""


def _read(words: str, about: About) -> dict[str, Any] | None:
    account = account_of(about.record)
    return {"account": account, "words": words} if account is not None else None


def _act(by: Actor, about: About, given: dict[str, Any]) -> str:
    write_note(given["account"], by=by, text=Text(given["words"]))
    return _("Note written on {account}: {words}").format(account=given["account"], words=given["words"][:200])


register.mail_verb.add(MailVerb("journal.note", _hint, _read, _act, order=50, words=True))
