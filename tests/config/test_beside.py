"""The practice company beside the own one: two companies, two databases, two ports, one browser."""

import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from typing import Any

import psycopg
import pytest

from tests.config.conftest import Company

pytestmark = pytest.mark.slow
Running = dict[str, Any]


@pytest.fixture
def both(company: Company) -> Iterator[tuple[Company, Running, Running]]:
    """The folder is the own company's, on a server that was given; both are started in the same moment."""
    (company.home / "company").write_text("own")
    own, practice = company.start("up", "--json"), company.start("up", "--practice", "--empty", "--json")
    try:
        yield company, first_line(own), first_line(practice)
    finally:
        company.run("down")
        for process in (own, practice):
            process.communicate(timeout=60)


def first_line(process: "subprocess.Popen[str]") -> Running:
    assert process.stdout and process.stderr
    line = process.stdout.readline()
    assert line, process.stderr.read()
    found: Running = json.loads(line)
    return found


def people_of(company: Company) -> list[str]:
    with psycopg.connect(company.address.replace(":@", "@")) as connection:
        return [str(row[0]) for row in connection.execute("SELECT email FROM team_person").fetchall()]


def test_both_run_at_once_and_one_browser_is_signed_in_to_each(both: tuple[Company, Running, Running]) -> None:
    company, own, practice = both
    assert (own["company"], practice["company"]) == ("own", "practice")
    assert own["port"] != practice["port"]
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    for running, options, email in ((own, [], "ann@own.example"), (practice, ["--practice"], "pat@practice.example")):
        link = company.run("signin", email, *options)
        assert link.stdout.startswith(f"{running['url']}/sign-in/link/"), link.stderr
        page = browser.open(link.stdout.strip()).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token
        form = f"csrfmiddlewaretoken={token[1]}".encode()
        request = urllib.request.Request(link.stdout.strip(), form, {"Referer": running["url"]})
        assert browser.open(request).status == 200
    assert people_of(company) == ["ann@own.example"]
    for running, address in ((own, "ann@own.example"), (practice, "pat@practice.example")):
        with browser.open(f"{running['url']}/profile/") as answer:
            assert "/sign-in/" not in answer.url
            assert address in answer.read().decode()

    again = company.run("up", "--practice", "--empty")
    assert again.returncode == 1
    assert again.stderr.strip().startswith(f"Callboard is already running at {practice['url']}")
