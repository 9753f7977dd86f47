"""`sammenheng check`: the guidance as a linter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from ..checks import Found, Severity, check, rule_named
from ..domain import Collaboration
from ..texts import Texts, formats, gettext_noop
from ..texts.found import Told, generation, name_of, source_line, tell
from ..texts.rules import GATES
from .call import Call
from .parsing import Verbs
from .screen import Screen

VERSION: Final = 1
HEADINGS: Final = {
    Severity.ERROR: gettext_noop("Errors"),
    Severity.WARNING: gettext_noop("Warnings"),
    Severity.ADVICE: gettext_noop("Advice"),
}
STYLES: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "bold"}


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    summary = verbs.texts.gettext("hold the collaboration against the guidance: what is missing, why, what to do")
    verbs.add("check", summary, run, today=True)


def run(call: Call) -> int:
    """Check, and show what was found; 1 when there are errors."""
    whole = call.collaboration()
    found = check(whole, today=call.today)
    if call.wants_json:
        call.answer("check", VERSION, _as_json(call, whole, found))
    else:
        _show(call.texts, call.screen, whole, found)
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0


def _show(texts: Texts, screen: Screen, whole: Collaboration, found: Sequence[Found]) -> None:
    screen.line(texts.said(whole.name, source=whole.source_language), style="bold")
    screen.line(_counted(texts, found))
    for severity in Severity:
        of_severity = [one for one in found if one.severity is severity]
        if of_severity:
            screen.heading(texts.gettext(HEADINGS[severity]))
        for (rule, told), objects in _grouped(texts, whole, of_severity).items():
            screen.line()
            screen.line(told.title, indent=2, style=STYLES[severity])
            screen.line(told.why, indent=4)
            screen.line(texts.gettext("What to do: {cure}", cure=told.do), indent=4)
            source = source_line(texts, rule_named(rule).rests_on)
            screen.line(texts.gettext("Source: {source}", source=source), indent=4, style="dim")
            screen.line(texts.gettext("Rule: {rule}", rule=rule), indent=4, style="dim")
            screen.columns([(name_of(texts, whole, one.object), one.object) for one in objects], indent=6)


def _counted(texts: Texts, found: Iterable[Found]) -> str:
    times = Counter(one.severity for one in found)
    if not times:
        return texts.gettext("Nothing to remark.")
    told = {
        Severity.ERROR: texts.ngettext("{count} error", "{count} errors", times[Severity.ERROR]),
        Severity.WARNING: texts.ngettext("{count} warning", "{count} warnings", times[Severity.WARNING]),
        Severity.ADVICE: texts.ngettext("{count} piece of advice", "{count} pieces of advice", times[Severity.ADVICE]),
    }
    return formats.listed(texts, (words for severity, words in told.items() if times[severity]))


def _grouped(texts: Texts, whole: Collaboration, found: Iterable[Found]) -> dict[tuple[str, Told], list[Found]]:
    """What says the same of several objects, together."""
    groups: dict[tuple[str, Told], list[Found]] = {}
    for one in found:
        groups.setdefault((one.rule, tell(texts, whole, one)), []).append(one)
    return groups


def _as_json(call: Call, whole: Collaboration, found: Sequence[Found]) -> dict[str, Any]:
    times = Counter(one.severity for one in found)
    return {
        "collaboration": whole.id,
        "today": call.today.isoformat(),
        "counts": {severity.value: times[severity] for severity in Severity},
        "found": [_found_as_json(call.texts, whole, one) for one in found],
    }


def _found_as_json(texts: Texts, whole: Collaboration, one: Found) -> dict[str, Any]:
    rule, told = rule_named(one.rule), tell(texts, whole, one)
    source = rule.rests_on
    known = {"year": source.year, "address": source.address}
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "object": one.object,
        "type": type(whole.get(one.object) or whole).__name__,
        "name": name_of(texts, whole, one.object),
        "title": told.title,
        "why": told.why,
        "do": told.do,
        **({"blocks": rule.blocks.value, "gate": texts.gettext(GATES[rule.blocks.value])} if rule.blocks else {}),
        "params": {name: list(value) if isinstance(value, tuple) else value for name, value in one.params.items()},
        "source": {
            "title": source.title,
            "publisher": source.publisher,
            **{name: value for name, value in known.items() if value is not None},
            "generation": rule.generation.value,
            "guidance": generation(texts, source),
        },
    }
