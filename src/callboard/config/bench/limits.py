"""The limits: the same work done by bare PostgreSQL over psycopg, in the same minutes."""

import threading
import time

import psycopg
from django.db import connection

INSERTS = 1500
_TABLE = "CREATE TABLE IF NOT EXISTS bench_limit (id bigserial PRIMARY KEY, name text, email text, city text, at timestamptz)"
_INSERT = "INSERT INTO bench_limit (name, email, city, at) VALUES (%s, %s, %s, now())"


def inserts_a_second(clients: int) -> float:
    """INSERT+commit of a row of four columns, by ``clients`` connections at once."""
    with connect() as first:
        first.execute(_TABLE)
    each = INSERTS // clients
    threads = [threading.Thread(target=_insert, args=(each,)) for _ in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = time.perf_counter() - begun
    with connect() as last:
        last.execute("DROP TABLE bench_limit")
    return each * clients / taken


def connect() -> psycopg.Connection[tuple[object, ...]]:
    """A bare connection of the owner, autocommit."""
    given = connection.get_connection_params()
    wanted = {name: given[name] for name in ("host", "port", "dbname", "user", "password") if given.get(name)}
    return psycopg.connect(**wanted, autocommit=True)


def _insert(number: int) -> None:
    with connect() as client:
        for index in range(number):
            client.execute(_INSERT, (f"Agency {index}", f"a{index}@agency.example", "Tyler"))


def median_ms(statement: str, times: int = 200) -> float:
    """The median time of a statement, rows fetched."""
    with connect() as client:
        taken = []
        for _ in range(times):
            begun = time.perf_counter()
            client.execute(statement.encode()).fetchall()
            taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)[times // 2]
