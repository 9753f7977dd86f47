"""The command `sammenheng`: the analyses of a collaboration file, for people and for other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from .. import __version__
from ..domain.versions import FORMAT_VERSION
from ..texts import CatalogMissingError, Texts
from .call import Call, as_json
from .parsing import Verb, Verbs, language_of, parse
from .refusals import CallError, Refused
from .screen import Screen

VERBS: Final = ("check", "chain", "journey", "report", "plan", "economy", "format", "schema")
"""Every verb, each a module of this package, in the order of the help."""

MOST_SHOWN: Final = 20
OK, NOT_GOOD, REFUSED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one call. 0: done, 1: a check found errors or there is no plan, 2: the call or the file is wrong."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        return _answer(given)
    except CatalogMissingError as missing:
        print(missing, file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the answer has stopped reading, as `head` does. Nothing more may be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _answer(given: list[str]) -> int:
    texts = Texts(language_of(given))
    screen, aside = Screen(sys.stdout), Screen(sys.stderr)
    try:
        try:
            verbs = _verbs(texts)
            wanted = parse(verbs, given)
            if wanted.version:
                screen.line(texts.gettext("Sammenheng {version}, file format {format}", **_versions()))
                return OK
            code: int = wanted.run(Call(arguments=wanted, texts=texts, screen=screen, aside=aside))
        except CallError as error:
            raise error.refused(texts) from None
    except Refused as refused:
        if "--json" in given:
            screen.write_bytes(as_json(refused.as_json()))
        else:
            tell(texts, aside, refused)
        return REFUSED
    except SystemExit:  # after the help
        return OK
    screen.stream.flush()
    return code


def _verbs(texts: Texts) -> Verbs:
    verbs = Verbs(texts)
    for name in VERBS:
        verb: Verb = import_module(f"{__name__}.{name}")
        verb.add_parser(verbs)
    return verbs


def _versions() -> dict[str, str]:
    return {"version": __version__, "format": str(FORMAT_VERSION)}


def tell(texts: Texts, screen: Screen, refused: Refused) -> None:
    """Say what is wrong, where, and what to do."""
    if refused.file is None or refused.problems[0].path == refused.file:
        for problem in refused.problems:
            screen.line(problem.reason, style="error")
            screen.line(problem.cure)
        return
    screen.line(texts.gettext("{file} cannot be read as a collaboration:", file=refused.file), style="error")
    for problem in refused.problems[:MOST_SHOWN]:
        where = problem.path
        if problem.line is not None:
            where = texts.gettext("line {line}: {path}", line=str(problem.line), path=problem.path)
        screen.line()
        screen.line(where, indent=2, style="bold")
        screen.line(problem.reason, indent=4)
        screen.line(problem.cure, indent=4)
    left = len(refused.problems) - MOST_SHOWN
    if left > 0:
        screen.line()
        screen.line(texts.ngettext("… and {count} more problem.", "… and {count} more problems.", left), indent=2)
