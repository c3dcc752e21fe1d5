"""`callboard intake parse`: read mail without storing.  Needs no database and no Django."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from callboard.channels.reading import ReadMail, read
from callboard.channels.reading.containers import mails_in

SHOWN = ("kind", "from", "to", "subject", "date")


def intake_parse(args: argparse.Namespace) -> int:
    """Print what each mail of the given files and folders says.  Files that are no mail are listed as skipped."""
    counts: dict[str, int] = {}
    skipped = missing = 0
    for name in args.files:
        path = Path(name)
        if not path.exists():
            print(f"{name}: no such file", file=sys.stderr)
            missing += 1
            continue
        for found in mails_in(path):
            if found.raw is None:
                skipped += 1
                _say(args, {"file": found.name, "skipped": found.skipped})
                continue
            mail = read(found.raw)
            counts[mail.kind] = counts.get(mail.kind, 0) + 1
            _say(args, {"file": found.name, **fields(mail)})
    summary = {"files": sum(counts.values()) + skipped, "read": sum(counts.values()), "skipped": skipped}
    summary |= {"missing": missing, **{kind: counts[kind] for kind in sorted(counts)}}
    if args.json:
        print(json.dumps({"summary": summary}, ensure_ascii=False))
    else:
        print(", ".join(f"{key} {value}" for key, value in summary.items()), file=sys.stderr)
    return 1 if missing and not counts and not skipped else 0


def fields(mail: ReadMail) -> dict[str, Any]:
    """The contract of the command line (docs: cli): fields may be added, never renamed."""
    return {
        "kind": mail.kind,
        "from": mail.from_address,
        "from_name": mail.from_name,
        "to": list(mail.to),
        "cc": list(mail.cc),
        "subject": mail.subject,
        "date": mail.date_at.isoformat() if mail.date_at else None,
        "message_id": mail.message_id,
        "in_reply_to": mail.in_reply_to,
        "text": mail.text,
        "reply": mail.reply,
        "quoted": mail.quoted,
        "signature": mail.signature,
        "phones": list(mail.phones),
        "title": mail.title,
        "company": mail.company,
        "attachments": [{"name": each.name, "type": each.type, "size": each.size} for each in mail.attachments],
        "auto_answerable": mail.auto_answerable,
        "bounced": list(mail.bounced_addresses),
        "spam_hints": list(mail.spam_hints),
        "warnings": list(mail.warnings),
    }


def _say(args: argparse.Namespace, line: dict[str, Any]) -> None:
    if args.json:
        print(json.dumps(line, ensure_ascii=False))
        return
    print(line["file"])
    for name, value in line.items():
        if name == "file" or value in ("", [], None):
            continue
        if isinstance(value, list):
            value = ", ".join(
                f"{each['name']} ({each['size']})" if isinstance(each, dict) else str(each) for each in value
            )
        text = str(value).replace("\n", "\n    ")
        print(f"  {name}: {text}")
    print()
