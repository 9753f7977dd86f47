"""The verbs of `./sammenheng` and which function answers each."""

import ast
import os
import sys
from collections.abc import Callable
from pathlib import Path

from launch import house, installing, serving
from launch.layers import prepare
from launch.places import ROOT, VENV
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

COMMAND = ROOT / "src/sammenheng/cli"
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


def library_verbs() -> dict[str, str]:
    """The command's verbs and what they do, read from its source: help must come before anything is installed."""
    names: tuple[str, ...] = ()
    for statement in ast.parse((COMMAND / "__init__.py").read_text("utf-8")).body:
        if isinstance(statement, ast.AnnAssign) and ast.unparse(statement.target) == "VERBS" and statement.value:
            names = ast.literal_eval(statement.value)
    return {name: first_words(COMMAND / f"{name}.py") for name in names}


def first_words(module: Path) -> str:
    """The first line of a docstring, without the name of the verb that it begins with."""
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    return docstring.partition("\n")[0].partition("`: ")[2].rstrip(".")


def help_text() -> str:
    """All verbs, a line each."""
    own = {verb: words for verb, (_, words) in OWN_VERBS.items()}
    library = library_verbs()
    width = max(map(len, [*own, *library])) + 2

    def lines(verbs: dict[str, str]) -> str:
        return "\n".join(f"  {verb:{width}}{words}" for verb, words in verbs.items())

    return (
        "Sammenheng: from a life event to a plan that every organisation can stand behind.\n\n"
        "Usage: ./sammenheng VERB [ARGUMENTS]\n\n"
        f"Run and develop:\n{lines(own)}\n\n"
        f"Work with a collaboration file (./sammenheng VERB --help tells more):\n{lines(library)}\n\n"
        "Whatever a verb needs is installed into .venv and node_modules the first time; data is kept in var/\n"
        "(or in the folder that SAMMENHENG_HOME names)."
    )
