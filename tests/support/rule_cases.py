"""For every rule, a collaboration in which it finds something, and one in which it looks and finds nothing.

The failing cases differ from `two_agencies_one_journey` in one thing; that is also the passing case unless a rule
needs something else to look at.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sammenheng.domain import Collaboration, Id, Period
from sammenheng.domain import words as w
from sammenheng.domain.words.actors import ActorStatus, Level
from sammenheng.domain.words.economy import FundingStatus
from sammenheng.domain.words.goals import GoalLevel
from sammenheng.domain.words.governance import Model, RoleKind
from sammenheng.domain.words.insight import Scope
from sammenheng.domain.words.plan import CommitmentKind, Phase
from sammenheng.domain.words.services import SolveLevel

from .builders import a, changed, kroner, minus, plus, two_agencies_one_journey

BASE = two_agencies_one_journey()
PAST = datetime.date(2027, 1, 31)


@dataclass(frozen=True)
class RuleCase:
    """What a rule finds in `failing`: the objects, and the parameters of the first."""

    failing: Collaboration
    at: tuple[str, ...]
    params: Mapping[str, Any] = field(default_factory=dict)
    passing: Collaboration = BASE


def _differs(*ids: str, at: tuple[str, ...] | None = None, **fields: Any) -> RuleCase:
    """One thing is changed, and found where it was changed."""
    return RuleCase(changed(BASE, *ids, **fields), at or ids)


def _lacks(*ids: str, at: str = "bereaved") -> RuleCase:
    """Something is not there, and is missed."""
    return RuleCase(minus(BASE, *ids), (at,))


def _has(*things: Any, at: tuple[str, ...] | None = None, passing: Collaboration = BASE) -> RuleCase:
    """Something is there as well, and is found."""
    return RuleCase(plus(BASE, *things), at or tuple(thing.id for thing in things), passing=passing)


def _users() -> dict[str, RuleCase]:
    return {
        "only-internal-users": RuleCase(
            changed(BASE, "interviews", user_groups=["officers"]), ("bereaved",), {"groups": ("officers",)}
        ),
        "user-group-not-heard": _has(a(w.UserGroup, "abroad")),
        "need-without-insight": _differs("rest", insights=[]),
        "insight-without-need": _has(a(w.Insight, "forgotten")),
        "need-without-effect": _differs("told-once", needs=["know"], at=("rest",)),
        "insight-collected-alone": _differs("interviews", collected_by=["nav"]),
    }


def _journeys() -> dict[str, RuleCase]:
    bank_declined = changed(BASE, "actor-bank", status=ActorStatus.DECLINED)
    return {
        "step-without-evidence": RuleCase(changed(BASE, "call", insights=[]).without([Id("told-twice")]), ("call",)),
        "journey-never-tested": RuleCase(minus(BASE, "walk-through"), ("tomorrow",)),
        "municipality-missing": RuleCase(
            changed(BASE, "actor-town", status=ActorStatus.INVITED), ("bereaved",), {"steps": 1}
        ),
        "private-or-voluntary-not-at-table": RuleCase(bank_declined, ("bank",), {"steps": 1}),
        "public-organisation-not-at-table": RuleCase(
            changed(plus(BASE, a(w.Organisation, "tax", level=Level.STATE)), "at-bank", organisation="tax"),
            ("tax",),
            {"steps": 1},
        ),
        "agency-side-wording": RuleCase(
            changed(BASE, "death", name="Søke om gravferdsstønad"), ("death",), {"word": "søke om"}
        ),
    }


def _goals() -> dict[str, RuleCase]:
    needless = changed(changed(BASE, "less-burden", needs=[]), "told-once", needs=[])
    conflicting = changed(
        plus(BASE, a(w.Goal, "rival", level=GoalLevel.POLITICAL)), "less-burden", conflicts_with=["rival"]
    )
    return {
        "no-problem": _lacks("problem"),
        "goal-without-need": RuleCase(needless, ("less-burden",)),
        "goal-without-indicator": _differs("less-burden", indicator=None),
        "goal-without-effect": _differs("told-once", goals=[], at=("less-burden",)),
        "goal-without-decider": _differs("less-burden", decided_by=None),
        "goal-conflict-without-level": RuleCase(
            conflicting,
            ("less-burden",),
            passing=changed(conflicting, "less-burden", conflict_level=SolveLevel.POLITICAL),
        ),
        "vision-without-date": _differs("vision", reach_by=None),
        "no-shared-story": _lacks("story"),
    }


def _effects() -> dict[str, RuleCase]:
    return {
        "effect-without-step": _differs("told-once", steps=[]),
        "effect-nobody-delivers": _differs("register", effects=[], at=("told-once",)),
        "effect-not-judged": _differs("told-once", scope=None),
        "effect-not-alone": RuleCase(
            changed(BASE, "told-once", scope=Scope.ALONE), ("told-once",), {"organisations": ("bank", "nav", "town")}
        ),
        "obstacle-without-remover": _differs("told-twice", remover=None),
        "obstacle-left-alone": RuleCase(
            changed(changed(BASE, "told-once", findings=[]), "register", findings=[]), ("told-twice",)
        ),
    }


def _deliverables() -> dict[str, RuleCase]:
    return {
        "deliverable-without-accountable": _differs("register", accountable=None),
        "deliverable-without-effect": _differs("register", effects=[]),
        "deliverable-before-law": RuleCase(
            changed(BASE, "act", expected_in_force=Period(2028)), ("register",), {"regulation": "act"}
        ),
        "integration-owned-by-none": RuleCase(minus(BASE, "ties"), ("work",), {"deliverables": ("register",)}),
        "integration-owned-by-several": RuleCase(
            plus(BASE, a(w.Role, "ties-too", kind=RoleKind.INTEGRATOR, organisation="town")),
            ("work",),
            {"organisations": ("nav", "town")},
        ),
        "deliverable-without-users": _differs("register", taking_part=[]),
        "deliverable-without-stop-point": _differs("register", stop_point=None),
    }


def _benefits() -> dict[str, RuleCase]:
    return {
        "benefit-without-owner": _differs("fewer-calls", owner_role=None),
        "benefit-without-baseline": _differs("fewer-calls", baseline=None),
        "benefit-without-indicator": _differs("fewer-calls", indicator=None),
        "benefit-without-date": RuleCase(minus(BASE, "plan"), ("fewer-calls",)),
        "benefit-without-deliverable": _differs("fewer-calls", deliverables=[], from_period=Period(2028)),
    }


def _money() -> dict[str, RuleCase]:
    lesser = changed(
        plus(BASE, a(w.Need, "urgent", priority=1), a(w.Effect, "later", needs=["urgent"])), "know", priority=3
    )
    training = a(w.Cost, "training", organisation="town", payer="town", per_year=kroner(400), from_period=Period(2027))
    closed = a(w.Funding, "old", scheme="startoff-2024", status=FundingStatus.APPLIED)
    paid = a(w.Funding, "old", scheme="startoff-2022", status=FundingStatus.GRANTED)
    return {
        "cost-without-payer": _differs("running", payer=None),
        "deliverable-without-cost": _has(a(w.Deliverable, "letter")),
        "net-loser": _has(training, at=("town",)),
        "no-operation-payer": RuleCase(
            changed(changed(BASE, "register", operation_payer=None), "running", payer=None), ("register",)
        ),
        "operation-not-funded": RuleCase(
            changed(BASE, "grant", covers_operation=False), ("register",), {"years": 2, "first": "2028", "of": 2}
        ),
        "closed-scheme": RuleCase(
            plus(BASE, closed), ("old",), {"scheme": "StartOff", "last_year": "2024"}, passing=plus(BASE, paid)
        ),
        "estimate-without-certainty": _differs("building", certainty=None),
        "priority-follows-funding": RuleCase(lesser, ("urgent",), {"need": "know"}),
    }


def _data() -> dict[str, RuleCase]:
    return {
        "data-flow-without-ground": _differs("message", ground_to_get=None),
        "data-flow-without-parties": _differs("message", consumer=None),
        "data-flow-without-purpose": _differs("message", purpose=None),
        "data-flow-layer-not-judged": _differs("message", layers=[]),
        "law-change-without-owner": _differs("act", change_owner=None),
        "law-change-without-date": _differs("act", expected_in_force=None),
    }


def _governance() -> dict[str, RuleCase]:
    shaping = changed(BASE, "work", phase=Phase.SHAPE)
    network = changed(BASE, "model", model=Model.NETWORK)
    bound = a(w.Commitment, "bound", deliverable="register", kind=CommitmentKind.FINISHED_BY, when=Period(2028))
    project = changed(BASE, "model", model=Model.PROJECT)
    return {
        "no-leader": RuleCase(changed(changed(BASE, leads=None), "work", leads=None), ("bereaved",)),
        "no-process-owner": _lacks("owns"),
        "no-operative-leader": _lacks("daily"),
        "no-steering-group": _lacks("steering"),
        "steering-group-without-leaders": _differs("steering", seats=[]),
        "model-without-reasons": _differs("model", reasons=None),
        "model-not-reconsidered": _differs("model", reconsider_on=PAST),
        "project-with-unknown-solution": RuleCase(
            changed(project, "one-register", study_answers=[]), ("model",), passing=project
        ),
        "network-with-fixed-dates": RuleCase(plus(network, bound), ("model",), passing=network),
        "programme-without-benefit-owner": RuleCase(minus(BASE, "gains"), ("model",)),
        "no-agreement-for-shaping": RuleCase(
            shaping, ("work",), passing=changed(shaping, "agreement", phase=Phase.SHAPE)
        ),
        "no-agreement-for-delivering": _differs("agreement", covers_money=None, at=("work",)),
        "agreement-expired": RuleCase(changed(BASE, "agreement", until=PAST), ("agreement",), {"until": "2027-01-31"}),
        "no-disagreement-logged": _lacks("pace"),
        "disagreement-without-way-out": _differs("pace", level=None),
    }


def _concepts() -> dict[str, RuleCase]:
    return {
        "delivering-without-study": _differs("one-register", recommended=None, at=("work",)),
        "no-zero-alternative": _lacks("as-now"),
        "only-one-concept": _lacks("letters"),
        "concept-without-control-answers": RuleCase(
            changed(BASE, "letters", control_answers=[]), ("letters",), {"missing": 7}
        ),
    }


def _endorsement() -> dict[str, RuleCase]:
    return {
        "leadership-not-behind": RuleCase(minus(BASE, "by-bank"), ("bank",)),
        "those-affected-not-behind": _lacks("by-front"),
        "endorsement-expired": RuleCase(changed(BASE, "by-nav", until=PAST), ("by-nav",), {"until": "2027-01-31"}),
        "endorsement-of-older-content": _differs("story", today="Nå", at=("by-front",)),
        "endorsement-not-in-plans": _differs("by-nav", in_plan=None),
    }


_SUBJECTS: tuple[Callable[[], dict[str, RuleCase]], ...] = (
    _users,
    _journeys,
    _goals,
    _effects,
    _deliverables,
    _benefits,
    _money,
    _data,
    _governance,
    _concepts,
    _endorsement,
)

CASES: Mapping[str, RuleCase] = {id: case for subject in _SUBJECTS for id, case in subject().items()}
