"""The red thread is walked both ways from any object, and does not spill over."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.support.builders import a, many_times, together, two_agencies_one_journey
from tests.support.collaborations import collaborations

from sammenheng.chain import LINKS, Chain, Link, NotInUseError, Side, walk
from sammenheng.chain.edges import Move
from sammenheng.chain.trail import Trail
from sammenheng.domain import Collaboration, Id, object_types, read, references_of
from sammenheng.domain.words import (
    Actor,
    Benefit,
    Change,
    Cost,
    DataFlow,
    Decision,
    Deliverable,
    Effect,
    Finding,
    Goal,
    LifeEvent,
    Need,
    Organisation,
    Regulation,
    Source,
    Step,
    Touchpoint,
)
from sammenheng.domain.words.thing import State

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.sammenheng.json"))


def thread() -> Collaboration:
    """One thread from situation to goal, with a law, a data flow and two organisations beside it."""
    return together(
        a(Organisation, "nav"),
        a(Organisation, "court"),
        a(LifeEvent, "death"),
        a(Need, "need", life_events=["death"]),
        a(Touchpoint, "letter", organisation="court"),
        a(Step, "step", needs=["need"], touchpoints=["letter"]),
        a(Regulation, "law"),
        a(DataFlow, "flow", regulations=["law"], provider="court", consumer="nav"),
        a(Finding, "paper", steps=["step"], regulations=["law"]),
        a(Effect, "effect", findings=["paper"], data_flows=["flow"], goals=["goal"]),
        a(Change, "change", effects=["effect"], organisation="nav"),
        a(Deliverable, "register", effects=["effect"], changes=["change"], accountable="nav"),
        a(Cost, "cost", deliverable="register", payer="nav"),
        a(Benefit, "less-waiting", deliverables=["register"], goals=["goal"]),
        a(Goal, "goal"),
        # Of the same organisation, and nothing else in common.
        a(Need, "other-need"),
        a(Effect, "other-effect", needs=["other-need"]),
        a(Deliverable, "other", effects=["other-effect"], accountable="nav"),
    )


def reached(chain: Chain, side: Side | None = None) -> set[str]:
    return {found.id for found in chain.reached if side in (None, found.side)}


def test_from_an_effect_the_situation_is_upstream_and_the_goal_downstream() -> None:
    chain = walk(thread(), Id("effect"))

    assert {"death", "need", "step", "paper"} <= reached(chain, Side.UPSTREAM)
    assert {"change", "register", "less-waiting", "goal"} <= reached(chain, Side.DOWNSTREAM)
    assert "flow" in reached(chain, Side.BESIDE)


def test_what_hangs_on_a_law_is_found_with_the_organisations_it_touches() -> None:
    chain = walk(thread(), Id("law"))

    assert reached(chain, Side.BESIDE) >= {"paper", "flow", "effect"}
    assert reached(chain, Side.UPSTREAM) == {"step", "need", "death"}
    assert reached(chain, Side.DOWNSTREAM) >= {"change", "register", "less-waiting", "goal"}
    assert {"nav", "court"} <= reached(chain)
    assert not {"other", "other-effect", "other-need"} & reached(chain)


def test_a_law_does_not_tell_of_other_laws_obstacles_or_prerequisites() -> None:
    whole = together(
        a(Organisation, "nav"),
        a(Regulation, "law"),
        a(Regulation, "other-law"),
        a(Step, "step", regulations=["law"]),
        a(Finding, "unrelated", steps=["step"]),
        a(Finding, "also-in-the-way", regulations=["other-law"]),
        a(Finding, "obstacle", regulations=["law", "other-law"]),
        a(Effect, "effect", findings=["obstacle", "also-in-the-way"]),
        a(Deliverable, "register", effects=["effect"], regulations=["law"], depends_on=["before"]),
        a(Deliverable, "before", accountable="nav"),
        a(Deliverable, "after", depends_on=["register"], accountable="nav"),
    )

    chain = walk(whole, Id("law"))

    assert reached(chain) == {"step", "obstacle", "effect", "register", "after", "nav"}
    assert "also-in-the-way" in reached(walk(whole, Id("register")))
    assert "law" in reached(walk(whole, Id("after")))


def test_the_organisations_users_meet_where_a_law_holds_are_touched_by_it() -> None:
    whole = together(
        a(Organisation, "court"),
        a(Touchpoint, "letter", organisation="court"),
        a(Step, "step", touchpoints=["letter"], regulations=["law"]),
        a(Regulation, "law"),
    )

    assert reached(walk(whole, Id("law"))) == {"step", "court"}
    assert reached(walk(whole, Id("court"))) == {"letter", "step", "law"}


def test_from_an_organisation_its_touchpoints_changes_deliverables_costs_and_benefits_are_reached() -> None:
    chain = walk(thread(), Id("nav"))

    assert {"change", "register", "other", "cost", "less-waiting", "other-need", "need"} <= reached(chain)


def test_two_deliverables_of_one_organisation_are_not_linked_by_that() -> None:
    chain = walk(thread(), Id("register"))

    assert "nav" in reached(chain)
    assert not {"other", "other-effect", "other-need"} & reached(chain)


def test_two_steps_with_the_same_law_are_not_linked_by_that() -> None:
    whole = together(
        a(Regulation, "law"),
        a(Step, "one", regulations=["law"]),
        a(Finding, "of-the-other", steps=["other"], regulations=["law"]),
        a(Step, "other", regulations=["law"]),
    )

    chain = walk(whole, Id("one"))

    assert reached(chain) == {"law"}


def test_what_depends_on_a_deliverable_hangs_on_it_but_serves_needs_of_its_own() -> None:
    whole = together(
        a(Need, "need"),
        a(Effect, "effect", needs=["need"]),
        a(Deliverable, "first", effects=["effect"]),
        a(Deliverable, "second", depends_on=["first"]),
        a(Benefit, "gain", deliverables=["second"]),
    )

    assert reached(walk(whole, Id("first"))) == {"need", "effect", "second", "gain"}
    assert reached(walk(whole, Id("second"))) == {"first", "gain"}
    assert reached(walk(whole, Id("gain"))) == {"first", "second"}
    assert "gain" not in reached(walk(whole, Id("need")))


def test_sources_and_decisions_stand_beside_what_they_are_about() -> None:
    whole = together(
        a(Source, "report"),
        a(Need, "need", sources=["report"]),
        a(Effect, "effect", needs=["need"]),
        a(Decision, "decision", about=["effect", "collaboration"]),
    )

    assert reached(walk(whole, Id("report"))) == {"need"}
    assert reached(walk(whole, Id("decision"))) == {"effect"}
    assert reached(walk(whole, Id("effect"))) == {"need", "decision"}


def test_every_object_is_reached_once_with_the_references_that_led_there() -> None:
    chain = walk(thread(), Id("law"))

    ids = [found.id for found in chain.reached]
    goal = next(found for found in chain.reached if found.id == "goal")
    assert len(ids) == len(set(ids))
    assert (goal.type, goal.link, goal.distance) == ("Goal", Link.GOAL, 3)
    assert [(edge.holder, edge.field, edge.target) for edge in goal.path] == [
        ("flow", "regulations", "law"),
        ("effect", "data_flows", "flow"),
        ("effect", "goals", "goal"),
    ]
    assert (goal.through, goal.field) == ("effect", "goals")


def test_links_come_in_the_order_of_the_thread_with_the_nearest_first() -> None:
    groups = walk(thread(), Id("law")).by_link()

    assert list(groups)[:5] == [Link.SITUATION, Link.NEED, Link.STEP, Link.OBSTACLE, Link.EFFECT]
    assert [found.distance for found in groups[Link.ORGANISATION]] == sorted(
        found.distance for found in groups[Link.ORGANISATION]
    )


def test_circles_in_the_data_do_not_hang_the_walk() -> None:
    whole = together(
        a(Step, "one", next=["other"]),
        a(Step, "other", next=["one"]),
        a(Goal, "goal", conflicts_with=["rival"]),
        a(Goal, "rival", conflicts_with=["goal"]),
        a(Effect, "effect", steps=["one"], goals=["goal"]),
        a(Deliverable, "register", effects=["effect"], alternatives=["list"]),
        a(Deliverable, "list", effects=["effect"], alternatives=["register"]),
    )

    assert reached(walk(whole, Id("one"))) == {"other", "effect", "goal", "register", "list"}


def test_what_lies_in_the_bin_is_not_walked() -> None:
    whole = together(a(Need, "need", state=State.TRASHED), a(Effect, "effect", needs=["need"]))

    chain = walk(whole, Id("effect"))

    assert chain.reached == ()


def test_an_object_in_the_bin_is_refused_as_put_away() -> None:
    whole = together(a(Need, "need", state=State.TRASHED))

    with pytest.raises(NotInUseError) as refusal:
        walk(whole, Id("need"))

    assert refusal.value.put_away


def test_an_unknown_id_is_refused_with_those_spelled_almost_like_it() -> None:
    with pytest.raises(NotInUseError) as refusal:
        walk(thread(), Id("registre"))

    assert refusal.value.near[0] == "register"
    assert not refusal.value.put_away


@settings(max_examples=40, deadline=None)
@given(collaborations(size=40))
def test_downstream_of_one_is_upstream_of_the_other(whole: Collaboration) -> None:
    opposite = {Side.UPSTREAM: Side.DOWNSTREAM, Side.DOWNSTREAM: Side.UPSTREAM, Side.BESIDE: Side.BESIDE}

    chains = {id: walk(whole, id) for id in whole.in_use.objects}

    there = {(id, found.id, found.side, found.distance) for id, chain in chains.items() for found in chain.reached}
    back = {(other, id, opposite[side], distance) for id, other, side, distance in there}
    assert there == back


@settings(max_examples=20, deadline=None)
@given(collaborations(size=30))
def test_every_path_leads_from_the_start_to_what_was_reached(whole: Collaboration) -> None:
    for id in whole.in_use.objects:
        for found in walk(whole, id).reached:
            here = id
            for edge in found.path:
                assert here in (edge.holder, edge.target)
                here = edge.target if edge.holder == here else edge.holder
            assert here == found.id


def test_the_order_in_which_objects_and_references_are_written_does_not_matter() -> None:
    things = tuple(thread().objects.values())
    backwards = together(*reversed(things))

    assert all(walk(thread(), id) == walk(backwards, id) for id in backwards.objects)


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_objects_of_an_example_reach_what_they_name_and_what_names_them(path: Path) -> None:
    whole = read(path.read_bytes()).in_use
    one_of_each = {type(thing): thing.id for thing in whole.objects.values()}.values()

    for id in one_of_each:
        named = {target for field, _, target, _ in references_of(whole.objects[id]) if field.name != "owner"}
        naming = {who for who, field in whole.referrers.get(id, ()) if field != "owner"}
        assert (named | naming) & whole.objects.keys() - {id} <= reached(walk(whole, id))


@pytest.mark.parametrize("move", Move)
def test_every_reference_leads_somewhere_from_either_end(move: Move) -> None:
    both_ways = [Trail(upstream=upstream, from_party=False) for upstream in (True, False)]

    assert any(trail.after(move) for trail in both_ways)


def test_every_type_of_object_has_its_place_in_the_chain() -> None:
    assert set(LINKS) == set(object_types())


def test_an_actor_stands_for_its_organisation() -> None:
    whole = together(
        a(Organisation, "nav"), a(Actor, "actor", organisation="nav"), a(Deliverable, "register", accountable="nav")
    )

    assert reached(walk(whole, Id("actor"))) == {"nav", "register"}
    assert reached(walk(whole, Id("register"))) == {"nav", "actor"}


@pytest.mark.slow
def test_two_thousand_objects_are_walked() -> None:
    whole = many_times(two_agencies_one_journey(), 40)

    chain = walk(whole, Id("told-once-7"))

    assert len(whole.objects) > 2000
    assert len(chain.reached) > 30
