"""Work: what waits for somebody, ranked on one list."""
