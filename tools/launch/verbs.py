"""The verbs of `./sammenheng` and which function answers each."""

import os
import sys
from collections.abc import Callable

from launch import house, installing, serving
from launch.layers import prepare
from launch.places import VENV
from launch.speech import Trouble

OWN_VERBS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "demo": (serving.demo, "the site with the examples, on this machine [--port N]"),
    "serve": (serving.serve, "the site for your own use [--port N] [--host NAME] [--database URL] [--listen ADDRESS]"),
    "create-account": (serving.create_account, "a first person who can sign in to your own site"),
    "test": (house.test, "install what the tests need and run them all [arguments for pytest]"),
    "check-code": (house.check_code, "style, types, import contracts and translations"),
    "fix": (house.fix, "put right what ruff can put right by itself"),
    "lock": (house.lock, "pin the Python packages anew [arguments for uv pip compile]"),
    "messages": (house.messages, "collect new texts into the translation catalogs"),
}

# What the command itself does; a house test holds this equal to the command's own list.
LIBRARY_VERBS = {
    "check": "the guidance as a linter: what is missing or wrong, why, and what to do",
    "chain": "the red thread from one object, both ways",
}

NEED_ENGINES = frozenset({"plan", "report", "journey"})


def main(arguments: list[str]) -> int:
    """Do what the first argument says; the exit code."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    try:
        if verb in ("help", "-h", "--help"):
            print(help_text())
            return 0
        if verb in OWN_VERBS:
            return OWN_VERBS[verb][0](rest)
        return pass_on(verb, rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return trouble.code
    except KeyboardInterrupt:
        print("\nsammenheng: stopped. What was under way is taken up again next time.", file=sys.stderr)
        return 130


def pass_on(verb: str, rest: list[str]) -> int:
    """Become the installed command, with this folder, stdin, stdout and exit code."""
    prepare(installing.WITH_ENGINES if verb in NEED_ENGINES else installing.BASE)
    command = VENV / "bin" / "sammenheng"
    os.execv(command, [str(command), verb, *rest])


def help_text() -> str:
    """All verbs, a line each."""
    own = {verb: words for verb, (_, words) in OWN_VERBS.items()}
    width = max(map(len, [*own, *LIBRARY_VERBS])) + 2

    def lines(verbs: dict[str, str]) -> str:
        return "\n".join(f"  {verb:{width}}{words}" for verb, words in verbs.items())

    return (
        "Sammenheng: from a life event to a plan that every organisation can stand behind.\n\n"
        "Usage: ./sammenheng VERB [ARGUMENTS]\n\n"
        f"Run and develop:\n{lines(own)}\n\n"
        f"Work with a collaboration file (./sammenheng VERB --help tells more):\n{lines(LIBRARY_VERBS)}\n\n"
        "Whatever a verb needs is installed into .venv and node_modules the first time; data is kept in var/\n"
        "(or in the folder that SAMMENHENG_HOME names)."
    )
