"""Invitations on their way, out and in."""

from datetime import datetime
from email.message import EmailMessage
from typing import Any
from uuid import uuid4

from callboard.calendar import actions as do
from callboard.calendar.models import Event, Guest, Invitation
from callboard.calendar.reading.ics import ReadCalendar, read_ics
from callboard.channels.jobs import send_queued
from callboard.core.actions import Actor
from callboard.directory.models import Contact
from tests.channels.post import Post

#: On the wall.
TEN = datetime.fromisoformat("2027-03-09T10:00:00")
ANN = "ann@agency.example"


def asked(event: Event, by: Actor, contact: Contact, **more: Any) -> Guest:
    guest: Guest = do.add_guest(event, by=by, contact=contact)
    do.send_invitations(event, by=by, **more)
    send_queued.func()
    guest.refresh_from_db()
    return guest


def calendar_of(mail: Any) -> tuple[str, ReadCalendar]:
    """The method its part names, and what it holds."""
    (part,) = [each for each in mail.walk() if each.get_content_type() == "text/calendar"]
    return part.get_param("method"), read_ics(part.get_payload(decode=True))


def deliver(
    post: Post, method: str, *lines: str, sender: str = ANN, text: str = "", uid: str = "x", vouched: str = ""
) -> None:
    """A mail as calendars send it: words, and the event beside them.  vouched: what a server says of it on top."""
    mail = EmailMessage()
    if vouched:
        mail["Authentication-Results"] = vouched
    mail["From"], mail["To"], mail["Subject"] = sender, "desk@ours.example", "calendar"
    mail["Message-ID"], mail["Date"] = f"<{uuid4()}@agency.example>", "Mon, 23 Nov 2026 09:00:00 -0600"
    mail.set_content(text)
    start = (
        []
        if any(line.startswith("DTSTART") for line in lines)
        else ["DTSTART:20270309T160000Z", "DTEND:20270309T170000Z"]
    )
    body = ["BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{uid}", *start, *lines]
    raw = "\r\n".join([*body, "END:VEVENT", "END:VCALENDAR", ""])
    mail.add_alternative(raw, subtype="calendar", params={"method": method})
    post.imap.deliver(mail.as_bytes())
    post.take_in()


def request(post: Post, *lines: str, sender: str = ANN, **more: Any) -> Invitation:
    guests = ("ATTENDEE;RSVP=TRUE:mailto:desk@ours.example", f"ORGANIZER:mailto:{ANN}", "SUMMARY:Agents' board")
    deliver(post, "REQUEST", *guests, *lines, sender=sender, text="Please come", uid="ann-1", **more)
    return Invitation.objects.order_by("-id").first()  # type: ignore[return-value]
