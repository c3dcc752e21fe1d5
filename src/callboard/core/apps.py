"""How every app of the house starts: its modules that register things are imported once."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig

# Bottom floor first, so that what registers later finds what it refers to.
FLOORS = ("actions", "listeners", "jobs", "tables", "forms", "registers")


class House(AppConfig):
    """An app of the house. `ready()` imports those of its FLOORS that exist."""

    default = False
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        for floor in FLOORS:
            dotted = f"{self.name}.{floor}"
            if find_spec(dotted) is not None:
                import_module(dotted)


class Core(House):
    default = True
    name = "callboard.core"
    label = "core"
