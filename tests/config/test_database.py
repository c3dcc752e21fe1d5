"""The two roles on a real server."""

import pytest
from django.db import connection


def asked(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_work_is_done_as_the_application_role_which_owns_nothing() -> None:
    assert asked("SELECT current_user") == "callboard_app"
    assert (
        asked("SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner AND r.rolname = 'callboard_app'")
        == 0
    )


@pytest.mark.django_db(transaction=True)
def test_a_flush_works_although_the_application_may_not_truncate() -> None:
    assert asked("SELECT has_table_privilege('team_session', 'INSERT')") is True
    assert asked("SELECT has_table_privilege('team_session', 'TRUNCATE')") is False


@pytest.mark.django_db(transaction=True)
def test_after_a_flush_the_connection_is_the_application_again() -> None:
    assert asked("SELECT current_user") == "callboard_app"
    assert asked("SELECT current_setting('session_replication_role')") == "origin"
