"""The addresses of the board."""

from callboard.board import pages
from callboard.kit.pages import page_urls

urlpatterns = page_urls(
    pages.SalesBoard,
    pages.Movements,
    pages.OneTimeEntries,
    pages.Saves,
    pages.Close,
    pages.ClosedDay,
    pages.Goals,
    pages.GoalRecord,
    pages.ContactReport,
    pages.ContactAccounts,
    pages.Unwritten,
    pages.ContactReviews,
    pages.ReviewRecord,
)
