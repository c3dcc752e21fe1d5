"""The addresses of work."""

from callboard.kit.pages import page_urls
from callboard.work.pages import MyDay, Newcomers, TaskRecord, Tasks

urlpatterns = page_urls(MyDay, Tasks, TaskRecord, Newcomers)
