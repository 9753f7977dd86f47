"""What the site refuses to start with: a weak secret, debug, a wildcard host, files that others can read."""

import stat
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

SHORTEST_SECRET = 50
FEWEST_DIFFERENT = 10
OTHERS = stat.S_IRWXG | stat.S_IRWXO


@register("start_up")
def refuse_weak_secret(**kwargs: Any) -> list[CheckMessage]:
    """Refuse a secret key that could be guessed."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    if all(len(key) >= SHORTEST_SECRET and len(set(key)) >= FEWEST_DIFFERENT for key in keys):
        return []
    return [
        Error(
            f"A secret key is too weak: it needs at least {SHORTEST_SECRET} characters, {FEWEST_DIFFERENT} different.",
            hint="Put a long random key on the first line of the secret file.",
            id="sammenheng.E001",
        )
    ]


@register("start_up")
def refuse_debug(**kwargs: Any) -> list[CheckMessage]:
    """Refuse debug, whose error pages show settings and content."""
    if not settings.DEBUG:
        return []
    return [Error("DEBUG is on.", hint="Turn it off: its error pages show content.", id="sammenheng.E002")]


@register("start_up")
def refuse_wildcard_host(**kwargs: Any) -> list[CheckMessage]:
    """Refuse to answer to any host name."""
    if not any("*" in host or host.startswith(".") for host in settings.ALLOWED_HOSTS):
        return []
    return [
        Error(
            "SAMMENHENG_HOST holds a wildcard.",
            hint="List the exact host names, separated by commas.",
            id="sammenheng.E003",
        )
    ]


@register("start_up")
def refuse_open_files(**kwargs: Any) -> list[CheckMessage]:
    """Refuse a secret, database or data folder that other accounts of the machine can open."""
    if settings.MODE == "test":
        return []
    return [
        Error(
            f"{path} can be opened by other accounts on this machine.",
            hint=f"Run: chmod {'700' if path.is_dir() else '600'} {path}",
            id="sammenheng.E004",
        )
        for path in private_paths()
        if path.exists() and path.stat().st_mode & OTHERS
    ]


def private_paths() -> list[Path]:
    """The paths only the site itself may open."""
    environment = settings.ENVIRONMENT
    paths = [settings.HOME, environment.secret_file or settings.HOME / "secret"]
    if "sqlite3" in environment.database["ENGINE"]:
        paths.append(Path(environment.database["NAME"]))
    return paths
