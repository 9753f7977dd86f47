"""The page that lists every rule of the linter, made from the rules and their words.

checks_page.py          write docs/reference/checks.md
checks_page.py check    exit 1 if the page is not what the rules say
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "checks.md"
sys.path.insert(0, str(ROOT / "src"))

from sammenheng.checks import Rule, Severity, rules  # noqa: E402
from sammenheng.domain import object_types  # noqa: E402
from sammenheng.texts.rules import GATES, GENERATIONS, RULES, SEVERITIES  # noqa: E402

HEAD = """\
# The rules of `sammenheng check`

*Made from the rules by `python tools/checks_page.py`. Change the rules and their words, not this page.*

Each rule is a piece of advice that software can check. Its name is stable. **Error**: the work rests on something that
is not there. **Warning**: work has gone wrong elsewhere for just this reason. **Advice**: it would be better. Many
findings stand in the way of ending a phase; the command exits with 1 when an error is found.

The words are our own. The source is what a rule is drawn from; how grave a finding is, and which phase it stands in
the way of, is our own judgement. A rule that rests on nothing but that says so.
"""


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    written = page()
    if not arguments:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(written, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != written:
        print("docs/reference/checks.md is not what the rules say. Run: python tools/checks_page.py", file=sys.stderr)
        return 1
    return 0


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join((HEAD, *overview(), *(line for rule in rules() for line in told(rule))))


def overview() -> Iterator[str]:
    for severity in Severity:
        chosen = [rule for rule in rules() if rule.severity is severity]
        yield f"## {SEVERITIES[severity.value]} ({len(chosen)})"
        yield ""
        yield from (f"- [`{rule.id}`](#{rule.id}) {RULES[rule.id].title}" for rule in chosen)
        yield ""


def told(rule: Rule) -> Iterator[str]:
    text, source = RULES[rule.id], rule.rests_on
    known = {name: kind.label for name, kind in object_types().items()} | {"Collaboration": "Collaboration"}
    linked = f"[{source.title}]({source.address})" if source.address else source.title
    published = ", ".join(str(part) for part in (source.publisher, source.year) if part is not None)
    yield f"## {rule.id}"
    yield ""
    yield f"**{text.title}.** {shown(text.why)}"
    yield ""
    yield f"*What to do:* {text.do}"
    yield ""
    yield f"- {SEVERITIES[rule.severity.value]}. {GATES[rule.blocks.value if rule.blocks else None]}."
    yield f"- Concerns: {', '.join(known[name].lower() for name in rule.about)}."
    yield f"- Source {rule.source}: {linked}, {published}. {GENERATIONS[rule.generation.value]}."
    yield ""


def shown(sentence: str) -> str:
    """The sentence with its parameters as they may be seen."""
    return re.sub(r"{(\w+)}", r"*\1*", sentence)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
