"""`sammenheng chain`: the red thread from one object, both ways; what unlocks an effect, and who is needed for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from ..chain import Chain, Edge, NotInUseError, Parties, Reached, Side, ToSolve, Unlocking, parties, unlock, walk
from ..domain import Collaboration, Id, describe
from ..domain.words import Effect, Need
from ..domain.words.insight import Scope
from ..texts import Texts, formats, labels, links
from .call import Call, readable
from .parsing import Verbs
from .refusals import CallError

VERSION: Final = 1
ARROWS: Final = {Side.UPSTREAM: "↑", Side.DOWNSTREAM: "↓", Side.BESIDE: "·"}
MOST_SETS_SHOWN: Final = 5


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    texts = verbs.texts
    parser = verbs.add("chain", texts.gettext("follow the red thread from one object, both ways"), run)
    told = texts.gettext("the id of the object to begin at: a law, an organisation, a step, anything")
    parser.add_argument("id", metavar="ID", help=told)


def run(call: Call) -> int:
    """Walk the thread and show it."""
    whole = call.collaboration()
    id = Id(call.arguments.id)
    try:
        chain = walk(whole, id)
    except NotInUseError as error:
        raise _not_in_use(error) from None
    start = whole.objects[id]
    needed = parties(whole, id) if isinstance(start, Effect | Need) else None
    unlocking = unlock(whole, id) if isinstance(start, Effect) else None
    if call.wants_json:
        call.answer("chain", VERSION, _as_json(call.texts, whole, chain, needed, unlocking))
    else:
        _Shown(call, whole).all(chain, needed, unlocking)
    return 0


def _not_in_use(error: NotInUseError) -> CallError:
    if error.put_away:
        return CallError("put-away-object", "ID", {"id": error.id})
    if error.near:
        return CallError("no-such-object-near", "ID", {"id": readable(error.id), "near": error.near[0]})
    return CallError("no-such-object", "ID", {"id": readable(error.id)})


class _Shown:
    """The chain for people."""

    def __init__(self, call: Call, whole: Collaboration) -> None:
        self.texts = call.texts
        self.screen = call.screen
        self.whole = whole

    def all(self, chain: Chain, needed: Parties | None, unlocking: Unlocking | None) -> None:
        """Everything about one object."""
        self.beginning(chain)
        for link, group in chain.by_link().items():
            self.screen.heading(links.link_label(self.texts, link))
            self.screen.columns([self.row(found) for found in group])
        if needed is not None:
            self.needed(needed)
        if unlocking is not None:
            self.unlocking(unlocking)

    def beginning(self, chain: Chain) -> None:
        texts, thing = self.texts, self.whole.objects[chain.id]
        name = labels.object_name(texts, thing, source=self.whole.source_language)
        label = labels.type_label(texts, describe(type(thing)))
        self.screen.line(f"{label}: {name}", style="bold")
        if not chain.reached:
            self.screen.line(texts.gettext("Nothing is tied to this object along the red thread."))
            return
        told = texts.gettext("↑ lies before it, towards the situation; ↓ after it, towards the goal; · beside it.")
        self.screen.line(told, style="dim")

    def row(self, found: Reached) -> tuple[str, str, str]:
        name = f"{ARROWS[found.side]} {self.name(found.id)}"
        via = "" if found.distance == 1 else self.texts.gettext("through {id}", id=found.through)
        return name, found.id, via

    def needed(self, needed: Parties) -> None:
        texts = self.texts
        self.screen.heading(texts.gettext("Who is needed"))
        if needed.found is Scope.TOGETHER:
            self.screen.line(texts.gettext("Several organisations are needed together."), indent=2)
        elif needed.found is Scope.ALONE:
            self.screen.line(texts.gettext("One organisation can do it alone."), indent=2)
        else:
            self.screen.line(texts.gettext("Nobody is named yet who must do anything for it."), indent=2)
        if needed.differs:
            told = texts.gettext("The collaboration has judged it otherwise: look at the field “alone or together”.")
            self.screen.line(told, indent=2, style="warning")
        sometimes = texts.gettext("only with some of the alternatives")
        self.screen.columns(
            [(self.name(p.organisation), p.organisation, "" if p.always else sometimes) for p in needed.parties]
        )

    def unlocking(self, unlocking: Unlocking) -> None:
        texts, screen = self.texts, self.screen
        screen.heading(texts.gettext("What unlocks it"))
        if not unlocking.sets:
            screen.line(texts.gettext("No choice among the alternatives can be made at all."), indent=2)
        elif not unlocking.sets[0].to_solve:
            screen.line(texts.gettext("Nothing stands in its way any more."), indent=2)
        for number, found in enumerate(unlocking.sets[:MOST_SETS_SHOWN], start=1):
            if len(unlocking.sets) > 1:
                screen.line(texts.gettext("Way {number}", number=number), indent=2, style="bold")
            screen.columns([(self.name(item.id), item.id, self.when(item)) for item in found.to_solve])
        left = len(unlocking.sets) - MOST_SETS_SHOWN
        if left > 0:
            screen.line(texts.ngettext("… and {count} more way.", "… and {count} more ways.", left), indent=2)
        if not unlocking.complete:
            told = texts.gettext("There were too many combinations of alternatives to look at all of them.")
            screen.line(told, indent=2, style="warning")

    def when(self, item: ToSolve) -> str:
        """How long it takes to solve, as far as anybody has said."""
        texts = self.texts
        if item.expected is not None:
            return texts.gettext("expected in {period}", period=formats.period(texts, item.expected))
        if item.lead_time is None:
            return texts.gettext("nobody has said how long it takes")
        return texts.ngettext("takes {count} quarter", "takes {count} quarters", item.lead_time)

    def name(self, id: Id) -> str:
        return labels.object_name(self.texts, self.whole.objects[id], source=self.whole.source_language)


def _as_json(
    texts: Texts, whole: Collaboration, chain: Chain, needed: Parties | None, unlocking: Unlocking | None
) -> dict[str, Any]:
    def named(id: Id) -> str:
        return labels.object_name(texts, whole.objects[id], source=whole.source_language)

    told: dict[str, Any] = {
        "collaboration": whole.id,
        "id": chain.id,
        "type": chain.type,
        "name": named(chain.id),
        "reached": [
            {
                "id": found.id,
                "type": found.type,
                "name": named(found.id),
                "link": found.link.value,
                "side": found.side.value,
                "distance": found.distance,
                "path": _edges(found.path),
            }
            for found in chain.reached
        ],
    }
    if needed is not None:
        told["parties"] = _parties_as_json(needed)
    if unlocking is not None:
        told["unlocking"] = _unlocking_as_json(unlocking)
    return told


def _edges(edges: Iterable[Edge]) -> list[dict[str, str]]:
    return [{"holder": edge.holder, "field": edge.field, "target": edge.target} for edge in edges]


def _parties_as_json(needed: Parties) -> dict[str, Any]:
    return {
        **_known(declared=needed.declared and needed.declared.value, found=needed.found and needed.found.value),
        "differs": needed.differs,
        "needed": [
            {"organisation": party.organisation, "always": party.always, "because": _edges(party.because)}
            for party in needed.parties
        ],
    }


def _unlocking_as_json(unlocking: Unlocking) -> dict[str, Any]:
    return {
        "complete": unlocking.complete,
        "sets": [
            {
                "to_solve": [
                    {
                        "id": item.id,
                        "type": item.type,
                        **_known(lead_time=item.lead_time, expected=item.expected and str(item.expected)),
                        "organisations": list(item.organisations),
                        "takes_away": list(item.takes_away),
                    }
                    for item in found.to_solve
                ],
                "deliverables": list(found.deliverables),
                **_known(lead_time=found.lead_time),
                "without_lead_time": found.without_lead_time,
            }
            for found in unlocking.sets
        ],
    }


def _known(**values: Any) -> dict[str, Any]:
    """Unknown is absent."""
    return {name: value for name, value in values.items() if value is not None}
