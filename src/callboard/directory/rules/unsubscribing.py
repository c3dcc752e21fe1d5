"""The link with which whoever got a mail takes themselves off our list."""

from django.utils.crypto import salted_hmac


def unsubscribe_token(key: str) -> str:
    """The token of the link in a mail, made of what names the mail: the same each time it is written, hard to guess."""
    return salted_hmac("callboard.directory.unsubscribe", key, algorithm="sha256").hexdigest()
