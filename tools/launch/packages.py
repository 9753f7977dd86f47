"""The virtual environment and the Python packages in it."""

import hashlib
import os
import sys
from pathlib import Path

from launch.layers import MARKERS, STARTED, Layer, read, write
from launch.places import PYTHON, REQUIREMENTS, ROOT, VENV
from launch.running import run
from launch.speech import Trouble, say

SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PIP = (PYTHON, "-m", "pip", "install", "--quiet")
QUIET = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "UV_NO_PROGRESS": "1",
    "UV_HTTP_RETRIES": "1",
    # Agencies often look into TLS with an authority of their own, which only the machine's own store knows.
    "UV_SYSTEM_CERTS": "1",
}
if SYSTEM_CERTIFICATES.exists():
    QUIET["NODE_EXTRA_CA_CERTS"] = os.environ.get("NODE_EXTRA_CA_CERTS", str(SYSTEM_CERTIFICATES))


def make_venv(before: str) -> None:
    # Without a marker the folder is new; with one it was moved, left half made or lost its Python: begin anew.
    clear = ["--clear"] if before else []
    run([sys.executable, "-m", "venv", *clear, VENV], what="Making the virtual environment in .venv")


def uv() -> Path | None:
    """The fast installer, brought by pip from its hashed list; None where it cannot be had, pip then does the work."""
    installer, lock = VENV / "bin" / "uv", REQUIREMENTS / "bootstrap.txt"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if installer.exists() and read(MARKERS / "uv") == wanted:
        return installer
    try:
        run([*PIP, "--require-hashes", "-r", lock], what="Installing the package installer", env=QUIET)
    except Trouble:
        return None
    write(MARKERS / "uv", wanted)
    return installer


def pip_install(*wanted: str | Path, again: bool, what: str) -> None:
    """Install with uv, and with plain pip where uv fails: pip may know a mirror or a proxy that uv does not."""
    fast = uv()
    if fast:
        redo = ["--reinstall"] if again else []
        try:
            run([fast, "pip", "install", "--quiet", "--python", PYTHON, *redo, *wanted], what=what, env=QUIET)
            return
        except Trouble:
            say("uv could not do it; trying pip")
    redo = ["--force-reinstall"] if again else []
    run([*PIP, *redo, *wanted], what=what, env=QUIET)


def install_lock(name: str, before: str) -> None:
    lock = REQUIREMENTS / f"{name}.txt"
    what = f"Installing the packages of requirements/{lock.name}"
    pip_install("--require-hashes", "-r", lock, again=before == STARTED, what=what)


def make_library(before: str) -> None:
    install_lock("library", before)
    what = "Installing Sammenheng itself"
    pip_install("--no-deps", "--no-build-isolation", "-e", ROOT, again=before == STARTED, what=what)


def layer_of_lock(name: str, doing: str) -> Layer:
    """A layer that is one lock file of `requirements/`."""

    def inputs() -> list[Path]:
        return [REQUIREMENTS / f"{name}.txt"]

    return Layer(name, doing, inputs, lambda before: install_lock(name, before), PYTHON.exists)


VENV_LAYER = Layer("venv", "making a virtual environment in .venv", list, make_venv, PYTHON.exists)
LIBRARY = Layer(
    "library",
    "installing the library and its command",
    lambda: [REQUIREMENTS / "library.txt", ROOT / "pyproject.toml"],
    make_library,
    (VENV / "bin" / "sammenheng").exists,
)
ENGINES = layer_of_lock("engines", "installing the engines for plans, pictures and documents")
SITE = layer_of_lock("site", "installing what the site runs on")
TEST = layer_of_lock("test", "installing what the tests need, PostgreSQL included")
