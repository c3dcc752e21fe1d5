"""What a person says of a row that is asked: it is this record, it is a new one, leave it out."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Invalid, Refusal, action
from callboard.directory.actions.importing.chunks import counted
from callboard.directory.models import Import, ImportRow, ImportState, Outcome, Verdict
from callboard.directory.queries.importing import known_for
from callboard.directory.rules.importing import NEW, Parsed, Planner, Seen
from callboard.directory.rules.importing.kinds import kind_of_import

OPEN = (ImportState.READY, ImportState.DONE, ImportState.STOPPED)


@action(
    gettext_lazy("Said which record a row is"),
    said=gettext_lazy("Row {row.position} is one we have"),
    who="directory.import",
    undo="directory.ask_again",
    icon="link",
)
def use_existing(row: ImportRow, *, by: Actor, candidate: int = 1) -> ImportRow:
    """The row is about the record it was asked about: the first of the candidates, or the one of that number in their order."""
    candidates = row.plan.get("candidates", [])
    if not 1 <= candidate <= len(candidates):
        raise Invalid({"candidate": _("The row has {n} candidates.").format(n=len(candidates))})
    found = candidates[candidate - 1]
    if "contact" in found:
        choice: dict[str, Any] = {"contact": found["contact"]}
    elif "row" in found:
        choice = {"account": {"row": found["row"]}}
    else:
        choice = {"account": found["account"]}
    return _answer(row, by, choice)


@action(
    gettext_lazy("Said that a row is new"),
    said=gettext_lazy("Row {row.position} is a new one"),
    who="directory.import",
    undo="directory.ask_again",
    icon="plus",
)
def make_new(row: ImportRow, *, by: Actor) -> ImportRow:
    """The row is none of the records it was asked about: it becomes a new one."""
    first = (row.plan.get("candidates") or [{}])[0]
    return _answer(row, by, {"contact": NEW} if "contact" in first else {"account": NEW})


@action(
    gettext_lazy("Left a row out"),
    said=gettext_lazy("Row {row.position} is left out"),
    who="directory.import",
    undo="directory.ask_again",
    icon="x",
)
def leave_out(row: ImportRow, *, by: Actor) -> ImportRow:
    """The row is not brought in."""
    row.asked = row.asked or _as_it_was(row)
    row.verdict = Verdict.LEAVE
    return _kept(row, by)


@action(
    gettext_lazy("Chose the fields of a row"),
    said=gettext_lazy("Row {row.position}: the fields to change are chosen"),
    who="directory.import",
    undo="directory.ask_again",
    icon="checks",
)
def accept_fields(row: ImportRow, *, by: Actor, fields: str = "") -> ImportRow:
    """Of what the row would change, change these fields only, named with commas between ("account.city,account.phone"); none
    of them leaves the record as it is."""
    names = [name.strip() for name in fields.split(",") if name.strip()]
    unknown = [name for name in names if name not in _changes(row)]
    if unknown:
        raise Invalid({"fields": _("The row does not change “{name}”.").format(name=unknown[0][:60])})
    kept = {
        part: row.plan[part]["id"] for part in ("account", "contact") if row.plan.get(part, {}).get("is") == "known"
    }
    return _answer(row, by, {**kept, "fields": names})


def _changes(row: ImportRow) -> dict[str, Any]:
    return {
        name: pair
        for part in ("account", "contact")
        for name, pair in row.plan.get(part, {}).get("changes", {}).items()
    }


@action(
    gettext_lazy("Asked about a row again"),
    said=gettext_lazy("Row {row.position} is as it was read"),
    who="directory.import",
    final=gettext_lazy("Answer it again."),
    icon="arrow-back-up",
)
def ask_again(row: ImportRow, *, by: Actor) -> ImportRow:
    """Take the answer back: the row is as it was read."""
    before = row.asked or {}
    row.plan, row.verdict, row.code, row.asked = before.get("plan", {}), before["verdict"], before["code"], None
    row.left = len(row.plan.get("left", {}))
    return _kept(row, by)


@ask_again.can
def _may_ask(row: ImportRow, now: datetime) -> Refusal | None:
    if row.asked is None:
        return Refusal("not_answered", gettext_lazy("Nothing was said about it."))
    return _open(row)


@use_existing.can
def _may_use(row: ImportRow, now: datetime) -> Refusal | None:
    return _open(row) or _asked(row)


@make_new.can
def _may_make(row: ImportRow, now: datetime) -> Refusal | None:
    return _open(row) or _asked(row)


@leave_out.can
def _may_leave(row: ImportRow, now: datetime) -> Refusal | None:
    if row.verdict == Verdict.LEAVE:
        return Refusal("left", gettext_lazy("It is left out already."))
    return _open(row)


@accept_fields.can
def _may_accept(row: ImportRow, now: datetime) -> Refusal | None:
    if not _changes(row):
        return Refusal("no_change", gettext_lazy("The row changes nothing."))
    return _open(row)


def _open(row: ImportRow) -> Refusal | None:
    if row.outcome != Outcome.WAITING:
        return Refusal("over", gettext_lazy("The row has been brought in, or refused."))
    if row.batch.state not in OPEN:
        return Refusal("busy", gettext_lazy("The import is under way: {state}."), state=row.batch.get_state_display())
    return None


def _asked(row: ImportRow) -> Refusal | None:
    if row.plan.get("candidates"):
        return None
    return Refusal("not_asked", gettext_lazy("Nobody is asked about this row."))


def _as_it_was(row: ImportRow) -> dict[str, Any]:
    return {"plan": row.plan, "verdict": row.verdict, "code": row.code}


def _answer(row: ImportRow, by: Actor, choice: dict[str, Any]) -> ImportRow:
    """Plan the row again with what was said; what was said before of the other part stands."""
    batch = row.batch
    asked = row.asked or _as_it_was(row)
    candidates = row.plan.get("candidates", [])
    choice = {**row.plan.get("choice", {}), **choice}
    ids = [pk for each in candidates if (pk := each.get("account"))]
    if choice.get("account") == NEW:  # none of these: nobody is asked about them again
        choice["not"] = sorted({*choice.get("not", ()), *ids})
    people = [pk for each in candidates if (pk := each.get("contact"))]
    ids += [choice["account"]] if isinstance(choice.get("account"), int) else []
    people += [choice["contact"]] if isinstance(choice.get("contact"), int) else []
    parsed = Parsed(row.position, dict(row.values), left=row.plan.get("left", {}))
    known = known_for([parsed], system=batch.mapping.get("system", ""), also=ids, contacts=people)
    needs = kind_of_import(batch.kind).needs
    sent_back = any(name.endswith(".version") for name in row.values)
    planned = Planner(needs, known, Seen(), update=batch.update_known, keep_empty=sent_back).plan(parsed, choice)
    row.plan = {**planned.stored(), "choice": choice}
    row.verdict, row.code, row.asked, row.values = planned.verdict, planned.code, asked, parsed.values
    row.said, row.left = "", len(planned.left)
    return _kept(row, by)


def _kept(row: ImportRow, by: Actor) -> ImportRow:
    row.version += 1
    row.save()
    batch = row.batch
    Import.objects.filter(pk=batch.pk).update(counts=counted(batch), touched_at=by.now)
    by.changed(batch, topic=batch.topic)
    return row
