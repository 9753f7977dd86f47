"""How much room text takes, and how it is broken into lines: never less than what usual sans serif typefaces need."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Upper bounds in em, rounded up from the widest typefaces that readers are likely to have. A picture is drawn with
# whichever of them the reader's machine finds, so text is measured by the widest: then nothing can overlap.
_CLASSES: Final = (
    (0.34, " ijlI'.,:;|"),
    (0.47, 'ftr!()[]{}/\\-"`´·°'),
    (0.56, "csz?*J"),
    (0.60, "kvxyLF"),
    (0.64, "abdeghnopqu0123456789TP$«»_ø"),
    (0.67, "ESY"),
    (0.82, "ABCDGHKNOQRUVXZw&–Ø"),
    (1.04, "mMwWæÆ%@—…œŒ+=<>~^#−§€½ŋđŧŊĐŦßðþ"),
)
_EMS: Final = {character: em for em, characters in reversed(_CLASSES) for character in characters}
_OTHER, _WIDE = 1.1, 1.5
BOLD: Final = 1.12
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf", "Cc"})


@lru_cache(maxsize=4096)
def _em(character: str) -> float:
    if character in _EMS:
        return _EMS[character]
    if unicodedata.category(character) in _UNSEEN:
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and base in _EMS:
        return _EMS[base]
    if unicodedata.east_asian_width(character) in ("W", "F") or unicodedata.category(character) == "So":
        return _WIDE
    return _OTHER


@lru_cache(maxsize=65536)
def _ems(word: str) -> float:
    return sum(map(_em, word))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The most room a line of text takes at this size, in the unit of the size."""
    return _ems(text) * size * (BOLD if bold else 1.0)


def widest_word(text: str, size: float, *, bold: bool = False) -> float:
    """The room that the longest piece of the text which may not be broken takes."""
    return max((width(piece, size, bold=bold) for word in text.split() for piece in _pieces(word)), default=0.0)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that fit the room. Words are broken only where they are wider than a whole line.

    A line that goes on without a space in the text ends without one; every other line ends with a space. So the lines
    put after each other are the text, with its white space made plain.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        for number, piece in enumerate(_fitted(word, room, size, bold=bold)):
            gap = " " if line and number == 0 else ""
            if line and width(line + gap + piece, size, bold=bold) > room:
                lines.append(line + gap)
                line = piece
            else:
                line += gap + piece
    return (*lines, line) if line else tuple(lines)


def _fitted(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """The pieces of a word, none wider than the room."""
    found = []
    for piece in _pieces(word):
        while width(piece, size, bold=bold) > room and len(piece) > 1:
            keep = _longest_that_fits(piece, room, size, bold=bold)
            found.append(piece[:keep])
            piece = piece[keep:]
        found.append(piece)
    return found


def _longest_that_fits(piece: str, room: float, size: float, *, bold: bool) -> int:
    keep = 1
    while keep < len(piece) and width(piece[: keep + 1], size, bold=bold) <= room:
        keep += 1
    while keep < len(piece) and _em(piece[keep]) == 0:
        keep += 1
    return keep


def _pieces(word: str) -> list[str]:
    """A word cut after hyphens and strokes, where a reader expects it."""
    return [piece for piece in re.split(r"(?<=[-/–—_])(?=[^\W\d_])", word) if piece]
