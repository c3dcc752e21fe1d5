"""The pieces pages are made of, by what they are; templates load them all as ``ui``."""
