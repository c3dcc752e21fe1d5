"""The REST API at /api/v1/: made from the lists, records and actions that exist, and what apps add of their own."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from ninja import NinjaAPI

from callboard.kit.api.acts import add_actions
from callboard.kit.api.auth import Session, Token
from callboard.kit.api.errors import declare
from callboard.kit.api.lists import add_list
from callboard.kit.api.records import add_record
from callboard.kit.pages import PAGES, ListPage, RecordPage, load_pages


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
    add_actions(made)
    for app in settings.APPS:
        if find_spec(f"{app}.api") is not None and (router := getattr(import_module(f"{app}.api"), "router", None)):
            made.add_router("", router)
    return made


load_pages()
api = build()
