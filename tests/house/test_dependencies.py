"""What Sammenheng builds on: named once, with a reason, and pinned by hash."""

import json
import re
import tomllib

import pytest
from tests.support.repository import ROOT, named

REQUIREMENTS = ROOT / "requirements"
NAME = re.compile(r"^([A-Za-z0-9][\w.-]*)")
ROW = re.compile(r"^\| (@?[\w./-]+) \| (.+) \|$", re.MULTILINE)
MOST_AT_RUN_TIME = 40
PINNED = re.compile(r"^([a-z0-9][\w.-]*)==\S+( ; [^\\]+)?( \\)?$")


def direct(name: str) -> set[str]:
    """The packages that one .in file names itself."""
    lines = (REQUIREMENTS / f"{name}.in").read_text("utf-8").splitlines()
    return {found.group(1).lower() for line in lines if (found := NAME.match(line))}


def front_end(kind: str, folder: str = ".") -> set[str]:
    return set(json.loads((ROOT / folder / "package.json").read_text("utf-8")).get(kind, {}))


def at_run_time() -> set[str]:
    return direct("library") | direct("engines") | direct("site") | front_end("dependencies")


def test_every_dependency_has_a_reason_and_no_reason_lacks_its_dependency() -> None:
    page = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8")
    reasons = {name for name, _ in ROW.findall(page)} - {"package"}

    named_by_us = at_run_time() | front_end("devDependencies") | front_end("devDependencies", "tools/browser")
    for path in REQUIREMENTS.glob("*.in"):
        named_by_us |= direct(path.stem)

    assert reasons == named_by_us


def test_few_packages_are_needed_at_run_time() -> None:
    assert 0 < len(at_run_time()) <= MOST_AT_RUN_TIME


def test_the_package_asks_for_what_the_locks_hold() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {NAME.match(text).group(1) for text in project["dependencies"]}  # type: ignore[union-attr]
    extras = {
        extra: {NAME.match(text).group(1) for text in texts}  # type: ignore[union-attr]
        for extra, texts in project["optional-dependencies"].items()
    }

    # The build tool is in the lock because the launcher installs from it without reaching for anything else.
    assert asked == direct("library") - {"hatchling"}
    assert extras == {"engines": direct("engines"), "site": direct("site")}


@pytest.mark.parametrize("lock", sorted(REQUIREMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_pinned_package_has_a_hash(lock) -> None:  # type: ignore[no-untyped-def]
    unhashed, seen, hashed = [], "", True
    for line in lock.read_text("utf-8").splitlines():
        if PINNED.match(line):
            if not hashed:
                unhashed.append(seen)
            seen, hashed = line, False
        elif line.strip().startswith("--hash=sha256:"):
            hashed = True
        else:
            unhashed.append(f"{named(lock)}: {line}")

    assert seen, "the lock is empty"
    assert unhashed + ([] if hashed else [seen]) == []


@pytest.mark.parametrize("source", sorted(REQUIREMENTS.glob("*.in")), ids=lambda path: path.stem)
def test_every_named_package_is_in_its_lock(source) -> None:  # type: ignore[no-untyped-def]
    lock = (REQUIREMENTS / f"{source.stem}.txt").read_text("utf-8")
    locked = {found.group(1) for line in lock.splitlines() if (found := PINNED.match(line))}

    assert direct(source.stem) <= locked


def test_locks_agree_on_every_version() -> None:
    versions: dict[str, set[str]] = {}
    for lock in REQUIREMENTS.glob("*.txt"):
        for line in lock.read_text("utf-8").splitlines():
            if PINNED.match(line):
                name, _, rest = line.partition("==")
                marker = rest.partition(" ; ")[2].removesuffix(" \\")
                versions.setdefault(f"{name} {marker}".strip(), set()).add(rest.split()[0])

    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("lock", ["package-lock.json", "tools/browser/package-lock.json"])
def test_every_front_end_package_is_pinned_by_its_content(lock: str) -> None:
    packages = json.loads((ROOT / lock).read_text("utf-8"))["packages"]

    unpinned = [name for name, package in packages.items() if name and "integrity" not in package]

    assert unpinned == []
