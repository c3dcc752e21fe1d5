"""The arguments of each command: a stable contract. They may be added to, never renamed."""

import argparse
from typing import Any
from zoneinfo import available_timezones


class Argument:
    """One argument, said the way argparse takes it."""

    def __init__(self, *names: str, **options: Any) -> None:
        self.names = names
        self.options = options

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(*self.names, **self.options)


class Either:
    """Exactly one of these."""

    def __init__(self, *arguments: Argument) -> None:
        self.arguments = arguments

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        group = parser.add_mutually_exclusive_group(required=True)
        for argument in self.arguments:
            group.add_argument(*argument.names, **argument.options)


def port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port lies between 1 and 65535")
    return number


def zone(text: str) -> str:
    if text not in available_timezones():
        raise argparse.ArgumentTypeError("a zone is named like America/Chicago")
    return text


def share(text: str) -> float:
    number = float(text)
    if not 0 < number < 1:
        raise argparse.ArgumentTypeError("a score lies between 0 and 1")
    return number


PRACTICE = Argument("--practice", action="store_true", help="the practice company, beside the own one")
ARGUMENTS: dict[str, list[Argument | Either]] = {
    "up": [
        Argument("--port", type=port, help="default: the first free one from 8000"),
        Argument("--host", default="127.0.0.1", help="default: this machine only (127.0.0.1)"),
        Argument("--empty", action="store_true", help="start without the demo company"),
        Argument("--workers", type=int, default=2, help=argparse.SUPPRESS),
    ],
    "demo": [
        Argument("--seed", type=int, default=1, help="the same number makes the same company"),
        Argument("--scale", type=float, default=1.0, help="1 is about 2,000 accounts"),
        Argument("--remove", action="store_true", help="remove the practice company"),
    ],
    "backup": [Argument("file", metavar="FILE")],
    "restore": [
        Either(
            Argument("file", metavar="FILE", nargs="?", help="what `callboard backup FILE` wrote"),
            Argument("--back", metavar="NAME", help="a copy that an earlier restore kept"),
        )
    ],
    "bench": [
        Argument(
            "--size", choices=["S", "M", "L"], default="S", help="S: 2,000 accounts, M: 100,000 (some minutes to make)"
        ),
        Argument("--only", metavar="NAME", help="one row, or some with commas between"),
        Argument(
            "--keep", metavar="FOLDER", help="make the company in FOLDER, or use the one an earlier run left there"
        ),
    ],
    "export": [
        Argument(
            "view",
            metavar="VIEW",
            help='a list, its filters or a saved view: accounts, "accounts?region=TX&sort=-mrr", "accounts?view=12"',
        ),
        Argument("--format", choices=["xlsx", "csv", "json"], help="default: what FILE ends in, else csv"),
        Argument("-o", dest="file", metavar="FILE", help="default: stdout"),
    ],
    "dedupe": [
        Argument(
            "kind", metavar="KIND", choices=["account", "accounts", "contact", "contacts"], help="account or contact"
        ),
        Argument("--file", metavar="CSV", help="look in this table; no database is needed"),
        Argument("--threshold", type=share, default=0.5, help="the least score of a pair, default 0.5"),
    ],
    "signin": [Argument("email", metavar="EMAIL")],
    "intake parse": [Argument("files", metavar="FILE", nargs="+")],
    "intake load": [Argument("paths", metavar="PATH", nargs="+")],
    "import": [
        Argument("kind", metavar="KIND", help="accounts or contacts"),
        Argument("file", metavar="FILE", help="CSV, XLSX, XLS, ODS or vCards"),
        Argument("--map", metavar="NAME", help="a mapping of columns that was kept under this name"),
        Argument("--dry-run", action="store_true", help="say what would become of each row, and bring in none"),
        Argument("--update", action="store_true", help="change records that are here already; else they are skipped"),
    ],
    "table read": [Argument("file", metavar="FILE", help="CSV, TSV, XLSX, XLS, XLSB or ODS")],
    "calendar read": [
        Argument("files", metavar="FILE", nargs="+", help=".ics files"),
        Argument("--zone", type=zone, default="UTC", help="of times whose zone nobody knows, like America/Chicago"),
    ],
    "calendar import": [
        Argument("files", metavar="FILE", nargs="+", help=".ics files"),
        Argument("--calendar", metavar="NAME", required=True, help="the calendar they are brought into"),
        Argument("--zone", type=zone, help="of times that name none; default: the calendar's"),
        Argument("--dry-run", action="store_true", help="say what would become of each event, and bring in none"),
    ],
    "calendar export": [
        Argument("--calendar", metavar="NAME", help="of this calendar alone; default: all that everybody sees"),
        Argument("-o", dest="file", metavar="FILE", help="default: standard output"),
    ],
    "contacts read": [Argument("file", metavar="FILE", help="vCards 2.1, 3.0 or 4.0")],
}
