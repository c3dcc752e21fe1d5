"""What a sender wants, by words; and "unsure" where words do not say."""

import pytest

from callboard.intake.reading import Facts, read_intent


@pytest.mark.parametrize(
    ("subject", "text", "known", "code"),
    [
        ("Cancel", "Please cancel our subscription at the end of the month.", True, "cancellation"),
        ("Renewal", "We have decided not to continue and will not be renewing in May.", True, "cancellation"),
        ("", "We are switching to another vendor and no longer need your rater.", True, "cancellation"),
        ("Seats", "Can you add three more users to our account starting Monday?", True, "order_change"),
        ("", "We would like to upgrade to the premium plan.", True, "order_change"),
        ("Signed order", "Attached is the signed agreement.", True, "order_change"),
        ("Invoice 4711", "We were charged twice in March. Please send a corrected invoice.", True, "billing"),
        ("W9", "Could you send us a copy of your W-9?", True, "billing"),
        ("Help", "I can't log in, it says my password is wrong.", True, "support"),
        ("Site down", "Our website is down since this morning and gives us an error.", True, "support"),
        ("Demo", "We are a new agency and would like to schedule a demo.", False, "new_lead"),
        ("Pricing", "I am interested in your rater. How much does it cost?", False, "new_lead"),
        ("Application", "I am applying for the account executive position, my resume is attached.", False, "applicant"),
        (
            "More traffic",
            "Our company provides SEO services and lead generation services for businesses.",
            False,
            "vendor",
        ),
        ("You have won", "Dear beneficiary, you have won the lottery.", False, "spam"),
        ("Hours", "Are you open on Thanksgiving Friday?", True, "question"),
        ("", "Thanks!", True, "unsure"),
        ("", "", None, "unsure"),
        ("Lunch", "See you at noon.", None, "unsure"),
    ],
)
def test_the_words_say_what_is_wanted(subject: str, text: str, known: bool | None, code: str) -> None:
    intent = read_intent(subject, text, Facts(known=known))
    assert intent.code == code, intent
    assert code == "unsure" or (intent.words and intent.confidence >= 0.5), intent


def test_the_words_are_those_of_the_mail() -> None:
    intent = read_intent("Question", "Please cancel our service.", Facts(known=True))
    assert "Please cancel" in intent.words or "cancel our service" in intent.words


def test_a_customer_who_asks_for_a_demo_is_no_new_lead() -> None:
    assert read_intent("", "Could we schedule a demo of the website product?", Facts(known=True)).code == "question"
    assert read_intent("", "Could we schedule a demo of the website product?", Facts(known=False)).code == "new_lead"


def test_two_strong_reasons_are_left_to_a_person() -> None:
    text = "Please cancel our subscription. Also we were charged twice, please refund the duplicate charge."
    assert read_intent("Cancel and refund", text, Facts(known=True)).code in {"cancellation", "unsure"}


def test_automatic_mail_has_no_intent() -> None:
    assert read_intent("Automatic reply", "please cancel our contract", Facts(kind="auto_reply")).code == "unsure"


def test_a_curriculum_in_the_files_counts() -> None:
    assert (
        read_intent("Hello", "Please see attached.", Facts(known=False, attachments=("resume_lee.pdf",))).code
        == "applicant"
    )


def test_long_text_is_read_in_no_time() -> None:
    read_intent("x" * 10_000, "cancel our " * 50_000)
