"""What the surroundings tell the site, read once and checked.

The site is configured by these environment variables and nothing else:

``SAMMENHENG_HOME``         the data folder (database, secret, collected static files)
``SAMMENHENG_SECRET_FILE``  file with the secret key on its first line; further lines are earlier keys still accepted
``SAMMENHENG_DATABASE``     ``sqlite:///path`` or ``postgresql://user:password@host:port/name``
``SAMMENHENG_MODE``         ``demo``, ``serve`` or ``test``
``SAMMENHENG_HOST``         host names the site answers to, separated by commas
``SAMMENHENG_CONTACT``      e-mail address to which people may write when something does not work for them
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

MODES = ("demo", "serve", "test")
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
SQLITE_START = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
SQLITE_WAIT_SECONDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The variables as checked values."""

    mode: str
    home: Path
    secret_file: Path | None
    database: Mapping[str, Any]
    hosts: tuple[str, ...]
    contact: str = ""

    @property
    def is_plain_http(self) -> bool:
        """Whether pages are served without TLS, which only this very machine may ask for."""
        return self.mode != "serve" or set(self.hosts) <= set(LOOPBACK)


def read(variables: Mapping[str, str]) -> Environment:
    """Read the variables; ImproperlyConfigured names the one that is wrong and the cure."""
    mode = variables.get("SAMMENHENG_MODE", "serve")
    if mode not in MODES:
        raise ImproperlyConfigured(f"SAMMENHENG_MODE is {mode!r}. Use one of: {', '.join(MODES)}.")
    home = Path(variables.get("SAMMENHENG_HOME") or Path.home() / ".local" / "share" / "sammenheng").absolute()
    secret_file = variables.get("SAMMENHENG_SECRET_FILE")
    return Environment(
        mode=mode,
        home=home,
        secret_file=Path(secret_file) if secret_file else None,
        database=database(variables.get("SAMMENHENG_DATABASE") or f"sqlite:///{home / 'sammenheng.sqlite3'}"),
        hosts=hosts(variables.get("SAMMENHENG_HOST", ""), mode),
        contact=variables.get("SAMMENHENG_CONTACT", ""),
    )


def hosts(text: str, mode: str) -> tuple[str, ...]:
    """The host names to answer to: those given, else this machine alone."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if names:
        return names
    return (*LOOPBACK, "testserver") if mode == "test" else LOOPBACK


def database(address: str) -> dict[str, Any]:
    """Django's description of the database at an address such as ``sqlite:///path``."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            # Always an absolute path, whether it was written with three slashes or four.
            "NAME": "/" + unquote(parts.path).lstrip("/"),
            # Without these 31-58 % of concurrent writes failed, and a power cut could lose what was called saved.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": SQLITE_WAIT_SECONDS,
                "init_command": SQLITE_START,
            },
        }
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": dict(parse_qsl(parts.query)).get("host", parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "OPTIONS": {"pool": True},
        }
    raise ImproperlyConfigured(
        "SAMMENHENG_DATABASE must be sqlite:///path or postgresql://user:password@host:port/name. "
        f"It starts with {parts.scheme or 'no scheme'!r}."
    )


def secret_keys(environment: Environment) -> list[str]:
    """The secret key first, then earlier keys that are still accepted, so that keys rotate without downtime."""
    if environment.mode == "test":
        return ["for-tests-only-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2]
    file = environment.secret_file or environment.home / "secret"
    if environment.mode == "demo" and not file.exists():
        write_secret(file)
    try:
        lines = file.read_text("ascii").splitlines()
    except OSError as problem:
        raise ImproperlyConfigured(
            f"The secret file {file} cannot be read ({problem.strerror}). "
            "Set SAMMENHENG_SECRET_FILE to a file that holds a long random key and that only you can read."
        ) from problem
    keys = [line.strip() for line in lines if line.strip()]
    if not keys:
        raise ImproperlyConfigured(f"The secret file {file} is empty. Put a long random key on its first line.")
    return keys


def write_secret(file: Path) -> None:
    """Make a secret file that only its owner can read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(64) + "\n")
