"""Running other programs quietly, and explaining it when one of them fails."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from launch.places import ROOT
from launch.speech import Trouble

TAIL = 12  # lines of a failed program's own words that are shown
WIDTH = 160

NO_NETWORK = re.compile(
    r"name resolution|failed to resolve|could not resolve host"
    r"|\b(getaddrinfo|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT)\b"
    r"|connection (refused|error|reset|timed out)|NewConnectionError|network is unreachable|error sending request"
    r"|read timed out|tunnel connection failed|certificate",
    re.IGNORECASE,
)


def run(command: Sequence[str | Path], *, what: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> str:
    """Run a program without input and return what it printed. Raises `Trouble` about `what` if it fails."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise Trouble(f"{what}: {command[0]} could not be started.", do="Try again.", details=str(error)) from error
    if done.returncode:
        raise explained(what, done.stdout)
    return done.stdout


def explained(what: str, output: str) -> Trouble:
    """Why a program failed, as far as its own words tell, and what to do about it."""
    details = "\n".join(f"    {line[:WIDTH]}" for line in output.strip().splitlines()[-TAIL:])
    words = output.lower()
    if "no space left" in words or "enospc" in words:
        return Trouble(f"{what}: the disk is full.", details=details, do="Make some room, then run the same again.")
    if "ensurepip is not" in words:
        return Trouble(
            f"{what}: this Python comes without its venv module.",
            details=details,
            do="Install it (on Debian and Ubuntu: apt-get install python3-venv), then run the same again.",
        )
    if "hashes" in words and "match" in words:
        return Trouble(
            f"{what}: a package differs from the one that was pinned.",
            details=details,
            do="Do not go on: ask whoever runs your package mirror, or the maintainers, why it differs.",
        )
    if NO_NETWORK.search(output):
        return Trouble(
            f"{what}: the package registry could not be reached.",
            details=details,
            do="Connect to the network, or set HTTPS_PROXY (or PIP_INDEX_URL and NPM_CONFIG_REGISTRY for a mirror),\n"
            "then run the same again. It is needed only this once; what is already here is kept.",
        )
    return Trouble(f"{what}: it failed.", details=details, do="Mend what it says above, then run the same again.")
