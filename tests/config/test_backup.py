"""Backup and restore of a whole company, as processes."""

import io
import json
import shlex
import tarfile
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.config.conftest import Company

pytestmark = pytest.mark.slow
SHA = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def people(company: Company) -> int:
    with psycopg.connect(company.address.replace(":@", "@")) as connection:
        row = connection.execute("SELECT count(*) FROM team_person").fetchone()
    assert row
    return int(row[0])


@pytest.fixture
def filled(company: Company) -> Company:
    """A company with one person and one stored file ("hello")."""
    assert company.run("signin", "first@example.com").returncode == 0
    path = company.home / "files" / "practice" / SHA[:2] / SHA[2:4] / SHA
    path.parent.mkdir(parents=True)
    path.write_bytes(b"hello")
    return company


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(filled: Company, tmp_path: Path) -> None:
    saved = json.loads(filled.run("backup", str(tmp_path / "b.tar"), "--json").stdout)["summary"]
    assert saved["files"] == 1
    assert saved["bytes"] == (tmp_path / "b.tar").stat().st_size
    stored = filled.home / "files" / "practice" / SHA[:2] / SHA[2:4] / SHA
    stored.unlink()
    with psycopg.connect(filled.address.replace(":@", "@")) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("DELETE FROM team_person")
    assert people(filled) == 0
    done = filled.run("restore", str(tmp_path / "b.tar"), "--json")
    assert done.returncode == 0, done.stderr
    back = json.loads(done.stdout)["summary"]
    assert (back["rows"], back["files"]) == (saved["rows"], 1)
    assert "_before_" in back["kept"]
    assert people(filled) == 1
    assert stored.read_bytes() == b"hello"
    assert filled.run("check").returncode == 0


def rewritten(source: Path, target: Path, change: dict[str, bytes]) -> Path:
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        for member in old:
            content = old.extractfile(member)
            data = change.get(member.name, content.read() if content else b"")
            member.size = len(data)
            new.addfile(member, io.BytesIO(data))
    return target


def test_a_damaged_backup_changes_nothing(filled: Company, tmp_path: Path) -> None:
    backup = tmp_path / "b.tar"
    assert filled.run("backup", str(backup)).returncode == 0
    with tarfile.open(backup) as archive:
        file = archive.extractfile("manifest.json")
        assert file
        manifest = json.loads(file.read())
    manifest["counts"]["public.team_person"] = 2
    wrong_count = rewritten(backup, tmp_path / "c.tar", {"manifest.json": json.dumps(manifest).encode()})
    refused = filled.run("restore", str(wrong_count))
    assert refused.returncode == 1
    assert "public.team_person has 1 rows, 2 were written" in refused.stderr
    name = f"files/{SHA[:2]}/{SHA[2:4]}/{SHA}"
    refused = filled.run("restore", str(rewritten(backup, tmp_path / "d.tar", {name: b"hullo"})))
    assert refused.returncode == 1
    assert "is not what it was" in refused.stderr
    assert people(filled) == 1


def test_a_file_that_is_no_backup_is_a_sentence(company: Company, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Sir")
    refused = company.run("restore", str(tmp_path / "letter"))
    assert (refused.returncode, refused.stderr.strip()) == (1, f"{tmp_path / 'letter'} is not a backup of Callboard.")
    refused = company.run("backup", str(tmp_path / "nowhere" / "b.tar"))
    assert (refused.returncode, refused.stderr.strip()) == (1, f"There is no folder {tmp_path / 'nowhere'}.")


def databases_of(company: Company) -> list[str]:
    name = company.address.rpartition("/")[2]
    with psycopg.connect(company.address.replace(":@", "@")) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}%"]).fetchall()
    return sorted(str(row[0]) for row in rows)


def add_person(company: Company, email: str) -> None:
    with psycopg.connect(company.address.replace(":@", "@")) as connection:
        connection.execute(
            "INSERT INTO team_person (email, name, title, password, version, zone, region, locale, theme, keys_off,"
            " is_active, status) SELECT %s, name, title, password, version, zone, region, locale, theme, keys_off,"
            " is_active, status FROM team_person LIMIT 1",
            [email],
        )


def test_each_restore_keeps_what_it_replaced_and_any_of_them_comes_back(filled: Company, tmp_path: Path) -> None:
    """What a second restore replaces does not take the place of what the first one kept."""
    backup = str(tmp_path / "b.tar")
    assert filled.run("backup", backup).returncode == 0
    add_person(filled, "only.in.the.first@example.com")
    first = filled.run("restore", backup)
    assert first.returncode == 0, first.stderr
    program, *command = shlex.split(first.stdout.strip().splitlines()[-1].partition("To get it back: ")[2])
    assert Path(program).name == "callboard"
    assert command[:2] == ["restore", "--back"]
    assert people(filled) == 1
    second = filled.run("restore", backup)
    assert second.returncode == 0, second.stderr
    assert command[2] in databases_of(filled)
    back = filled.run(*command)
    assert back.returncode == 0, back.stderr
    assert people(filled) == 2
    assert filled.run("check").returncode == 0


def test_only_the_newest_replaced_databases_are_kept(filled: Company, tmp_path: Path) -> None:
    backup = str(tmp_path / "b.tar")
    assert filled.run("backup", backup).returncode == 0
    name = filled.address.rpartition("/")[2]
    old = [f"{name}_before_2026010{day}_080000" for day in (1, 2, 3)]
    with psycopg.connect(filled.address.replace(":@", "@"), autocommit=True) as connection:
        for each in (*old, f"{name}_beforehand"):
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(each)))
    kept = json.loads(filled.run("restore", backup, "--json").stdout)["summary"]["kept"]
    assert databases_of(filled) == sorted([name, f"{name}_beforehand", *old[1:], kept])


def test_a_copy_that_is_not_there_is_a_sentence_with_those_that_are(filled: Company, tmp_path: Path) -> None:
    refused = filled.run("restore", "--back", "elsewhere")
    assert (refused.returncode, refused.stderr.strip()) == (
        1,
        "There is no kept copy elsewhere. Kept are: none.",
    )
    assert filled.run("restore").returncode == 2
    assert filled.run("restore", "--back", "a", str(tmp_path)).returncode == 2
