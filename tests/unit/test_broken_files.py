"""Files that are wrong: each is refused with place, reason and cure, quickly and in little memory."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.broken_files import BrokenFile, as_bytes, broken_files, whole

from sammenheng.domain import FileRefusedError, read

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 5, 500


@pytest.fixture(scope="module")
def answers() -> list[dict[str, Any]]:
    """What the command answers to each file, and what that cost it."""
    script = ROOT / "tests" / "support" / "broken_files.py"
    paths = f"import sys; sys.path[:0] = {[str(ROOT), str(ROOT / 'src')]!r}; import runpy; "
    start = paths + f"runpy.run_path({str(script)!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True, cwd=ROOT)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_file_that_the_broken_ones_are_made_from_is_whole() -> None:
    assert read(as_bytes(whole())).id == "whole"


@pytest.mark.slow
@pytest.mark.parametrize("broken", broken_files(), ids=lambda broken: broken.name[:60])
def test_file_is_refused_for_its_own_reason(broken: BrokenFile) -> None:
    content = broken.make()

    with pytest.raises(FileRefusedError) as refused:
        read(content)

    assert broken.code in {fault.code for fault in refused.value.faults}


@pytest.mark.slow
def test_command_refuses_each_with_path_reason_and_cure_and_never_a_traceback(answers: list[dict[str, Any]]) -> None:
    in_words = [answer for answer in answers if "--json" not in answer["arguments"]]
    assert len(answers) - len(in_words) == len(broken_files())
    assert min(len(in_words), len(broken_files())) >= 200

    for answer in answers:
        assert answer["exit"] == 2, answer["name"]
        assert "Traceback" not in answer["stdout"] + answer["stderr"], answer["name"]
        if "--json" in answer["arguments"]:
            assert answer["stderr"] == "", answer["name"]
            told = json.loads(answer["stdout"])
            assert all(told[part] for part in ("error", "path", "reason", "cure")), answer["name"]
            assert answer["code"] in {problem["error"] for problem in told["problems"]}, answer["name"]
        else:
            assert answer["stdout"] == "", answer["name"]
            assert "$" in answer["stderr"], answer["name"]


@pytest.mark.slow
def test_command_refuses_each_within_five_seconds_and_500_megabytes(answers: list[dict[str, Any]]) -> None:
    slowest = max(answers, key=lambda answer: float(answer["seconds"]))
    largest = max(answers, key=lambda answer: float(answer["megabytes"]))
    print(f"slowest: {slowest['name']}, {slowest['seconds']:.2f} s of processor time")
    print(f"largest: {largest['name']}, {largest['megabytes']:.0f} MB")

    assert slowest["seconds"] < SECONDS
    assert largest["megabytes"] < MEGABYTES
