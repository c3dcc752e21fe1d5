"""The advisory lock that keeps a day's close apart from what is being booked."""

#: Posting takes it shared, the close takes it alone. Migration 0002 writes the same number into a trigger.
BOOKS_LOCK = 7_201_001
