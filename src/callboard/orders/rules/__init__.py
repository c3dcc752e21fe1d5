"""Decisions and arithmetic of orders and MRR: no writes, no clock, no request."""
