"""Alone or together: which organisations an effect or a need cannot do without."""

import pytest
from tests.support.builders import a, changed, minus, together

from sammenheng.chain import NotInUseError, parties
from sammenheng.domain import Collaboration, Id
from sammenheng.domain.words import Change, DataFlow, Deliverable, Effect, Finding, Need, Organisation
from sammenheng.domain.words.effects import DeliverableStatus
from sammenheng.domain.words.insight import Scope


def shared_effect() -> Collaboration:
    return together(
        *(a(Organisation, id) for id in ("bank", "court", "nav", "tax")),
        a(Need, "need"),
        a(DataFlow, "flow", provider="court", consumer="bank"),
        a(Finding, "obstacle", remover="tax"),
        a(Effect, "effect", needs=["need"], data_flows=["flow"], findings=["obstacle"], scope=Scope.ALONE),
        a(Change, "change", effects=["effect"], organisation="nav"),
        a(Deliverable, "register", changes=["change"], accountable="court"),
    )


def test_an_effect_needs_those_who_change_give_get_remove_and_deliver() -> None:
    found = parties(shared_effect(), Id("effect"))

    assert [party.organisation for party in found.parties] == ["bank", "court", "nav", "tax"]
    court = found.parties[1]
    assert [(edge.holder, edge.field) for edge in court.because] == [("flow", "provider"), ("register", "accountable")]


def test_what_is_declared_is_held_against_what_is_found() -> None:
    found = parties(shared_effect(), Id("effect"))

    assert (found.declared, found.found, found.differs) == (Scope.ALONE, Scope.TOGETHER, True)


def test_a_need_takes_those_of_the_effects_that_meet_it() -> None:
    found = parties(shared_effect(), Id("need"))

    assert {party.organisation for party in found.parties} == {"bank", "court", "nav", "tax"}
    assert (found.declared, found.found, found.differs) == (None, Scope.TOGETHER, False)


def test_with_two_alternatives_of_one_organisation_each_it_can_be_done_alone() -> None:
    whole = together(
        a(Organisation, "court"),
        a(Organisation, "nav"),
        a(Effect, "effect"),
        a(Deliverable, "register", effects=["effect"], accountable="court", alternatives=["letter"]),
        a(Deliverable, "letter", effects=["effect"], accountable="nav"),
    )

    found = parties(whole, Id("effect"))
    both = parties(changed(whole, "register", alternatives=[]), Id("effect"))

    assert found.found is Scope.ALONE
    assert [party.always for party in found.parties] == [False, False]
    assert both.found is Scope.TOGETHER


def test_nothing_is_found_where_nobody_is_named() -> None:
    whole = together(a(Effect, "effect"), a(Need, "need"))

    assert parties(whole, Id("effect")).found is None
    assert parties(whole, Id("need")).parties == ()


def test_a_stopped_deliverable_needs_nobody() -> None:
    whole = minus(shared_effect(), "flow", "obstacle", "change")
    whole = changed(whole, "register", effects=["effect"], status=DeliverableStatus.STOPPED)

    assert parties(whole, Id("effect")).found is None


def test_only_effects_and_needs_are_asked_for() -> None:
    with pytest.raises(NotInUseError):
        parties(shared_effect(), Id("nav"))
