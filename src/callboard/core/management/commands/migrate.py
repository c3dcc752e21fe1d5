"""Django's migrate, which lets an empty database of our own server begin where `core.db.baseline` ends."""

from typing import Any

import psycopg
from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections

from callboard.core.db import baseline


class Command(migrate.Command):
    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--from-nothing", action="store_true", help="every migration, also in an empty database")

    def handle(self, *arguments: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        whole = not options["app_label"] and not options["plan"] and not options["check_unapplied"]
        if whole and connection.settings_dict.get("CLUSTER") and not options["from_nothing"]:
            lay(connection.get_connection_params())
        super().handle(*arguments, **options)


def lay(given: dict[str, Any]) -> None:
    """A connection of the owner: Django's may have taken the application's role."""
    names = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(**{name: given[name] for name in names if name in given}, autocommit=True) as owner:
        baseline.lay(owner)
