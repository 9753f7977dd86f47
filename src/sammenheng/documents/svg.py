"""Drawings as SVG: real text, title and description, languages told; no inline style, so that pages may forbid it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from .drawing import MARKERS, Drawing, Marker, Rect, Shape, Stroke, TextBox

FAMILY: Final = '"Source Sans Pro", Inter, "Inter Variable", system-ui, "Segoe UI", Roboto, Arial, sans-serif'

COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    "paper": ("#ffffff", "#14181d"),
    "ink": ("#1b2128", "#f0f3f6"),
    "soft-ink": ("#47525e", "#bcc7d2"),
    "line": ("#b6bfc9", "#4a5561"),
    "strong-line": ("#5d6a77", "#8e9aa6"),
    "band": ("#f2f5f8", "#1c232b"),
    "stage": ("#12395f", "#b9d6f2"),
    "on-stage": ("#ffffff", "#0d1c2a"),
    "step": ("#dfeaf5", "#223447"),
    "curve": ("#12395f", "#b9d6f2"),
    "bad": ("#9c1c1c", "#ffb0a8"),
    "missing": ("#8a5300", "#ffcf87"),
    "good": ("#1d6b34", "#9fe0b1"),
    "free": ("#ffffff", "#14181d"),
}
"""Every colour by its name: on light ground, on dark ground."""

RULES: Final[Mapping[str, Mapping[str, str]]] = {
    "paper": {"fill": "paper"},
    "text": {"fill": "ink"},
    "soft": {"fill": "soft-ink"},
    "on-stage": {"fill": "on-stage"},
    "band": {"fill": "band"},
    "stage": {"fill": "stage"},
    "step": {"fill": "step", "stroke": "strong-line"},
    "line": {"stroke": "line", "fill": "none"},
    "strong": {"stroke": "strong-line", "fill": "none"},
    "curve": {"stroke": "curve", "fill": "none"},
    "curve-mark": {"stroke": "curve", "fill": "paper"},
    "curve-mark-full": {"stroke": "curve", "fill": "curve"},
    "obstacle": {"fill": "bad"},
    "gap": {"fill": "missing"},
    "works-well": {"fill": "good"},
    "bar": {"fill": "step", "stroke": "strong-line"},
    "bar-strong": {"fill": "stage", "stroke": "stage"},
}
"""What each style is drawn with. In pages the site's own rules for the same classes win."""

WIDTHS: Final = {"line": 0.5, "strong": 1.1, "curve": 1.6, "step": 0.7, "bar": 0.7, "curve-mark": 1.3}
PREFIX: Final = "jm-"


def svg(
    drawing: Drawing, *, title: str, description: str, language: str, name: str, standalone: bool, scale: float = 1.0
) -> str:
    """The drawing as SVG. `name` begins its ids, so that several may stand in one page.

    `standalone`: a file of its own, with colours inside; else classes and attributes that the page's rules win over.
    """
    ids = f"{name}-title", f"{name}-description"
    size = f'width="{_n(drawing.width * scale)}pt" height="{_n(drawing.height * scale)}pt"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" {size} '
        f'class="{PREFIX}map" role="img" lang="{language}" xml:lang="{language}" '
        f'aria-labelledby="{ids[0]} {ids[1]}" font-family="{escape(FAMILY)}">',
        f'<title id="{ids[0]}">{clean(title)}</title>',
        f'<desc id="{ids[1]}">{clean(description)}</desc>',
    ]
    if standalone:
        parts.append(f"<style>{dark_rules()}</style>")
    ground = Rect(x=0, y=0, width=drawing.width, height=drawing.height, style="paper")
    parts += [_shape(shape) for shape in (ground, *drawing.shapes)]
    parts += [_text(box, language) for box in drawing.boxes]
    return "\n".join((*parts, "</svg>\n"))


def dark_rules() -> str:
    """Rules for readers who have asked for a dark ground; printed on paper everything stays light."""
    return "@media screen and (prefers-color-scheme:dark){" + "".join(_rules(1)) + "}"


def page_rules() -> str:
    """Rules for a page: each colour is a custom property, so that a theme can set it."""
    light, dark = ("".join(f"--{PREFIX}{name}:{pair[n]};" for name, pair in COLOURS.items()) for n in (0, 1))
    used = "".join(
        f".{PREFIX}{style}{{" + "".join(f"{what}:{_variable(colour)};" for what, colour in told.items()) + "}"
        for style, told in RULES.items()
    )
    return f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{used}"


def _variable(colour: str) -> str:
    return colour if colour == "none" else f"var(--{PREFIX}{colour})"


def _rules(ground: int) -> Iterable[str]:
    for style, told in RULES.items():
        content = "".join(f"{what}:{_colour(colour, ground)};" for what, colour in told.items())
        yield f".{PREFIX}{style}{{{content}}}"


def _colour(name: str, ground: int) -> str:
    return name if name == "none" else COLOURS[name][ground]


def _drawn(style: str) -> str:
    """The class, and the same as attributes for programs that know no style sheets."""
    told = " ".join(f'{what}="{_colour(colour, 0)}"' for what, colour in RULES[style].items())
    stroke = f' stroke-width="{WIDTHS.get(style, 1)}"' if "stroke" in RULES[style] else ""
    return f'class="{PREFIX}{style}" {told}{stroke}'


def _shape(shape: Shape) -> str:
    match shape:
        case Rect():
            place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
            rounded = f' rx="{_n(shape.round)}"' if shape.round else ""
            return f"<rect {place}{rounded} {_drawn(shape.style)}/>"
        case Stroke():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
            dash = f' stroke-dasharray="{" ".join(map(_n, shape.dash))}"' if shape.dash else ""
            return f'<polyline points="{points}"{dash} {_drawn(shape.style)}/>'
        case Marker():
            return _marker(shape)


def _marker(marker: Marker) -> str:
    if marker.form == "circle":
        return f'<circle cx="{_n(marker.x)}" cy="{_n(marker.y)}" r="{_n(marker.size)}" {_drawn(marker.style)}/>'
    corners = ((marker.x + x * marker.size, marker.y + y * marker.size) for x, y in MARKERS[marker.form])
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)
    return f'<polygon points="{points}" {_drawn(marker.style)}/>'


def _text(box: TextBox, language: str) -> str:
    own = "" if box.language == language else f' lang="{box.language}" xml:lang="{box.language}"'
    weight = ' font-weight="700"' if box.bold else ""
    lines = "".join(
        f'<tspan x="{_n(box.x)}" y="{_n(box.baseline(number))}">{clean(line)}</tspan>'
        for number, line in enumerate(box.lines)
    )
    return f'<text font-size="{_n(box.size)}"{weight} {_drawn(box.style)}{own}>{lines}</text>'


def clean(text: str) -> str:
    """Text for XML: without characters that it cannot hold."""
    return escape(clean_text(text))


def clean_text(text: str) -> str:
    """Text without characters that XML cannot hold."""
    return "".join(character for character in text if _is_held(character))


def _is_held(character: str) -> bool:
    return character in "\t\n" or (character >= " " and unicodedata.category(character) not in ("Cs", "Cn"))


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
