"""The glossary: every word of the domain, made from its description, the catalogs and tools/glossary.toml.

glossary_page.py          write docs/reference/glossary.md
glossary_page.py check    exit 1 if the page is not what the description says
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "glossary.md"
TOLD = ROOT / "tools" / "glossary.toml"
sys.path.insert(0, str(ROOT / "src"))

from sammenheng.domain import Collaboration, ObjectType, describe, object_types  # noqa: E402
from sammenheng.texts import Texts, labels  # noqa: E402

LANGUAGES = {language: Texts(language) for language in ("nb", "nn", "en")}

HEAD = """\
# The words

*Made from the domain's description, the catalogs and `tools/glossary.toml` by `python tools/glossary_page.py`. Change
those, not this page.*

One idea has one word: in code, in files, in addresses and on screen. This page settles which. *Not* lists words that
mean something else here or nothing definite, and are not to be used for the idea. Terms of standards stand where there
is one; what the exports to those standards lose is told where they are described.

Fields and choices have their words too; they stand with their English label in the [schema](sammenheng.schema.json)
and with their translations in `src/sammenheng/locale`.
"""
COLUMNS = ("In code", "Bokmål", "Nynorsk", "English", "Meaning", "In standards", "Not")


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    written = page()
    if not arguments:
        PAGE.write_text(written, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != written:
        print("docs/reference/glossary.md is not up to date. Run: python tools/glossary_page.py", file=sys.stderr)
        return 1
    return 0


def page() -> str:
    """The whole page, in Markdown."""
    told: dict[str, dict[str, Any]] = tomllib.loads(TOLD.read_text("utf-8"))
    objects = sorted((describe(Collaboration), *object_types().values()), key=lambda kind: kind.name)
    named = {kind.name for kind in objects}
    parts = sorted((kind for kind in labels.described() if kind.name not in named), key=lambda kind: kind.name)
    lines = [HEAD, "## What a collaboration holds", "", *table(objects, told)]
    lines += ["", "## What lives inside these", "", *table(parts, told), ""]
    return "\n".join(lines)


def table(kinds: list[ObjectType], told: dict[str, dict[str, Any]]) -> Iterator[str]:
    columns = COLUMNS if any(kind.name in told for kind in kinds) else COLUMNS[:5]
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"
    for kind in kinds:
        yield f"| {' | '.join(row(kind, told.get(kind.name, {}))[: len(columns)])} |"


def row(kind: ObjectType, told: dict[str, Any]) -> list[str]:
    words = [f"**{word}**, {words}" for word, words in map(one_and_many, LANGUAGES.values(), [kind] * 3)]
    return [f"`{kind.name}`", *words, kind.definition, told.get("standard", ""), ", ".join(told.get("not", []))]


def one_and_many(texts: Texts, kind: ObjectType) -> tuple[str, str]:
    return labels.type_label(texts, kind).lower(), labels.types_label(texts, kind).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
