"""Decisions and arithmetic: no writes, no clock."""
