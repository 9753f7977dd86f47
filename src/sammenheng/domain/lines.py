"""In which line of a file a place stands, for people who mend files by hand."""

from __future__ import annotations

import json
import re

from .faults import Place

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)


def line_of(text: str, place: Place) -> int | None:
    """The line, counted from 1, where the value at this place begins; where it is missing, its nearest container.

    None when the text is not JSON.
    """
    try:
        position = _position(text, place)
    except (ValueError, IndexError, RecursionError):
        return None
    return text.count("\n", 0, position) + 1


def _position(text: str, place: Place) -> int:
    position = _past_space(text, 0)
    for step in place:
        inner = _member(text, position, step) if isinstance(step, str) else _item(text, position, step)
        if inner is None:
            break
        position = inner
    return position


def _member(text: str, position: int, name: str) -> int | None:
    """Where the last member of this name begins; the last, because that is the one that counts."""
    if text[position] != "{":
        return None
    found = None
    position = _past_space(text, position + 1)
    while text[position] != "}":
        begins = position
        key, position = _DECODER.raw_decode(text, position)
        position = _past_space(text, _past_space(text, position) + 1)
        if key == name:
            found = begins
        _, position = _DECODER.raw_decode(text, position)
        position = _past_comma(text, position)
    return None if found is None else _value_of_member(text, found)


def _value_of_member(text: str, begins: int) -> int:
    _, position = _DECODER.raw_decode(text, begins)
    return _past_space(text, _past_space(text, position) + 1)


def _item(text: str, position: int, number: int) -> int | None:
    if text[position] != "[":
        return None
    position = _past_space(text, position + 1)
    while text[position] != "]":
        if number == 0:
            return position
        _, position = _DECODER.raw_decode(text, position)
        position = _past_comma(text, position)
        number -= 1
    return None


def _past_comma(text: str, position: int) -> int:
    position = _past_space(text, position)
    return _past_space(text, position + 1) if text[position] == "," else position


def _past_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return position if match is None else match.end()
