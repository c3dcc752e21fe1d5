"""What is seen: the door, people and teams, the profile, the matrix, settings."""

from callboard.team.pages import door, people, profile, rights, time

__all__ = ["door", "people", "profile", "rights", "time"]
