"""Make the site ready in one start of Django: tables, static files and, for the demo, the examples.

Prints one JSON object: `accounts` (the demo's people) or `people` (how many can sign in). Run by `./sammenheng`.
"""

import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    try:
        # Without a pool, which tries for half a minute, a database that is not there is told at once.
        settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        collect_static_files()
        print(json.dumps(accounts()))
    except (CommandError, ImproperlyConfigured, DatabaseError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def collect_static_files() -> None:
    """Collect and compress them, unless that was done from the very same files."""
    marker = Path(settings.STATIC_ROOT) / ".collected-from"
    wanted = fingerprint()
    if not marker.exists() or marker.read_text("ascii") != wanted:
        call_command("collectstatic", verbosity=0, interactive=False)
        marker.write_text(wanted, "ascii")


def fingerprint() -> str:
    """What the static files are made from: the pinned packages and our own files."""
    total = hashlib.sha256((ROOT / "package-lock.json").read_bytes())
    for path in sorted((ROOT / "src/sammenheng_web").glob("*/static/**/*")):
        if path.is_file():
            total.update(f"\n{path.relative_to(ROOT)} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def accounts() -> dict[str, Any]:
    if settings.MODE == "demo":
        said = io.StringIO()
        call_command("demo_load", stdout=said)
        loaded: dict[str, Any] = json.loads(said.getvalue())
        return loaded
    from django.contrib.auth import get_user_model

    return {"people": get_user_model().objects.count()}


if __name__ == "__main__":
    sys.exit(main())
