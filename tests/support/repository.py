"""The repository as the house tests see it: which files it tracks and what they say."""

import functools
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src"


@functools.cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that is tracked or about to be: what git does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return tuple(path for path in paths if path.is_file())


def python_files(*folders: str) -> list[Path]:
    """The tracked Python files in some folders of the repository."""
    tops = tuple(f"{ROOT / folder}/" for folder in folders)
    return [path for path in tracked_files() if path.suffix == ".py" and str(path).startswith(tops)]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_text(path: Path) -> bool:
    return path.suffix not in {".png", ".woff2", ".ico"}


def lines_matching(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern occurs in the tracked text files, as `file:line: text`."""
    return [
        f"{named(path)}:{number}: {line.strip()[:120]}"
        for path in tracked_files()
        if is_text(path)
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
