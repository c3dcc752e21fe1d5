"""A list leaves as a workbook, is edited and comes back through the pages: only what was edited is changed."""

import io
from html.parser import HTMLParser

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from callboard.directory.actions.importing.checking import read_rows
from callboard.directory.models import Account, Import, ImportRow
from callboard.team.models import Person
from tests import make
from tests.directory.importing.sending import started, verdicts


class Form(HTMLParser):
    """What a browser would send of a page's selects and boxes, as it was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "select":
            self._select = given.get("name") or ""
            self.sent.setdefault(self._select, "")
        elif tag == "option" and "selected" in given:
            self.sent[self._select] = given.get("value") or ""
        elif tag == "input" and given.get("type") == "checkbox" and "checked" in given:
            self.sent[given.get("name") or ""] = given.get("value") or "on"


@pytest.mark.django_db
def test_a_workbook_of_accounts_edited_and_sent_back_changes_what_was_edited(client: Client, dana: Person) -> None:
    names = ("Abernathy Agency", "Bayou Insurance", "Cypress Coverage")
    made = [make.account(name, city="Tyler", region="TX", tier="B", owner=dana) for name in names]
    make.account("Dove Mutual", city="El Paso", region="Tex.", owner=dana)
    client.force_login(dana)
    content = b"".join(client.get("/accounts/?format=xlsx").streaming_content)  # type: ignore[attr-defined]
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.active
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(3, heads.index("Tier") + 1).value = "A"
    sheet.cell(sheet.max_row + 1, heads.index("Name") + 1 if "Name" in heads else 1).value = "Eagle Brokers"
    out = io.BytesIO()
    book.save(out)

    file = SimpleUploadedFile("accounts.xlsx", out.getvalue())
    answer = client.post("/do/directory.import_file/", {"file": file, "kind": "accounts", "update_known": "1"})
    batch = Import.objects.get()
    assert answer.status_code in (200, 204, 302), answer.content
    form = Form()
    form.feed(client.get(f"/imports/{batch.pk}/columns/").content.decode())
    assert {"account.id", "account.version"} <= {*form.sent.values()}
    client.post(f"/imports/{batch.pk}/columns/", {**form.sent, "read": "1"})
    read_rows(batch.pk)
    assert verdicts(batch) == [
        (2, "same", "unchanged"), (3, "update", ""), (4, "same", "unchanged"), (5, "same", "unchanged"), (6, "create", ""),
    ]  # fmt: skip
    assert ImportRow.objects.get(batch=batch, position=3).plan["account"]["changes"] == {"account.tier": ["B", "A"]}
    started(Import.objects.get(pk=batch.pk), by=make.actor(dana))
    assert [Account.objects.get(pk=each.pk).tier for each in made] == ["B", "A", "B"]
