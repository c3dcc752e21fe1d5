"""What reads and writes calendar files.  Knows no Django."""
