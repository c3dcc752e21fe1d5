"""How the .msg files here were written: by aspose-email-foss 26.3 (MIT), which knows nothing of our reader.

Run in an environment of its own, once: pip install aspose-email-foss==26.3; python make_msg.py. The files are what counts.
"""

from datetime import UTC, datetime
from pathlib import Path

from aspose.email_foss import msg

HERE = Path(__file__).parent
SENT = datetime(2026, 3, 10, 14, 14, tzinfo=UTC)
SENDER_SMTP_ADDRESS, TEXT = 0x5D01, 0x001F


def item(subject: str, body: str, *, message_class: str = "IPM.Note", to: str = "") -> msg.MapiMessage:
    """An item as Outlook saves it from the folder of sent mail: no headers of the internet."""
    made = msg.MapiMessage.create(subject, body)
    made.set_property(msg.PropertyId.MESSAGE_CLASS, message_class)
    made.set_property(msg.PropertyId.SENDER_NAME, "Rita Rep")
    made.set_property(SENDER_SMTP_ADDRESS, TEXT, "rita@ours.example")
    made.set_property(msg.PropertyId.INTERNET_MESSAGE_ID, f"<{subject.replace(' ', '-')}@ours.example>")
    made.set_property(msg.PropertyId.MESSAGE_DELIVERY_TIME, SENT)
    if to:
        made.add_recipient(to, display_name="Dana Customer")
    return made


if __name__ == "__main__":
    item("Two trailers", "Dear Dana, both trailers are covered.", to="dana@meadow.example").save(HERE / "sent.msg")
    item("Not sent yet", "Dear").save(HERE / "nobody.msg")
    item("Lunch", "At the mill.", message_class="IPM.Appointment").save(HERE / "appointment.msg")
