"""What all tests share: the browser, and a word about the tests that did not run."""

import os
from pathlib import Path
from typing import Any

import pytest

from launch import browser

CONFORMANCE = Path(__file__).parent / "conformance"
BROWSER = Path(__file__).parent / "browser"
# The site under test runs beside Playwright's event loop, which Django would otherwise take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure(config: pytest.Config) -> None:
    data = os.environ.get("SAMMENHENG_DATA")
    if data and not Path(data).is_dir():
        raise pytest.UsageError(f"SAMMENHENG_DATA names {data}, which is no folder. Name the shared data, or unset it.")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    if collection_path == CONFORMANCE and not os.environ.get("SAMMENHENG_DATA"):
        return True
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A browser leaves an event loop running in its process, so those who run everything in one get it last.
    items.sort(key=lambda item: item.path.is_relative_to(BROWSER))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if CONFORMANCE.is_dir() and not os.environ.get("SAMMENHENG_DATA"):
        terminalreporter.write_line(
            "Not run: tests/conformance, because SAMMENHENG_DATA does not name the shared data."
        )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Playwright drives the browser that is here; it must not fetch one of its own."""
    found = browser.find()
    if found is None:
        pytest.fail("There is no browser for the tests. This installs one and runs them: ./sammenheng test")
    arguments = [*browser_type_launch_args.get("args", []), *BROWSER_ARGUMENTS]
    return {**browser_type_launch_args, "executable_path": found, "args": arguments}
