"""What a receiving server says of who sent a mail, and what of it a sender can write themselves."""

import pytest

from callboard.channels.models import Mailbox, OwnFolder
from callboard.channels.queries.own import Judge
from callboard.channels.queries.proof import known_servers
from callboard.channels.reading.own import head_of
from callboard.channels.reading.proof import proof_of, said_of
from callboard.team.actions import set_setting
from callboard.team.models import Person
from tests import make
from tests.channels.captured import mail, take
from tests.channels.own import unread

MX, RITA = "mx.ours.example", "rita@ours.example"


@pytest.mark.parametrize(
    "header, said",
    [
        ("mx.ours; dkim=pass header.d=ours.example; spf=fail", "pass"),
        ("mx.ours; dmarc=pass; dkim=fail", "pass"),
        ("mx.ours; dmarc=fail (p=none) header.from=x", "fail"),
        ("mx.ours; dkim=fail reason=bad; spf=softfail", "fail"),
        ("mx.ours; dkim=fail; spf=pass", ""),
        # As Gmail and Microsoft 365 write it, which names itself in another header.
        (
            "mx.google.com; dkim=pass header.i=@ours.example header.s=x; spf=pass (google.com: domain of rita@ours.example "
            "designates 1.2.3.4) smtp.mailfrom=rita@ours.example; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=ours.example",
            "pass",
        ),
        (
            "spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=ours.example; dkim=none (message not signed) header.d=none;dmarc=bestguess"
            "pass action=none header.from=ours.example;compauth=pass reason=109",
            "pass",
        ),
        (
            "spf=fail (sender IP is 1.2.3.4) smtp.mailfrom=ours.example; dkim=pass (signature was verified) "
            "header.d=mail.ours.example;dmarc=pass action=none header.from=ours.example;compauth=pass reason=100",
            "pass",
        ),
        ("mx.ours; dkim=pass header.d=list.example; dkim=pass header.d=ours.example; dmarc=none", "pass"),
        ('mx.ours; dkim=pass header.d="ours.example"', "pass"),
        ("mx.ours; spf=pass smtp.mailfrom=<bounce@mail.ours.example>", "pass"),
        # Somebody else's signature or envelope proves somebody else.
        ("mx.ours; dkim=pass header.d=evil.example header.i=@evil.example; spf=pass smtp.mailfrom=evil.example", ""),
        ("mx.ours; dkim=fail header.d=ours.example; spf=pass smtp.mailfrom=x@evil.example", ""),
        ("mx.ours; dkim=pass header.d=ours.example.evil.example", ""),
        ("mx.ours; dkim=pass header.d=evilours.example", ""),
        ('mx.ours; spf=pass smtp.mailfrom="x@ours.example"@evil.example', ""),
        ('mx.ours; dkim=pass header.i="x header.d=ours.example "@evil.example', ""),
        ("mx.ours; dmarc=pass header.from=evil.example", ""),
        ("mx.ours; none", ""),
        ("mx.ours; auth=pass (dkim=fail)", ""),
    ],
)
def test_what_the_receiving_server_says_of_the_sender(header: str, said: str) -> None:
    assert proof_of(said_of([header, "elsewhere; dmarc=pass"], RITA)) == said


@pytest.mark.parametrize(
    "headers, said",
    [
        # The sender's own header stands above where no server of ours wrote one after it.
        (["evil.example; dmarc=pass", "mx.ours.example; dmarc=fail"], "fail"),
        (["evil.example; dmarc=fail", "mx.ours.example; dmarc=pass"], "pass"),
        (["evil.example; dmarc=pass"], ""),
        # The name is the whole of the first section, in any case, quoted or not, with the one version there is.
        (['(by us) "MX.Ours.example" 1; dmarc=fail'], "fail"),
        (["mx.ours.example 2; dmarc=pass"], ""),
        (["mx.ours.example.evil.example; dmarc=pass"], ""),
        (['"mx.ours.example; x"; dmarc=pass'], ""),
        (["evil.example (mx.ours.example); dmarc=pass"], ""),
        (["spf=pass smtp.mailfrom=mx.ours.example; dmarc=pass"], ""),
        # One server may write several; the newest that says anything counts.
        (["mx.ours.example; none", "mx.ours.example; dkim=fail; spf=fail", "mx.ours.example; dmarc=pass"], "fail"),
        # It looked and found nothing: what stands below under its name need not be its own.
        (["mx.ours.example; dmarc=none header.from=ours.example; spf=none", "mx.ours.example; dmarc=pass"], ""),
    ],
)
def test_of_named_servers_alone_what_they_say_counts(headers: list[str], said: str) -> None:
    assert proof_of(said_of(headers, RITA), {MX}) == said


QUOTED = r'spf=pass smtp.mailfrom="a\"; dmarc=pass \"b"@evil.example; dmarc=fail header.from=ours.example'


@pytest.mark.parametrize(
    "said",
    [
        QUOTED,
        "spf=pass (domain of evil (x; dmarc=pass y) z) smtp.mailfrom=e@evil.example; dmarc=fail header.from=ours.example",
        r"spf=pass (domain of x\) ; dmarc=pass \(y) smtp.mailfrom=e@evil.example; dmarc=fail header.from=ours.example",
        "spf=pass (a (b (c; dmarc=pass d) e) f) smtp.mailfrom=e@evil.example; dmarc=fail header.from=ours.example",
        r'dkim=fail header.i="x\";dkim=pass header.d=ours.example \""@ours.example; spf=fail; dmarc=fail',
        "spf=pass (of x) ; dmarc=pass (y) smtp.mailfrom=e@evil.example; dmarc=fail header.from=ours.example",
        'spf=pass (domain of "a("@evil.example) smtp.mailfrom=evil.example; dmarc=fail header.from=ours.example',
        "dmarc=pass (; dmarc=fail",
        "dmarc=fail header.from=ours.example; dkim=pass header.d=evil.example",
    ],
    ids=[
        "quoted",
        "nested",
        "escaped",
        "deep",
        "in-a-signature",
        "a-comment-too-short",
        "an-endless-comment",
        "an-endless-pass",
        "another-signature",
    ],
)
def test_what_a_sender_chose_is_no_result(said: str) -> None:
    assert proof_of(said_of([f"{MX}; {said}"], RITA), {MX}) == "fail"


def test_a_name_with_a_dot_at_its_end_is_the_same_server() -> None:
    assert known_servers("MX.ours.example., mx.ours.example") == MX


def trusting() -> None:
    set_setting(by=make.actor(make.person(roles=("administrator",))), name="channels.trusted_servers", value=MX)


def test_a_forgery_with_a_quoted_envelope_is_not_taken(rita: Person, archive: Mailbox) -> None:
    trusting()
    assert take(mail(more=f"Authentication-Results: {MX}; {QUOTED}\n"), archive).not_taken == "unproven"


@pytest.mark.parametrize(("signed", "ours"), [("evil.example", False), ("mail.ours.example", True)])
def test_in_our_inbox_a_mail_in_our_name_is_ours_where_our_domain_signed_it(
    rita: Person, signed: str, ours: bool
) -> None:
    trusting()
    make.contact(make.account("Prairie Rose"), "Ann Lee", email="ann@agency.example")
    raw = f"Authentication-Results: {MX}; dkim=pass header.d={signed}\n".encode() + mail("Ann <ann@agency.example>")
    (verdict,) = Judge(unread(rita))([head_of(1, raw)], OwnFolder.Role.INBOX)
    assert verdict.outgoing == ours
