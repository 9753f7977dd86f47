"""Your part: what one organisation has to do with, and what that is done for."""

import pytest
from tests.support.builders import a, changed, together

from sammenheng.chain import NotInUseError, concerns
from sammenheng.domain import Collaboration, Id
from sammenheng.domain.words import (
    Benefit,
    Body,
    Change,
    Decision,
    Deliverable,
    Effect,
    Finding,
    Goal,
    Insight,
    Need,
    Organisation,
    Persona,
    Role,
    Step,
    Touchpoint,
    UserGroup,
)
from sammenheng.domain.words.governance import Seat
from sammenheng.domain.words.thing import State


def court_and_bank() -> Collaboration:
    """The court registers a role; the bank looks it up. Each has an effect of its own."""
    return together(
        a(Organisation, "bank"),
        a(Organisation, "court"),
        a(UserGroup, "bereaved"),
        a(UserGroup, "clerks"),
        a(Persona, "daughter", user_group="bereaved"),
        a(Insight, "talks"),
        a(Need, "need-role", user_groups=["bereaved"], insights=["talks"]),
        a(Need, "need-order", user_groups=["clerks"]),
        a(Touchpoint, "counter", organisation="court"),
        a(Touchpoint, "desk", organisation="bank"),
        a(Step, "prove", touchpoints=["counter"], needs=["need-role"]),
        a(Step, "pay", touchpoints=["desk"]),
        a(Finding, "paper", steps=["prove"]),
        a(Finding, "queue", steps=["pay"]),
        a(Goal, "coherence"),
        a(Goal, "once-only", serves=["coherence"]),
        a(Goal, "order", decided_by="group"),
        a(Effect, "prove-once", needs=["need-role"], goals=["once-only"]),
        a(Effect, "clear-desk", needs=["need-order"], goals=["order"]),
        a(Change, "register", organisation="court", effects=["prove-once"]),
        a(Change, "tidy", organisation="bank", effects=["clear-desk"]),
        a(Deliverable, "role-register", changes=["register"]),
        a(Deliverable, "tidy-desk", accountable="bank", changes=["tidy"]),
        a(Role, "registrar", organisation="court"),
        a(Benefit, "time", owner_role="registrar"),
        a(Body, "group", seats=[Seat(organisation=Id("bank"))]),
        a(Decision, "of-the-group", body="group"),
        a(Decision, "on-the-register", about=["role-register"]),
    )


def test_an_organisation_has_a_part_in_what_it_does_and_in_what_that_is_done_for() -> None:
    found = concerns(court_and_bank(), Id("court"))

    assert {"court", "counter", "prove", "register", "role-register", "registrar", "time", "on-the-register"} <= found
    assert {"prove-once", "paper", "need-role", "bereaved", "daughter", "talks", "once-only", "coherence"} <= found


def test_what_only_others_do_is_no_part_of_it() -> None:
    found = concerns(court_and_bank(), Id("court"))

    assert not found & {"bank", "desk", "pay", "tidy", "tidy-desk", "queue", "clear-desk", "need-order", "clerks"}
    assert not found & {"group", "of-the-group", "order"}


def test_a_seat_in_a_body_gives_a_part_in_its_goals_and_decisions() -> None:
    found = concerns(court_and_bank(), Id("bank"))

    assert {"group", "of-the-group", "order"} <= found


def test_what_lies_in_the_bin_is_no_part_and_an_organisation_there_has_none() -> None:
    binned = changed(court_and_bank(), "role-register", state=State.TRASHED)
    gone = changed(court_and_bank(), "court", state=State.TRASHED)

    assert "role-register" not in concerns(binned, Id("court"))
    with pytest.raises(NotInUseError):
        concerns(gone, Id("court"))


def test_only_organisations_have_a_part() -> None:
    with pytest.raises(NotInUseError):
        concerns(court_and_bank(), Id("need-role"))
