"""Text is measured so that it needs no more room than it is given, and is broken without losing anything."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont
from tests.support.collaborations import LETTERS

from sammenheng.documents.measure import widest_word, width, wrap

WORDS = st.text(st.sampled_from(LETTERS), max_size=80)
SAMPLES = (
    "Jeg følger opp meldingen fra utlandet",
    "Statsforvalteren i Vestfold og Telemark",
    "MINISTRY OF WOMEN, MWMW",
    "Čálit ŋuolla đáppe, Sámediggi",
    "0123456789 % (i) «sitat» – én",
)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_text_in_our_typeface_needs_no_more_room_than_measured(sample: str, weight: str) -> None:
    found = importlib.util.find_spec("font_source_sans_pro")
    assert found is not None
    assert found.origin is not None
    font = ImageFont.truetype(str(Path(found.origin).parent / "files" / f"SourceSansPro-{weight}.ttf"), 100)

    assert font.getlength(sample) <= width(sample, 100, bold=weight == "Bold")


@given(WORDS, st.floats(20, 300), st.booleans())
def test_wrapped_lines_fit_and_put_together_are_the_text(text: str, room: float, bold: bool) -> None:
    lines = wrap(text, room, 8, bold=bold)

    assert "".join(lines).split() == text.split()
    assert all(width(line.rstrip(), 8, bold=bold) <= room for line in lines)


@given(WORDS)
def test_words_that_fit_a_line_are_not_broken(text: str) -> None:
    room = widest_word(text, 8)

    lines = wrap(text, room, 8)

    broken = [line for line in lines[:-1] if not line.endswith(" ") and line[-1:].isalpha()]
    assert broken == []
