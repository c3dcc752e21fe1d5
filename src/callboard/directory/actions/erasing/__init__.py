"""A person who asks to be forgotten: blanked everywhere, the hash of their addresses kept so that a no goes on counting.

reaching: to whom a row belongs.  walking: every text of every table.  files: imports and the files they came from.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from callboard.core.actions import Actor, Invalid, action
from callboard.core.history import events_of
from callboard.core.models import Log
from callboard.core.names import sort_key
from callboard.core.registry import register
from callboard.core.search import index
from callboard.directory import rules
from callboard.directory.actions.erasing.files import forget_imports
from callboard.directory.actions.erasing.walking import Mentions, scrub
from callboard.directory.models import (
    Consent,
    Contact,
    ContactEmail,
    ContactPhone,
    MergedRow,
    Override,
    Scope,
    Suppression,
)
from callboard.directory.queries.erasing import Traces, left_to_check
from callboard.directory.reading.persons import GONE

#: What stays of a person: whose they were, what part they played, when they left.
STAYS = {"role_kind", "left_on"}


@action(
    gettext_lazy("Erased person"),
    said=gettext_lazy("Erased the person; only hashes of their addresses are kept"),
    who="directory.erase",
    final=gettext_lazy("They asked to be forgotten: nothing of them is left to bring back."),
    icon="eraser",
)
def erase_contact(contact: Contact, *, by: Actor, reason: str, never_contact: bool = True) -> Contact:
    """Blank a person on their request, with every record merged into theirs: name, addresses and notes, in the record, its
    history, the timeline, what was written up, messages, drafts, imports, and what an undo had kept. Ids stay, so that sums
    and counts do.

    Found are, in every text: their mail addresses and numbers, as a whole; their whole names (two words or more), where a
    text belongs to an account of theirs or to none; each of their names, in what is about them alone. Not found are other
    spellings, names of one word and names that somebody else has, in what does not point at them: `left_to_check` says which.
    What others are called and how they are reached is never touched. Of their addresses the hashes stay where they asked us to
    stop, or, with `never_contact`, all of them. Mail that waits for them is cancelled at once. An imported file that names
    them is not kept; files attached to mails, orders and accounts stay as they are."""
    if not reason.strip():
        raise Invalid({"reason": _("Say how they asked: it is all that will be left of it.")})
    traces = Traces(contact)
    records = Contact.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=traces.pks).order_by("pk")
    by.run.require_roots({record.account_id for record in records})
    for sentence in left_to_check(traces):
        by.say(sentence)
    for part in register.erasure:
        part.value(by, traces.pks, traces.mails)
    _keep_hashes(traces, by, never_contact)
    files = forget_imports(traces, by)
    _blank_records(records, traces, by)
    touched, left = scrub(traces)
    _forget_undo(traces)
    touched.setdefault("directory.contact", set()).update(traces.pks)
    _find_no_more(touched)
    _tell(by, files, left)
    by.timeline(
        contact.account_id,
        "directory.erased",
        ref=contact,
        title=_("A person was erased"),
        text=traces.about.without(reason)[:300],
    )
    contact.refresh_from_db()
    return contact


def _tell(by: Actor, files: int, left: int) -> None:
    if files:
        said = ngettext(
            "{n} imported file named them; it is not kept any longer.",
            "{n} imported files named them; they are not kept any longer.",
            files,
        )
        by.say(said.format(n=files))
    if left:
        said = ngettext("{n} text could not be changed.", "{n} texts could not be changed.", left)
        by.say(said.format(n=left))


def _blank_records(records: Any, traces: Traces, by: Actor) -> None:
    for model in (ContactEmail, ContactPhone):
        model._default_manager.filter(contact__in=traces.pks).delete()
        events_of(model).objects.filter(contact_id__in=traces.pks).delete()
    # What a merge kept of them would bring them back.
    MergedRow.objects.filter(merge__kept_contact__in=traces.pks).delete()
    blank = _blank()
    for record in records:
        for name, value in blank.items():
            setattr(record, name, value)
        record.updated_at = by.now
        record.save()
        by.changed(record)
    events_of(Contact).objects.filter(pgh_obj_id__in=traces.pks).update(**blank)


def _keep_hashes(traces: Traces, by: Actor, never_contact: bool) -> None:
    # The number of an office goes on being called for those who share it.
    hashes = [rules.address_hash(each) for each in sorted(traces.mails | (traces.numbers - traces.shared_numbers))]
    if never_contact:
        known = set(Suppression.objects.filter(address_hash__in=hashes).values_list("address_hash", flat=True))
        Suppression.objects.filter(address_hash__in=known).update(scope=Scope.ALL, updated_at=by.now)
        Suppression.objects.bulk_create(
            Suppression(
                address_hash=each, scope=Scope.ALL, reason=_("Erased on request"), at=by.now,
                created_at=by.now, updated_at=by.now, version=1,
            )
            for each in sorted(set(hashes) - known)
        )  # fmt: skip
    mine = Consent.objects.filter(contact__in=traces.pks)
    # Their yes goes with them; their no goes on counting by each address, without the words that proved it.
    mine.filter(given=True).delete()
    for word in mine:
        word.proof = word.proof_name = word.proof_sha = ""
        word.address_hash = word.address_hash or next(iter(hashes), "")
        word.save()
        Consent.objects.bulk_create(_same_of(word, each) for each in hashes if each != word.address_hash)
    Override.objects.filter(contact__in=traces.pks).update(reason=GONE)


def _same_of(word: Consent, address_hash: str) -> Consent:
    given = {field.attname: getattr(word, field.attname) for field in Consent._meta.concrete_fields}
    return Consent(**{**given, "id": None, "contact_id": None, "address_hash": address_hash})


def _blank() -> dict[str, Any]:
    """The fields of a contact as they are left."""
    found: dict[str, Any] = {"name": GONE, "sort_key": sort_key(GONE)}
    for field in Contact._meta.concrete_fields:
        own = isinstance(field, models.CharField | models.TextField | models.JSONField | ArrayField)
        if own and field.name not in STAYS and field.name not in found:
            found[field.name] = None if field.null else field.get_default()
    return found


def _find_no_more(touched: dict[str, set[int]]) -> None:
    """The index of the search is made again at once for what named them, and for what copied their name from there."""
    for source in register.search_source:
        if ids := touched.get(source.name):
            index.write(source, ids)
    while index.write_stale():
        pass
    index.forget_words()


def _forget_undo(traces: Traces) -> None:
    """What undoing would bring back of them, in the log: the lines stay, without their arguments."""
    found = set()
    lines = Log.objects.exclude(undo_args=None)
    if traces.keys:
        kept = lines.filter(Mentions(Log._meta.get_field("undo_args"), traces=traces))
        for pk, root, args in kept.values_list("pk", "root_id", "undo_args"):
            finder = traces.beside if root in traces.accounts else traces.elsewhere if root else traces.anywhere
            if finder.cleaned(args) != args:
                found.add(pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE core_log SET undo_args = NULL WHERE undo_args IS NOT NULL"
            " AND ((target_kind = 'directory.contact' AND target_id = ANY(%s)) OR id = ANY(%s))",
            [list(traces.pks), list(found)],
        )
