"""The REST API: generated from what exists.  Every list, every record page and every action is an operation."""
