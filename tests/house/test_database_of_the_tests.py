"""The PostgreSQL that the tests bring."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from tests.support.postgresql import postgresql

STARTER = Path(__file__).parents[1] / "support" / "postgresql.py"


def test_server_answers_on_a_socket_and_on_no_port_and_is_gone_afterwards() -> None:
    with postgresql() as address:
        folder = Path(address.partition("host=")[2])

        with psycopg.connect(f"host={folder} dbname=postgres user=postgres") as connection:
            listening = connection.execute("show listen_addresses").fetchone()

    assert listening == ("",)
    assert not folder.exists()


def test_command_gets_the_address_and_its_exit_code_comes_back() -> None:
    ask = "import os, sys; sys.exit(7 if os.environ['SAMMENHENG_DATABASE'].startswith('postgresql://') else 1)"

    done = subprocess.run([sys.executable, STARTER, sys.executable, "-c", ask])

    assert done.returncode == 7


def test_server_that_cannot_start_fails_loudly_with_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.postgresql.SETTINGS", ("max_connections=none",))

    with pytest.raises(RuntimeError, match="invalid value for parameter"), postgresql():
        pass
