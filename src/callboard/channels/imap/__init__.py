"""Reading mailboxes over IMAP: connect, fetch without marking, keep, then flag."""
