"""What the launcher says. Everything goes to stderr, so that a verb's own answer on stdout stays clean."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """Something a person has to know: what happened and what to do. `code` becomes the exit code."""

    def __init__(self, what: str, *, do: str, details: str = "", code: int = 1) -> None:
        super().__init__(what)
        self.what = what
        self.do = do
        self.details = details
        self.code = code

    def __str__(self) -> str:
        details = f"\n{self.details}\n" if self.details else ""
        return f"sammenheng: {self.what}{details}\n{self.do}"


def say(text: str) -> None:
    """Tell the person something, on a line of its own."""
    print(f"sammenheng: {text}", file=sys.stderr, flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Tell what is being done while it is done, and how long it took."""
    terminal = sys.stderr.isatty()
    print(f"sammenheng: {text} …", file=sys.stderr, end=" " if terminal else "\n", flush=True)
    started = time.monotonic()
    finished = False
    try:
        yield
        finished = True
    finally:
        if terminal:
            print(f"{time.monotonic() - started:.1f} s" if finished else "", file=sys.stderr, flush=True)
