"""The guidance as a linter: every rule finds what it is for, and nothing where nothing is missing."""

import datetime
import re
from string import Formatter

import pytest
from hypothesis import given, settings
from tests.support.builders import QUIET_DAY, a, changed, minus, plus, together, two_agencies_one_journey
from tests.support.collaborations import collaborations, make
from tests.support.rule_cases import CASES, RuleCase

from sammenheng.checks import Found, ParamKind, Rule, Severity, check, rule_named, rules
from sammenheng.domain import Collaboration, Id, object_types
from sammenheng.domain.words import Need
from sammenheng.domain.words.plan import Phase
from sammenheng.domain.words.thing import State
from sammenheng.guide import sources
from sammenheng.texts.rules import GATES, GENERATIONS, RULES, SEVERITIES

EVERY_CASE = pytest.mark.parametrize("case", CASES.values(), ids=CASES)
EVERY_RULE = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)


def found_by(id: str, whole: Collaboration) -> list[Found]:
    return [found for found in check(whole, today=QUIET_DAY) if found.rule == id]


@pytest.mark.parametrize(("id", "case"), CASES.items(), ids=CASES)
def test_a_rule_finds_what_it_is_for(id: str, case: RuleCase) -> None:
    found = found_by(id, case.failing)

    assert tuple(one.object for one in found) == case.at
    assert case.params.items() <= dict(found[0].params).items()


@pytest.mark.parametrize(("id", "case"), CASES.items(), ids=CASES)
def test_a_rule_finds_nothing_where_nothing_is_missing(id: str, case: RuleCase) -> None:
    concerned = {type(thing).__name__ for thing in case.passing.objects.values()} | {"Collaboration"}

    found = found_by(id, case.passing)

    assert found == []
    assert concerned.intersection(rule_named(id).about)


def test_a_collaboration_in_which_nothing_is_missing_is_quiet() -> None:
    assert check(two_agencies_one_journey(), today=QUIET_DAY) == ()


def test_every_rule_has_both_cases_and_words() -> None:
    ids = {rule.id for rule in rules()}

    assert len(ids) >= 32
    assert set(CASES) == ids
    assert set(RULES) == ids


@EVERY_RULE
def test_a_rule_rests_on_a_known_source_and_concerns_known_types(rule: Rule) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)+", rule.id)
    assert rule.source in sources()
    assert rule.generation is rule.rests_on.generation
    assert set(rule.about) <= {*object_types(), "Collaboration"}
    assert rule.about


@EVERY_RULE
def test_the_words_of_a_rule_use_just_the_parameters_it_has(rule: Rule) -> None:
    text = RULES[rule.id]

    used = {name for sentence in text for _, name, _, _ in Formatter().parse(sentence) if name is not None}

    assert used == set(rule.params)
    assert not text.title.endswith(".")
    assert text.why.endswith(".")
    assert text.do.endswith(".")


def test_every_code_of_a_rule_has_a_word() -> None:
    assert set(SEVERITIES) == {severity.value for severity in Severity}
    assert set(GATES) == {*(phase.value for phase in Phase), None}
    assert set(GENERATIONS) == {source.generation.value for source in sources().values()}


SHAPES = {
    ParamKind.OBJECT: str,
    ParamKind.OBJECTS: tuple,
    ParamKind.COUNT: int,
    ParamKind.MONEY: float,
    ParamKind.PERIOD: str,
    ParamKind.DATE: str,
    ParamKind.WORD: str,
}


@settings(max_examples=60, deadline=None)
@given(collaborations(size=60))
def test_what_is_found_names_existing_objects_and_has_the_declared_parameters(whole: Collaboration) -> None:
    known = {*whole.in_use.objects, whole.id}

    for found in check(whole, today=QUIET_DAY):
        rule = rule_named(found.rule)
        assert found.object in known
        assert set(found.params) == set(rule.params)
        assert found.severity is rule.severity
        for name, kind in rule.params.items():
            assert isinstance(found.params[name], SHAPES[kind])
        kind = "Collaboration" if found.object == whole.id else type(whole.in_use.objects[found.object]).__name__
        assert kind in rule.about


def test_errors_come_first_and_then_what_blocks_the_nearest_phase() -> None:
    whole = together(a(Need, "need"), id="new")

    found = check(whole, today=QUIET_DAY)

    severities = [tuple(Severity).index(one.severity) for one in found]
    assert severities == sorted(severities)
    for severity in Severity:
        gates = [rule_named(one.rule).blocks for one in found if one.severity is severity]
        assert gates == sorted(gates, key=(*Phase, None).index)


def test_checking_twice_gives_the_same_in_the_same_order() -> None:
    whole = make(sorted(object_types()) * 4, seed=11, fill=0.6)
    backwards = together(*reversed(whole.objects.values()), id=whole.id)

    assert check(whole, today=QUIET_DAY) == check(whole, today=QUIET_DAY)
    assert check(backwards, today=QUIET_DAY) == check(changed(backwards), today=QUIET_DAY)


def test_what_lies_in_the_bin_is_not_checked() -> None:
    whole = plus(two_agencies_one_journey(), a(Need, "thrown-away", state=State.TRASHED))

    assert check(whole, today=QUIET_DAY) == ()


def test_an_empty_collaboration_is_told_what_to_begin_with() -> None:
    found = {one.rule for one in check(together(id="new"), today=QUIET_DAY)}

    assert {"no-leader", "no-process-owner", "no-operative-leader", "no-problem"} == found


def test_what_belongs_to_later_phases_is_not_asked_for_at_the_start() -> None:
    whole = changed(two_agencies_one_journey(), "work", phase=Phase.START)
    whole = minus(whole, "story", "as-now", "by-front", "steering")
    # Whoever decided the goal is gone with the steering group.
    whole = changed(whole, "less-burden", decided_by=Id("nav"))

    found = {one.rule for one in check(whole, today=QUIET_DAY)}

    assert found == {"endorsement-of-older-content"}


def test_time_alone_makes_agreements_and_endorsements_old() -> None:
    later = QUIET_DAY + datetime.timedelta(days=365)

    found = {one.rule for one in check(two_agencies_one_journey(), today=later)}

    expired = {"agreement-expired", "endorsement-expired", "leadership-not-behind", "model-not-reconsidered"}
    assert found == expired | {"disagreement-without-way-out"}
