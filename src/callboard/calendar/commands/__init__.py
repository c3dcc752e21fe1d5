"""`callboard calendar read`, `import`, `export`.  Importing this needs no Django and no database."""

import argparse
import sys
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from callboard.core.console import Console


def calendar_read(args: argparse.Namespace) -> int:
    """The events of .ics files, each read or refused with the reason.  A file that is not there is an error, the others go on."""
    from callboard.calendar.reading.ics import read_ics

    console, began = Console(args.json), monotonic()
    counts = {"events": 0, "refused": 0, "errors": 0}
    for name in args.files:
        try:
            found = read_ics(Path(name).read_bytes(), args.zone)
        except OSError as error:
            counts["errors"] += 1
            console.row(f"{name}: {error.strerror}", _row(name, why=str(error.strerror), refused=True))
            continue
        for event in found.events:
            counts["events"] += 1
            said = {"uid": event.uid, "summary": event.summary, "start": _text(event.starts), "end": _text(event.ends)}
            why = " ".join(map(str, event.warnings))
            fields = _row(name, **said, all_day=event.all_day, zone=event.zone, recurs=event.recurs, why=why)
            repeats = f" ({event.rule})" if event.rule else ""
            console.row(f"{said['start']:<19}  {event.summary}{repeats}" + (f"  [{why}]" if why else ""), fields)
        for refused in found.refused:
            counts["refused"] += 1
            fields = _row(name, uid=refused.uid, summary=refused.summary, refused=True, why=str(refused.why))
            console.row(f"refused: {refused.summary or refused.uid or name}: {refused.why}", fields)
    seconds = round(monotonic() - began, 2)
    told = f"{counts['events']:,} events, {counts['refused']:,} refused, {counts['errors']:,} errors in {seconds} s."
    console.summary(told, {**counts, "seconds": seconds})
    return 1 if counts["errors"] == len(args.files) else 0


def calendar_import(args: argparse.Namespace) -> int:
    """The events of .ics files into a calendar, each created, updated, skipped or refused with the reason.  A file that cannot be
    read at all is an error, the others go on; with --dry-run nothing is written."""
    from callboard.calendar.commands.bringing import Bringing

    console, began = Console(args.json), monotonic()
    bringing = Bringing(args.calendar, zone=args.zone or "", dry=args.dry_run)
    counts = {"created": 0, "updated": 0, "skipped": 0, "refused": 0, "errors": 0}
    for name in args.files:
        for line in bringing.lines(Path(name)):
            counts[line.pop("counts")] += 1
            said = f"{line['result']:<8} {line['start'] or '':<19}  {line['summary'] or line['uid']}  {line['why']}"
            console.row(said.rstrip(), _row(name, **line))
    told = ", ".join(f"{number:,} {result}" for result, number in counts.items())
    seconds = round(monotonic() - began, 2)
    console.summary(f"{told} in {seconds} s.", {**counts, "files": bringing.numbers, "seconds": seconds})
    return 1 if counts["errors"] == len(args.files) else 0


def calendar_export(args: argparse.Namespace) -> int:
    """A calendar, or all of them, as one .ics file."""
    from callboard.calendar.commands.bringing import exported

    console, began = Console(args.json), monotonic()
    body, number = exported(args.calendar or "")
    if args.file:
        Path(args.file).write_bytes(body)
    else:
        sys.stdout.buffer.write(body)
        sys.stdout.flush()
    seconds = round(monotonic() - began, 2)
    console.progress(f"{number:,} events in {seconds} s")
    if args.json and args.file:
        console.summary("", {"events": number, "seconds": seconds})
    return 0


def _row(file: str, **said: Any) -> dict[str, Any]:
    nothing = {"uid": "", "summary": "", "start": None, "end": None, "all_day": None, "zone": "", "recurs": None}
    return {"file": file, **nothing, "refused": False, "why": "", **said}


def _text(at: date | datetime) -> str:
    return at.isoformat()
