"""What was written apart from what was quoted: the lines clients write above a quote, in many languages, and their own lines below."""

import pytest

from callboard.channels.reading import read
from callboard.channels.reading.html import split_quote, to_text
from callboard.channels.reading.quotes import separate
from callboard.channels.reading.signature import facts_of, phones_in
from tests.channels.test_reading import DATA

OWN = "My own words, long enough."
A = "a@b.example"
ABOVE = f"""\
On Mon, Nov 23, 2020, 10:00 AM Max <{A}> wrote:
On 11/23/2020 10:00 AM, Max wrote:
Max <{A}> wrote on 11/23/2020 10:00:00 AM:
---- On Mon, 23 Nov 2020 10:00:00 +0100 Max <{A}> wrote ----
Am Mo., 23. Nov. 2020 um 10:00 Uhr schrieb Max <{A}>:
Max Muster <{A}> schrieb am Mo., 23. Nov. 2020, 10:00:
Le lun. 23 nov. 2020 à 10:00, Max <{A}> a écrit :
El lun, 23 nov 2020 a las 10:00, Max (<{A}>) escribió:
Il giorno lun 23 nov 2020 alle ore 10:00 Max <{A}> ha scritto:
Op ma 23 nov. 2020 om 10:00 schreef Max <{A}>:
Em seg., 23 de nov. de 2020 às 10:00, Max <{A}> escreveu:
Den mån 23 nov. 2020 kl 10:00 skrev Max <{A}>:
pon., 23 lis 2020 o 10:00 Max <{A}> napisał(a):
пн, 23 нояб. 2020 г. в 10:00, Max <{A}>:
po 23. 11. 2020 v 10:00 odesílatel Max <{A}> napsal:
Max <{A}> ezt írta (időpont: 2020. nov. 23., H, 10:00):
2020年11月23日(月) 10:00 Max <{A}>:
2020년 11월 23일 (월) 오전 10:00, Max <{A}>님이 작성:
Max <{A}> 于2020年11月23日周一 上午10:00写道：
-----Original Message-----
‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐
-------- Ursprüngliche Nachricht --------
-------- Message d'origine --------
Begin forwarded message:""".split("\n")
HEADS = [
    "From: Max\nSent: Monday\nTo: x\nSubject: y",
    "*Von:* Max\n*Gesendet:* Mo\n*An:* x\n*Betreff:* y",
    "De : Max\nEnvoyé : lundi\nÀ : x\nObjet : y",
    "De: Max [mailto:x@y.z]\nEnviado el: lunes\nPara: b\nAsunto: c",
    "Da: Max\nInviato: lunedì\nA: x\nOggetto: y",
    "Van: Max\nVerzonden: maandag\nAan: x\nOnderwerp: y",
    "От: Max\nОтправлено: пн\nКому: x\nТема: y",
    "发件人: Max\n发送时间: 2020\n收件人: x\n主题: y",
]
BELOW = [
    "Sent from my iPhone",
    "Envoyé de mon iPhone",
    "Von meinem iPhone gesendet",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Отправлено с iPhone",
    "iPhoneから送信",
    "Get Outlook for Android",
    "Sent from my Verizon, Samsung Galaxy smartphone",
    "Sent from my phone. Please excuse typos.",
]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("quote", ["\n> what was said\n> before", "\nwhat was said\nbefore"])
def test_what_stands_below_an_attribution_is_quoted(above: str, quote: str) -> None:
    wrote = separate(f"{OWN}\n\n{above}\n{quote}\n")
    assert wrote.reply == OWN
    assert "before" in wrote.quoted


@pytest.mark.parametrize("head", HEADS)
def test_a_block_of_headers_begins_the_quote(head: str) -> None:
    assert separate(f"{OWN}\n\n{head}\n\nwhat was said").reply == OWN


@pytest.mark.parametrize("line", BELOW)
def test_a_phones_own_line_is_no_part_of_the_answer(line: str) -> None:
    wrote = separate(f"{OWN}\n\n{line}")
    assert (wrote.reply, wrote.signature) == (OWN, line)


@pytest.mark.parametrize(
    "text",
    [
        "Sent from my desk, this is easier than by phone.",
        "From: my point of view\nthis is fine.",
        "On Monday we wrote:\nplease call.",
        "To: be or not to be.\nThat is it.",
        "Prices:\n-----\n10 seats\n-----\nThanks for a quick answer, we need it for the board of Monday and for the auditors.\n"
        + "More text.\n" * 12,
        "Call me on my cell phone. 713-302-6442.",
        "The site is\nhttp://x.example/\nhttp://y.example/",
        "> a quote first\n\nand my words",
    ],
)
def test_what_only_looks_like_a_quote_stays(text: str) -> None:
    assert separate(text).reply == text.strip()


def test_answers_between_the_lines_keep_their_questions() -> None:
    text = "Hi,\n\nmy answers are below.\n\nOn 1/2/2026, Bo wrote:\n> When?\n\nOn Monday.\n\n> Where?\n\nHere.\n"
    reply = separate(text).reply
    for words in ("> When?", "On Monday.", "> Where?", "Here."):
        assert words in reply
    assert "Bo wrote" not in reply


def test_an_answer_below_the_quote_is_the_answer() -> None:
    assert separate("On 1/2/2026, Bo wrote:\n> When?\n> Soon?\n\nOn Monday.\n").reply == "On Monday."


def test_a_card_is_the_signature_and_a_mere_name_stays() -> None:
    card = separate(
        "Please call me.\n\nBest regards\nAnn Lee\nOwner\nLee Insurance Agency, Inc.\nTel: (214) 555-0142", "Ann Lee"
    )
    assert card.reply == "Please call me."
    facts = facts_of(card.signature, "ann@leeinsurance.example", "Ann Lee")
    assert (facts.phones, facts.title, facts.company) == (("+12145550142",), "Owner", "Lee Insurance Agency, Inc.")
    name = separate("Please call me.\n\nThanks,\nAnn", "Ann Lee")
    assert (name.reply, name.closing) == ("Please call me.\n\nThanks,\nAnn", "Thanks,\nAnn")


def test_a_fax_is_no_phone() -> None:
    assert phones_in("Tel +1 214 555 0142\nFax: +1 214 555 0199") == ("+12145550142",)


def test_long_and_wicked_texts_are_split_in_no_time() -> None:
    for text in (
        "On " * 50_000,
        "> " * 50_000,
        "a\n" * 30_000,
        "From: " * 20_000,
        "On 1/1/2020\n" * 5_000,
        "-" * 200_000,
        "x " * 200_000,
    ):
        separate(text)


def test_html_made_to_keep_us_busy_does_not() -> None:
    for piece in (
        "<blockquote type=cite></blockquote>",
        "<p>:</p><blockquote></blockquote>",
        "<hr>",
        "<div class=gmail_quote>",
        "<script",
        "x:<blockquote>",
    ):
        source = "<body>" + piece * 20_000
        to_text(source)
        split_quote(source)


def test_the_marks_of_clients_split_html() -> None:
    for quote in (
        '<div class="gmail_quote">On Monday Bo wrote:<blockquote>before</blockquote></div>',
        '<div id="divRplyFwdMsg">From: Bo</div><div>before</div>',
        '<blockquote type="cite">before</blockquote>',
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p>From: Bo</p></div><p>before</p>',
        "<hr><p>From: Bo</p><p>before</p>",
    ):
        own, quoted = split_quote(f"<html><body><p>My words</p>{quote}</body></html>")
        assert own.strip() == "My words", quote
        assert "before" in quoted, quote
    assert split_quote("<p>no quote here</p>") == ("", "")


def test_the_html_of_nine_clients_is_split() -> None:
    folder = DATA / "email_talon/tests/fixtures/html_replies"
    if not folder.is_dir():
        pytest.skip("CALLBOARD_DATA= is not set: email_talon")
    for file in sorted(folder.iterdir()):
        mail = read(b"From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n" + file.read_bytes())
        assert mail.reply.split() == ["Hi.", "I", "am", "fine.", "Thanks,", "Alex"], file.name
        assert "Hello! How are you?" in mail.quoted, file.name


def test_replies_of_the_data_are_found_exactly() -> None:
    folder = DATA / "email_reply_discourse/test"
    if not folder.is_dir():
        pytest.skip("CALLBOARD_DATA= is not set: email_reply_discourse")
    names = sorted(file.name for file in (folder / "emails").iterdir())
    exact = [
        name
        for name in names
        if separate((folder / "emails" / name).read_text()).reply.strip()
        == (folder / "trimmed" / name).read_text().strip()
    ]
    assert len(exact) >= 0.85 * len(names), sorted(set(names) - set(exact))
