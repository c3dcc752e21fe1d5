"""The team app."""

from django.apps import AppConfig


class TeamConfig(AppConfig):
    """People, roles, the matrix, hours, absences and settings."""

    name = "callboard.team"
    label = "team"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hang the app's parts on the registries and read the actions."""
        from callboard.team import actions, registers  # noqa: F401  (imported for what they register)
