"""Norwegian order: æ, ø and å last, aa as å, accents and capitals without weight, numbers by their size."""

import re
import unicodedata

_DIGITS = re.compile(r"(\d+)")
# Letters of neighbours stand with their Norwegian counterpart; Sámi letters follow the letter they resemble.
_PLACES = {
    "æ": "z1",
    "ä": "z1",
    "ø": "z2",
    "ö": "z2",
    "å": "z3",
    "ü": "y",
    "č": "c1",
    "đ": "d1",
    "ð": "d1",
    "ŋ": "n1",
    "š": "s1",
    "ŧ": "t1",
    "ž": "z0",
    "þ": "t2",
}
Key = tuple[tuple[int, int, str], ...]


def norwegian(text: str) -> Key:
    """A key by which texts sort as in a Norwegian dictionary."""
    letters = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return tuple(_part(part) for part in _DIGITS.split(letters) if part)


def _part(part: str) -> tuple[int, int, str]:
    # isdecimal, as the pattern's \d: other digits, such as ², are letters here.
    if part.isdecimal():
        return 0, int(part), ""
    return 1, 0, "".join(_place(letter) for letter in part)


def _place(letter: str) -> str:
    if letter in _PLACES:
        return _PLACES[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    # Signs before letters, so that quotation marks and dashes do not send a word to the end.
    return base + "0" if base.isalpha() else " " + base
