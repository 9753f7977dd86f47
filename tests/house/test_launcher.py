"""The launcher: what it promises to a person in front of a fresh clone."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.repository import ROOT

from launch import layers, packages, places, running, serving, verbs
from launch.speech import Trouble
from sammenheng import cli


@pytest.fixture
def markers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(layers, "MARKERS", tmp_path / "markers")
    return tmp_path / "markers"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "some.txt"
    path.write_text("one==1\n")
    return path


def layer(lock: Path, make: Callable[[str], None], *, there: bool = True) -> layers.Layer:
    return layers.Layer("some", "making some", lambda: [lock], make, lambda: there)


def test_the_two_commands_of_the_readme_are_verbs() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    commands = re.findall(r"^ +\./sammenheng ([a-z-]+)", readme, re.MULTILINE)

    assert {"demo", "test"} <= set(commands)
    assert set(commands) <= set(verbs.OWN_VERBS) | set(verbs.library_verbs()) | {"help"}


def test_help_names_every_verb_and_needs_nothing_installed() -> None:
    shown = subprocess.run(
        [sys.executable, "-I", "-S", ROOT / "sammenheng", "help"], capture_output=True, text=True, check=True
    )

    named = set(re.findall(r"^  ([a-z-]+) ", shown.stdout, re.MULTILINE))

    assert named == set(verbs.OWN_VERBS) | set(verbs.library_verbs())
    assert shown.stderr == ""


def test_help_says_in_words_what_every_verb_of_the_command_does() -> None:
    shown = verbs.library_verbs()

    assert tuple(shown) == cli.VERBS
    assert [verb for verb, words in shown.items() if not words] == []


def test_a_layer_is_made_once(markers: Path, lock: Path) -> None:
    made: list[str] = []

    layers.prepare([layer(lock, made.append)])
    layers.prepare([layer(lock, made.append)])

    assert made == [""]


def test_a_layer_is_made_again_when_its_lock_changes(markers: Path, lock: Path) -> None:
    made: list[str] = []
    layers.prepare([layer(lock, made.append)])

    lock.write_text("one==2\n")
    layers.prepare([layer(lock, made.append)])

    assert len(made) == 2
    assert made[1] != layers.STARTED


def test_a_layer_is_made_again_when_what_it_made_is_gone(markers: Path, lock: Path) -> None:
    made: list[str] = []
    layers.prepare([layer(lock, made.append)])

    layers.prepare([layer(lock, made.append, there=False)])

    assert len(made) == 2


def test_a_clone_that_was_moved_is_prepared_anew(markers: Path, lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    layers.prepare([layer(lock, made.append)])

    monkeypatch.setattr(layers, "ROOT", ROOT / "src")
    layers.prepare([layer(lock, made.append)])

    assert len(made) == 2


def test_an_interrupted_layer_is_made_again_and_knows_it(markers: Path, lock: Path) -> None:
    def interrupted(before: str) -> None:
        raise KeyboardInterrupt

    made: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        layers.prepare([layer(lock, interrupted)])

    layers.prepare([layer(lock, made.append)])

    assert made == [layers.STARTED]


@pytest.mark.slow
def test_two_launchers_at_once_make_a_layer_once(markers: Path, lock: Path) -> None:
    made: list[str] = []

    def slowly(before: str) -> None:
        time.sleep(0.3)
        made.append(before)

    both = [threading.Thread(target=layers.prepare, args=([layer(lock, slowly)],)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert made == [""]


def test_packages_are_installed_by_pip_where_uv_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[str] = []

    def no_uv(command: list[object], **_: object) -> str:
        commands.append(Path(str(command[0])).name)
        if command[0] == places.VENV / "bin" / "uv":
            raise Trouble("uv fails", do="nothing")
        return ""

    monkeypatch.setattr(packages, "uv", lambda: places.VENV / "bin" / "uv")
    monkeypatch.setattr(packages, "run", no_uv)

    packages.pip_install("something", again=False, what="Installing")

    assert commands == ["uv", "python"]


@pytest.mark.parametrize(
    ("words", "explanation"),
    [
        ("[Errno -3] Temporary failure in name resolution", "could not be reached"),
        ("npm error code ENOTFOUND", "could not be reached"),
        ("error sending request for url", "could not be reached"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "differs from the one that was pinned"),
        ("The virtual environment was not created because ensurepip is not available", "without its venv module"),
        ("ModuleNotFoundError: No module named 'x'", "it failed"),
    ],
)
def test_a_failed_preparation_says_what_happened_and_what_to_do(words: str, explanation: str) -> None:
    trouble = running.explained("Installing", words)

    assert explanation in trouble.what
    assert words in str(trouble)
    assert trouble.do


def test_trouble_goes_to_stderr_with_an_exit_code_and_no_traceback(tmp_path: Path) -> None:
    tried = subprocess.run(
        [sys.executable, ROOT / "sammenheng", "serve", "--port", "1", "--listen", "192.0.2.1"],
        capture_output=True,
        text=True,
        env={**os.environ, "SAMMENHENG_HOME": str(tmp_path)},
    )

    assert tried.returncode == 2
    assert tried.stdout == ""
    assert tried.stderr.startswith("sammenheng: port 1 on 192.0.2.1 cannot be used")
    assert "Traceback" not in tried.stderr


def test_other_verbs_reach_the_command_with_its_folder_its_input_its_answer_and_its_exit_code(tmp_path: Path) -> None:
    example = (ROOT / "examples/minimal.sammenheng.json").read_bytes()
    (tmp_path / "here.json").write_bytes(example)

    def call(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([ROOT / "sammenheng", *arguments], cwd=tmp_path, input=given, capture_output=True)

    assert call("format", "here.json").stdout == example
    assert call("format", "-", given=example).stdout == example
    assert call("format", "elsewhere.json").returncode == 2


def test_the_demo_takes_the_next_port_when_the_usual_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(serving, "DEFAULT_PORT", taken.getsockname()[1])

        found = serving.first_free_port()

    assert serving.DEFAULT_PORT < found < serving.DEFAULT_PORT + serving.PORTS_TRIED


def test_secrets_are_made_once_and_readable_by_their_owner_alone(tmp_path: Path) -> None:
    first = serving.secret_file(tmp_path).read_text()
    again = serving.secret_file(tmp_path).read_text()

    assert first == again
    assert len(first.strip()) >= 50
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
