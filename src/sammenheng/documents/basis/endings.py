"""The last chapters: what is missing, and the sources that the text refers to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...checks import Severity
from ...domain.words import Source
from ...texts import gettext_noop
from ...texts.found import name_of, tell
from ..values import Block, Line, List, Section
from ..words import Words
from .telling import Telling

N_ = gettext_noop
MOST_NAMED = 6

HEADINGS = {
    Severity.ERROR: N_("Errors: the work rests on something that is not there"),
    Severity.WARNING: N_("Warnings"),
    Severity.ADVICE: N_("Advice"),
}


def missing(telling: Telling) -> Section:
    """Gaps of this document, then what the guidance would remark on the collaboration."""
    blocks: list[Block] = []
    if telling.gaps:
        blocks.append(telling.paragraph(N_("Not answered in this document:")))
        told = dict.fromkeys(words for _, words in telling.gaps)
        blocks.append(List(items=tuple((telling.span(words.text),) for words in told)))
    for severity, heading in HEADINGS.items():
        items = tuple(_found(telling, severity))
        if items:
            blocks += [telling.paragraph(heading), List(items=items)]
    if not blocks:
        blocks.append(telling.paragraph(N_("The checks of the guidance find nothing to remark.")))
    return Section(id="missing", title=telling.own(N_("What is missing")), blocks=tuple(blocks), new_page=True)


def _found(telling: Telling, severity: Severity) -> Iterator[Line]:
    """What the rules found, the same words of several objects together."""
    found = [one for one in telling.basis.found if one.severity is severity]
    told = [(tell(telling.texts, telling.whole, one), one) for one in found]
    for words, group in groupby(told, key=lambda pair: pair[0]):
        ids = dict.fromkeys(one.object for _, one in group)
        names = [name_of(telling.texts, telling.whole, id) for id in ids if id != telling.whole.id]
        shown = "; ".join(names[:MOST_NAMED])
        more = len(names) - MOST_NAMED
        if more > 0:
            shown = telling.texts.gettext("{names}; and {count} more", names=shown, count=more)
        yield (
            telling.span(words.title, strong=True),
            telling.span(f" ({shown})" if shown else ""),
            telling.span(f" {words.do}"),
        )


def sources(telling: Telling) -> Section:
    """Every source that is referred to, by its number; each is a place that references lead to."""
    entries = tuple(_source(telling, number, telling.whole.get(id)) for id, number in telling.numbers.items())
    blocks: tuple[Block, ...] = () if entries else (telling.paragraph(N_("The text names no sources.")),)
    title = telling.own(N_("Sources"))
    return Section(id="sources", title=title, blocks=blocks, sections=entries, new_page=True)


def _source(telling: Telling, number: int, source: object) -> Section:
    assert isinstance(source, Source)
    facts = [text for text in (source.publisher, str(source.year) if source.year else None, source.address) if text]
    if source.retrieved_on:
        facts.append(telling.texts.gettext("retrieved {date}", date=telling.date(source.retrieved_on)))
    if source.read_in_part:
        facts.append(telling.texts.gettext("read only in part"))
    line = (
        telling.span(f"[{number}] ", strong=True),
        *telling.told(source),
        telling.span(f". {', '.join(facts)}" if facts else ""),
    )
    return Section(id=f"source-{number}", title=Words("", telling.language), blocks=(List(items=(line,)),))
