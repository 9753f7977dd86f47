"""How a call is read: argparse, with help and refusals in the reader's language."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any, Final, NoReturn, Protocol

from ..texts import Texts, formats
from .call import Call, readable
from .refusals import CallError

LANGUAGES: Final = ("nb", "nn", "en")
LISTED = re.compile(r"required: (?P<names>.+)$")


class Verb(Protocol):
    """A module of `cli` that answers one verb."""

    def add_parser(self, verbs: Verbs) -> None:
        """Tell the verb's name, what it does and its arguments."""

    def run(self, call: Call) -> int:
        """Answer the call; the exit code."""


class Verbs:
    """The verbs of the command while they are being told."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.parser = Parser(
            texts,
            prog="sammenheng",
            description=texts.gettext(
                "Sammenheng: from a life event to a plan that every organisation can stand behind."
            ),
            epilog=texts.gettext("More about a verb: sammenheng VERB --help"),
        )
        self.parser.add_argument("--version", action="store_true", help=texts.gettext("print the version, and stop"))
        self._adder = self.parser.add_subparsers(
            dest="verb", metavar="VERB", title=texts.gettext("Verbs"), parser_class=Parser, prog="sammenheng"
        )

    def add(
        self,
        name: str,
        summary: str,
        run: Callable[[Call], int],
        *,
        file: bool = True,
        today: bool = False,
    ) -> argparse.ArgumentParser:
        """A verb with the arguments it shares with others: --json, FILE and --today where it has them."""
        texts = self.texts
        parser: argparse.ArgumentParser = self._adder.add_parser(
            name, help=summary, description=summary, texts=texts, verb=name
        )
        parser.set_defaults(run=run, today=None)
        if file:
            told = texts.gettext("the file with the collaboration; - reads it from standard input")
            parser.add_argument("file", metavar="FILE", help=told)
        told = texts.gettext("print the answer as JSON, for other programs")
        parser.add_argument("--json", action="store_true", help=told)
        if today:
            told = texts.gettext("the day the answer shall hold for, instead of today")
            parser.add_argument("--today", metavar="YYYY-MM-DD", type=day, help=told)
        return parser


class Parser(argparse.ArgumentParser):
    """argparse with our words: help in the reader's language, and refusals as CallError."""

    def __init__(self, texts: Texts, *, verb: str = "", **told: Any) -> None:
        self.texts = texts
        self.verb = verb
        super().__init__(
            **told, add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=_formatter(texts)
        )
        self._positionals.title = texts.gettext("Arguments")
        self._optionals.title = texts.gettext("Options")
        self.add_argument("-h", "--help", action="help", help=texts.gettext("print this help, and stop"))
        self.add_argument(
            "--lang",
            choices=LANGUAGES,
            metavar="|".join(LANGUAGES),
            default=argparse.SUPPRESS,
            help=texts.gettext("the language of the answer: bokmål (nb, when not told), nynorsk or English"),
        )

    def format_help(self) -> str:
        """The help; argparse would put the placeholder of the verbs above their list once more."""
        return super().format_help().replace("\n  VERB\n", "\n")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Read the call; raises CallError instead of leaving the program."""
        try:
            return super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            raise self._refusal(error.argument_name, error.message) from None

    def error(self, message: str) -> NoReturn:
        """What argparse tells in English, as a CallError."""
        raise self._refusal(None, message)

    def _refusal(self, argument: str | None, message: str) -> CallError:
        listed = LISTED.search(message)
        if listed:
            return CallError("missing-argument", listed["names"], {"name": listed["names"], "verb": self.verb})
        return CallError("wrong-argument", argument or "", {"name": argument or "", "verb": self.verb})

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        allowed = formats.listed(self.texts, [str(choice) for choice in action.choices], style="or")
        shown = readable(str(value))
        if action.dest == "verb":
            raise CallError("unknown-verb", "VERB", {"value": shown, "allowed": allowed})
        name = "/".join(action.option_strings) or str(action.metavar or action.dest)
        raise CallError("unknown-value", name, {"value": shown, "name": name, "allowed": allowed})


def parse(verbs: Verbs, arguments: Sequence[str]) -> argparse.Namespace:
    """The call as it was meant; raises CallError when that cannot be known."""
    known, unknown = verbs.parser.parse_known_args(arguments)
    if unknown:
        verb = known.verb or ""
        raise CallError("unknown-argument", readable(unknown[0]), {"value": readable(" ".join(unknown)), "verb": verb})
    if known.verb is None and not known.version:
        raise CallError("no-verb", "VERB")
    result: argparse.Namespace = known
    return result


def language_of(arguments: Sequence[str]) -> str:
    """The language that is asked for, known before the rest is read so that refusals are in it too."""
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if argument == "--":
            break
        if name == "--lang":
            wanted = value if equals else "".join(arguments[position + 1 : position + 2])
            return wanted if wanted in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]


def day(text: str) -> datetime.date:
    """A day given as YYYY-MM-DD; raises CallError for anything else."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise CallError("bad-date", "--today", {"value": readable(text)}) from None


def _formatter(texts: Texts) -> type[argparse.HelpFormatter]:
    word = texts.gettext("Usage:")

    class Formatter(argparse.HelpFormatter):
        """Help with the word for usage in the reader's language."""

        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
            super().add_usage(usage, actions, groups, f"{word} " if prefix is None else prefix)

    return Formatter
