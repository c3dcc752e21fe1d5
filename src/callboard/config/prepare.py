"""What must be done before the first page: called by `up` in a process of its own, which works as the owner.

On success stdout holds the sentence how to sign in.
"""

import argparse
import os
import sys
import time

from callboard import __version__

LOCK_TIMEOUT = "1s"
LOCK_TRIES = 20


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--empty", action="store_true")
    options.add_argument("--public", action="store_true")
    arguments = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")
    from callboard.config import cli

    try:
        prepare(arguments)
    except KeyboardInterrupt:
        return cli.INTERRUPTED
    except Exception as fault:
        sentence = cli.expected(fault)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return cli.REFUSED
    return cli.DONE


def prepare(arguments: argparse.Namespace) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    from callboard.config import statics

    prepare_role()
    migrate()
    statics.gather()
    work_as_application()
    if settings.COMPANY == "practice" and not arguments.empty and nobody_yet():
        build_demo()
    if arguments.public:
        refuse_without_password()
    print(signin_sentence())
    connection.close()


def migrate() -> None:
    """Bring the schema up to date. A table that is in use is tried again: nobody waits behind us for more than 1 s."""
    from django.core.management import call_command
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    from callboard.core.db import versions

    executor = MigrationExecutor(connection)
    refuse_newer(versions.unknown(executor.loader))
    if not versions.waiting(executor):
        return
    print("Preparing the database.", file=sys.stderr)
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
    for attempt in range(LOCK_TRIES):
        try:
            call_command("migrate", interactive=False, verbosity=0)
            return
        except OperationalError as error:
            if "lock timeout" not in str(error) or attempt == LOCK_TRIES - 1:
                raise
            time.sleep(0.5)


def refuse_newer(unknown: list[str]) -> None:
    """This program would not understand what a newer one wrote."""
    from callboard.core.console import Sentence

    if unknown:
        raise Sentence(
            f"This database was made by a newer Callboard: it has {', '.join(unknown[:3])}, which this version "
            f"({__version__}) does not know. Nothing was changed. Start the newer version, or restore a backup that "
            "this version made: callboard restore FILE"
        )


def prepare_role() -> None:
    """Create the application's role where we may; elsewhere an administrator must have done it."""
    from callboard.config.doctor import role_trouble
    from callboard.core.console import Sentence
    from callboard.core.db.backend.base import wrapper

    wrapper().become_owner()
    wrapper().become_application()
    trouble = role_trouble()
    if trouble:
        raise Sentence(trouble)


def work_as_application() -> None:
    from django.db import connection

    connection.close()
    os.environ.pop("CALLBOARD_DB_OWNER", None)


def nobody_yet() -> bool:
    from callboard.team.models import Person

    return not Person.objects.exists()


def build_demo() -> None:
    from callboard.config import demo

    print("Building the practice company (once; under a minute).", file=sys.stderr)
    demo.build()


def refuse_without_password() -> None:
    from callboard.core.console import Sentence
    from callboard.team.models import Person

    if not any(person.has_usable_password() for person in Person.objects.filter(is_active=True).iterator()):
        raise Sentence("Nobody has a password yet: start on this machine only, sign in and set one, then use --host.")


def signin_sentence() -> str:
    """A one-time link for the first person while nobody has ever signed in; afterwards, how to get one."""
    from django.conf import settings

    from callboard.config.places import command_for
    from callboard.core.actions import Actor
    from callboard.core.companies import first_person
    from callboard.core.company import here
    from callboard.team.actions import sign_in_link
    from callboard.team.actions.door import link_with
    from callboard.team.commands import make_first
    from callboard.team.models import Person, SignIn

    if SignIn.objects.exists():
        return f"Sign in with your e-mail address and password; a one-time link: {command_for('signin EMAIL')}"
    first = Person.objects.filter(is_active=True).order_by("pk").first()
    address, token = first_person(settings.HOME) if first is None else ("", "")
    if address:
        first = make_first(address)
        link_with(first, token)
    if first is None:
        return f"Nobody is registered yet; make yourself the first person: {command_for('signin EMAIL')}"
    url = here(sign_in_link(first, by=Actor.clock("team.signin")))
    return f"Sign in as {first} (works once, within 24 hours): {url}"


if __name__ == "__main__":
    sys.exit(main())
