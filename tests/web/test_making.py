"""Documents are made in a process of their own, with limits, and nothing but the document comes out."""

import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.web.example import MINIMAL

from sammenheng_web.collaborations import making
from sammenheng_web.collaborations.making import NotMadeError, make

MAKER = """
import sys
from sammenheng_web.collaborations.making import main

def maker(whole, wanted):
{body}

sys.exit(main(maker))
"""


@pytest.fixture
def made_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes a document with a maker of the test's own."""
    environment = making._environment

    def made(body: str, **wanted: str) -> bytes:
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        (tmp_path / "a_maker_of_a_test.py").write_text(MAKER.format(body=lines), encoding="utf-8")

        def with_test_folder(folder: str) -> dict[str, str]:
            told = environment(folder)
            return told | {"PYTHONPATH": os.pathsep.join((told["PYTHONPATH"], str(tmp_path)))}

        monkeypatch.setattr(making, "_environment", with_test_folder)
        return make("a_maker_of_a_test", MINIMAL.read_bytes(), wanted)

    return made


def test_maker_gets_the_collaboration_and_the_wishes_and_gives_the_document(made_by) -> None:
    assert made_by("return f\"{whole.id} {wanted['form']}\".encode()", form="pdf") == b"minimal pdf"


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX"])
def test_maker_has_no_network(made_by, family: str) -> None:
    body = f"""
import socket
try:
    socket.socket(socket.{family})
except PermissionError:
    return b"refused"
return b"open"
"""

    assert made_by(body) == b"refused"


def test_programs_that_a_maker_starts_have_no_network_either(made_by) -> None:
    body = """
import subprocess, sys
asked = subprocess.run([sys.executable, "-c", "import socket; socket.socket()"], capture_output=True)
return asked.stderr
"""

    assert b"PermissionError" in made_by(body)


def test_maker_knows_no_secret_of_the_site(made_by) -> None:
    with patch.dict(os.environ, {"SAMMENHENG_SECRET_FILE": "/somewhere", "PASSWORD": "hidden"}):
        told = made_by("import os\nreturn repr(sorted(os.environ)).encode()").decode()

    assert "SAMMENHENG" not in told
    assert "PASSWORD" not in told


@pytest.mark.slow
def test_maker_that_takes_too_long_is_ended(made_by, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotMadeError) as told:
        made_by("import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass")

    assert told.value.reason == "time"


@pytest.mark.slow
def test_maker_that_waits_for_ever_is_ended(made_by, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "WAIT_SECONDS", 2)

    with pytest.raises(NotMadeError) as told:
        made_by("import time\ntime.sleep(600)")

    assert told.value.reason == "time"


def test_limits_on_time_and_memory_are_set(made_by) -> None:
    body = """
import resource
return repr([resource.getrlimit(one)[1] for one in (resource.RLIMIT_CPU, resource.RLIMIT_DATA)]).encode()
"""

    assert made_by(body) == repr([10, 256 * 1024 * 1024]).encode()


def test_maker_that_takes_too_much_memory_is_ended(made_by) -> None:
    with pytest.raises(NotMadeError) as told:
        made_by("return bytes(400 * 1024 * 1024)")

    assert told.value.reason == "memory"


def test_what_went_wrong_is_named_without_what_people_wrote(made_by) -> None:
    with pytest.raises(NotMadeError) as told:
        made_by("raise ValueError('a secret name')")

    assert told.value.reason == "failed"
    assert "ValueError" in str(told.value)
    assert "secret" not in str(told.value)


def test_without_a_wall_against_the_network_nothing_is_made(tmp_path: Path) -> None:
    code = "import platform; platform.machine = lambda: 'abacus'\n" + MAKER.format(body="    return b''")
    asked = subprocess.run(
        [sys.executable, "-c", code],
        input=b"{}\n" + MINIMAL.read_bytes(),
        capture_output=True,
        env=making._environment(str(tmp_path)),
        check=False,
    )

    assert asked.returncode != 0
    assert b"NoWallError" in asked.stderr
    assert asked.stdout == b""
