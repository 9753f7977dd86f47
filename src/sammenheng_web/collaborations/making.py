"""Making a document out of a collaboration, in a process of its own with limits on time, memory and network.

The room that offers a document has a module that makes it, run by name. That module calls `main` with what makes the
document; the site calls `make`. Nothing but the file of the collaboration, as its maker may see it, and the choices
that were made go in, and nothing but the document comes out.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from sammenheng.domain import Collaboration, read
from sammenheng_web.collaborations.no_network import give_up_network

CPU_SECONDS = 10
MEMORY = 256 * 1024 * 1024
WAIT_SECONDS = 45
"""Longer than the time to work, for machines where others work too."""
LARGEST_DOCUMENT = 64 * 1024 * 1024

Wanted = Mapping[str, str]
Maker = Callable[[Collaboration, Wanted], bytes]

_NO_MEMORY = 3
_OUT_OF_TIME = (-9, -24)
"""Ended by the kernel: out of time, softly or for good."""


class NotMadeError(Exception):
    """There is no document. `reason`: it took too long (`time`), too much room (`memory`), or went wrong (`failed`)."""

    def __init__(self, reason: str, told: str = "") -> None:
        self.reason = reason
        super().__init__(f"{reason} {told}".strip())


def make(module: str, content: bytes, wanted: Wanted) -> bytes:
    """The document that this module makes of this file; raises NotMadeError when there is none."""
    asked = json.dumps(dict(wanted)).encode() + b"\n" + content
    with tempfile.TemporaryDirectory() as folder:
        try:
            child = subprocess.run(  # noqa: S603 - this very Python, with a module of our own
                [sys.executable, "-m", module],
                input=asked,
                capture_output=True,
                cwd=folder,
                env=_environment(folder),
                timeout=WAIT_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NotMadeError("time") from None
    if child.returncode == 0:
        return child.stdout
    if child.returncode in _OUT_OF_TIME:
        raise NotMadeError("time")
    # The last line of what Python says names the error; its content may name what people wrote, and is not kept.
    said = child.stderr.decode(errors="replace").strip().rpartition("\n")[2].partition(":")[0][:80]
    raise NotMadeError("memory" if child.returncode == _NO_MEMORY or _is_memory(child.stderr) else "failed", said)


def _environment(folder: str) -> dict[str, str]:
    """No secret of the site goes along; one thread, so that the time to work is the time that passes."""
    sources = str(Path(__file__).resolve().parents[2])
    return {"PYTHONPATH": sources, "HOME": folder, "TMPDIR": folder, "PYTHONUTF8": "1", "RAYON_NUM_THREADS": "1"}


def _is_memory(said: bytes) -> bool:
    return b"MemoryError" in said or b"memory allocation" in said


def main(maker: Maker) -> int:
    """Read what is asked, make it within the limits, and write it out."""
    _limit_this_process()
    asked, _, content = sys.stdin.buffer.read().partition(b"\n")
    try:
        made = maker(read(content), json.loads(asked))
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(made)
    return 0


def _limit_this_process() -> None:
    """No more time, memory or size of files than these, no network, and no trace of it when it ends badly."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    # What is written to, not what is merely mapped: typefaces and libraries are mapped and shared.
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_DOCUMENT, LARGEST_DOCUMENT))
    give_up_network()
