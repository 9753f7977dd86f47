"""Documents as PDF, through typst: tagged for screen readers (PDF/UA-1) and fit for archives (PDF/A-2a).

Texts go in as data, never as source. Nothing is fetched: no packages, no network, no typefaces of the machine.
"""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ...texts import Texts
from ..values import Document
from . import typefaces
from .plain import as_plain

STANDARDS: Final = ("ua-1", "a-2a")
FAMILIES: Final = (typefaces.FAMILY, "Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern Math")
REPLACEMENT: Final = "\ufffd"
MOST_TRIES: Final = 8
MOST_WITHOUT_CONTENTS: Final = 4

_NOT_SHOWN: Final = re.compile(r'the text `"(?P<text>(?:\\.|[^"\\])*)"` could not be displayed')
_JOINERS: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A written PDF, its pages' sizes in points, and the characters that no typeface at hand could show."""

    content: bytes
    sizes: tuple[tuple[float, float], ...]
    not_shown: str


def pdf(document: Document, texts: Texts, *, day: datetime.date | None = None) -> Pdf:
    """The document as PDF, dated with this day. Characters no typeface has are replaced, and told."""
    data = as_plain(document)
    data |= {
        "fonts": list(FAMILIES),
        "contents": texts.gettext("Contents") if len(document.sections) > MOST_WITHOUT_CONTENTS else None,
        "date": {"year": day.year, "month": day.month, "day": day.day} if day else None,
    }
    written = json.dumps(data, ensure_ascii=False).translate(_JOINERS)
    missing = ""
    for _ in range(MOST_TRIES):
        content, lacking = _compiled(written, day)
        if content is not None:
            return Pdf(content=content, sizes=_sizes(content), not_shown=missing)
        missing += lacking
        written = written.translate(dict.fromkeys(map(ord, lacking), REPLACEMENT))
    raise AssertionError("typst keeps finding characters that it cannot show")


def _compiled(written: str, day: datetime.date | None) -> tuple[bytes | None, str]:
    """The PDF, or the characters that stand in its way."""
    import typst

    moment = datetime.datetime.combine(day or datetime.date(1980, 1, 1), datetime.time(), datetime.UTC)
    try:
        content: bytes = typst.compile(
            _source(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"document": written},
            pdf_standards=list(STANDARDS),
            timestamp=moment,
        )
    except typst.TypstError as error:
        lacking = "".join(_unescaped(found["text"]) for found in _NOT_SHOWN.finditer(error.diagnostic))
        if not lacking:
            raise
        return None, "".join(dict.fromkeys(lacking))
    return content, ""


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def _sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page; typst writes every page's own."""
    found = re.findall(rb"/Type ?/Page\b[^s].*?/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", content, re.DOTALL)
    return tuple((float(width), float(height)) for width, height in found)


@cache
def _source() -> bytes:
    return files(__package__).joinpath("document.typ").read_bytes()


@cache
def _fonts() -> Any:
    import typst

    folder = typefaces.folder()
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)] if folder else []
    )
