"""Do-not-call lists: a file of numbers as of a day, kept as hashes."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, File, Invalid, action
from callboard.directory import rules
from callboard.directory.models import DoNotCallList, ListedNumber
from callboard.directory.reading.number_lists import Unclear, column_of, number_alone, number_at

MOST_NUMBERS = 1_000_000
MOST_BYTES = 64 * 1024 * 1024
LONGEST_LINE = 1000
#: As many columns are named in a sentence.
MOST_NAMED = 6
#: Lists whose numbers are kept: the one that counts and the one before, so that the newest can be taken back.
KEPT = 2
_COPY = "COPY directory_listednumber (of_id, number_hash) FROM STDIN"


@action(
    gettext_lazy("Loaded do-not-call list"),
    said=gettext_lazy("Loaded {result.numbers} numbers as of {result.as_of}"),
    who="directory.hours",
    undo="directory.remove_do_not_call_list",
    icon="phone-off",
)
def load_do_not_call_list(*, by: Actor, file: File, as_of: date, name: str = "") -> DoNotCallList:
    """A text or CSV file with a number on each line, as the scrubbing service or the registry gives it; of several columns
    the one is read whose head says so, else the one whose values are numbers. Only hashes of the
    numbers are kept; the newest list counts for 31 days from its day, which a setting says."""
    newest = DoNotCallList.objects.order_by("-pk").first()
    wrong = {}
    if as_of > by.today:
        wrong["as_of"] = _("That day is still to come.")
    elif newest is not None and as_of < newest.as_of:
        wrong["as_of"] = _("A newer list, of {on}, is loaded already.").format(on=f"{newest.as_of:%Y-%m-%d}")
    if file.size is not None and file.size > MOST_BYTES:
        wrong["file"] = _("The file is larger than {most} MB. Split it, or leave out what you do not call.").format(
            most=MOST_BYTES // 1024 // 1024
        )
    if wrong:
        raise Invalid(wrong)
    hashes, unread = _read(file)
    made = DoNotCallList(
        name=" ".join(name.split())[:120] or (file.name or "")[:120] or "-",
        as_of=as_of,
        numbers=len(hashes),
        unread=unread,
        person=by.person,
        loaded_at=by.now,
        created_at=by.now,
        updated_at=by.now,
    )
    made.save()
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for each in hashes:
            copy.write_row((made.pk, each))
    old = DoNotCallList.objects.order_by("-pk").values_list("pk", flat=True)[KEPT:]
    ListedNumber.objects.filter(of__in=[*old]).delete()
    return made


@action(
    gettext_lazy("Removed do-not-call list"),
    said=gettext_lazy("Removed the list of {do_not_call_list.as_of}"),
    who="directory.hours",
    final=gettext_lazy("Load the file again."),
    icon="trash",
)
def remove_do_not_call_list(do_not_call_list: DoNotCallList, *, by: Actor) -> None:
    """The numbers are forgotten; the list before it counts again."""
    ListedNumber.objects.filter(of=do_not_call_list).delete()
    do_not_call_list.delete()


def _read(file: File) -> tuple[set[str], int]:
    """The hashes of its numbers and how many lines are no number. Invalid for what is no list, or where the column with the
    number is not clear: the wrong one would leave the real numbers free to call."""
    try:
        column = column_of(_lines(file))
    except Unclear as error:
        said = _(
            "Which column is the number? It may be: {columns}. Name it “Phone” in the first line, or leave out the others."
        )
        raise Invalid({"file": said.format(columns=", ".join(error.columns[:MOST_NAMED]))}) from error
    hashes: set[str] = set()
    unread = lines = 0
    for line in _lines(file):
        lines += 1
        number = number_alone(line) or (number_at(line, column) if column is not None else None)
        if number is None:
            unread += 1
            continue
        hashes.add(rules.address_hash(number))
        if len(hashes) > MOST_NUMBERS:
            said = _("More than {most} numbers. Leave out the area codes you do not call.")
            raise Invalid({"file": said.format(most=f"{MOST_NUMBERS:,}")})
    if not hashes:
        raise Invalid({"file": _("No line of this file is a phone number. It takes text or CSV, a number a line.")})
    # The heading of a CSV file is a line without a number.
    return hashes, max(unread - 1, 0) if unread and lines > 1 else unread


def _lines(file: Iterable[bytes]) -> Iterator[str]:
    for number, line in enumerate(file):
        if number == 0 and line[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"):
            raise Invalid({"file": _("This is a workbook or a document. Save it as CSV and load that.")})
        text = line[:LONGEST_LINE].decode("utf-8", "replace").strip().lstrip("\ufeff").replace("\0", "")
        if text:
            yield text
