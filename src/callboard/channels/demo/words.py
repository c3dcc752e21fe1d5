"""What the practice company's customers write to the desk, and what it answers."""

from dataclasses import dataclass

DESK_NAME = "Lakeside Agency Software"


@dataclass(frozen=True)
class Talk:
    """A question and its answer.  {first}, {agency}, {seats}, {day} and {me} are filled in."""

    weight: int
    subject: str
    text: str
    answer: str


TALKS = (
    Talk(
        9,
        "Two more seats",
        "Hi,\n\nwe hired again. Please add {seats} more seats to our rater from {day} on.",
        "Hi {first},\n\n{seats} seats are ordered; you get the confirmation today. New users can sign in on {day}.",
    ),
    Talk(
        8,
        "Cannot log in",
        "Good morning,\n\none of our producers cannot log in since yesterday. It says the password is wrong, and the reset mail "
        "does not arrive. Can you help today?",
        "Hi {first},\n\nthe reset mails went to an old address. It is corrected, and a new one is on its way.",
    ),
    Talk(
        8,
        "Question about the invoice",
        "Hello,\n\nwe were charged twice in the last month. Could you check and send a corrected invoice?",
        "Hi {first},\n\nyou are right: the second charge is refunded. The corrected invoice follows from billing.",
    ),
    Talk(
        7,
        "Training for new people",
        "Hi there,\n\ncould you tell me when the next training is? Two new people start on {day}.",
        "Hi {first},\n\nthe next one is on {day} at 10:00 Central. I have put both on the list.",
    ),
    Talk(
        6,
        "Website: change of address",
        "Hello,\n\nwe moved to the next street. Please change our address on the website you made for us, and on the quote form.",
        "Hi {first},\n\nonboarding has it; the new address is on both by {day}.",
    ),
    Talk(
        6,
        "Rates do not load",
        "Hi,\n\nrates for one of our carriers do not load since this morning; it gives us an error 504. Others work.",
        "Hi {first},\n\nthe carrier had a fault; it works again since noon. Please tell me if you still see it.",
    ),
    Talk(
        5,
        "Upgrade",
        "Hello,\n\nwe would like to upgrade to the agency website with the marketing package. What would that cost {agency}?",
        "Hi {first},\n\nthe quote is attached to your account; I call you on {day} to go through it.",
    ),
    Talk(
        4,
        "Renewal",
        "Hi,\n\nour contract renews soon. Before that we want to talk about the price; a competitor offered us less. Please call me.",
        "Hi {first},\n\nthank you for writing first. I call you on {day} at ten, with the figures of your use.",
    ),
    Talk(
        3,
        "Cancellation",
        "To whom it may concern,\n\nplease cancel our subscription at the end of the term. We are switching to another vendor.",
        "Hi {first},\n\nI am sorry to read that. The term and what is open are below; may I call you on {day}?",
    ),
    Talk(
        4,
        "New owner",
        "Hello,\n\n{agency} has a new owner from the first of next month. What do you need from us for the change of ownership?",
        "Hi {first},\n\nthe form is one page: new owner, billing contact, date. I send it today.",
    ),
    Talk(
        4,
        "Signed order",
        "Hi,\n\nattached is the signed order for {seats} seats. When can we start?",
        "Hi {first},\n\nreceived and checked. You can start on {day}.",
    ),
    Talk(
        3,
        "W-9",
        "Hello,\n\nour accountant needs a copy of your W-9. Could you send it?",
        "Hi {first},\n\nhere it is. Tell me if she needs anything else.",
    ),
)
THANKS = ("Thank you, that was quick.", "Perfect, thanks.", "Great, talk to you then.", "Thanks {me}, all works again.")

#: Strangers and the like: name, address, subject, text, kind.
STRANGERS = (
    (
        "Melissa Grant",
        "melissa@grantfamilyinsurance.example",
        "Demo request",
        "Hi,\n\nwe are a new agency with four people and interested in your rater. Can we schedule a demo next week? "
        "How much does it cost?\n\nMelissa Grant\nOwner, Grant Family Insurance\n(512) 555-0147",
        "message",
    ),
    (
        "Paul Dietrich",
        "paul@dietrichagency.example",
        "Pricing",
        "Hello,\n\nI met your team at the convention and want to learn more. Please send me pricing for six seats and a website."
        "\n\nPaul Dietrich\nDietrich Agency\n+1 608 555 0112",
        "message",
    ),
    (
        "Sonia Varga",
        "sonia.varga@mailbox.example",
        "Application as account executive",
        "Dear team,\n\nI am applying for the account executive position you posted. My resume is attached.\n\nSonia Varga",
        "message",
    ),
    (
        "Trade Show Services",
        "orders@tradeshowservices.example",
        "Exhibitor kit for your booth",
        "Dear exhibitor,\n\nyour exhibitor packet is ready. The advance warehouse opens in three weeks.",
        "message",
    ),
    (
        "Growth Partners",
        "hello@growth-partners.example",
        "More traffic for your site",
        "Hi,\n\nour company provides SEO services and lead generation services for software companies. Do you have 15 minutes this week?",
        "message",
    ),
    (
        "Prize Office",
        "claims@prize-office.example",
        "YOU HAVE WON!!!",
        "Dear beneficiary,\n\nyou have won one million dollars in the lottery. Click here to claim.",
        "message",
    ),
    (
        "Insurance Weekly",
        "news@insuranceweekly.example",
        "This week: rates in the Midwest",
        "The news of the week. To unsubscribe, see below.",
        "list",
    ),
    (
        "Mail Delivery System",
        "mailer-daemon@mail.example",
        "Undelivered Mail Returned to Sender",
        "The mail system\n\n<old.address@agency.example>: user unknown",
        "bounce",
    ),
)
AWAY = "I am out of the office until {day}. For urgent matters please call our main line."
