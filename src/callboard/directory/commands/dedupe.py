"""`callboard dedupe`. Importing this needs no Django: with `--file` it works without a database."""

import argparse
import time
from pathlib import Path
from typing import Any

from callboard.core.console import Console, Sentence
from callboard.directory.reading.duplicates import Found, Kind, Match, Record, search
from callboard.directory.reading.duplicates.table import Unreadable, read

KINDS = {"account": Kind.ACCOUNT, "accounts": Kind.ACCOUNT, "contact": Kind.CONTACT, "contacts": Kind.CONTACT}


def dedupe(arguments: argparse.Namespace) -> int:
    """Say which records, or which rows of a table, are likely the same. Nothing is written."""
    begun = time.monotonic()
    kind, console = KINDS[arguments.kind], Console(arguments.json)
    records = _rows(Path(arguments.file), kind) if arguments.file else _ours(kind)
    labels = {record.key: record.label or str(record.key) for record in records}
    found = search(records, kind, arguments.threshold)
    for match in found.pairs:
        console.row(_line(match, labels), _fields(match))
    seconds = time.monotonic() - begun
    console.summary(_in_words(found, records, seconds), _summary(found, records, seconds))
    return 0


def _rows(path: Path, kind: Kind) -> list[Record]:
    try:
        return read(path, kind)
    except Unreadable as fault:
        raise Sentence(f"{path}: {fault}") from fault


def _ours(kind: Kind) -> list[Record]:
    import django

    django.setup()
    from callboard.directory.queries import duplicates

    return duplicates.records(kind)


def _line(match: Match, labels: dict[Any, str]) -> str:
    return f"{match.score:.2f}  {labels[match.a]} ({match.a})  =  {labels[match.b]} ({match.b})  {match.why}"


def _fields(match: Match) -> dict[str, Any]:
    return {"a": match.a, "b": match.b, "score": round(match.score, 4), "why": match.why, "apart": match.apart}


def _summary(found: Found, records: list[Record], seconds: float) -> dict[str, Any]:
    counts = {"rows": len(records), "pairs": len(found.pairs), "clusters": len(found.clusters)}
    return {**counts, "seconds": round(seconds, 2)}


def _in_words(found: Found, records: list[Record], seconds: float) -> str:
    pairs, groups = f"{len(found.pairs):,} pairs", f"{len(found.clusters):,} groups"
    return f"{pairs} in {groups} among {len(records):,} records, in {seconds:.1f} s"
