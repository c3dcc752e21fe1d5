"""Our own PostgreSQL: killed, started by many at once, given a strange folder."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from callboard.config.settings import own_database
from callboard.core.db import cluster as launcher
from callboard.core.db.cluster import Cluster, ClusterFailed

ENSURE = """
import sys
from pathlib import Path
from callboard.core.db.cluster import Cluster, connect, ensure, running_pid
cluster = Cluster(Path(sys.argv[1]), throwaway=True)
ensure(cluster, "company")
with connect(cluster, "company") as connection:
    assert connection.execute("SELECT 1").fetchone() == (1,)
print(running_pid(cluster))
"""


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A throw-away cluster in a folder that PostgreSQL's system user can reach (pytest's own is closed to it)."""
    folder = Path(tempfile.mkdtemp(prefix="callboard-cluster-"))
    folder.chmod(0o711)
    made = Cluster(folder, throwaway=True)
    yield made
    launcher.stop(made)
    shutil.rmtree(folder)


def kill(cluster: Cluster) -> int:
    pid = launcher.running_pid(cluster)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(pid)] if psutil.pid_exists(pid) else [], timeout=30)
    return pid


def test_a_killed_server_is_started_again_and_keeps_what_was_committed(cluster: Cluster) -> None:
    cluster = Cluster(cluster.folder)
    launcher.ensure(cluster, "company")
    with launcher.connect(cluster, "company") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS seven")
    kill(cluster)
    launcher.ensure(cluster, "company")
    with launcher.connect(cluster, "company") as connection:
        assert connection.execute("SELECT seven FROM kept").fetchone() == (7,)


def test_many_processes_after_a_kill_start_it_once(cluster: Cluster) -> None:
    launcher.ensure(cluster)
    old = kill(cluster)
    command = [sys.executable, "-c", ENSURE, str(cluster.folder)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    pids = {process.communicate(timeout=30)[0].strip() for process in processes}
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert len(pids) == 1
    assert str(old) not in pids


def test_a_stale_pid_file_that_names_a_stranger_does_not_stop_the_start(cluster: Cluster) -> None:
    launcher.ensure(cluster)
    kill(cluster)
    lines = (cluster.data / "postmaster.pid").read_text().splitlines()
    (cluster.data / "postmaster.pid").write_text("\n".join([str(os.getppid()), *lines[1:]]))
    launcher.ensure(cluster)
    assert launcher.is_up(cluster)
    assert psutil.pid_exists(os.getppid())


def test_a_start_that_was_killed_while_it_made_the_files_leaves_no_half(cluster: Cluster) -> None:
    half = cluster.folder / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    launcher.ensure(cluster)
    assert launcher.is_up(cluster)
    assert not half.exists()


def test_a_folder_of_another_version_is_refused_with_what_to_do(cluster: Cluster) -> None:
    launcher.ensure(cluster)
    launcher.stop(cluster)
    (cluster.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(ClusterFailed, match=r"written by PostgreSQL 17, this is 18.*callboard backup"):
        launcher.ensure(cluster)
    (cluster.data / "PG_VERSION").write_text("18\n")


def test_a_folder_that_cannot_be_written_is_a_sentence() -> None:
    with pytest.raises(ClusterFailed, match="cannot be written"):
        launcher.start(Cluster(Path("/proc/callboard")))


def test_a_long_path_gets_a_short_socket() -> None:
    long = Cluster(Path("/" + "x" * 120))
    assert len(os.fsencode(long.socket)) <= launcher.LONGEST_SOCKET_FOLDER
    assert long.socket == Cluster(Path("/" + "x" * 120)).socket


def test_stopping_what_does_not_run_says_so(cluster: Cluster) -> None:
    assert launcher.stop(cluster) is False


def test_a_process_that_lost_its_server_starts_it_again(cluster: Cluster, django_db_blocker: DjangoDbBlocker) -> None:
    """What a web process does after `kill -9` of the database: the next connection brings it back."""
    given = connections.settings["default"] | {"PORT": "", "PASSWORD": ""}  # a DATABASE_URL's are not its own
    connections.settings["other"] = given | own_database(cluster.folder, "company", throwaway=True)
    other = connections["other"]
    try:
        with django_db_blocker.unblock():
            other.ensure_connection()
            kill(cluster)
            other.close()
            with other.cursor() as cursor:
                cursor.execute("SELECT current_user")
                assert cursor.fetchone() == ("callboard_app",)
            other.close()
    finally:
        del connections["other"], connections.settings["other"]
