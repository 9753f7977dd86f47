"""`sammenheng schema`: the JSON Schema of the file."""

from __future__ import annotations

from ..domain.schema import file_schema
from .call import Call, as_json, write_file
from .parsing import Verbs


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    texts = verbs.texts
    summary = texts.gettext("print the JSON Schema of the file, for editors and other programs")
    parser = verbs.add("schema", summary, run, file=False)
    told = texts.gettext("write to this file instead of the screen")
    parser.add_argument("-o", "--output", metavar="FILE", help=told)


def run(call: Call) -> int:
    """Print or write the schema."""
    content = as_json(file_schema())
    if call.arguments.output is None:
        call.screen.write_bytes(content)
    else:
        write_file(call.texts, call.arguments.output, content)
    return 0
