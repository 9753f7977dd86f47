"""What people see: calm text on the terminal, wrapped to its width, in colour only where that helps."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Final

WIDEST, NARROWEST = 100, 40
TURNS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
STYLES: Final = {"bold": "1", "dim": "2", "error": "31", "warning": "33", "good": "32"}


class Screen:
    """One stream for people; machines get bytes through `write_bytes`."""

    def __init__(self, stream: IO[str] | None = None, *, width: int | None = None) -> None:
        self.stream = sys.stdout if stream is None else stream
        columns = shutil.get_terminal_size().columns if width is None else width
        self.width = max(NARROWEST, min(columns, WIDEST))
        self.colours = self.stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def line(self, text: str = "", *, indent: int = 0, style: str | None = None, hang: int = 0) -> None:
        """A paragraph, wrapped; `hang` indents its second and later lines further."""
        wrapped = textwrap.wrap(
            harmless(text),
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in wrapped or [""]:
            self._print(self.styled(line, style))

    def heading(self, text: str) -> None:
        """A line that begins something new, with air above."""
        self.line()
        self.line(text, style="bold")

    def pairs(self, rows: Sequence[tuple[str, str]], *, indent: int = 2) -> None:
        """Names and values, the values in line; below each other where the terminal is narrow."""
        widest = max((len(name) for name, _ in rows), default=0)
        if indent + widest + 2 > self.width // 2:
            for name, value in rows:
                self.line(name, indent=indent)
                self.line(value, indent=indent + 2)
            return
        for name, value in rows:
            self.line(f"{name:{widest}}  {value}", indent=indent, hang=widest + 2)

    def columns(self, rows: Sequence[Sequence[str]], *, right: Collection[int] = (), indent: int = 2) -> None:
        """Cells in line, those of the columns in `right` to the right; the first column gives way where it is narrow.

        Where even that is not enough, each row becomes a paragraph of its own.
        """
        clean = [[harmless(cell) for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(*clean, strict=True)]
        others = sum(width + 2 for width in widths[1:])
        first = min(widths[0] if widths else 0, self.width - indent - others)
        for row in clean:
            if first < NARROWEST // 2:
                self.line("  ".join(cell for cell in row if cell), indent=indent, hang=2)
            else:
                self._row(row, [first, *widths[1:]], right, indent)

    def _row(self, row: Sequence[str], widths: Sequence[int], right: Collection[int], indent: int) -> None:
        pieces = textwrap.wrap(row[0], widths[0], subsequent_indent="  ", break_on_hyphens=False) or [""]
        cells = [
            f"{cell:>{width}}" if column in right else f"{cell:{width}}"
            for column, (cell, width) in enumerate(zip((pieces[0], *row[1:]), widths, strict=True))
        ]
        for text in ("  ".join(cells), *pieces[1:]):
            self._print(f"{' ' * indent}{text}".rstrip())

    def styled(self, text: str, style: str | None) -> str:
        """The text in a style, when this screen has styles."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if style and self.colours and text else text

    def write_bytes(self, content: bytes) -> None:
        """Bytes as they are, for files and machines."""
        self.stream.flush()
        buffer = getattr(self.stream, "buffer", None)
        if buffer is None:
            self.stream.write(content.decode())
        else:
            buffer.write(content)
            buffer.flush()

    @contextmanager
    def working(self, text: str) -> Iterator[None]:
        """Tell what takes long while it does, on a terminal; take it away afterwards."""
        if not self.stream.isatty():
            yield
            return
        self.stream.write(f"{harmless(text)} …")
        self.stream.flush()
        try:
            yield
        finally:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def progress(self, text: str, share: float) -> None:
        """How far long work has come, 0 to 1, on a terminal; written over itself."""
        if self.stream.isatty():
            filled = round(20 * min(max(share, 0.0), 1.0))
            self.stream.write(f"\r\x1b[K{harmless(text)} {'█' * filled}{'░' * (20 - filled)}")
            self.stream.write("\r\x1b[K" if share >= 1 else "")
            self.stream.flush()

    def _print(self, text: str) -> None:
        print(text, file=self.stream)


def harmless(text: str) -> str:
    """Text from a file without what could steer a terminal or turn the direction of what follows."""
    return "".join(" " if c in "\n\t" else "�" if _steers(c) else c for c in text)


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in TURNS
