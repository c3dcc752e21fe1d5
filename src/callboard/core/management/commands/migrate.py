"""Django's migrate, which lets an empty database begin where `core.db.baseline` ends."""

import logging
from typing import Any

import psycopg
from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections

from callboard.core.db import baseline

logger = logging.getLogger("callboard.migrate")


class Command(migrate.Command):
    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--from-nothing", action="store_true", help="every migration, also in an empty database")

    def handle(self, *arguments: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        whole = not options["app_label"] and not options["plan"] and not options["check_unapplied"]
        if whole and not options["from_nothing"]:
            lay(connection.get_connection_params(), own=bool(connection.settings_dict.get("CLUSTER")))
        super().handle(*arguments, **options)


def lay(given: dict[str, Any], *, own: bool) -> None:
    """By a connection of the owner: Django's may have taken the application's role. A given server that does not take it is
    left as it was, and migrates."""
    names = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert")
    with psycopg.connect(**{name: given[name] for name in names if name in given}, autocommit=True) as owner:
        try:
            baseline.lay(owner)
        except psycopg.Error:
            if own:
                raise
            logger.info("The baseline was not laid; every migration is made.", exc_info=True)
