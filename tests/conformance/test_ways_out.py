"""Whatever reaches a customer asks `may_contact` first: the code itself is walked, so that a new way out cannot forget it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import callboard

SOURCE = Path(callboard.__file__).parent
#: What writes down that we reached somebody, or makes what reaches them.
REACHES = {"record_attempt", "_queued"}
ASKS = {"may_contact", "may_contact_all", "not_allowed_now"}
#: Functions that name one of REACHES and need not ask, each for its reason.
FREE = {
    "directory/actions/consent.py:record_attempt": "writes the row for whoever asked",
    "channels/actions/sending.py:_queued": "makes the row for send_message, which asked",
    "team/queries/door.py:wait_at_door": "counts attempts to sign in, which have the same name",
    "journal/actions/effects.py:attempt_for": "writes up a call or mail of the past",
}
#: Modules that may speak SMTP: they carry what was asked about, or write to our own people.
SPEAK_SMTP = {
    "channels/faults.py": "says why a server refused",
    "channels/jobs.py": "sends what start_sending let go",
    "channels/notices.py": "to our own people",
    "channels/smtp/client.py": "the connection itself",
}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function of the program but the demo company's and the migrations', by file and name."""
    for path in sorted(SOURCE.rglob("*.py")):
        where = path.relative_to(SOURCE).as_posix()
        if "/migrations/" in where or "demo" in where:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                yield f"{where}:{node.name}", node


def calls(node: ast.AST) -> set[str]:
    """The names a piece of code calls, whatever they are called on."""
    found = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Call):
            called = each.func
            found.add(called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", ""))
    return found


def makes(node: ast.AST, name: str) -> bool:
    """Whether it makes a row of a model: Attempt(...), Attempt.objects.create(...)."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and name in ast.dump(each.func).split("'"):
            return "create" in ast.dump(each.func) or isinstance(each.func, ast.Name)
    return False


def outbound(node: ast.AST) -> bool:
    """Whether it makes a message that goes out."""
    return any(isinstance(each, ast.Call) and "Direction" in ast.dump(each) and "'OUT'" in ast.dump(each)
               and makes(each, "Message") for each in ast.walk(node))  # fmt: skip


def test_whoever_reaches_a_customer_asks_in_the_same_function() -> None:
    reaching = {
        name: node for name, node in functions() if calls(node) & REACHES or makes(node, "Attempt") or outbound(node)
    }
    assert {"channels/actions/sending.py:send_message", "channels/actions/calling.py:_dial"} <= set(reaching)
    silent = [name for name, node in reaching.items() if name not in FREE and not calls(node) & ASKS]
    assert silent == []
    assert set(FREE) <= set(reaching), "a name that is no way out any more"


def test_what_leaves_over_smtp_was_asked_about_once_more_when_it_was_taken() -> None:
    found = dict(functions())
    assert "not_allowed_now" in calls(found["channels/actions/sending.py:start_sending"])
    assert "start_sending" in calls(found["channels/jobs.py:send_queued"])
    speaking = set()
    for path in sorted(SOURCE.rglob("*.py")):
        named = [
            node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        if any("smtplib" in ast.dump(node) for node in named):
            speaking.add(path.relative_to(SOURCE).as_posix())
    assert speaking <= set(SPEAK_SMTP), speaking - set(SPEAK_SMTP)


def test_the_walk_sees_a_way_out_that_does_not_ask() -> None:
    careless = ast.parse("def ring(contact, by):\n    directory.record_attempt(contact.phone, by=by)\n").body[0]
    assert calls(careless) & REACHES
    assert not calls(careless) & ASKS
    assert makes(ast.parse("Attempt.objects.create(person=1)"), "Attempt")
    assert outbound(ast.parse("Message(direction=Message.Direction.OUT)"))
