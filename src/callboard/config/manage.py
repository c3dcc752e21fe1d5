"""Django's own commands: `python -m callboard.config.manage makemigrations orders`."""

import os
import sys

# These change the schema, so the process works as the owner and not as `callboard_app`.
OWNER_COMMANDS = {"migrate", "flush", "sqlflush", "pgtrigger", "dbshell"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callboard.config.settings")
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        os.environ["CALLBOARD_DB_OWNER"] = "1"
    from django.core.management import execute_from_command_line

    execute_from_command_line(["callboard.config.manage", *sys.argv[1:]])


if __name__ == "__main__":
    main()
