"""Runs as people meet them: chosen on a list, seen before they start, watched, found again."""
