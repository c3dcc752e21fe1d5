"""The REST API at /api/v1/: made from the lists, records and actions that exist, and what apps add of their own."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from ninja import NinjaAPI, Schema
from ninja.operation import Operation

from callboard.kit.api.acts import add_actions
from callboard.kit.api.auth import Session, Token
from callboard.kit.api.errors import declare
from callboard.kit.api.lists import add_list
from callboard.kit.api.records import add_record
from callboard.kit.api.runs import add_runs
from callboard.kit.api.search import add_search
from callboard.kit.api.sheets import add_sheet
from callboard.kit.api.timeline import add_timeline
from callboard.kit.pages import PAGES, ListPage, RecordPage, SheetPage, load_pages

make_answer = Operation._create_response_model


@cache
def one_answer(shape: Any) -> type[Schema] | None:
    """The class that checks an answer of this shape."""
    return make_answer(None, shape)  # type: ignore[arg-type]


def share_answers() -> None:
    """Ninja makes a class for every status of every operation, 1,700 of them; ours share a few: a second less to start."""

    def shared(operation: Operation, response_param: Any) -> type[Schema] | None:
        return one_answer(response_param)

    Operation._create_response_model = shared  # type: ignore[assignment,method-assign]


def build(namespace: str = "api") -> NinjaAPI:
    """The API of everything registered by now."""
    made = NinjaAPI(
        title="Callboard",
        version="1",
        description="Lists, records and actions, as the pages show them. Errors are {error, code, fields}.",
        docs_url=None,
        urls_namespace=namespace,
        auth=[Token(), Session()],
    )
    declare(made)
    for page in sorted(PAGES.values(), key=lambda page: page.name):
        if issubclass(page, ListPage):
            add_list(made, page)
        elif issubclass(page, RecordPage):
            add_record(made, page)
            if page.timeline:
                add_timeline(made, page)
        elif issubclass(page, SheetPage):
            add_sheet(made, page)
    add_actions(made)
    add_search(made)
    add_runs(made)
    for app in settings.APPS:
        if find_spec(f"{app}.api") is not None and (router := getattr(import_module(f"{app}.api"), "router", None)):
            made.add_router("", router)
    return made


load_pages()
share_answers()
api = build()
