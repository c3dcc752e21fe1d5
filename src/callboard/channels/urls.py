"""The addresses of channels."""

from django.urls import path

from callboard.channels import pages
from callboard.kit.pages import page_urls

urlpatterns = [
    path("answer/<str:token>/", pages.AnswerNotice.as_view(), name="answer-notice"),
    *page_urls(
        pages.Mailboxes,
        pages.MailboxRecord,
        pages.Messages,
        pages.MessageRecord,
        pages.Retries,
        pages.RetryRecord,
        pages.MessageRaw,
        pages.MessageHtml,
        pages.AttachmentFile,
        pages.YourMailbox,
        pages.YourMails,
        pages.OwnMailboxes,
        pages.NeverTakens,
        pages.NeverTakenRecord,
    ),
]
