"""The translation catalogs of both packages: compile them, collect new texts into them, check that they are complete.

    catalogs.py compile    make the .mo files that run-time reads
    catalogs.py update     bring the texts of the code into the .po files
    catalogs.py check      exit 1 if a text lacks a good translation in a language that must be complete

Run by `./sammenheng`; needs Babel, and Django for the templates.
"""

import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
COMPLETE = ("nb", "nn")
SHOWN = 25
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]\b|\{\w*[^{}]*\}")


class Domain(NamedTuple):
    """One package's texts."""

    name: str
    package: str

    @property
    def folder(self) -> Path:
        return ROOT / "src" / self.package

    def po(self, language: str) -> Path:
        return self.folder / "locale" / language / "LC_MESSAGES" / f"{self.name}.po"

    def languages(self) -> list[str]:
        found = {path.parents[1].name for path in (self.folder / "locale").glob(f"*/LC_MESSAGES/{self.name}.po")}
        return sorted(found.union(COMPLETE))


DOMAINS = (Domain("sammenheng", "sammenheng"), Domain("django", "sammenheng_web"))


def main(arguments: list[str]) -> int:
    tasks: dict[str, Callable[[], int]] = {"compile": compile_all, "update": update_all, "check": check_all}
    if len(arguments) != 1 or arguments[0] not in tasks:
        print(__doc__, file=sys.stderr)
        return 2
    return tasks[arguments[0]]()


def compile_all() -> int:
    for domain in DOMAINS:
        for po in sorted(domain.folder.glob(f"locale/*/LC_MESSAGES/{domain.name}.po")):
            compiled = io.BytesIO()
            write_mo(compiled, read(po))
            replace(po.with_suffix(".mo"), compiled.getvalue())
    return 0


def update_all() -> int:
    for domain in DOMAINS:
        template = extract(domain)
        for language in domain.languages():
            po = domain.po(language)
            catalog = read(po) if po.exists() else begin(domain, language)
            # Without this the date of the day would change in every file, every time.
            template.creation_date = catalog.creation_date
            catalog.update(template, no_fuzzy_matching=True)
            catalog.obsolete.clear()
            written = io.BytesIO()
            write_po(written, catalog, width=100, sort_by_file=True, include_lineno=False)
            po.parent.mkdir(parents=True, exist_ok=True)
            replace(po, written.getvalue())
    return 0


def begin(domain: Domain, language: str) -> Catalog:
    """A catalog without texts, for a language that has none."""
    return Catalog(
        locale=language,
        domain=domain.name,
        header_comment=f"# The texts of {domain.package} in {language}. Texts are collected by ./sammenheng messages.",
        project="Sammenheng",
        version="0",
        msgid_bugs_address="CONTRIBUTING.md",
        last_translator="Sammenheng contributors",
        language_team=language,
        charset="utf-8",
        fuzzy=False,
    )


def check_all() -> int:
    faults = [fault for domain in DOMAINS for language in COMPLETE for fault in check(domain, language)]
    for fault in faults[:SHOWN]:
        print(fault)
    if faults:
        print(f"{len(faults)} texts to mend. New texts are collected with ./sammenheng messages.")
    return 1 if faults else 0


def check(domain: Domain, language: str) -> Iterator[str]:
    """What is wrong with one catalog, a line each."""
    po = domain.po(language)
    where = po.relative_to(ROOT)
    texts = extract(domain)
    catalog = read(po) if po.exists() else Catalog(locale=language)
    for message in texts:
        if message.id:
            translated = catalog.get(message.id, context=message.context)
            fault = "is not in the catalog" if translated is None else fault_of(translated)
            if fault:
                yield f"{where}: {shown(message)} {fault}"
    for message in catalog:
        if message.id and texts.get(message.id, context=message.context) is None:
            yield f"{where}: {shown(message)} is no longer used"


def fault_of(message: Message) -> str:
    """Why a translation will not do, or an empty string."""
    translations = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    if not all(translations):
        return "is not translated"
    if message.fuzzy:
        return "is marked fuzzy"
    sources = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    # A singular may leave the number out ("one row"), so either form of the source will do.
    allowed = [placeholders(source) for source in sources]
    if any(placeholders(translation) not in allowed for translation in translations):
        return "has other placeholders in the translation"
    return ""


def placeholders(text: str) -> Counter[str]:
    return Counter(match.group(0) for match in PLACEHOLDER.finditer(text))


def shown(message: Message) -> str:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return f'"{text[:80]}"'


def extract(domain: Domain) -> Catalog:
    """All texts of a package as a catalog without translations."""
    catalog = Catalog(domain=domain.name, project="Sammenheng", fuzzy=False)
    methods: list[tuple[str, Any]] = [("**.py", "python"), ("**/templates/**", extract_template)]
    found = extract_from_dir(domain.folder, methods, keywords=KEYWORDS, comment_tags=["Translators:"])
    for path, line, text, comments, context in found:
        place = (f"src/{domain.package}/{path}", line)
        catalog.add(text, locations=[place], auto_comments=comments, context=context)
    if domain.package == "sammenheng":
        add_labels(catalog)
    return catalog


def add_labels(catalog: Catalog) -> None:
    """The labels, help and definitions that the domain describes itself with."""
    sys.path.insert(0, str(ROOT / "src"))
    from sammenheng.texts import labels

    for message in labels.messages():
        place = (f"src/{message.module.replace('.', '/')}.py", 1)
        catalog.add(message.text, locations=[place], context=message.context)


def extract_template(file: Any, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """The texts of a Django template: Django turns it into something like Python, Babel reads that."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure(USE_I18N=True)
    text = templatize(file.read().decode("utf-8"))
    # What is not a text has become a row of X; indentation there would stop Python's tokenizer.
    lines = [line.lstrip() for line in text.splitlines()]
    yield from extract_python(io.BytesIO("\n".join(lines).encode()), keywords, comment_tags, options)


def read(po: Path) -> Catalog:
    with po.open("rb") as stream:
        return read_po(stream, locale=po.parents[1].name, abort_invalid=True)


def replace(path: Path, content: bytes) -> None:
    scratch = path.with_name(path.name + ".new")
    scratch.write_bytes(content)
    scratch.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
