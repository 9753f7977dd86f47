"""`sammenheng format`: the same collaboration in canonical form, so that two files can be compared line by line."""

from __future__ import annotations

from ..domain import write
from .call import Call, write_file
from .parsing import Verbs


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    texts = verbs.texts
    summary = texts.gettext("print the file in its one canonical form: same content, same bytes")
    parser = verbs.add("format", summary, run)
    told = texts.gettext("write to this file instead of the screen; it may be the same file")
    parser.add_argument("-o", "--output", metavar="FILE", help=told)


def run(call: Call) -> int:
    """Print or write the canonical form."""
    content = write(call.collaboration())
    if call.arguments.output is None:
        call.screen.write_bytes(content)
    else:
        write_file(call.texts, call.arguments.output, content)
    return 0
