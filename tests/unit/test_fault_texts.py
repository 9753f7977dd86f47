"""Every fault of the domain has words: what happened and what to do."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.broken_files import broken_files

from sammenheng import domain
from sammenheng.domain import CannotBeTrueError, Fault, FileRefusedError, Id, Text, read
from sammenheng.domain.words import Need
from sammenheng.texts import Texts
from sammenheng.texts.faults import SENTENCES, WAYS, explain

LANGUAGES = ("nb", "nn", "en")
MAKERS = {"Fault", "refuse", "_refused"}
NOT_FROM_FILES = {"not-normalised": "reading brings every text to one form", "too-much": "no file is known to do it"}


def codes_in_the_domain() -> set[str]:
    """Every code that is given to a fault anywhere in the domain's source."""
    return {
        code
        for path in Path(domain.__file__).parent.rglob("*.py")
        for code in codes_in(ast.parse(path.read_text("utf-8")))
        if code
    }


def codes_in(module: ast.Module) -> Iterator[str]:
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call) and node.args):
        name = getattr(call.func, "id", "")
        if name in MAKERS:
            yield from texts_of(call.args[0], module)


def texts_of(node: ast.expr, module: ast.Module) -> Iterator[str]:
    """The texts an argument can be: itself, or what the name was given."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.Name):
        for given in (n for n in ast.walk(module) if isinstance(n, ast.Assign)):
            if any(isinstance(target, ast.Name) and target.id == node.id for target in given.targets):
                yield from (str(n.value) for n in ast.walk(given.value) if isinstance(n, ast.Constant))


def faults_of_files() -> dict[str, Fault]:
    """One fault of each code that a broken file brings about."""
    found: dict[str, Fault] = {}
    for broken in broken_files():
        if broken.code not in found:
            try:
                read(broken.make())
            except FileRefusedError as refused:
                found.update({fault.code: fault for fault in refused.faults})
    return found


def test_every_code_has_sentences_and_every_sentence_a_code() -> None:
    assert codes_in_the_domain() == set(SENTENCES)


@pytest.mark.slow
def test_every_fault_a_file_can_have_is_brought_about_by_a_broken_file() -> None:
    assert set(faults_of_files()) == set(SENTENCES) - set(NOT_FROM_FILES)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_explained_in_full(language: str) -> None:
    texts = Texts(language)

    told = [explain(texts, fault) for fault in faults_of_files().values()]

    for explained in told:
        for sentence in (explained.reason, explained.cure):
            assert sentence[-1] in ".!?…" or sentence.endswith(("schema", "2027-01-31")), explained
            assert "{" not in sentence.replace("{…}", ""), explained
        assert explained.path.startswith("$")


def test_explanations_differ_between_the_languages() -> None:
    fault = Fault("dangling-near", ("needs", 3, "user_groups", 0), {"id": "g2", "near": "g1"})

    told = {language: explain(Texts(language), fault) for language in LANGUAGES}

    assert len({explained.reason for explained in told.values()}) == 3
    assert told["nb"].path == "$.needs[3].user_groups[0]"
    assert all("g2" in explained.reason and "g1" in explained.cure for explained in told.values())


def test_ways_of_showing_belong_to_parameters_that_sentences_have() -> None:
    for code, parameter in WAYS:
        names = {name for sentence in SENTENCES[code] for _, name, _, _ in string.Formatter().parse(sentence)}
        assert parameter in names


def test_text_that_is_not_in_one_form_is_refused_as_a_value() -> None:
    with pytest.raises(CannotBeTrueError) as refused:
        Need(id=Id("n1"), name=Text(nb="a\u030a"))

    assert [fault.code for fault in refused.value.faults] == ["not-normalised"]


def test_memory_that_runs_out_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("sammenheng.domain.file.json.loads", out_of_memory)

    with pytest.raises(FileRefusedError) as refused:
        read(b"{}")

    assert [fault.code for fault in refused.value.faults] == ["too-much"]
