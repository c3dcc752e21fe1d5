"""A browser signed in as somebody of ours, on the real pages."""

from tests.kit.conftest import admin, as_admin, as_desk, desk, signed_in

__all__ = ["admin", "as_admin", "as_desk", "desk", "signed_in"]
