"""Live pages: one stream a browser, one LISTEN a process."""
