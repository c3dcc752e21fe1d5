"""A person who asks to be forgotten: blanked everywhere, the hash of their addresses kept so that a no goes on counting."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg import sql

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.core.history import events_of
from callboard.core.models import Log
from callboard.core.names import sort_key
from callboard.core.refs import kind_of
from callboard.core.registry import register
from callboard.core.search import index
from callboard.core.search.models import SearchEntry, SearchWord
from callboard.directory import queries, rules
from callboard.directory.models import Account, Consent, Contact, ContactEmail, ContactPhone, Scope, Suppression

#: What stands in a text where somebody stood.
GONE = "[erased]"
#: What stays of a person: whose they were, what part they played, when they left.
STAYS = {"role_kind", "left_on"}
#: Copies of what a row says: they go where the row named the person.
COPIES = ("raw_sha", "html_sha", "proof_sha")
#: The index of the search is made again from the records.
INDEX = (SearchEntry, SearchWord)
#: A first or last name shorter than this is part of too many words.
SHORTEST_NAME = 3


@action(
    gettext_lazy("Erased person"),
    said=gettext_lazy("Erased the person; only hashes of their addresses are kept"),
    who="directory.erase",
    final=gettext_lazy("They asked to be forgotten: nothing of them is left to bring back."),
    icon="eraser",
)
def erase_contact(contact: Contact, *, by: Actor, reason: str, never_contact: bool = True) -> Contact:
    """Blank a person on their request: name, addresses and notes, in the record, its history, the timeline, what was written
    up, messages, and what an undo had kept. Ids stay, so that sums and counts do. Of their addresses the hashes stay where
    they asked us to stop, or, with `never_contact`, all of them. Files attached to mails and orders stay."""
    if not reason.strip():
        raise Invalid({"reason": _("Say how they asked: it is all that will be left of it.")})
    traces = Traces(contact)
    _keep_hashes(contact, traces, by, never_contact)
    contact.emails.all().delete()
    contact.phones.all().delete()
    for model in (ContactEmail, ContactPhone):
        events_of(model).objects.filter(contact_id=contact.pk).delete()
    blank = _blank()
    for name, value in blank.items():
        setattr(contact, name, value)
    contact.updated_at = by.now
    contact.save()
    events_of(Contact).objects.filter(pgh_obj_id=contact.pk).update(**blank)
    touched = _scrub(traces)
    _forget_undo(traces)
    _find_no_more(contact, touched)
    by.timeline(contact.account_id, "directory.erased", ref=contact, title=_("A person was erased"), text=reason[:300])
    return contact


@erase_contact.can
def _not_erased(contact: Contact, now: datetime) -> Refusal | None:
    return Refusal("erased", gettext_lazy("They are erased already.")) if contact.name == GONE else None


class Traces:
    """What a person is known by: their addresses, the names they had, the accounts they worked for."""

    def __init__(self, contact: Contact) -> None:
        history = events_of(Contact).objects.filter(pgh_obj_id=contact.pk)
        self.pk = contact.pk
        self.names = {contact.name, *history.values_list("name", flat=True)} - {GONE}
        self.accounts = {contact.account_id, *history.values_list("account_id", flat=True)}
        self.mails = _every(ContactEmail, contact, "address")
        self.phones = _every(ContactPhone, contact, "e164")

    @property
    def addresses(self) -> str:
        """A pattern of every address and of every number as people write it: found anywhere, it is them."""
        found = [re.escape(mail) for mail in self.mails]
        found += [_digits(phone) for phone in self.phones]
        return "|".join(sorted(found, key=len, reverse=True))

    @property
    def whole_names(self) -> str:
        """A pattern of their whole names, for what belongs to an account of theirs."""
        return "|".join(rf"\y{re.escape(name)}\y" for name in sorted(self.names, key=len, reverse=True))

    @property
    def parts(self) -> str:
        """A pattern of first and last names too, for what is about nobody but them."""
        words = {word for name in self.names for word in name.split() if len(word) >= SHORTEST_NAME}
        return "|".join(filter(None, [self.whole_names, *(rf"\y{re.escape(word)}\y" for word in sorted(words))]))


def _every(model: type[Model], contact: Contact, field: str) -> set[str]:
    now = model._default_manager.filter(contact=contact).values_list(field, flat=True)
    before = events_of(model).objects.filter(contact_id=contact.pk).values_list(field, flat=True)
    return {*now, *before}


def _digits(e164: str) -> str:
    """+19035550142 as any of (903) 555-0142, 903.555.0142."""
    digits = e164.removeprefix("+1") if e164.startswith("+1") else e164.removeprefix("+")
    return r"(?:\+?1[-. (]{0,2})?[(]?" + r"[-.() ]{0,2}".join(digits)


def _keep_hashes(contact: Contact, traces: Traces, by: Actor, never_contact: bool) -> None:
    hashes = [rules.address_hash(each) for each in (*traces.mails, *traces.phones)]
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
    mine = Consent.objects.filter(contact=contact)
    # Their yes goes with them; their no goes on counting by each address, without the words that proved it.
    mine.filter(given=True).delete()
    for word in mine:
        word.proof = word.proof_name = word.proof_sha = ""
        word.address_hash = word.address_hash or next(iter(hashes), "")
        word.save()
        Consent.objects.bulk_create(_same_of(word, each) for each in hashes if each != word.address_hash)
    queries.overrides_of(contact).update(reason=GONE)


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


# Everywhere else


def _scrub(traces: Traces) -> dict[str, set[int]]:
    """At most three statements a table: addresses and numbers anywhere, whole names in what belongs to their accounts, their
    first and last name in what is about them. Gives the rows that named them, by kind."""
    touched: dict[str, set[int]] = defaultdict(set)
    for model in _tables():
        columns = [field for field in model._meta.concrete_fields if _is_text(field)]
        if not columns:
            continue
        about, theirs = _about(model, traces), _theirs(model, traces)
        for pattern, where in ((traces.addresses, None), (traces.whole_names, theirs), (traces.parts, about)):
            named = pattern != traces.addresses
            if not pattern or (named and (where is None or model is Account)):
                continue
            touched[kind_of(model)].update(_replace(model, columns, pattern, where))
    return touched


def _tables() -> Iterator[type[Model]]:
    """Our tables with their histories; the log and the ledgers hold ids."""
    for model in apps.get_models(include_auto_created=True):
        ours = model.__module__.startswith("callboard.") and model._meta.managed and not model._meta.proxy
        if ours and model not in (Log, Suppression) and model not in INDEX and not _is_ledger(model):
            yield model


def _is_ledger(model: type[Model]) -> bool:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, 'UPDATE')", [table])
        return not cursor.fetchone()[0]


def _is_text(field: Any) -> bool:
    if field.choices or field.name in (*COPIES, "sort_key") or "hash" in field.name or field.generated:
        return False
    return isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.primary_key


def _about(model: type[Model], traces: Traces) -> sql.Composable | None:
    """Rows about the person: that point at them."""
    found = [
        sql.SQL("{} = {}").format(sql.Identifier(str(field.column)), sql.Literal(traces.pk))
        for field in model._meta.concrete_fields
        if field.remote_field is not None and field.remote_field.model is Contact
    ]
    names = {field.name for field in model._meta.concrete_fields}
    if {"ref_kind", "ref_id"} <= names:
        found.append(sql.SQL("(ref_kind = 'directory.contact' AND ref_id = {})").format(sql.Literal(traces.pk)))
    return sql.SQL(" OR ").join(found) if found else None


def _theirs(model: type[Model], traces: Traces) -> sql.Composable | None:
    """Rows of an account they worked for, or about them."""
    accounts = sql.Literal(sorted(traces.accounts))
    found = [about] if (about := _about(model, traces)) is not None else []
    for field in model._meta.concrete_fields:
        points = field.remote_field is not None and field.remote_field.model is Account
        if points or field.name == "root_id":
            found.append(sql.SQL("{} = ANY({})").format(sql.Identifier(str(field.column)), accounts))
    tracked: type[Model] | None = getattr(model, "pgh_tracked_model", None)
    if tracked is not None and (of_it := _theirs(tracked, traces)) is not None:
        rows = sql.SQL("pgh_obj_id IN (SELECT id FROM {} WHERE {})")
        found.append(rows.format(sql.Identifier(tracked._meta.db_table), of_it))
    for many in model._meta.many_to_many:
        if many.remote_field.model is Account:
            through: Any = many.remote_field.through
            found.append(
                sql.SQL("id IN (SELECT {} FROM {} WHERE {} = ANY({}))").format(
                    sql.Identifier(many.m2m_column_name()), sql.Identifier(through._meta.db_table),
                    sql.Identifier(many.m2m_reverse_name()), accounts,
                )
            )  # fmt: skip
    return sql.SQL(" OR ").join(found) if found else None


def _replace(model: type[Model], columns: list[Any], pattern: str, where: sql.Composable | None) -> list[int]:
    text = [sql.SQL("{}::text ~* {}").format(sql.Identifier(each.column), sql.Literal(pattern)) for each in columns]
    sets = [_without(each, pattern) for each in columns]
    copies = [name for name in COPIES if any(field.name == name for field in model._meta.concrete_fields)]
    sets += [sql.SQL("{} = ''").format(sql.Identifier(name)) for name in copies]
    condition = sql.SQL(" OR ").join(text)
    if where is not None:
        condition = sql.SQL("({}) AND ({})").format(where, condition)
    statement = sql.SQL("UPDATE {} SET {} WHERE {} RETURNING {}").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(sets),
        condition,
        sql.Identifier(str(model._meta.pk.column)),
    )
    with connection.cursor() as cursor:
        # What watches statements (the history's context) reads them as text.
        cursor.execute(statement.as_string(connection.connection))
        return [row[0] for row in cursor.fetchall()]


def _without(field: Any, pattern: str) -> sql.Composable:
    """The column with the person taken out; one that was nothing but them is empty where it may be."""
    column, given = sql.Identifier(str(field.column)), sql.Literal(pattern)
    taken = sql.SQL("regexp_replace({}::text, {}, {}, 'gi')").format(column, given, sql.Literal(GONE))
    if isinstance(field, models.JSONField):
        return sql.SQL("{} = {}::jsonb").format(column, taken)
    if field.max_length:
        taken = sql.SQL("left({}, {})").format(taken, sql.Literal(field.max_length))
    empty = sql.SQL("NULL") if field.null else sql.Literal("" if field.blank else GONE)
    return sql.SQL("{0} = CASE WHEN {0} ~* {1} THEN {2} ELSE {3} END").format(
        column, sql.Literal(f"^({pattern})$"), empty, taken
    )


def _find_no_more(contact: Contact, touched: dict[str, set[int]]) -> None:
    """The index of the search is made again at once for what named them, and for what copied their name from there."""
    touched["directory.contact"].add(contact.pk)
    for source in register.search_source:
        if ids := touched.get(source.name):
            index.write(source, ids)
    while index.write_stale():
        pass
    index.forget_words()


def _forget_undo(traces: Traces) -> None:
    """What undoing would bring back of them, in the log: the lines stay, without their arguments."""
    pattern = "|".join(filter(None, (traces.addresses, traces.whole_names)))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE core_log SET undo_args = NULL WHERE undo_args IS NOT NULL"
            " AND ((target_kind = 'directory.contact' AND target_id = %s) OR undo_args::text ~* %s)",
            [traces.pk, pattern],
        )
