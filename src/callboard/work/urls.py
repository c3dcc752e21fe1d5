"""The addresses of work."""

from callboard.kit.pages import page_urls
from callboard.work.pages import DidToday, Evening, MyDay, Newcomers, TaskRecord, Tasks, TimeBlockRecord, TimeBlocks

urlpatterns = page_urls(MyDay, Tasks, TaskRecord, Newcomers, Evening, DidToday, TimeBlocks, TimeBlockRecord)
