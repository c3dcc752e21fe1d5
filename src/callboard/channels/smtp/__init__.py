"""Sending over SMTP: a queued row to a mail, a mail to a server."""
