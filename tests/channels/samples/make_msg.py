"""How the .msg files here were written: by aspose-email-foss 26.3 (MIT), which knows nothing of our reader.

Run in an environment of its own, once: pip install aspose-email-foss==26.3; python make_msg.py. The files are what counts.
"""

from datetime import UTC, datetime
from pathlib import Path

from aspose.email_foss import msg

HERE = Path(__file__).parent
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP_ADDRESS = 0x0C1A, 0x0C1F, 0x5D01
TEXT, EIGHT_BIT = 0x001F, 0x001E
HEADERS = (
    "Received: from mx.agency.example (mx.agency.example [192.0.2.7])\r\n"
    " by in.ours.example; Tue, 10 Mar 2026 09:14:55 -0500\r\n"
    "From: =?utf-8?Q?J=C3=BCrgen_Wei=C3=9F?= <jurgen@agency.example>\r\n"
    "To: Sales Desk <sales@ours.example>\r\n"
    "Cc: zoe@agency.example\r\n"
    "Subject: =?utf-8?B?S8O8bmRpZ3VuZyDigJMg5aWR57SE?=\r\n"
    "Message-ID: <CA1234@agency.example>\r\n"
    "In-Reply-To: <desk-7@ours.example>\r\n"
    "References: <desk-1@ours.example>\r\n"
    " <desk-7@ours.example>\r\n"
    "Date: Tue, 10 Mar 2026 15:14:53 +0100\r\n\r\n"
)


def received() -> None:
    """As Outlook saves what came over the internet: with its headers, two attachments and a mail inside."""
    mail = msg.MapiMessage.create(
        "Kündigung – 契約",
        "Hello,\r\n\r\nplease cancel our subscription on April 30. Contract attached.\r\n\r\nJürgen Weiß",
    )
    mail.set_property(msg.PropertyId.SENDER_NAME, "Jürgen Weiß")
    mail.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, "jurgen@agency.example")
    mail.set_property(msg.PropertyId.INTERNET_MESSAGE_ID, "<CA1234@agency.example>")
    mail.set_property(msg.PropertyId.TRANSPORT_MESSAGE_HEADERS, HEADERS)
    mail.set_property(msg.PropertyId.MESSAGE_DELIVERY_TIME, datetime(2026, 3, 10, 14, 14, 55, tzinfo=UTC))
    mail.add_recipient("sales@ours.example", display_name="Sales Desk")
    mail.add_recipient("zoe@agency.example", display_name="Zoë", recipient_type=2)
    mail.add_attachment("Vertrag Weiß 契約.pdf", PDF, mime_type="application/pdf")
    mail.add_attachment("nothing.txt", b"", mime_type="text/plain")
    inside = msg.MapiMessage.create("The first request", "Please cancel.")
    inside.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, "zoe@agency.example")
    mail.add_embedded_message_attachment(inside, filename="The first request.msg")
    mail.save(HERE / "received.msg")


def internal() -> None:
    """As Exchange keeps what never left the house: no headers, a sender known by a directory path."""
    mail = msg.MapiMessage.create("Frage zum Angebot für Müller", "Können Sie zurückrufen? (214) 555-0142")
    mail.set_property(msg.PropertyId.SENDER_NAME, "Anna Köhler")
    mail.set_property(msg.PropertyId.SENDER_ADDRESS_TYPE, "EX")
    mail.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, "/O=OURS/OU=EXCHANGE/CN=RECIPIENTS/CN=ANNA.KOEHLER")
    mail.set_property(SENDER_SMTP_ADDRESS, TEXT, "anna@ours.example")
    mail.set_property(msg.PropertyId.MESSAGE_DELIVERY_TIME, datetime(2026, 3, 11, 8, 30, tzinfo=UTC))
    mail.add_recipient("sales@ours.example", display_name="Sales Desk")
    mail.save(HERE / "internal.msg")


def eight_bit() -> None:
    """As Outlook of before 2003 wrote: strings of one byte a letter, in the code page of Western Europe."""
    mail = msg.MapiMessage.create("Größe des Büros", "Grüße aus Köln", unicode_strings=False)
    mail.set_property(SENDER_NAME, EIGHT_BIT, "Björn")
    mail.set_property(SENDER_ADDRESS, EIGHT_BIT, "bjorn@agency.example")
    mail.set_property(msg.PropertyId.INTERNET_CODEPAGE, 1252)
    mail.set_property(msg.PropertyId.MESSAGE_DELIVERY_TIME, datetime(2026, 3, 12, 7, 0, tzinfo=UTC))
    mail.add_recipient("sales@ours.example", display_name="Sales Desk")
    mail.save(HERE / "eight_bit.msg")


if __name__ == "__main__":
    received()
    internal()
    eight_bit()
