"""What is seen: the door, people and teams, the profile, holidays, the matrix, settings."""

from callboard.team.pages import door, holidays, matrix, people, practice, profile, settings, setup, time

__all__ = ["door", "holidays", "matrix", "people", "practice", "profile", "settings", "setup", "time"]
