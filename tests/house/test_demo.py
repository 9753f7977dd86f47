"""The first command of the README, as a person meets it. The packages are there already: a test does not install."""

import http.client
import os
import re
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.repository import ROOT

PATIENCE_SECONDS = 120
SECOND_START_SECONDS = 10


@contextmanager
def started(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    demo = subprocess.Popen(
        [sys.executable, ROOT / "sammenheng", "demo", "--port", str(port)],
        env=without_settings(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield demo
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(PATIENCE_SECONDS)


def without_settings(home: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing but the folder for data."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(("SAMMENHENG_", "DJANGO_"))}
    return {**others, "SAMMENHENG_HOME": str(home)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def seconds_of_work() -> float:
    """What the programs started so far have worked: unlike a clock, it does not run while others have the machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start_page(port: int) -> tuple[int, str]:
    connection = http.client.HTTPConnection("localhost", port, timeout=20)
    connection.request("GET", "/", headers={"Accept-Language": "nb"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@pytest.mark.slow
def test_demo_says_in_one_line_where_it_is_and_how_to_sign_in_and_starts_quickly_the_second_time(
    tmp_path: Path,
) -> None:
    port = free_port()
    with started(tmp_path, port) as demo:
        first = demo.stdout.readline()  # type: ignore[union-attr]

        status, page = start_page(port)

    before = seconds_of_work()
    with started(tmp_path, port) as demo:
        second = demo.stdout.readline()  # type: ignore[union-attr]
        demo.send_signal(signal.SIGTERM)
        rest = demo.stdout.read()  # type: ignore[union-attr]
    seconds = seconds_of_work() - before

    assert re.search(rf"^Sammenheng is at http://localhost:{port}/ .*\S+@\S+ .*password \S+", first)
    assert status == 200
    assert 'lang="nb"' in page
    assert second == first
    assert rest == ""
    assert demo.returncode == 0
    assert seconds < SECOND_START_SECONDS


@pytest.mark.slow
def test_demo_refuses_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with started(tmp_path, taken.getsockname()[1]) as demo:
            assert demo.wait(PATIENCE_SECONDS) == 2


@pytest.mark.slow
def test_account_is_made_for_the_site_for_own_use(tmp_path: Path) -> None:
    made = subprocess.run(
        [
            sys.executable,
            ROOT / "sammenheng",
            "create-account",
            "--email",
            "kari@example.no",
            "--name",
            "Kari Nordmann",
        ],
        env=without_settings(tmp_path),
        input="a sentence that nobody will guess\n",
        capture_output=True,
        text=True,
    )

    assert (made.returncode, made.stdout) == (0, "Kari Nordmann can sign in as kari@example.no.\n")
    assert (tmp_path / "site" / "sammenheng.sqlite3").stat().st_mode & 0o077 == 0


@pytest.mark.slow
@pytest.mark.parametrize("database", ["mysql://somewhere/name", "postgresql://nobody@127.0.0.1:1/name"])
def test_database_that_cannot_be_used_is_told_without_a_traceback(tmp_path: Path, database: str) -> None:
    tried = subprocess.run(
        [sys.executable, ROOT / "sammenheng", "serve", "--port", str(free_port()), "--database", database],
        env=without_settings(tmp_path),
        capture_output=True,
        text=True,
    )

    assert tried.returncode == 1
    assert tried.stdout == ""
    assert "Traceback" not in tried.stderr
    assert "the site could not be prepared" in tried.stderr
