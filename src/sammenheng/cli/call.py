"""One call of the command: what was asked, in which language, and the ways to answer."""

from __future__ import annotations

import argparse
import datetime
import errno
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..domain import Collaboration, FileRefusedError, read
from ..domain.file import LARGEST_FILE
from ..texts import Texts
from .refusals import Refused, problem, refused_file
from .screen import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a verb works with. Text goes to `screen`, times and progress to `aside`."""

    arguments: argparse.Namespace
    texts: Texts
    screen: Screen
    aside: Screen

    @property
    def wants_json(self) -> bool:
        """Whether the answer is for machines."""
        return bool(self.arguments.json)

    @property
    def today(self) -> datetime.date:
        """The day the answer holds for: the one given, else the one on the clock."""
        given: datetime.date | None = self.arguments.today
        return given or datetime.date.today()

    def collaboration(self) -> Collaboration:
        """The file that was named; raises Refused when it cannot be read or is no collaboration."""
        given = self.arguments.file
        name = self.texts.gettext("Standard input") if given == "-" else readable(given)
        content = read_file(self.texts, given)
        try:
            return read(content)
        except FileRefusedError as error:
            raise refused_file(self.texts, name, content, error) from None

    def answer(self, name: str, version: int, content: Mapping[str, Any]) -> None:
        """Print the answer for machines; its schema is docs/reference/NAME.schema.json."""
        whole = {"format": f"sammenheng-{name}", "format_version": version, **content}
        self.screen.write_bytes(as_json(whole))


def as_json(content: Any) -> bytes:
    """JSON for machines that people can read too."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def read_file(texts: Texts, name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`: never more than one byte over the largest that is read."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST_FILE + 1)
        with open(name, "rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise _not_read(texts, readable(name), error) from None


def write_file(texts: Texts, name: str, content: bytes) -> None:
    """Write a file so that it is there whole or as it was before; raises Refused when that cannot be done."""
    scratch = f"{name}.new-{os.getpid()}"
    try:
        with open(scratch, "xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(scratch, name)
    except (OSError, ValueError) as error:
        if os.path.exists(scratch):
            os.unlink(scratch)
        shown = readable(name)
        told = problem(texts, "cannot-write", path=shown, file=shown, words=_words(error))
        raise Refused([told], file=shown) from None


def readable(name: str) -> str:
    """The name of a file as it can be printed, also where it is not valid text."""
    return name.encode("utf-8", "replace").decode()


def _not_read(texts: Texts, name: str, error: Exception) -> Refused:
    codes: dict[type[Exception], str] = {
        FileNotFoundError: "no-such-file",
        NotADirectoryError: "no-such-file",
        IsADirectoryError: "is-a-folder",
        PermissionError: "not-permitted",
        ValueError: "no-such-file",
    }
    code = codes.get(type(error), "cannot-read")
    return Refused([problem(texts, code, path=name, file=name, words=_words(error))], file=name)


def _words(error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    return os.strerror(number if number is not None else errno.EINVAL)
