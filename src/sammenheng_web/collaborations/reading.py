"""Reading a file that somebody sent, in a process of its own that can reach nothing.

The site never parses what it was sent. A child process without network or files, with a limit on time and memory,
reads the file and answers with its canonical bytes or with what is wrong; the site reads only that answer.
"""

import json
import subprocess
import sys
from typing import Any

from sammenheng.domain import Collaboration, Fault, FileRefusedError, read, write
from sammenheng.domain.file import LARGEST_FILE

CPU_SECONDS = 10
MEMORY = 256 * 1024 * 1024
WAIT_SECONDS = 30
_REFUSED = 3


def read_apart(content: bytes) -> Collaboration:
    """The collaboration in a file that was sent; raises FileRefusedError when it is not one, or takes too much."""
    if len(content) > LARGEST_FILE:
        raise FileRefusedError([Fault("too-large", (), {"most": LARGEST_FILE, "found": len(content)})])
    try:
        child = subprocess.run(
            [sys.executable, "-m", "sammenheng_web.collaborations.reading"],
            input=content,
            capture_output=True,
            timeout=WAIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FileRefusedError([Fault("too-much")]) from None
    if child.returncode == 0:
        return read(child.stdout)
    if child.returncode == _REFUSED:
        raise FileRefusedError(_fault(told) for told in json.loads(child.stdout))
    raise FileRefusedError([Fault("too-much")])


def _fault(told: dict[str, Any]) -> Fault:
    return Fault(told["code"], tuple(told["place"]), told["params"])


def _limit_this_process() -> None:
    """No more time, memory or open files than these: without open files, no network and nothing read or left behind."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _main() -> int:
    _limit_this_process()
    try:
        answer, code = write(read(sys.stdin.buffer.read())), 0
    except FileRefusedError as error:
        told = [{"code": f.code, "place": f.place, "params": dict(f.params)} for f in error.faults]
        answer, code = json.dumps(told).encode(), _REFUSED
    except MemoryError:
        answer, code = b'[{"code": "too-much", "place": [], "params": {}}]', _REFUSED
    sys.stdout.buffer.write(answer)
    return code


if __name__ == "__main__":
    sys.exit(_main())
