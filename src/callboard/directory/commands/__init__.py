"""`callboard table read`, `callboard contacts read`, `callboard import`.  Importing this needs no Django: the first two work
without a database."""

import argparse
from dataclasses import asdict
from pathlib import Path
from time import monotonic

from callboard.core.console import Console, Sentence

#: Cells of a row that a person is shown.
SHOWN = 8


def table_read(args: argparse.Namespace) -> int:
    """How the importer sees a file: its dialect and columns, then its rows."""
    from callboard.directory.reading.tables import Unreadable, open_table

    console, began, rows = Console(args.json), monotonic(), 0
    try:
        table = open_table(_file(args.file))
        dialect = asdict(table.dialect)
        console.row(_dialect(dialect), {"dialect": dialect, "columns": list(table.columns)})
        if not args.json:
            console.row("  " + _cells(table.columns), {})
        for line in table:
            rows += 1
            console.row(f"{line.number:>6}  {_cells(line.cells)}", {"row": line.number, "cells": line.cells})
    except Unreadable as error:
        raise Sentence(f"{args.file}: {error}") from error
    warnings = [str(warning) for warning in table.warnings]
    for warning in warnings:
        console.progress(warning)
    counts = {"rows": rows, "warnings": warnings, "seconds": round(monotonic() - began, 2)}
    console.summary(f"{rows} rows in {counts['seconds']} s.", counts)
    return 0


def contacts_read(args: argparse.Namespace) -> int:
    """The people of a file of vCards."""
    from callboard.directory.reading.vcards import read_cards

    console, began = Console(args.json), monotonic()
    cards = read_cards(_file(args.file).read_bytes())
    if not cards:
        raise Sentence(f"{args.file}: There is no vCard in this file.")
    for card in cards:
        fields = {
            "name": card.name,
            "emails": card.emails,
            "phones": [phone.number for phone in card.phones],
            "phone_kinds": [phone.kind for phone in card.phones],
            "org": card.org,
            "title": card.title,
            "addresses": [asdict(address) for address in card.addresses],
            "note": card.note,
            "warnings": card.warnings,
        }
        said = [card.name, card.title, card.org, *card.emails, *(phone.number for phone in card.phones)]
        console.row(" · ".join(part for part in said if part), fields)
        for warning in () if args.json else card.warnings:
            console.progress(f"  {warning}")
    counts = {"contacts": len(cards), "seconds": round(monotonic() - began, 2)}
    console.summary(f"{len(cards)} contacts in {counts['seconds']} s.", counts)
    return 0


def bring_in(args: argparse.Namespace) -> int:
    """Bring in the rows of a file.  Rows that need a person stay with the import, to be answered on its page."""
    from callboard.directory.commands.bringing import Bringing

    console, began = Console(args.json), monotonic()
    bringing = Bringing(_file(args.file), args.kind, args.map or "", update=args.update, dry=args.dry_run)
    counts = {"created": 0, "updated": 0, "skipped": 0, "refused": 0}
    for line in bringing.lines(console.progress):
        counts[line["result"]] += 1
        said = f"{line['row']:>6}  {line['result']:<8} {line['id'] or ''}  {line['why']}"
        console.row(said.rstrip(), line)
    told = ", ".join(f"{number:,} {result}" for result, number in counts.items())
    seconds = round(monotonic() - began, 2)
    page = {"import": bringing.number} if bringing.number else {}
    console.summary(f"{told} in {seconds} s.", {**counts, **page, "seconds": seconds})
    return 0


def _file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise Sentence(f"{name}: no such file.")
    return path


def _dialect(dialect: dict[str, object]) -> str:
    parts = [f"encoding {dialect['encoding']}"]
    if dialect["encoding"] != "workbook":
        parts += [f"delimiter {dialect['delimiter'] or 'none'!r}", f"quote {dialect['quote'] or 'none'}"]
    row = dialect["header_row"]
    return ", ".join([*parts, f"heads in row {row}" if row else "no heads"])


def _cells(cells: "list[str] | tuple[str, ...]") -> str:
    shown = [" ".join(cell.split())[:40] for cell in cells[:SHOWN]]
    return " | ".join([*shown, *(["…"] if len(cells) > SHOWN else [])])
