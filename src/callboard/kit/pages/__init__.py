"""Pages: four kinds, one kit."""

from callboard.kit.pages.acts import ActionPage
from callboard.kit.pages.buttons import Button, buttons_for
from callboard.kit.pages.lists import Empty, ListPage
from callboard.kit.pages.page import PAGES, Page, load_pages, page_urls
from callboard.kit.pages.panels import Panel
from callboard.kit.pages.records import Fact, RecordPage
from callboard.kit.pages.reports import ReportPage
from callboard.kit.pages.sheets import SheetPage

__all__ = [
    "PAGES",
    "ActionPage",
    "Button",
    "Empty",
    "Fact",
    "ListPage",
    "Page",
    "Panel",
    "RecordPage",
    "ReportPage",
    "SheetPage",
    "buttons_for",
    "load_pages",
    "page_urls",
]
