"""Calendar files (.ics, RFC 5545) of Outlook, Google, Apple, Notes and the broken ones.

lines: bytes -> blocks of properties.  moments: days, times, lengths.  zones: what a TZID means.  reading: blocks -> events, each
read or refused by itself.  No library reads a file whose neighbour event is broken (icalendar refuses the whole file);
the zone tables, the rules of recurrence (dateutil) and what is written (icalendar) are theirs.
"""

from callboard.calendar.reading.ics.event import Guest, ReadCalendar, ReadEvent, Refused
from callboard.calendar.reading.ics.reading import read_ics
from callboard.calendar.reading.ics.writing import write_ics

__all__ = ["Guest", "ReadCalendar", "ReadEvent", "Refused", "read_ics", "write_ics"]
