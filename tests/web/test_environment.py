"""What the surroundings may say, and what the site refuses to start with."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from sammenheng_web.config import environment, start_up_checks


def read(**variables: str) -> environment.Environment:
    """The environment with these variables."""
    return environment.read({"SAMMENHENG_HOME": "/somewhere", "SAMMENHENG_MODE": "serve", **variables})


def test_without_more_the_site_is_for_this_machine_and_its_database_lies_at_home() -> None:
    found = read()

    assert found.hosts == environment.LOOPBACK
    assert found.is_plain_http
    assert found.database["NAME"] == "/somewhere/sammenheng.sqlite3"


@pytest.mark.parametrize("address", ["sqlite:///some/where.sqlite3", "sqlite:////some/where.sqlite3"])
def test_sqlite_is_set_up_to_keep_what_it_has_said_is_saved(address: str) -> None:
    database = read(SAMMENHENG_DATABASE=address).database

    assert database["NAME"] == "/some/where.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    for wanted in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        assert wanted in database["OPTIONS"]["init_command"]


def test_postgresql_address_is_taken_apart() -> None:
    database = read(SAMMENHENG_DATABASE="postgresql://me:pass%2Fword@db.example:5433/room").database

    assert (database["USER"], database["PASSWORD"], database["HOST"], database["PORT"], database["NAME"]) == (
        "me",
        "pass/word",
        "db.example",
        "5433",
        "room",
    )


def test_postgresql_may_be_on_a_socket() -> None:
    assert read(SAMMENHENG_DATABASE="postgresql://me@/room?host=/run/pg").database["HOST"] == "/run/pg"


@pytest.mark.parametrize(
    ("variable", "value"), [("SAMMENHENG_MODE", "debug"), ("SAMMENHENG_DATABASE", "mysql://db/room")]
)
def test_wrong_variable_is_named(variable: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=variable):
        read(**{variable: value})


def test_named_host_demands_tls() -> None:
    assert not read(SAMMENHENG_HOST="samarbeid.example.no").is_plain_http


def test_demo_makes_a_secret_that_only_its_owner_can_read(tmp_path: Path) -> None:
    found = environment.read({"SAMMENHENG_HOME": str(tmp_path), "SAMMENHENG_MODE": "demo"})

    first, again = environment.secret_keys(found), environment.secret_keys(found)

    assert first == again
    assert len(first[0]) > 60
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_own_site_does_not_make_up_a_secret(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="SAMMENHENG_SECRET_FILE"):
        environment.secret_keys(read(SAMMENHENG_HOME=str(tmp_path)))


def test_earlier_keys_are_still_accepted_so_that_keys_can_rotate(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("new\nold\n\n")

    assert environment.secret_keys(read(SAMMENHENG_SECRET_FILE=str(file))) == ["new", "old"]


def test_empty_secret_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("\n")

    with pytest.raises(ImproperlyConfigured, match="empty"):
        environment.secret_keys(read(SAMMENHENG_SECRET_FILE=str(file)))


@pytest.mark.parametrize("key", ["short", "a" * 80])
def test_weak_secret_is_refused(key: str) -> None:
    with override_settings(SECRET_KEY=key):
        assert [error.id for error in start_up_checks.refuse_weak_secret()] == ["sammenheng.E001"]


def test_debug_is_refused() -> None:
    with override_settings(DEBUG=True):
        assert [error.id for error in start_up_checks.refuse_debug()] == ["sammenheng.E002"]


@pytest.mark.parametrize("host", ["*", ".example.no", "*.example.no"])
def test_wildcard_host_is_refused(host: str) -> None:
    with override_settings(ALLOWED_HOSTS=[host]):
        assert [error.id for error in start_up_checks.refuse_wildcard_host()] == ["sammenheng.E003"]


def test_files_that_others_can_open_are_refused(tmp_path: Path) -> None:
    found = environment.read({"SAMMENHENG_HOME": str(tmp_path), "SAMMENHENG_MODE": "demo"})
    environment.secret_keys(found)
    os.chmod(tmp_path, 0o700)

    with override_settings(MODE="demo", HOME=tmp_path, ENVIRONMENT=found):
        closed = start_up_checks.refuse_open_files()
        os.chmod(tmp_path / "secret", 0o640)
        opened = start_up_checks.refuse_open_files()

    assert closed == []
    assert [error.id for error in opened] == ["sammenheng.E004"]


def test_settings_of_the_tests_pass_the_checks() -> None:
    assert start_up_checks.refuse_weak_secret() == []
    assert start_up_checks.refuse_debug() == []
    assert start_up_checks.refuse_wildcard_host() == []
