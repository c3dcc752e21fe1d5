"""`callboard intake parse` and `callboard intake load`.  Importing this needs no Django: parse works without a database."""

import argparse
import json
import sys
from pathlib import Path
from time import monotonic
from typing import Any


def parse(args: argparse.Namespace) -> int:
    """Read mail without storing it."""
    from callboard.channels.commands import intake_parse

    return intake_parse(args)


def load(args: argparse.Namespace) -> int:
    """Store and route the mail of files and folders, as if it had just come in.  Loading twice stores each once."""
    from callboard.intake.loading import load_paths

    began = monotonic()
    paths = [Path(name) for name in args.paths]
    missing = [path for path in paths if not path.exists()]
    for path in missing:
        print(f"{path}: no such file or folder", file=sys.stderr)
    counts: dict[str, Any] = {"files": 0, "stored": 0, "duplicates": 0, "skipped": 0, "errors": 0, "by_kind": {}}
    for line in load_paths([path for path in paths if path.exists()]):
        _count(counts, line)
        _say(args, line)
    counts["seconds"] = round(monotonic() - began, 2)
    if args.json:
        print(json.dumps({"summary": counts}, ensure_ascii=False))
    else:
        print(_in_words(counts), file=sys.stderr)
    return 1 if missing and not counts["files"] else 0


def _count(counts: dict[str, Any], line: dict[str, Any]) -> None:
    counts["files"] += 1
    if line["skipped"]:
        counts["skipped"] += 1
        return
    counts["duplicates" if line["duplicate"] else "stored"] += 1
    counts["errors"] += bool(line["error"])
    kinds = counts["by_kind"]
    kinds[line["kind"]] = kinds.get(line["kind"], 0) + 1


def _say(args: argparse.Namespace, line: dict[str, Any]) -> None:
    if args.json:
        print(json.dumps(line, ensure_ascii=False), flush=True)
        return
    if line["skipped"]:
        print(f"{line['file']}: skipped, {line['skipped']}")
        return
    parts = [line["kind"], "already there" if line["duplicate"] else "", line["intent"] or "", line["account"] or ""]
    whom = line["assigned_to"] or ("waits" if line["intent"] else "")
    print(f"{line['file']}: {', '.join(part for part in (*parts, whom) if part)}")
    if line["error"] or line["why"]:
        print(f"  {line['error'] or line['why']}")


def _in_words(counts: dict[str, Any]) -> str:
    kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(counts["by_kind"].items()))
    return (
        f"{counts['files']} files: {counts['stored']} stored, {counts['duplicates']} already there, "
        f"{counts['skipped']} skipped, {counts['errors']} errors in {counts['seconds']} s. {kinds}"
    )


intake_parse, intake_load = parse, load
