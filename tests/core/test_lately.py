"""What was worked out lately is kept by key, the last few."""

from callboard.core.lately import Lately


def test_what_was_asked_last_stays_and_is_made_once() -> None:
    made: list[str] = []
    lately: Lately[str] = Lately(2)

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    for name in ("a", "b", "a", "c", "a", "b"):
        assert lately.get(name, lambda name=name: make(name)) == name.upper()
    assert made == ["a", "b", "c", "b"]
    lately.forget()
    lately.get("a", lambda: make("a"))
    assert made[-1] == "a"
