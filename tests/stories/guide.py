"""The guide is printed by the stories: what a story does, a person can do, and the picture is what stood there.

CALLBOARD_GUIDE=docs/guide python -m pytest tests/stories   writes a chapter for each story named here.
"""

import base64
import os
from pathlib import Path

from playwright.sync_api import Page

#: Story -> the file and title of its chapter, in the order of the guide.
CHAPTERS = {
    "test_first_hour.py::test_from_an_empty_company_to_the_first_routed_mail": ("first-hour", "The first hour"),
    "test_from_mail_to_board.py::test_from_a_strangers_mail_to_the_board": (
        "mail-to-board",
        "From a mail to the board",
    ),
    "test_capture.py::test_a_mail_in_copy_and_a_dropped_file_become_notes": ("capture", "Mail that writes itself up"),
    "test_own_mailbox.py::test_own_mail_by_choice": ("own-mailbox", "Your own mail, by your choice"),
    "test_a_morning_by_keys.py::test_a_morning_without_a_mouse": ("keys", "A morning without a mouse"),
    "test_my_day_by_keys.py::test_a_day_from_the_first_row_to_the_last": ("my-day", "My Day"),
    "test_calendar_by_keys.py::test_a_month_is_moved_by_keys_and_by_hand": ("calendar", "The calendar"),
    "test_projects_side_by_side.py::test_three_projects_that_want_the_same_days": ("projects", "Projects side by side"),
    "test_a_hand_off.py::test_a_department_is_asked_and_answers": ("hand-offs", "Hand-offs"),
    "test_lists.py::test_a_list_becomes_ones_own": ("lists", "A list of your own"),
    "test_many_at_once.py::test_many_records_at_once": ("many", "Many records at once"),
    "test_knowing.py::test_a_mention_rings_the_bell_and_both_see_each_other": ("knowing", "Who knows what"),
    "test_search.py::test_what_was_written_just_now_is_found_with_a_typing_error_and_kept_apart_by_kind": (
        "search",
        "Find anything",
    ),
}
COMMAND = "CALLBOARD_GUIDE=docs/guide python -m pytest tests/stories"
TO_WEBP = """async png => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.72).split(',')[1];
}"""
_written: dict[str, int] = {}


def step(page: Page, sentence: str, *, picture: bool = True) -> None:
    """A sentence of the guide, at the place of its story where it is true; with the picture of the page as it stands.

    Names of buttons are **bold**, keys are `code`.  Nothing is done unless the guide is asked for.
    """
    folder = os.environ.get("CALLBOARD_GUIDE")
    story = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition("/")[2].split(" ")[0]
    if not folder or story not in CHAPTERS:
        return
    name, title = CHAPTERS[story]
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    chapter, number = place / f"{name}.md", _written.get(name, 0) + 1
    if number == 1:
        chapter.write_text(f"# {title}\n\n[All chapters](README.md). Printed by the story `{story}`.\n")
        (place / "README.md").write_text(contents())
    _written[name] = number
    with chapter.open("a") as text:
        text.write(f"\n{number}. {sentence}\n")
        if picture:
            file = f"{name}-{number}.webp"
            (place / file).write_bytes(as_webp(page))
            text.write(f"\n   ![Step {number} of {title}]({file})\n")


def contents() -> str:
    """The first page of the guide."""
    lines = [
        "# The guide",
        "",
        "Each chapter is a story that runs in a browser before every release, so what it says works.",
    ]
    lines += ["", *(f"- [{title}]({name}.md)" for name, title in CHAPTERS.values())]
    return "\n".join([*lines, "", f"Printed by `{COMMAND}`; nobody edits it by hand.", ""])


def as_webp(page: Page) -> bytes:
    """What the window shows, small."""
    png = base64.b64encode(page.screenshot()).decode()
    blank = page.context.new_page()
    try:
        found: str = blank.evaluate(TO_WEBP, png)
    finally:
        blank.close()
    page.bring_to_front()
    return base64.b64decode(found)
