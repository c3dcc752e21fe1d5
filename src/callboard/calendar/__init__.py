"""Calendars: conventions, monthly sales, time off, trainings, one's own; feeds and invitations."""
