"""Words that tell what an agency does or wants, where the user's own situation should stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..domain import Text

_NORWEGIAN = (
    "søke om",
    "søk om",
    "søknad",
    "søknaden",
    "søknader",
    "søknadsskjema",
    "skjema",
    "skjemaet",
    "melde",
    "meld",
    "sende inn",
    "innsending",
    "rapportere",
    "registrere",
    "registrering",
    "fylle ut",
    "dokumentere",
    "vedtak",
    "vedtaket",
)

AGENCY_WORDS: Mapping[str, tuple[str, ...]] = {
    "nb": (*_NORWEGIAN, "søke på", "saksbehandling"),
    "nn": (*_NORWEGIAN, "søkje om", "søkje på", "sakshandsaming"),
    "en": (
        "apply for",
        "apply to",
        "application",
        "applications",
        "application form",
        "submit",
        "submission",
        "report to",
        "registration",
        "fill in",
        "fill out",
        "case processing",
        "administrative decision",
    ),
}
"""For each language, in lower case; longer ones are preferred where several fit."""


def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


_PATTERNS = {language: _one_of(words) for language, words in AGENCY_WORDS.items()}


def agency_word(name: Text) -> str | None:
    """The first word of an agency in a name, in the first language it is seen in; None when there is none."""
    for language, text in name.items():
        pattern = _PATTERNS.get(language)
        if pattern and (seen := pattern.search(text.casefold())):
            return seen.group()
    return None
