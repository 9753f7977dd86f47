"""Pictures as PNG, through resvg."""

from __future__ import annotations

from typing import Final

from . import typefaces

SHARPNESS: Final = 2.0
"""Dots for each point: 144 to the inch."""

MOST_DOTS: Final = 30_000_000


def png(svg: str, *, width: float, height: float, most_dots: int = MOST_DOTS) -> bytes:
    """A drawing of this size in points as PNG; one with more dots than these gets fewer to the inch."""
    # Imported late: a call that draws nothing need not have it.
    from resvg_py import svg_to_bytes

    dots = min(SHARPNESS, (most_dots / max(width * height, 1.0)) ** 0.5)
    folder = typefaces.folder()
    drawn: bytes = bytes(
        svg_to_bytes(
            svg_string=svg,
            dpi=72.0,
            zoom=dots,
            background="#ffffff",
            font_dirs=[str(folder)] if folder else None,
            # Without our own typeface, those of the machine are better than none.
            skip_system_fonts=folder is not None,
            sans_serif_family=typefaces.FAMILY if folder else None,
        )
    )
    return drawn
