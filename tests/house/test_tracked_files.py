"""What may stand in any file of the repository."""

import ast
import re

import pytest
from tests.support.repository import ROOT, is_text, lines_matching, named, python_files, tracked_files

# Put together from parts, or this file would be the first that is found.
REGISTRY = re.compile(
    "|".join(["pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.org", "deb" + r"\.debian\.org"])
)
MACHINE = re.compile(r"(^|[^\w.~-])/(" + "|".join(["wor" + "k", "roo" + "t", "far" + "m", "opt/" + "pypi"]) + r")[./]")
LONGEST_SOURCE = 600


def test_no_package_registry_is_named() -> None:
    assert lines_matching(REGISTRY) == []


def test_no_path_of_one_machine_is_named() -> None:
    assert lines_matching(MACHINE) == []


@pytest.mark.parametrize("line", ["https://" + "pypi" + ".org/simple", "http://registry." + "npm" + "js.org/htmx"])
def test_a_registry_would_be_found(line: str) -> None:
    assert REGISTRY.search(line)


@pytest.mark.parametrize("line", ["/wor" + "k/main", "see '/roo" + "t/.npmrc'"])
def test_a_machine_path_would_be_found(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize("line", ["how we work/play", "docs/work/x", "../root/x"])
def test_other_paths_are_not_taken_for_one(line: str) -> None:
    assert not MACHINE.search(line)


def test_every_text_file_is_utf8_with_unix_lines_and_ends_with_one() -> None:
    wrong = []
    for path in filter(is_text, tracked_files()):
        content = path.read_bytes()
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            wrong.append(f"{named(path)} is not UTF-8")
        if b"\r" in content or (content and not content.endswith(b"\n")):
            wrong.append(f"{named(path)} has other line ends, or none at the end")

    assert wrong == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        named(path)
        for path in python_files("src", "tests", "tools", "benchmarks")
        # An empty __init__.py has nothing to say, nor has a migration that Django wrote.
        if path.read_text("utf-8").strip() and "migrations" not in path.parts
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]

    assert silent == []


def test_no_source_file_is_so_long_that_it_must_hold_two_subjects() -> None:
    written = [path for path in python_files("src", "tools") if "migrations" not in path.parts]
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in written}

    assert {name: length for name, length in lengths.items() if length > LONGEST_SOURCE} == {}


def test_no_file_is_called_utils_and_no_module_of_the_site_services() -> None:
    # In our field a service is what people receive, so the word names no heap of functions.
    heaps = [path for path in tracked_files() if path.stem in {"utils", "helpers"}]
    heaps += [path for path in python_files("src/sammenheng_web") if path.stem == "services"]

    assert [named(path) for path in heaps] == []


def test_changelog_has_a_place_for_what_is_not_yet_released() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_readme_names_only_what_is_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    paths = re.findall(r"`((?:src|examples|docs|tests|tools|requirements)[\w./-]*)`", readme)
    files = re.findall(r"examples/[\w.-]+\.json", readme)

    assert [name for name in [*links, *paths, *files] if not (ROOT / name).exists()] == []
