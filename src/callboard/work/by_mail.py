"""What can be done to tasks by answering a notice: done, call thu 3pm, approve, reject, words on a task without an account."""

import re
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from callboard.core.actions import Actor, Text
from callboard.core.answering import About, Unclear
from callboard.core.refs import ref_of
from callboard.core.registry import MailVerb, register
from callboard.directory.models import Account
from callboard.team.reading.when import Unreadable, read_when
from callboard.work.actions import approve_approval, change_task, create_task, finish_task, reject_approval
from callboard.work.actions.approving import turn
from callboard.work.models import Approval, ApprovalState, Task

FINISHED = re.compile(r"^(?:it'?s |is |all )?(done|finished|completed?)[.!]?$", re.IGNORECASE)
CALL = re.compile(
    r"^(?:i(?:'ll| will) )?(call|phone|ring)\b(?:\s+(?:him|her|them|back|again))*\s*(.*?)[.!]?$", re.IGNORECASE
)
APPROVE = re.compile(r"^(?:i )?(approved?)\b(.*)$", re.IGNORECASE)
REJECT = re.compile(r"^(?:i )?(reject(?:ed)?|declined?)\b(.*)$", re.IGNORECASE)
#: What may stand behind the word: nothing, or a reason that is set off from it.
REASON = re.compile(r"(?:\s*[,:;.!]|\s+[-–—]\s|\s+(?=because\b)|$)[\s,:;.!-]*(?:because\b)?[\s,:]*(.*)", re.IGNORECASE)
#: Whoever writes one of these beside their yes may mean no.
DOUBT = re.compile(
    r"\?|n['’]t\b|\b(?:if|not|no|nor|never|but|unless|until|only|once|when|except|provided|cannot)\b", re.IGNORECASE
)
#: More words than a time has: it is a sentence that begins with "call".
LONGEST_TIME = 4


def task_about(about: About) -> Task | None:
    """The open task a notice is about: itself, or the person's own for the record; that of an approval wants an answer."""
    if isinstance(about.record, Approval):
        return None
    if isinstance(about.record, Task):
        task = Task.objects.open().filter(pk=about.record.pk).first()
    else:
        ref = ref_of(about.record)
        task = Task.objects.open().about(ref.kind, ref.id).filter(owner=about.person).order_by("id").first()
    return task


def account_of(record: Any) -> Account | None:
    """The one account of a record."""
    roots = record.roots() if hasattr(record, "roots") else set()
    return Account.objects.filter(pk=min(roots)).first() if roots else None


def _read_done(line: str, about: About) -> dict[str, Any] | None:
    if FINISHED.match(line) is None:
        return None
    task = task_about(about)
    if task is None:
        raise Unclear(_("I understood “done”, but you have no open task here."))
    return {"task": task}


def _do_done(by: Actor, about: About, given: dict[str, Any]) -> str:
    finish_task(given["task"], by=by)
    return _("Task finished: {title}").format(title=given["task"].title)


def _read_call(line: str, about: About) -> dict[str, Any] | None:
    match = CALL.match(line)
    if match is None:
        return None
    words = match[2].strip()
    try:
        read_when(words, about.now)
    except Unreadable:
        if len(words.split()) > LONGEST_TIME:
            return None
        raise Unclear(
            _("I understood “{call}”, but not when: “{words}”. Write it like: call thu 3pm").format(
                call=match[1], words=words
            )
        ) from None
    return {"due": words}


def _do_call(by: Actor, about: About, given: dict[str, Any]) -> str:
    account = account_of(about.record)
    who = account.name if account is not None else str(about.record)
    title = _("Call {who}").format(who=who)[:200]
    mine = Task.objects.open().filter(owner=about.person)
    task = mine.filter(pk=about.record.pk).first() if isinstance(about.record, Task) else None
    task = task or mine.filter(title=title, account=account).order_by("id").first()
    if task is not None:
        done = change_task(task, by=by, due=given["due"])
        sentence = _("Task moved to {when}: {title}")
    else:
        done = create_task(by=by, title=title, account=account, owner=about.person, due=given["due"])
        sentence = _("Task made for {when}: {title}")
    at = done.due_at.astimezone(about.now.tzinfo) if done.due_at else about.now
    return sentence.format(when=formats.date_format(at, "D, M j, P"), title=done.title)


def _read_words(words: str, about: About) -> dict[str, Any] | None:
    if not isinstance(about.record, Task) or about.record.account_id is not None:
        return None
    task = task_about(about)
    return {"task": task, "words": words} if task is not None else None


def _do_words(by: Actor, about: About, given: dict[str, Any]) -> str:
    task = given["task"]
    change_task(task, by=by, note=Text(f"{task.note}\n{given['words']}".strip()))
    return _("Written on the task: {title}").format(title=task.title)


def _hint_words(about: About) -> str:
    known = isinstance(about.record, Task) and about.record.account_id is None
    return _("your words are written on the task") if known else ""


def waiting(about: About) -> Approval | None:
    """The approval a notice is about, while it is this person's turn."""
    record = about.record
    if not isinstance(record, Approval) or record.state != ApprovalState.OPEN:
        return None
    return record if turn(record, Actor("person", person=about.person, via="mail")) is None else None


def _read_approve(line: str, about: About) -> dict[str, Any] | None:
    match = APPROVE.match(line)
    if match is None or not isinstance(about.record, Approval):
        return None
    approval, reason = _or_unclear(about, match[1]), REASON.fullmatch(match[2])
    if reason is None or DOUBT.search(reason[1]):
        raise Unclear(
            _("I understood “{word}”, but not whether it is a yes: “{words}”. Write it like: approve").format(
                word=match[1], words=line[:80]
            )
        )
    return {"approval": approval, "because": reason[1].strip()}


def _read_reject(line: str, about: About) -> dict[str, Any] | None:
    match = REJECT.match(line)
    if match is None or not isinstance(about.record, Approval):
        return None
    reason = REASON.fullmatch(match[2])
    if reason is None or not reason[1].strip():
        raise Unclear(
            _("I understood “{word}”, but not why. Write it like: reject, because it is too dear").format(word=match[1])
        )
    return {"approval": _or_unclear(about, match[1]), "because": reason[1].strip()}


def _or_unclear(about: About, word: str) -> Approval:
    approval = waiting(about)
    if approval is None:
        raise Unclear(_("I understood “{word}”, but it does not wait for you.").format(word=word))
    return approval


def _do_approve(by: Actor, about: About, given: dict[str, Any]) -> str:
    answered = approve_approval(given["approval"], by=by, because=Text(given["because"]))
    return approve_approval.told(given["approval"], given, answered)


def _do_reject(by: Actor, about: About, given: dict[str, Any]) -> str:
    reject_approval(given["approval"], by=by, because=Text(given["because"]))
    return _("Rejected: {what}").format(what=given["approval"].title)


register.mail_verb.add(
    MailVerb(
        "work.approve",
        lambda about: _("approve - says yes") if waiting(about) is not None else "",
        _read_approve,
        _do_approve,
        order=5,
    )
)
register.mail_verb.add(
    MailVerb(
        "work.reject",
        lambda about: _("reject, because ... - says no") if waiting(about) is not None else "",
        _read_reject,
        _do_reject,
        order=6,
    )
)
register.mail_verb.add(
    MailVerb(
        "work.done",
        lambda about: _("done - finishes the task") if task_about(about) is not None else "",
        _read_done,
        _do_done,
        order=10,
    )
)
register.mail_verb.add(
    MailVerb("work.call", lambda about: _("call thu 3pm - makes or moves the call"), _read_call, _do_call, order=20)
)
register.mail_verb.add(MailVerb("work.words", _hint_words, _read_words, _do_words, order=60, words=True))
