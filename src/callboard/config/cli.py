"""The command `callboard`: reads the arguments, prepares what the command needs, turns expected faults into a sentence."""

import argparse
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from callboard import __version__
from callboard.config import places
from callboard.config.arguments import ARGUMENTS, PRACTICE

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
#: Set for the second try of a command that found no tables.
AGAIN = "CALLBOARD_PREPARED"


@dataclass(frozen=True)
class Command:
    """What a command is called, where its function stands, and what it needs.

    django: it is set up before.  owner: it works as the database's owner.  company: it is about one of the two companies.
    """

    function: str
    help: str
    django: bool = True
    owner: bool = False
    company: bool = True


COMMANDS = {
    "up": Command("callboard.config.up:up", "start web, worker and the database; Ctrl-C stops", django=False),
    "down": Command("callboard.config.up:down", "stop everything this folder started", django=False, company=False),
    "doctor": Command("callboard.config.doctor:doctor", "explain what is wrong", django=False),
    "demo": Command("callboard.config.demo:demo", "fill the practice company, or remove it"),
    "check": Command("callboard.config.check:check", "recompute every ledger and total, and compare"),
    "reindex": Command("callboard.config.reindex:reindex", "make the index of search anew"),
    "backup": Command("callboard.config.backup:backup", "write the whole database and all files to FILE", owner=True),
    "restore": Command("callboard.config.restore:restore", "put back what `backup` wrote", owner=True),
    "bench": Command("callboard.config.bench:bench", "measure what is promised", django=False, company=False),
    "export": Command("callboard.kit.commands:export", "a list as a file, with its filters and order"),
    "dedupe": Command(
        "callboard.directory.commands.dedupe:dedupe", "duplicates among records, or in a table", django=False
    ),
    "matrix": Command("callboard.team.commands:matrix", "who may do what"),
    "signin": Command("callboard.team.commands:signin", "a one-time sign-in link (24 h)"),
    "intake parse": Command(
        "callboard.intake.commands:parse", "read mail without storing", django=False, company=False
    ),
    "intake load": Command("callboard.intake.commands:load", "store and route mail"),
    "import": Command("callboard.directory.commands:bring_in", "bring in the rows of a file"),
    "table read": Command(
        "callboard.directory.commands:table_read", "how the importer sees a file", django=False, company=False
    ),
    "calendar read": Command(
        "callboard.calendar.commands:calendar_read", "the events of .ics files", django=False, company=False
    ),
    "calendar import": Command("callboard.calendar.commands:calendar_import", "bring the events of .ics files in"),
    "calendar export": Command("callboard.calendar.commands:calendar_export", "a calendar as an .ics file"),
    "contacts read": Command(
        "callboard.directory.commands:contacts_read", "the people of a file of vCards", django=False, company=False
    ),
}
#: What a first word of two means.
GROUPS = {
    "intake": "read and route mail",
    "table": "read tables",
    "contacts": "read vCards",
    "calendar": "read, bring in and write .ics files",
}


def main(given: list[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 refused with a sentence on stderr, 2 wrong usage."""
    arguments = parser().parse_args(given)
    if arguments.command is None:
        parser().print_help()
        return WRONG_USAGE
    try:
        return run(COMMANDS[arguments.command], arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) went away: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as fault:
        if is_unprepared(fault) and prepared():
            return again(given)
        sentence = expected(fault)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return REFUSED


def is_unprepared(fault: Exception) -> bool:
    """A table is not there: nobody has run `up` on this database yet. Nothing was written."""
    causes = {cause.__name__ for cause in type(fault.__cause__).__mro__}
    return "UndefinedTable" in causes and AGAIN not in os.environ


def prepared() -> bool:
    """Make the tables, as `up` does, without the practice company."""
    command = [sys.executable, "-m", "callboard.config.prepare", "--empty"]
    owner = os.environ | {"CALLBOARD_DB_OWNER": "1"}
    return subprocess.run(command, env=owner, stdout=subprocess.DEVNULL, check=False).returncode == 0


def again(given: list[str] | None) -> int:
    """The same command in a process that has never seen the empty database."""
    command = [sys.executable, "-m", "callboard.config.cli", *(sys.argv[1:] if given is None else given)]
    return subprocess.run(command, env=os.environ | {AGAIN: "1"}, check=False).returncode


def run(command: Command, arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")
    if getattr(arguments, "practice", False):
        places.serve_practice(places.home())
    if command.owner:
        os.environ["CALLBOARD_DB_OWNER"] = "1"
    if command.django:
        import django

        django.setup()
    module, _, name = command.function.partition(":")
    function: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
    return function(arguments)


def expected(fault: Exception) -> str | None:
    """The sentence for a fault that is not a mistake of ours; None lets the traceback be seen."""
    from callboard.core.console import Sentence

    if isinstance(fault, Sentence):
        return str(fault)
    if is_full(fault):
        return FULL
    if isinstance(fault, OSError):
        where = f": {fault.filename}" if fault.filename else ""
        return f"{fault.strerror or fault}{where}."
    names = {cause.__name__ for cause in type(fault).__mro__}
    if "ClusterFailed" in names:
        return str(fault)
    if "OperationalError" in names:
        return database_sentence(fault)
    causes = {cause.__name__ for cause in type(fault.__cause__).__mro__}
    if "UndefinedTable" in causes:
        return "The database is empty; run `callboard up` once."
    if "UndefinedColumn" in causes:
        return "The database's tables are of another version of Callboard; `callboard doctor` says which."
    if {"ImproperlyConfigured", "ParseError", "UnknownSchemeError"} & names:
        return f"A setting is wrong: {fault}"
    return None


FULL = (
    "The disk is full. What was saved before is safe; what was under way was not done. Free some space and try again; "
    "callboard doctor says how much there is."
)


def is_full(fault: BaseException | None) -> bool:
    """Whether the disk, or somebody's share of it, has no room left: said by the system or by PostgreSQL."""
    if isinstance(fault, OSError) and fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    said = f"{type(fault).__name__}: {fault}"
    words = ("DiskFull", "No space left on device", "Disk quota exceeded")
    return any(word in said for word in words) or bool(fault and is_full(fault.__cause__))


#: What libpq says -> what to do about it.
ADVICE = {
    "password authentication failed": "Look at the user and the password in DATABASE_URL.",
    "no password supplied": "Put the password into DATABASE_URL.",
    "no pg_hba.conf entry": "Let the server's administrator admit this machine and user.",
    "does not exist": "Create it, or mend DATABASE_URL.",
    "Connection refused": "Start PostgreSQL there, or mend the host and port in DATABASE_URL.",
    "resolve host": "Mend the host in DATABASE_URL.",
    "timeout": "Look at the host and port in DATABASE_URL, and at the firewall between.",
    "too many clients": "Stop what else uses the server, or raise its max_connections.",
}


def database_sentence(fault: Exception) -> str:
    """The first thing libpq said, as its further lines repeat it for every address it tried; then what to do."""
    lines = [line.strip() for line in str(fault).strip().splitlines() if line.strip()]
    said = lines[0] if lines else str(fault)
    advice = next((advice for words, advice in ADVICE.items() if words in said), "callboard doctor says more.")
    return f"The database does not answer: {said.rstrip('.')}. {advice}"


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(prog="callboard", description="Sales support and account management.")
    whole.add_argument("--version", action="version", version=f"callboard {__version__}")
    whole.set_defaults(command=None)
    level = whole.add_subparsers(metavar="COMMAND")
    groups: dict[str, argparse._SubParsersAction[argparse.ArgumentParser]] = {}
    for name, command in COMMANDS.items():
        first, _, second = name.partition(" ")
        if second and first not in groups:
            outer = level.add_parser(first, help=GROUPS[first])
            outer.set_defaults(command=None)
            groups[first] = outer.add_subparsers(metavar="COMMAND", required=True)
        one = (groups[first] if second else level).add_parser(second or first, help=command.help)
        one.add_argument("--json", action="store_true", help="JSON lines, the last one a summary")
        for arguments in [*([PRACTICE] if command.company else []), *ARGUMENTS.get(name, [])]:
            arguments.add_to(one)
        one.set_defaults(command=name)
    return whole


if __name__ == "__main__":
    sys.exit(main())
