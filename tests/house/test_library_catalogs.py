"""The library's texts: complete in bokmål and nynorsk, and all of them collected."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import catalogs

LIBRARY = next(domain for domain in catalogs.DOMAINS if domain.package == "sammenheng")
FUNCTIONS = {"gettext", "pgettext", "ngettext", "gettext_noop", "N_"}


@pytest.mark.slow
@pytest.mark.parametrize("language", catalogs.COMPLETE)
def test_catalog_lacks_nothing_and_holds_nothing_that_is_not_used(language: str) -> None:
    faults = list(catalogs.check(LIBRARY, language))

    assert faults == []


@pytest.mark.slow
def test_every_text_in_the_source_is_collected() -> None:
    collected = {
        text for message in catalogs.extract(LIBRARY) for text in (message.id if message.pluralizable else [message.id])
    }

    missing = [text for path in LIBRARY.folder.rglob("*.py") for text in marked(path) if text not in collected]

    # A call inside an f-string, for one, is not seen by the tool that collects.
    assert missing == []


def marked(path: Path) -> Iterator[str]:
    """The texts a module marks for translation, found in its syntax."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in FUNCTIONS:
                yield from (arg.value for arg in texts_of(name, node) if isinstance(arg.value, str))


def texts_of(name: str, call: ast.Call) -> Iterator[ast.Constant]:
    for argument in call.args[1 if name == "pgettext" else 0 :]:
        if isinstance(argument, ast.Constant):
            yield argument
