"""The smallest sets of obstacles, regulations and data flows that unlock an effect are exact."""

from itertools import chain as each_of
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import a, changed, minus, together

from sammenheng.chain import NotInUseError, Unlocking, unlock
from sammenheng.domain import Collaboration, Id, Period
from sammenheng.domain.words import DataFlow, Deliverable, Effect, Finding, Organisation, Regulation
from sammenheng.domain.words.effects import DeliverableStatus
from sammenheng.domain.words.services import ChangeStatus, FindingNature, FlowStatus


def sets(found: Unlocking) -> list[list[str]]:
    return [[item.id for item in one.to_solve] for one in found.sets]


def register_or_letter() -> Collaboration:
    """An effect with three obstacles; a register and a letter exclude each other and remove one each."""
    return together(
        a(Organisation, "court"),
        a(Regulation, "law", wanted_change="Digital form", expected_in_force=Period(2028), change_owner="court"),
        a(DataFlow, "roles", provider="court"),
        a(Finding, "paper", regulations=["law"], lead_time=6),
        a(Finding, "signature", regulations=["law"], lead_time=8),
        a(Finding, "no-register", lead_time=4),
        a(Finding, "no-letter", lead_time=1),
        a(Finding, "nobody-owns-it", remover="court"),
        a(Effect, "effect", findings=["nobody-owns-it", "no-letter", "no-register", "paper", "signature"]),
        a(
            Deliverable,
            "register",
            effects=["effect"],
            findings=["no-register", "paper", "signature"],
            data_flows=["roles"],
            alternatives=["letter"],
        ),
        a(Deliverable, "letter", effects=["effect"], findings=["no-letter"]),
    )


def test_either_of_two_alternatives_is_enough() -> None:
    found = unlock(register_or_letter(), Id("effect"))

    assert sets(found) == [["no-letter", "nobody-owns-it"], ["law", "no-register", "nobody-owns-it", "roles"]]
    assert [one.deliverables for one in found.sets] == [("letter",), ("register",)]
    assert found.complete


def test_obstacles_that_rest_on_one_law_go_away_with_it() -> None:
    whole = minus(register_or_letter(), "letter")

    found = unlock(whole, Id("effect"))

    law = next(item for item in found.sets[0].to_solve if item.id == "law")
    assert (law.takes_away, law.lead_time, law.expected) == (("paper", "signature"), 8, Period(2028))
    assert law.organisations == ("court",)
    assert (found.sets[0].lead_time, found.sets[0].without_lead_time) == (8, 2)


def test_every_obstacle_is_needed_when_nothing_excludes_anything() -> None:
    whole = changed(register_or_letter(), "register", alternatives=[])

    found = unlock(whole, Id("effect"))

    assert sets(found) == [["law", "no-letter", "no-register", "nobody-owns-it", "roles"]]


def test_what_is_solved_is_not_asked_for() -> None:
    whole = register_or_letter()
    whole = changed(whole, "register", alternatives=[], status=DeliverableStatus.DONE)
    whole = changed(whole, "law", change_status=ChangeStatus.IN_FORCE)
    whole = changed(whole, "no-letter", nature=FindingNature.WORKS_WELL)

    found = unlock(whole, Id("effect"))

    assert sets(found) == [["nobody-owns-it"]]


def test_one_empty_set_says_that_nothing_stands_in_the_way() -> None:
    whole = together(a(Effect, "effect"), a(Deliverable, "register", effects=["effect"]))

    found = unlock(whole, Id("effect"))

    assert sets(found) == [[]]


def test_no_set_says_that_no_selection_can_be_made() -> None:
    whole = together(
        a(Effect, "effect"),
        a(Deliverable, "register", effects=["effect"], depends_on=["feed"]),
        a(Deliverable, "feed", status=DeliverableStatus.STOPPED),
    )

    found = unlock(whole, Id("effect"))

    assert sets(found) == []


def test_a_data_flow_needs_its_law_and_the_end_of_its_obstacles() -> None:
    whole = together(
        a(Regulation, "law", wanted_change="Allow it"),
        a(Regulation, "kept"),
        a(DataFlow, "flow", regulations=["law", "kept"]),
        a(Finding, "no-interface", data_flows=["flow"]),
        a(Effect, "effect", data_flows=["flow"]),
    )

    found = unlock(whole, Id("effect"))
    in_use = unlock(changed(whole, "flow", status=FlowStatus.LIVE), Id("effect"))

    assert sets(found) == [["flow", "law", "no-interface"]]
    assert sets(in_use) == [[]]


def test_a_regulation_that_must_change_counts_though_nobody_has_worded_the_change() -> None:
    whole = together(a(Regulation, "law"), a(Effect, "effect", regulations=["law"]))

    found = unlock(whole, Id("effect"))

    assert sets(found) == [["law"]]


def test_what_a_chosen_deliverable_depends_on_brings_its_own_law_along() -> None:
    whole = together(
        a(Regulation, "law", wanted_change="Allow it"),
        a(Deliverable, "feed", regulations=["law"]),
        a(Deliverable, "register", effects=["effect"], depends_on=["feed"]),
        a(Effect, "effect"),
    )

    found = unlock(whole, Id("effect"))

    assert sets(found) == [["law"]]
    assert found.sets[0].deliverables == ("feed", "register")


def test_the_lead_time_of_an_obstacle_without_one_is_that_of_the_quickest_deliverable() -> None:
    whole = together(
        a(Finding, "no-register"),
        a(Effect, "effect", findings=["no-register"]),
        a(Deliverable, "feed", duration=2),
        a(Deliverable, "quick", duration=3, lead_time=1, depends_on=["feed"], findings=["no-register"]),
        a(Deliverable, "slow", duration=9, findings=["no-register"]),
        a(Deliverable, "unknown", findings=["no-register"]),
    )

    found = unlock(whole, Id("effect"))

    assert found.sets[0].lead_time == 6


def test_of_sets_of_equal_size_the_quickest_comes_first() -> None:
    whole = register_or_letter()
    whole = changed(whole, "register", findings=["no-register"], data_flows=[])
    whole = minus(whole, "paper", "signature", "nobody-owns-it")

    found = unlock(whole, Id("effect"))

    assert sets(found) == [["no-letter"], ["no-register"]]


def test_an_unknown_effect_is_refused() -> None:
    with pytest.raises(NotInUseError):
        unlock(register_or_letter(), Id("law"))


def test_too_many_alternatives_are_told_not_hidden() -> None:
    def effected(id: str, **fields: list[str]) -> Deliverable:
        return a(Deliverable, id, effects=["effect"], **fields)

    pairs = [(effected(f"left-{n}", alternatives=[f"right-{n}"]), effected(f"right-{n}")) for n in range(16)]
    whole = together(*each_of.from_iterable(pairs), a(Effect, "effect"))

    found = unlock(whole, Id("effect"))

    assert not found.complete


def is_unlocked(whole: Collaboration, effect: Effect, solved: frozenset[str]) -> bool:
    """Whether the effect can happen when these are solved, straight from what the words mean."""
    serving = [d for d in whole.deliverables if effect.id in d.effects]
    options = each_of.from_iterable(combinations(serving, size) for size in range(len(serving) + 1))
    consistent = [chosen for chosen in map(with_needed(whole), options) if not exclude_each_other(chosen)]
    largest = [
        chosen
        for chosen in consistent
        if not any({d.id for d in chosen} < {d.id for d in other} for other in consistent)
    ]
    return any((chosen or not serving) and suffices(whole, effect, serving, chosen, solved) for chosen in largest)


def with_needed(whole: Collaboration):  # type: ignore[no-untyped-def]
    def closed(chosen: tuple[Deliverable, ...]) -> tuple[Deliverable, ...]:
        ids = {d.id for d in chosen}
        while True:
            more = ids | {needed for d in whole.deliverables if d.id in ids for needed in d.depends_on}
            if more == ids:
                return tuple(d for d in whole.deliverables if d.id in ids)
            ids = more

    return closed


def exclude_each_other(chosen: tuple[Deliverable, ...]) -> bool:
    return any(other.id in d.alternatives and other.id != d.id for d in chosen for other in chosen)


def suffices(
    whole: Collaboration,
    effect: Effect,
    serving: list[Deliverable],
    chosen: tuple[Deliverable, ...],
    solved: frozenset[str],
) -> bool:
    for finding in whole.findings:
        if finding.id in effect.findings and matters(finding.id, serving, chosen) and not ended(whole, finding, solved):
            return False
    for id in effect.regulations:
        if matters(id, serving, chosen) and id not in solved:
            return False
    flows = {id for id in effect.data_flows if matters(id, serving, chosen)} | {f for d in chosen for f in d.data_flows}
    changing = {id for d in chosen for id in d.regulations if wanted(whole, id)}
    return changing <= solved and all(flowing(whole, id, solved) for id in flows)


def matters(id: str, serving: list[Deliverable], chosen: tuple[Deliverable, ...]) -> bool:
    handling = [d.id for d in serving if id in (*d.findings, *d.data_flows, *d.regulations)]
    return not handling or any(d.id in handling for d in chosen)


def wanted(whole: Collaboration, id: str) -> bool:
    return any(r.id == id and r.wanted_change is not None for r in whole.regulations)


def ended(whole: Collaboration, finding: Finding, solved: frozenset[str]) -> bool:
    changing = {id for id in finding.regulations if wanted(whole, id)}
    return changing <= solved if changing else finding.id in solved


def flowing(whole: Collaboration, id: str, solved: frozenset[str]) -> bool:
    flow = next(flow for flow in whole.data_flows if flow.id == id)
    obstacles = [finding for finding in whole.findings if id in finding.data_flows]
    laws = {law for law in flow.regulations if wanted(whole, law)}
    return id in solved and laws <= solved and all(ended(whole, finding, solved) for finding in obstacles)


def tangle(seed: int) -> Collaboration:
    """A small collaboration at random in which an effect has much in its way."""
    random = Random(seed)

    def some(ids: list[str], most: int = 2) -> list[str]:
        return random.sample(ids, min(len(ids), random.randint(0, most)))

    laws = ["law-0", "law-1"]
    flows = ["flow-0", "flow-1"]
    findings = ["obstacle-0", "obstacle-1", "obstacle-2"]
    deliverables = [f"deliverable-{number}" for number in range(5)]
    return together(
        *(a(Regulation, id, **({"wanted_change": "Yes"} if random.random() < 0.7 else {})) for id in laws),
        *(a(DataFlow, id, regulations=some(laws, 1)) for id in flows),
        *(a(Finding, id, regulations=some(laws, 1), data_flows=some(flows, 1)) for id in findings),
        a(Effect, "effect", findings=some(findings, 3), data_flows=some(flows), regulations=some(laws, 1)),
        *(
            a(
                Deliverable,
                id,
                effects=["effect"] if random.random() < 0.8 else [],
                findings=some(findings),
                data_flows=some(flows, 1),
                regulations=some(laws, 1),
                depends_on=some(deliverables[:number], 1),
                alternatives=some([other for other in deliverables if other != id], 2),
            )
            for number, id in enumerate(deliverables)
        ),
    )


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_the_smallest_sets_equal_those_found_by_trying_everything(seed: int) -> None:
    whole = tangle(seed)
    things = [*whole.findings, *whole.regulations, *whole.data_flows]
    every = each_of.from_iterable(combinations([t.id for t in things], size) for size in range(len(things) + 1))
    unlocking = [frozenset(some) for some in every if is_unlocked(whole, whole.effects[0], frozenset(some))]
    smallest = {some for some in unlocking if not any(other < some for other in unlocking)}

    found = unlock(whole, Id("effect"))

    assert {frozenset(ids) for ids in sets(found)} == smallest
    assert [len(ids) for ids in sets(found)] == sorted(len(ids) for ids in sets(found))
