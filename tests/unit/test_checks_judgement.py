"""Where rules draw the line: what is enough, and what is not."""

import datetime

import pytest
from tests.support.builders import QUIET_DAY, a, changed, kroner, many_times, minus, plus, two_agencies_one_journey

from sammenheng.checks import check
from sammenheng.checks.wording import AGENCY_WORDS, agency_word
from sammenheng.domain import Collaboration, Period, Text
from sammenheng.domain import words as w
from sammenheng.domain.hashes import endorsed_hash
from sammenheng.domain.words.actors import ActorStatus
from sammenheng.domain.words.economy import FundingStatus, PeriodAmount, TransferStatus
from sammenheng.domain.words.effects import DeliverableKind, DeliverableStatus
from sammenheng.domain.words.goals import GoalLevel
from sammenheng.domain.words.governance import DisagreementStatus, RoleKind
from sammenheng.domain.words.plan import Phase
from sammenheng.domain.words.services import DataCategory

BASE = two_agencies_one_journey()


def found(whole: Collaboration, *rules: str) -> list[tuple[str, str]]:
    """The rule and object of everything these rules find; of all rules when none is named."""
    return [(one.rule, one.object) for one in check(whole, today=QUIET_DAY) if not rules or one.rule in rules]


def test_a_municipal_representative_speaks_for_the_municipalities() -> None:
    alone = changed(BASE, "actor-town", status=ActorStatus.NOT_ASKED)

    spoken_for = plus(alone, a(w.Role, "ks", kind=RoleKind.MUNICIPAL_REPRESENTATIVE))

    assert found(alone, "municipality-missing")
    assert not found(spoken_for, "municipality-missing")


def test_a_wanted_step_is_asked_for_a_test_of_its_journey_and_not_for_evidence_of_its_own() -> None:
    untested = minus(BASE, "walk-through")

    assert found(untested) == [("journey-never-tested", "tomorrow")]


def test_a_test_that_is_still_to_come_is_no_test() -> None:
    planned = changed(BASE, "walk-through", held_on=QUIET_DAY + datetime.timedelta(days=1))

    assert found(planned) == [("journey-never-tested", "tomorrow")]


def test_a_goal_may_lead_back_to_a_need_through_the_goals_below_and_above_it() -> None:
    societal = a(w.Goal, "trust", level=GoalLevel.SOCIETAL)
    result = a(w.Goal, "in-use", level=GoalLevel.RESULT, serves=["less-burden"])
    beside = a(w.Goal, "saving", level=GoalLevel.RESULT, serves=["trust"])
    whole = changed(plus(BASE, societal, result, beside), "less-burden", serves=["trust"])

    assert found(whole, "goal-without-need") == [("goal-without-need", "saving")]
    assert found(plus(BASE, societal), "goal-without-need") == [("goal-without-need", "trust")]


def test_a_deliverable_may_wait_for_the_one_that_changes_the_law() -> None:
    late = changed(BASE, "act", expected_in_force=Period(2028))
    hearing = a(w.Deliverable, "hearing", kind=DeliverableKind.REGULATION, regulations=["act"])
    between = a(w.Deliverable, "between", depends_on=["hearing"])
    waiting = changed(plus(late, hearing, between), "register", depends_on=["between"])

    assert found(late, "deliverable-before-law") == [("deliverable-before-law", "register")]
    assert found(waiting, "deliverable-before-law") == []


def test_a_stopped_change_of_law_is_waited_for_in_vain() -> None:
    late = changed(BASE, "act", expected_in_force=None)
    hearing = a(
        w.Deliverable,
        "hearing",
        kind=DeliverableKind.REGULATION,
        regulations=["act"],
        status=DeliverableStatus.STOPPED,
    )
    waiting = changed(plus(late, hearing), "register", depends_on=["hearing"])

    assert found(waiting, "deliverable-before-law") == [("deliverable-before-law", "register")]


def test_what_another_deliverable_needs_serves_its_effects() -> None:
    needed = changed(plus(BASE, a(w.Deliverable, "feed")), "register", depends_on=["feed"])

    assert found(plus(BASE, a(w.Deliverable, "feed")), "deliverable-without-effect")
    assert not found(needed, "deliverable-without-effect")


def test_an_effect_is_delivered_by_a_change_that_a_deliverable_carries_out() -> None:
    by_change = changed(BASE, "register", effects=[], changes=["pass-on"])

    assert found(by_change, "effect-nobody-delivers", "deliverable-without-effect", "benefit-without-deliverable") == []


@pytest.mark.parametrize(
    ("measured", "late"), [(datetime.date(2027, 9, 30), False), (datetime.date(2027, 10, 1), True)]
)
def test_a_baseline_is_measured_before_the_first_deliverable_is_in_use(measured: datetime.date, late: bool) -> None:
    whole = changed(BASE, "fewer-calls", baseline_on=measured)

    assert bool(found(whole, "benefit-without-baseline")) is late


def test_a_loss_that_an_agreed_payment_covers_is_no_loss() -> None:
    cost = a(w.Cost, "training", organisation="town", payer="town", per_year=kroner(400), from_period=Period(2027))
    paid = a(
        w.Transfer,
        "payment",
        giver="nav",
        receiver="town",
        status=TransferStatus.AGREED,
        amounts=[PeriodAmount(period=Period(2027), amount=kroner(1200))],
    )
    losing, covered = plus(BASE, cost), plus(BASE, cost, paid)

    assert found(losing, "net-loser") == [("net-loser", "town")]
    assert found(covered, "net-loser") == []
    assert found(changed(covered, "payment", status=TransferStatus.PROPOSED), "net-loser") == [("net-loser", "town")]


def test_what_users_carry_themselves_needs_no_payer() -> None:
    whole = plus(BASE, a(w.Cost, "own-time", user_group="relatives"))

    assert found(whole, "cost-without-payer") == []


def test_a_change_of_regulation_is_not_run_afterwards() -> None:
    hearing = a(w.Deliverable, "hearing", kind=DeliverableKind.REGULATION)

    assert found(plus(BASE, hearing), "no-operation-payer") == []


def test_money_granted_by_a_closed_scheme_is_history_unless_it_lies_ahead() -> None:
    amounts = [PeriodAmount(period=Period(2027), amount=kroner(1))]
    ahead = a(w.Funding, "old", scheme="startoff", status=FundingStatus.GRANTED, amounts=amounts)
    refused = a(w.Funding, "no", scheme="startoff", status=FundingStatus.REFUSED)

    assert found(plus(BASE, ahead, refused), "closed-scheme") == [("closed-scheme", "old")]


def test_a_missing_ground_that_is_registered_as_an_obstacle_is_being_taken_care_of() -> None:
    without = changed(BASE, "message", ground_to_give=None)
    registered = changed(without, "told-twice", data_flows=["message"])
    open_data = changed(without, "message", category=DataCategory.OPEN)

    assert found(without, "data-flow-without-ground")
    assert not found(registered, "data-flow-without-ground")
    assert not found(open_data, "data-flow-without-ground")


def test_a_law_nobody_wants_changed_needs_neither_owner_nor_date() -> None:
    whole = plus(BASE, a(w.Regulation, "kept"))

    assert found(whole) == []


def test_an_agreement_for_another_workstream_or_unsigned_does_not_count() -> None:
    elsewhere = changed(plus(BASE, a(w.Workstream, "other", leads="nav")), "agreement", workstream="other")
    unsigned = changed(BASE, "agreement", signed_on=None)

    for whole in (elsewhere, unsigned):
        assert found(whole, "no-agreement-for-delivering") == [("no-agreement-for-delivering", "work")]


def test_money_roles_and_structure_may_be_settled_in_separate_agreements() -> None:
    signed = {"phase": Phase.DELIVER, "signed_on": QUIET_DAY}
    parts = changed(BASE, "agreement", covers_money=None)
    whole = plus(parts, a(w.Agreement, "on-money", covers_money=True, **signed))

    assert found(whole, "no-agreement-for-delivering") == []


def test_a_disagreement_that_is_settled_needs_no_deadline() -> None:
    overdue = changed(BASE, "pace", deadline=datetime.date(2027, 1, 1))
    solved = changed(overdue, "pace", status=DisagreementStatus.LIVED_WITH)

    assert found(overdue) == [("disagreement-without-way-out", "pace")]
    assert found(solved) == []


def test_each_workstream_may_have_its_own_leader_instead_of_one_for_the_whole() -> None:
    whole = changed(BASE, leads=None)

    assert found(whole, "no-leader") == []
    assert found(plus(whole, a(w.Workstream, "other")), "no-leader") == [("no-leader", "bereaved")]


def test_an_endorsement_of_several_things_is_old_when_one_of_them_has_changed() -> None:
    whole = changed(BASE, "vision", description="Ny")

    assert found(whole) == [("endorsement-of-older-content", "by-front")]
    renewed = changed(whole, "by-front", content_hash=endorsed_hash(whole, whole.objects["by-front"].of))  # type: ignore[index,attr-defined]
    assert found(renewed) == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        (Text(nb="Søke om byggetillatelse"), "søke om"),
        (Text(nn="Søkje om hjelp heime"), "søkje om"),
        (Text(en="Apply for compensation"), "apply for"),
        (Text(nb="Fylle ut søknadsskjema"), "fylle ut"),
        (Text(nb="Jeg skal bygge hus", en="I fill in a form"), "fill in"),
        (Text(nb="Jeg skal bygge hus"), None),
        (Text(nb="Jeg klarer meg ikke lenger hjemme"), None),
        (Text(nb="Besøke omsorgsboligen"), None),
        (Text(en="See the population register"), None),
        (Text(se="Ohcat doarjaga"), None),
    ],
)
def test_words_of_an_agency_are_seen_as_whole_words_in_their_own_language(name: Text, word: str | None) -> None:
    assert agency_word(name) == word


def test_the_word_lists_are_in_lower_case_and_name_nothing_twice() -> None:
    for words in AGENCY_WORDS.values():
        assert len(words) == len(set(words))
        assert all(word == word.casefold() for word in words)


@pytest.mark.slow
def test_two_thousand_objects_are_checked() -> None:
    whole = many_times(minus(BASE, "story", "by-bank", "plan", "interviews", "ties"), 42)

    everything = check(whole, today=QUIET_DAY)

    assert len(whole.objects) > 2000
    assert len(everything) > 200
