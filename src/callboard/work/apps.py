"""The work app."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Tasks and My Day."""

    name = "callboard.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hang the app's parts on the registries and read the actions."""
        from callboard.work import actions, registers  # noqa: F401  (imported for what they register)
