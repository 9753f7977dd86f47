"""Preparing in layers: each is done once, done again when its inputs change or it was interrupted, else skipped.

A layer is finished when its marker holds the fingerprint of its inputs. While it is being made the marker says
`STARTED`, so an interrupted layer is known and made again from scratch.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from launch.places import ROOT, VENV
from launch.speech import say, step

MARKERS = VENV / ".layers"
STARTED = "started"


@dataclass(frozen=True)
class Layer:
    """One thing that is prepared. `make(before)` does it; `before` is the marker as it was, `STARTED` or older."""

    name: str
    doing: str
    inputs: Callable[[], list[Path]]
    make: Callable[[str], None]
    is_there: Callable[[], bool]

    @property
    def marker(self) -> Path:
        return MARKERS / self.name

    def fingerprint(self) -> str:
        """What the layer is made from: the content of its inputs and where the clone lies."""
        # The place counts because a virtual environment holds absolute paths: a clone that was moved starts anew.
        total = hashlib.sha256(str(ROOT).encode())
        for path in self.inputs():
            total.update(f"\n{path.name} ".encode() + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def is_current(self) -> bool:
        return self.is_there() and read(self.marker) == self.fingerprint()


def prepare(layers: list[Layer]) -> None:
    """Make the layers that are not current, in the order given."""
    if all(layer.is_current() for layer in layers):
        return
    with alone():
        for layer in layers:
            if not layer.is_current():
                make(layer)


def make(layer: Layer) -> None:
    before = read(layer.marker)
    write(layer.marker, STARTED)
    with step(layer.doing):
        layer.make(before)
    write(layer.marker, layer.fingerprint())


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def write(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(path)


@contextmanager
def alone() -> Iterator[None]:
    """Let one launcher at a time prepare this clone; the lock goes when the process does."""
    clone = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(clone, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another ./sammenheng is preparing this folder; waiting for it")
            fcntl.flock(clone, fcntl.LOCK_EX)
        yield
    finally:
        os.close(clone)
