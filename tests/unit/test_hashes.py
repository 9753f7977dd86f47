"""A fingerprint changes with the content it is of, and with nothing else."""

import dataclasses

from tests.support.collaborations import make

from sammenheng.domain import Collaboration, Id, Text
from sammenheng.domain.hashes import content_hash
from sammenheng.domain.words import Goal, Journey, JourneyStage, Step
from sammenheng.domain.words.journeys import JourneyKind


def journey(step_name: str = "Ring banken", **goal: object) -> Collaboration:
    return Collaboration(
        id=Id("sorg"),
        name=Text(nb="Sorg"),
        journeys=(Journey(id=Id("today"), name=Text(nb="I dag"), kind=JourneyKind.AS_IS, stages=(Id("first"),)),),
        journey_stages=(JourneyStage(id=Id("first"), name=Text(nb="De første dagene"), steps=(Id("call"),)),),
        steps=(Step(id=Id("call"), name=Text(nb=step_name)),),
        goals=(Goal(id=Id("less"), name=Text(nb="Mindre å gjøre"), **goal),),  # type: ignore[arg-type]
    )


def test_the_same_content_has_the_same_fingerprint_everywhere() -> None:
    assert content_hash(journey(), Id("today")) == content_hash(journey(), Id("today"))
    assert len(content_hash(journey(), Id("today"))) == 64


def test_a_changed_step_changes_the_fingerprint_of_its_journey_and_not_of_a_goal() -> None:
    before, after = journey(), journey("Gå i banken")

    assert content_hash(before, Id("today")) != content_hash(after, Id("today"))
    assert content_hash(before, Id("less")) == content_hash(after, Id("less"))


def test_sharing_and_state_are_not_content() -> None:
    before = make(["Organisation", "Goal"], seed=5, fill=0.0)
    goal = dataclasses.replace(before.goals[0], owner=before.organisations[0].id, shared=False)
    after = dataclasses.replace(before, goals=(goal,))

    assert content_hash(before, goal.id) == content_hash(after, goal.id)
