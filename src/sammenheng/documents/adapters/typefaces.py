"""The typeface that files are written with: an installed package where it is there; the writers can do without."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

FAMILY = "Source Sans Pro"
_PACKAGE = "font_source_sans_pro"


def folder() -> Path | None:
    """The folder with the typeface's files; None when it is not installed."""
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        return None
    files = Path(found.origin).parent / "files"
    return files if files.is_dir() else None
