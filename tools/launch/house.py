"""Keeping the house: tests, checks, pinned packages, translations."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from launch import browser
from launch.installing import WHOLE_SITE
from launch.layers import prepare
from launch.packages import QUIET, TEST
from launch.places import PYTHON, REQUIREMENTS, ROOT, VENV
from launch.running import run
from launch.speech import say, step

COMPILE = (
    *("--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"),
    *("--no-header", "--no-annotate", "--python-version", "3.11", "--quiet"),
)
POSTGRESQL = ROOT / "tests/support/postgresql.py"


def show(command: Sequence[str | Path], env: dict[str, str] | None = None) -> int:
    """Run a program whose words the person came for; its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}).returncode


def test(arguments: list[str]) -> int:
    """All tests, the site's on both databases; with arguments, one run of pytest with those."""
    prepare([*WHOLE_SITE, TEST])
    chromium = browser.find_or_install()
    pytest: list[str | Path] = [PYTHON, "-m", "pytest"]
    parallel = ["--tb=short", "-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]
    with tempfile.TemporaryDirectory(prefix="sammenheng-test-") as home:
        # Whoever keeps a site of their own on this machine may have named its database; the tests leave it alone.
        env = {"SAMMENHENG_HOME": home, "SAMMENHENG_DATABASE": "", "SAMMENHENG_CHROMIUM": chromium}
        if arguments:
            return show([*pytest, *arguments], env)
        # A browser leaves an event loop running in its process, which other tests shall not meet.
        runs: dict[str, list[str | Path]] = {
            "all tests without a browser, the site's on SQLite": [*pytest, *parallel, "--ignore=tests/browser"],
            "the tests in a browser": [*pytest, *parallel, "tests/browser"],
            "the site's tests again, on PostgreSQL": [PYTHON, POSTGRESQL, *pytest, *parallel, "tests/web"],
        }
        failed = []
        for name, command in runs.items():
            say(f"running {name}")
            if show(command, env):
                failed.append(name)
    say(f"failed: {'; '.join(failed)}" if failed else "all tests passed")
    return 1 if failed else 0


def check_code(arguments: list[str]) -> int:
    """Style, types, import contracts, translations: all of them, whatever the first says."""
    prepare([*WHOLE_SITE, TEST])
    checks: dict[str, list[str | Path]] = {
        "ruff check": [VENV / "bin/ruff", "check"],
        "ruff format": [VENV / "bin/ruff", "format", "--check"],
        "mypy": [VENV / "bin/mypy"],
        "mypy of the launcher": [VENV / "bin/mypy", "--config-file=", "--strict", "tools/launch"],
        "import contracts": [VENV / "bin/lint-imports", "--no-logo"],
        "translations": [PYTHON, "tools/catalogs.py", "check"],
    }
    failed = [name for name, command in checks.items() if show(command)]
    say(f"to mend: {', '.join(failed)}" if failed else "code checked: nothing to mend")
    return 1 if failed else 0


def fix(arguments: list[str]) -> int:
    """Let ruff put right what it can."""
    prepare([*WHOLE_SITE, TEST])
    return show([VENV / "bin/ruff", "check", "--fix"]) | show([VENV / "bin/ruff", "format"])


def lock(arguments: list[str]) -> int:
    """Pin the packages anew: `test` first, which holds all of them, then the others within what it chose."""
    prepare([*WHOLE_SITE, TEST])
    others = sorted(path.stem for path in REQUIREMENTS.glob("*.in") if path.stem != "test")
    for name in ["test", *others]:
        within = [] if name == "test" else ["-c", "test.txt"]
        compile_it: list[str | Path] = [VENV / "bin/uv", "pip", "compile", *COMPILE, *within, *arguments]
        with step(f"pinning requirements/{name}.in"):
            files = [f"{name}.in", "-o", f"{name}.txt"]
            run([*compile_it, *files], what="Pinning the packages", env=QUIET, cwd=REQUIREMENTS)
    return 0


def messages(arguments: list[str]) -> int:
    """Collect new texts into the catalogs; then say what is still to be translated."""
    prepare([*WHOLE_SITE, TEST])
    updated = show([PYTHON, "tools/catalogs.py", "update"])
    return updated or show([PYTHON, "tools/catalogs.py", "check"])
