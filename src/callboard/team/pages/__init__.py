"""What is seen: the door, people and teams, the profile, holidays, the matrix, settings."""

from callboard.team.pages import door, holidays, people, profile, rights, settings, time

__all__ = ["door", "holidays", "people", "profile", "rights", "settings", "time"]
