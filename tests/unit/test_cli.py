"""The command: what it answers, how it refuses, in which language and with which exit code."""

import io
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.support.broken_files import as_bytes, thing, whole

from sammenheng import __version__
from sammenheng.cli import VERBS, main
from sammenheng.domain import read, write
from sammenheng.domain.schema import file_schema

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "examples" / "minimal.sammenheng.json"
EXAMPLES = sorted((ROOT / "examples").glob("*.sammenheng.json"))
TODAY = ["--today", "2026-11-22"]


class Answer:
    """What one call printed, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Ask:
    """Call the command in this process."""

    def call(*arguments: str | Path) -> Answer:
        code = main([str(argument) for argument in arguments])
        return Answer(code, *capfd.readouterr())

    return call


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """A collaboration file with this content."""

    def make(**content: Any) -> Path:
        path = tmp_path / "samarbeid.sammenheng.json"
        path.write_bytes(as_bytes(whole(**content)))
        return path

    return make


def holds(answer: Answer, schema: str) -> None:
    """The answer is as its published schema says."""
    published = json.loads((ROOT / "docs" / "reference" / f"{schema}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(published)
    Draft202012Validator(published, format_checker=FormatChecker()).validate(answer.json)


# The call


def test_without_a_verb_the_command_says_what_to_do(ask: Ask) -> None:
    answer = ask("--lang", "en")

    assert (answer.code, answer.out) == (2, "")
    assert "sammenheng --help" in answer.err


def test_help_lists_every_verb_in_the_language_asked_for(ask: Ask) -> None:
    english, norwegian = ask("--lang", "en", "--help"), ask("--help")

    assert (english.code, norwegian.code) == (0, 0)
    for verb in VERBS:
        assert f"\n    {verb} " in english.out
    assert "Usage: sammenheng" in english.out
    assert "Bruk: sammenheng" in norwegian.out


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_a_verb_stands_in_nynorsk_too(ask: Ask, verb: str) -> None:
    answer = ask(verb, "--help", "--lang", "nn")

    assert answer.code == 0
    assert answer.out.startswith(f"Bruk: sammenheng {verb}")
    assert "usage" not in answer.out
    assert "show this help" not in answer.out


def test_version_is_that_of_the_package(ask: Ask) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    answer = ask("--version", "--lang", "en")

    assert answer.code == 0
    assert answer.out == f"Sammenheng {__version__}, file format 1\n"
    assert project["version"] == __version__


@pytest.mark.parametrize(
    ("arguments", "error", "path"),
    [
        (["chekc", "a"], "unknown-verb", "VERB"),
        (["check"], "missing-argument", "FILE"),
        (["chain", "a"], "missing-argument", "ID"),
        (["check", "a", "b"], "unknown-argument", "b"),
        (["check", "a", "--fast"], "unknown-argument", "--fast"),
        (["check", "a", "--lang", "de"], "unknown-value", "--lang"),
        (["check", "a", "--lang"], "wrong-argument", "--lang"),
        (["check", "a", "--today", "i morgen"], "bad-date", "--today"),
        (["check", "a", "--today", "2026-02-30"], "bad-date", "--today"),
        (["check", "a", "--today"], "wrong-argument", "--today"),
        (["format", "a", "-o"], "wrong-argument", "-o/--output"),
        (["check", "\udce6"], "no-such-file", "?"),
        (["check", "a\x00b"], "no-such-file", "a\x00b"),
        (["check", "no/such/file"], "no-such-file", "no/such/file"),
    ],
    ids=repr,
)
def test_call_that_cannot_be_understood_is_refused_with_path_reason_and_cure(
    ask: Ask, arguments: list[str], error: str, path: str
) -> None:
    answer = ask(*arguments, "--json")

    assert (answer.code, answer.err) == (2, "")
    assert (answer.json["error"], answer.json["path"]) == (error, path)
    holds(answer, "error")


def test_json_flag_after_an_option_without_value_still_gives_json(ask: Ask) -> None:
    answer = ask("format", "a", "-o", "--json")

    assert answer.code == 2
    assert answer.json["error"] == "wrong-argument"


# Files


def test_folder_is_refused(ask: Ask, tmp_path: Path) -> None:
    answer = ask("check", tmp_path, "--json")

    assert (answer.code, answer.json["error"]) == (2, "is-a-folder")
    holds(answer, "error")


@pytest.mark.parametrize(
    ("trouble", "error"),
    [(PermissionError(13, "no"), "not-permitted"), (OSError(5, "broken"), "cannot-read")],
    ids=["permission", "disk"],
)
def test_file_that_cannot_be_opened_is_refused(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, trouble: OSError, error: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr("sammenheng.cli.call.open", fail, raising=False)

    answer = ask("check", MINIMAL, "--json")

    assert (answer.code, answer.json["error"]) == (2, error)
    holds(answer, "error")


def test_endless_file_is_read_only_as_far_as_files_may_go(ask: Ask) -> None:
    answer = ask("check", "/dev/zero", "--json")

    assert (answer.code, answer.json["error"]) == (2, "too-large")


def test_broken_file_tells_line_path_reason_and_cure_of_every_problem(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    needs = [thing("n1", user_groups=["nobody"]), {"id": "N2"}]
    path.write_text(json.dumps(whole(needs=needs), indent=2), "utf-8")

    told = ask("check", path, "--lang", "en")
    answer = ask("check", path, "--json", "--lang", "en")

    assert (told.code, told.out) == (2, "")
    assert "line 19: $.needs[1].id" in told.err
    assert "“N2” cannot be an id." in told.err
    assert "The field “name” is missing." in told.err
    assert [problem["path"] for problem in answer.json["problems"]] == ["$.needs[1].id", "$.needs[1].name"]
    assert answer.json["line"] == 19
    holds(answer, "error")


def test_more_problems_than_have_room_are_counted(ask: Ask, file: Callable[..., Path]) -> None:
    path = file(needs=[1] * 30)

    told = ask("check", path, "--lang", "en")
    answer = ask("check", path, "--json")

    assert told.err.count("Replace it with an object") == 20
    assert "… and 10 more problems." in told.err
    assert len(answer.json["problems"]) == 30


def test_names_in_a_file_cannot_steer_the_terminal(ask: Ask, file: Callable[..., Path]) -> None:
    path = file(**{"\x1b[31mneeds": []}, goals=[thing("goal", reach_by="\x1b]0;owned\x07\u202e")])

    told = ask("check", path, "--lang", "en")

    assert told.code == 2
    assert "\x1b" not in told.err
    assert not {"\x07", "\u202e"} & set(told.err)


# Verbs


def test_format_gives_the_canonical_bytes_whatever_the_order_was(ask: Ask, tmp_path: Path) -> None:
    content = MINIMAL.read_bytes()
    turned = tmp_path / "turned.json"
    turned.write_text(json.dumps(dict(reversed(json.loads(content).items()))), "utf-8")

    answer = ask("format", turned)

    assert answer.code == 0
    assert answer.out.encode() == write(read(content))


def test_format_may_write_over_the_file_it_reads(ask: Ask, file: Callable[..., Path]) -> None:
    path = file(needs=[thing("n2"), thing("n1")])

    answer = ask("format", path, "-o", path)

    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert [need["id"] for need in json.loads(path.read_bytes())["needs"]] == ["n1", "n2"]
    assert os.listdir(path.parent) == [path.name]


def test_format_that_cannot_write_leaves_what_was_there(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    answer = ask("format", MINIMAL, "-o", folder, "--json")

    assert (answer.code, answer.json["error"]) == (2, "cannot-write")
    assert os.listdir(tmp_path) == ["folder"]
    holds(answer, "error")


def test_schema_is_the_one_of_the_domain(ask: Ask, tmp_path: Path) -> None:
    printed = ask("schema")
    written = ask("schema", "--json", "-o", tmp_path / "schema.json")

    assert (printed.code, written.code) == (0, 0)
    assert printed.json == file_schema()
    assert (tmp_path / "schema.json").read_text("utf-8") == printed.out


def test_there_are_examples() -> None:
    assert EXAMPLES


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_check_of_an_example_is_as_its_schema_says(ask: Ask, example: Path) -> None:
    answer = ask("check", example, *TODAY, "--json")

    holds(answer, "check")
    assert answer.code == (1 if answer.json["counts"]["error"] else 0)
    assert len(answer.json["found"]) == sum(answer.json["counts"].values())


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_chain_of_objects_of_an_example_is_as_its_schema_says(ask: Ask, example: Path) -> None:
    collaboration = read(example.read_bytes())
    ids = sorted(collaboration.objects)
    some = ids[:: len(ids) // 10]

    for id in [*some, collaboration.effects[0].id, collaboration.needs[0].id]:
        answer = ask("chain", example, id, "--json")

        assert answer.code == 0
        holds(answer, "chain")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_check_speaks_the_language_asked_for(ask: Ask, language: str) -> None:
    answer = ask("check", MINIMAL, *TODAY, "--lang", language)

    words = {"nb": "Gjør slik:", "nn": "Gjer slik:", "en": "What to do:"}
    assert answer.err == ""
    assert [word for word in words.values() if word in answer.out] == [words[language]]


def test_check_exits_with_one_when_there_are_errors(ask: Ask, file: Callable[..., Path]) -> None:
    path = file(costs=[thing("cost", total={"likely": 1, "unit": "NOK", "price_year": 2026})])

    answer = ask("check", path, *TODAY, "--json")

    assert answer.code == 1
    assert "cost-without-payer" in {found["rule"] for found in answer.json["found"]}


def test_check_of_one_day_is_the_same_on_any_day(ask: Ask) -> None:
    first, second = (ask("check", MINIMAL, *TODAY, "--json") for _ in range(2))

    assert first.out == second.out
    assert first.json["today"] == "2026-11-22"


def test_chain_shows_both_ways_who_is_needed_and_what_unlocks(ask: Ask) -> None:
    answer = ask("chain", MINIMAL, "eff-told-once", "--lang", "en")

    assert (answer.code, answer.err) == (0, "")
    for part in ("↑", "↓", "Needs", "Deliverables", "Who is needed", "What unlocks it"):
        assert part in answer.out


@pytest.mark.parametrize(
    ("id", "error"), [("zzz", "no-such-object"), ("eff-told-onse", "no-such-object-near"), ("æ", "no-such-object")]
)
def test_chain_from_nowhere_is_refused(ask: Ask, id: str, error: str) -> None:
    answer = ask("chain", MINIMAL, id, "--json")

    assert (answer.code, answer.json["error"], answer.json["path"]) == (2, error, "ID")
    holds(answer, "error")


def test_chain_from_something_in_the_bin_is_refused(ask: Ask, file: Callable[..., Path]) -> None:
    path = file(needs=[thing("need-1", state="trashed")])

    answer = ask("chain", path, "need-1", "--json")

    assert (answer.code, answer.json["error"]) == (2, "put-away-object")


def test_chain_of_something_loose_says_that_it_is(ask: Ask, file: Callable[..., Path]) -> None:
    answer = ask("chain", file(needs=[thing("need-1")]), "need-1", "--lang", "en")

    assert answer.code == 0
    assert "Nothing is tied to this object" in answer.out


# The terminal


@pytest.mark.parametrize("columns", ["40", "60", "100", "300"])
def test_text_keeps_within_the_terminal(ask: Ask, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    check, chain = ask("check", MINIMAL, *TODAY), ask("chain", MINIMAL, "eff-told-once")

    for line in (check.out + chain.out).splitlines():
        # A rule's or an object's id has no place to be broken.
        assert len(line) <= min(int(columns), 100) or " " not in line.strip(), line


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_stand_on_a_terminal_unless_they_are_declined(
    monkeypatch: pytest.MonkeyPatch, no_color: str, coloured: bool
) -> None:
    written = io.BytesIO()
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", Terminal(written, "utf-8", write_through=True))

    main(["check", str(MINIMAL), *TODAY])

    assert (b"\x1b[" in written.getvalue()) is coloured


# A process of its own


def run(*arguments: str, content: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **settings}
    command = [sys.executable, "-m", "sammenheng.cli", *arguments]
    return subprocess.run(command, input=content, capture_output=True, env=environment, check=False)


@pytest.mark.slow
def test_file_comes_from_standard_input_and_the_answer_goes_on() -> None:
    done = run("format", "-", content=MINIMAL.read_bytes())

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == write(read(MINIMAL.read_bytes()))


@pytest.mark.slow
def test_terminal_that_knows_few_letters_gets_no_traceback() -> None:
    done = run("check", str(MINIMAL), PYTHONIOENCODING="ascii", LC_ALL="C")

    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.slow
def test_json_is_utf8_whatever_the_terminal_knows() -> None:
    done = run("check", str(MINIMAL), "--json", PYTHONIOENCODING="latin-1")

    assert json.loads(done.stdout.decode("utf-8"))["collaboration"] == "minimal"


@pytest.mark.slow
def test_reader_that_stops_early_is_no_error() -> None:
    command = f"{sys.executable} -m sammenheng.cli schema | head -c 10"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}

    done = subprocess.run(["bash", "-c", command], capture_output=True, env=environment, check=False)

    assert (done.stdout, done.stderr) == (b'{\n  "$sche', b"")


@pytest.mark.slow
def test_catalogs_that_were_never_compiled_are_told_in_both_languages() -> None:
    program = (
        "import sammenheng.texts.catalog as catalog, pathlib, sys; catalog.FOLDER = pathlib.Path('nowhere'); "
        "from sammenheng.cli import main; sys.exit(main(['schema']))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=False)

    assert (done.returncode, done.stdout) == (2, b"")
    assert "ikke gjort klare" in done.stderr.decode()
    assert "Run ./sammenheng" in done.stderr.decode()
