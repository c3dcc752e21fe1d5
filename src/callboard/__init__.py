"""Callboard: sales support and account management for one company."""

__version__ = "0.1.0"
