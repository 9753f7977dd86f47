"""The library's texts in one language, from gettext catalogs that are compiled when Sammenheng is set up."""

from __future__ import annotations

import gettext
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from babel import Locale

from ..domain import Text

DOMAIN: Final = "sammenheng"
FOLDER: Final = Path(__file__).parents[1] / "locale"
LOCALES: Final = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB", "se": "se_NO"}
"""The languages people may read, each with where its numbers and dates are taken from."""

CATALOGS: Final = {"nb": ("nb",), "nn": ("nn", "nb"), "se": ("se", "nb"), "en": ()}
"""The catalogs of each language, best first. English is what the code itself says; Northern Sámi may be absent."""

OPTIONAL: Final = frozenset({"se"})


class CatalogMissingError(Exception):
    """The texts of a language were never compiled: Sammenheng is not set up."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"Tekstene på norsk er ikke gjort klare: {path.name} mangler.\n"
            "Kjør ./sammenheng check --help i prosjektmappa, eller: python tools/catalogs.py compile\n"
            f"The Norwegian texts are not ready: {path.name} is missing.\n"
            "Run ./sammenheng check --help in the project folder, or: python tools/catalogs.py compile"
        )


def gettext_noop(message: str) -> str:
    """Mark a text for translation where it stands; it is translated where it is shown."""
    return message


class Texts:
    """All texts in one language. Placeholders are named: `texts.gettext("{count} steps", count="3")`.

    Raises ValueError for a language nobody has prepared, CatalogMissingError when it is not compiled.
    """

    def __init__(self, language: str) -> None:
        if language not in LOCALES:
            raise ValueError(f"There are no texts in {language!r}, only in {', '.join(LOCALES)}.")
        self.language = language
        self.locale = Locale.parse(LOCALES[language])
        self._catalog = _catalog(language)

    def gettext(self, message: str, **params: object) -> str:
        """The text in this language."""
        return _filled(self._catalog.gettext(message), params)

    def pgettext(self, context: str, message: str, **params: object) -> str:
        """The text in this language, where the same English words may mean different things."""
        return _filled(self._catalog.pgettext(context, message), params)

    def ngettext(self, singular: str, plural: str, count: int, **params: object) -> str:
        """The text for this many; `{count}` stands for the number."""
        from .formats import number

        chosen = self._catalog.ngettext(singular, plural, count)
        return _filled(chosen, {"count": number(self, count), **params})

    def said(self, text: Text | None, *, source: str = "nb") -> str:
        """What people wrote, in this language or the nearest one it is written in."""
        return "" if text is None else text.in_language(self.language, source=source)[0]


def _filled(text: str, params: dict[str, object]) -> str:
    return text.format_map(params) if params else text


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    found: list[gettext.NullTranslations] = []
    for name in CATALOGS[language]:
        path = FOLDER / name / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if path.exists():
            with path.open("rb") as stream:
                found.append(gettext.GNUTranslations(stream))
        elif name not in OPTIONAL:
            raise CatalogMissingError(path)
    for better, worse in pairwise(found):
        better.add_fallback(worse)
    return found[0] if found else gettext.NullTranslations()
