"""Takes the network from this process, for good and for everything it starts (Linux; elsewhere it says so).

Writers of documents are compiled libraries that may open files and sockets without Python seeing it, so the kernel is
asked: a seccomp filter refuses to make any socket. Files stay readable, since typefaces are read from them.
"""

import ctypes
import errno
import platform
import struct
import sys

# Audit name of the machine, numbers of its calls: socket, socketpair, io_uring_setup (which can make sockets too).
MACHINES = {"x86_64": (0xC000003E, 41, 53, 425), "aarch64": (0xC00000B7, 198, 199, 425)}

_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _FILTER = 22, 38, 2
_LOAD, _EQUAL, _AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06
_NUMBER, _MACHINE = 0, 4
_ALLOW, _REFUSE, _END = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_FOREIGN = 0x40000000
"""Calls from here on belong to another calling convention of the same machine."""


class NoWallError(Exception):
    """The network could not be taken from this process."""


def give_up_network() -> None:
    """From now on no socket can be made; raises NoWallError when that cannot be promised."""
    if sys.platform != "linux" or platform.machine() not in MACHINES:
        raise NoWallError(f"{sys.platform} {platform.machine()}")
    code = b"".join(struct.pack("HBBI", *line) for line in _lines(*MACHINES[platform.machine()]))
    buffer = ctypes.create_string_buffer(code)
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer)))
    system = ctypes.CDLL(None, use_errno=True)
    nothing = ctypes.c_ulong(0)
    for told in (
        (_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), nothing, nothing, nothing),
        (_PR_SET_SECCOMP, ctypes.c_ulong(_FILTER), ctypes.byref(program), nothing, nothing),
    ):
        if system.prctl(*told) != 0:
            raise NoWallError(errno.errorcode.get(ctypes.get_errno(), ""))


def _lines(machine: int, *refused: int) -> list[tuple[int, int, int, int]]:
    """The filter: another machine's calls end the process, calls that make sockets are refused, others are allowed.

    Each line is the operation, how many lines to step over when it holds, when it does not, and its number.
    """
    last = len(refused)
    return [
        (_LOAD, 0, 0, _MACHINE),
        (_EQUAL, 1, 0, machine),
        (_ANSWER, 0, 0, _END),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, last + 1, 0, _FOREIGN),
        *((_EQUAL, last - place, 0, number) for place, number in enumerate(refused)),
        (_ANSWER, 0, 0, _ALLOW),
        (_ANSWER, 0, 0, _REFUSE),
    ]
