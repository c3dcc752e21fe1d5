"""The addresses of channels."""

from callboard.channels import pages
from callboard.kit.pages import page_urls

urlpatterns = page_urls(
    pages.Mailboxes,
    pages.MailboxRecord,
    pages.Messages,
    pages.MessageRecord,
    pages.Retries,
    pages.RetryRecord,
    pages.MessageRaw,
    pages.MessageHtml,
    pages.AttachmentFile,
    pages.AnswerNotice,
)
