"""The page about the command: what it shows as printed is what the command prints.

command_page.py          bring the printed answers in docs/reference/command.md up to date
command_page.py check    exit 1 if one of them is not what the command prints
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "command.md"
SHOWN = re.compile(r"^```console\n\$ (?P<call>sammenheng [^\n]*)\n(?P<answer>.*?)^```$", re.MULTILINE | re.DOTALL)
FIRST = re.compile(r" \| head -n (?P<count>[0-9]+)$")
WIDTH = "80"
READ = ("examples", "README.md")


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    written = page()
    if not arguments:
        PAGE.write_text(written, "utf-8")
    elif PAGE.read_text("utf-8") != written:
        print("docs/reference/command.md is not up to date. Run: python tools/command_page.py", file=sys.stderr)
        return 1
    return 0


def page() -> str:
    """The page as it stands, with every answer as the command gives it now."""
    return SHOWN.sub(
        lambda found: f"```console\n$ {found['call']}\n{answer(found['call'])}```", PAGE.read_text("utf-8")
    )


def answer(call: str) -> str:
    """What the command prints when it is called like this; `| head -n N` takes the first lines."""
    first = FIRST.search(call)
    words = shlex.split(FIRST.sub("", call))[1:]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": WIDTH, "NO_COLOR": "1"}
    command = [sys.executable, "-m", "sammenheng.cli", *words]
    with tempfile.TemporaryDirectory() as folder:
        # What a verb writes goes away with the folder.
        for name in READ:
            Path(folder, name).symlink_to(ROOT / name)
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    lines = done.stdout.splitlines(keepends=True)
    return "".join(lines[: int(first["count"])] if first else lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
