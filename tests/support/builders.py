"""Small collaborations made by hand, and the few words to make and change them.

`a(Need, "need-help", insights=["ins-1"])` is a need with that id, named after it; `together(…)` is a collaboration
of such objects. `changed`, `plus` and `minus` give a collaboration that differs in one thing.
"""

import dataclasses
import datetime
import json
from collections.abc import Iterable
from typing import Any, TypeVar

from sammenheng.domain import (
    Collaboration,
    Id,
    Period,
    Quantity,
    Text,
    Thing,
    Unit,
    collection_of,
    collections,
    describe,
    read,
    write,
)
from sammenheng.domain import words as w
from sammenheng.domain.hashes import endorsed_hash
from sammenheng.domain.kinds import TextKind
from sammenheng.domain.words.actors import ActorStatus, Level
from sammenheng.domain.words.economy import Certainty, CostKind, FundingStatus, PeriodAmount
from sammenheng.domain.words.effects import DeliverableKind
from sammenheng.domain.words.goals import GoalLevel
from sammenheng.domain.words.governance import (
    BodyKind,
    ControlAnswer,
    ControlQuestion,
    EndorsementLevel,
    Model,
    RoleKind,
    Seat,
    StudyAnswer,
    StudyQuestion,
    Verdict,
)
from sammenheng.domain.words.insight import InsightKind, Scope, Side
from sammenheng.domain.words.journeys import JourneyKind
from sammenheng.domain.words.plan import Phase, Scheduled
from sammenheng.domain.words.services import FlowLayer, FlowStatus, Layer, LayerStatus, SolveLevel

T = TypeVar("T", bound=Thing)


def a(kind: type[T], id: str, /, **fields: Any) -> T:
    """An object of this type. Lists become tuples, strings become texts where texts belong."""
    known = {field.name: field for field in describe(kind).fields}
    if known.get("name") and known["name"].required:
        fields.setdefault("name", id)
    content = {name: _fitting(known[name].kind, value) for name, value in fields.items()}
    return kind(id=Id(id), **content)


def _fitting(kind: Any, value: Any) -> Any:
    if isinstance(kind, TextKind) and isinstance(value, str):
        return Text(nb=value)
    return tuple(value) if isinstance(value, list) else value


def kroner(amount: float) -> Quantity:
    """An amount of money in the prices of 2026."""
    return Quantity(likely=amount, unit=Unit.NOK, price_year=2026)


def together(*things: Thing, id: str = "collaboration", name: str = "Collaboration", **own: Any) -> Collaboration:
    """A collaboration of these objects."""
    held: dict[str, list[Thing]] = {}
    for thing in things:
        held.setdefault(collection_of(type(thing).__name__), []).append(thing)
    return Collaboration(
        id=Id(id), name=Text(nb=name), **own, **{collection: tuple(some) for collection, some in held.items()}
    )


def changed(whole: Collaboration, *ids: str, **fields: Any) -> Collaboration:
    """The collaboration with other content in these fields of these objects; in its own when no object is named."""
    if not ids:
        return dataclasses.replace(whole, **fields)
    unknown = set(ids) - set(whole.objects)
    assert not unknown, f"No such object: {unknown}"
    things = [_with(thing, fields) if thing.id in ids else thing for thing in whole.objects.values()]
    return _of(whole, things)


def _with(thing: Thing, fields: dict[str, Any]) -> Thing:
    kinds = {field.name: field.kind for field in describe(type(thing)).fields}
    return dataclasses.replace(thing, **{name: _fitting(kinds[name], value) for name, value in fields.items()})


def plus(whole: Collaboration, *things: Thing) -> Collaboration:
    """The collaboration with these objects as well."""
    return _of(whole, [*whole.objects.values(), *things])


def minus(whole: Collaboration, *ids: str) -> Collaboration:
    """The collaboration without these objects and without what names them."""
    unknown = set(ids) - set(whole.objects)
    assert not unknown, f"No such object: {unknown}"
    return whole.without([Id(id) for id in ids])


def _of(whole: Collaboration, things: Iterable[Thing]) -> Collaboration:
    held: dict[str, list[Thing]] = {name: [] for name in collections()}
    for thing in things:
        held[collection_of(type(thing).__name__)].append(thing)
    return dataclasses.replace(whole, **{name: tuple(some) for name, some in held.items()})


def many_times(whole: Collaboration, times: int) -> Collaboration:
    """The objects of a collaboration again and again, each time under ids of their own."""
    content = json.loads(write(whole))
    known = set(whole.objects)
    held = {name: content.pop(name) for name in collections() if name in content}
    again = {
        name: [_renamed(thing, known, f"-{number}") for number in range(times) for thing in things]
        for name, things in held.items()
    }
    return read(json.dumps(_renamed(content, known, "-0") | again).encode())


def _renamed(content: Any, known: set[Id], tail: str) -> Any:
    match content:
        case str():
            return f"{content}{tail}" if content in known else content
        case list():
            return [_renamed(item, known, tail) for item in content]
        case dict():
            return {name: _renamed(item, known, tail) for name, item in content.items()}
        case _:
            return content


def two_agencies_one_journey() -> Collaboration:
    """A state agency, a municipality and a bank deliver one register for the bereaved, and nothing is missing.

    On the day `QUIET_DAY` no rule finds anything in it.
    """
    whole = together(
        *_people(),
        *_journey(),
        *_effects(),
        *_money(),
        *_governance(),
        id="bereaved",
        name="Bereaved",
        leads=Id("nav"),
        price_year=2026,
        first_year=2027,
        years=3,
    )
    standing_behind = {e.id: endorsed_hash(whole, e.of) for e in whole.endorsements}
    for id, content in standing_behind.items():
        whole = changed(whole, id, content_hash=content)
    return whole


QUIET_DAY = datetime.date(2027, 3, 1)
EARLIER, LATER = datetime.date(2026, 6, 1), datetime.date(2027, 12, 31)


def _people() -> list[Thing]:
    return [
        a(w.Organisation, "nav", level=Level.STATE),
        a(w.Organisation, "town", level=Level.MUNICIPALITY),
        a(w.Organisation, "bank", level=Level.PRIVATE),
        a(w.Actor, "actor-nav", organisation="nav", status=ActorStatus.LEADS),
        a(w.Actor, "actor-town", organisation="town", status=ActorStatus.TAKES_PART),
        a(w.Actor, "actor-bank", organisation="bank", status=ActorStatus.TAKES_PART),
        a(w.LifeEvent, "death", name="En av mine nærmeste er død"),
        a(w.UserGroup, "relatives", side=Side.EXTERNAL),
        a(w.UserGroup, "officers", side=Side.INTERNAL),
        a(
            w.Insight,
            "interviews",
            kind=InsightKind.INTERVIEW,
            user_groups=["relatives", "officers"],
            collected_by=["nav", "town"],
        ),
        a(w.Need, "know", name="Vite hva som gjelder", insights=["interviews"], priority=1, life_events=["death"]),
        a(w.Need, "rest", name="Få ro", insights=["interviews"], priority=2),
        a(w.Problem, "problem", needs=["know"]),
        a(w.Vision, "vision", reach_by=datetime.date(2030, 1, 1)),
        a(w.Story, "story"),
    ]


def _journey() -> list[Thing]:
    return [
        a(w.Journey, "today", kind=JourneyKind.AS_IS, stages=["first-days"], life_event="death"),
        a(w.Journey, "tomorrow", kind=JourneyKind.TO_BE, stages=["first-days-then"], changes="today"),
        a(w.JourneyStage, "first-days", steps=["call"]),
        a(w.JourneyStage, "first-days-then", steps=["see"]),
        a(w.Step, "call", insights=["interviews"], touchpoints=["at-nav", "at-town", "at-bank"], needs=["know"]),
        a(w.Step, "see", name="Se hva som er ordnet", comes_from=["call"]),
        a(w.Touchpoint, "at-nav", organisation="nav", service="aids"),
        a(w.Touchpoint, "at-town", organisation="town"),
        a(w.Touchpoint, "at-bank", organisation="bank"),
        a(w.Service, "aids", name="Hjelpemidler", providers=["nav"]),
        a(w.TestRound, "walk-through", journey="tomorrow", held_on=EARLIER),
    ]


def _effects() -> list[Thing]:
    return [
        a(w.System, "case-system", organisation="nav"),
        a(w.System, "care-system", organisation="town"),
        a(
            w.Regulation,
            "act",
            wanted_change="Opplysninger kan deles",
            change_owner="nav",
            expected_in_force=Period(2027, 3),
        ),
        a(
            w.DataFlow,
            "message",
            provider="nav",
            consumer="town",
            purpose="Stanse hjelpen",
            ground_to_give="Loven",
            ground_to_get="Loven",
            regulations=["act"],
            status=FlowStatus.CLARIFIED,
            layers=[FlowLayer(layer=layer, status=LayerStatus.CLARIFIED) for layer in Layer],
        ),
        a(w.Finding, "told-twice", steps=["call"], remover="nav", insights=["interviews"]),
        a(
            w.Effect,
            "told-once",
            name="Jeg sier det én gang",
            steps=["call"],
            needs=["know", "rest"],
            findings=["told-twice"],
            data_flows=["message"],
            organisations=["nav", "town"],
            scope=Scope.TOGETHER,
            goals=["less-burden"],
        ),
        a(w.Change, "pass-on", organisation="nav", effects=["told-once"]),
        a(
            w.Deliverable,
            "register",
            kind=DeliverableKind.MVP,
            workstream="work",
            accountable="nav",
            contributors=["town", "bank"],
            taking_part=["relatives"],
            effects=["told-once"],
            findings=["told-twice"],
            regulations=["act"],
            integrates=["case-system", "care-system"],
            stop_point="pause",
            operation_payer="nav",
        ),
        a(w.StopPoint, "pause"),
        a(
            w.Plan,
            "plan",
            committed=True,
            schedule=[Scheduled(deliverable=Id("register"), start=Period(2027, 1), finish=Period(2027, 4))],
        ),
    ]


def _money() -> list[Thing]:
    estimated = {"certainty": Certainty.SOMEWHAT, "estimated_on": EARLIER}
    return [
        a(
            w.Cost,
            "building",
            deliverable="register",
            organisation="nav",
            payer="nav",
            total=kroner(1_000_000),
            kind=CostKind.INVESTMENT,
            **estimated,
        ),
        a(
            w.Cost,
            "running",
            deliverable="register",
            organisation="nav",
            payer="nav",
            per_year=kroner(100_000),
            kind=CostKind.OPERATION,
            **estimated,
        ),
        a(
            w.Benefit,
            "fewer-calls",
            organisation="nav",
            owner_role="gains",
            deliverables=["register"],
            per_year=kroner(2_000_000),
            indicator="Telefoner",
            baseline=Quantity(likely=5000),
            baseline_on=EARLIER,
            **estimated,
        ),
        a(
            w.Funding,
            "grant",
            status=FundingStatus.GRANTED,
            deliverables=["register"],
            receiver="nav",
            covers_operation=True,
            amounts=[PeriodAmount(period=Period(year), amount=kroner(100_000)) for year in (2027, 2028, 2029)],
        ),
    ]


def _governance() -> list[Thing]:
    whole_agreement = {"covers_money": True, "covers_roles": True, "covers_structure": True, "signed_on": EARLIER}
    leaders = [("nav", EndorsementLevel.TOP), ("town", EndorsementLevel.MUNICIPAL), ("bank", EndorsementLevel.PRIVATE)]
    return [
        a(w.Workstream, "work", phase=Phase.DELIVER, leads="nav"),
        a(
            w.Goal,
            "less-burden",
            level=GoalLevel.EFFECT,
            needs=["know"],
            indicator="Antall ganger det samme er sagt",
            decided_by="steering",
        ),
        a(w.Body, "steering", kind=BodyKind.STEERING, mandate="Alt", seats=[Seat(organisation=Id("nav"), leader=True)]),
        a(w.Role, "owns", kind=RoleKind.PROCESS_OWNER, organisation="nav"),
        a(w.Role, "daily", kind=RoleKind.OPERATIVE_LEADER, organisation="town"),
        a(w.Role, "gains", kind=RoleKind.BENEFIT_OWNER, organisation="nav"),
        a(w.Role, "ties", kind=RoleKind.INTEGRATOR, organisation="nav"),
        a(
            w.GovernanceModel,
            "model",
            workstream="work",
            model=Model.PROGRAMME,
            reasons="Mange avhengigheter",
            reconsider_on=LATER,
        ),
        a(w.Agreement, "agreement", phase=Phase.DELIVER, until=LATER, **whole_agreement),
        a(w.Disagreement, "pace", level=SolveLevel.STRATEGIC, deadline=LATER),
        a(w.Concept, "as-now", zero=True),
        a(w.Concept, "letters", control_answers=_all_control_answers()),
        a(
            w.Concept,
            "one-register",
            recommended=True,
            control_answers=_all_control_answers(),
            study_answers=[StudyAnswer(question=question, answer=Text(nb="Ja")) for question in StudyQuestion],
        ),
        *(
            a(w.Endorsement, f"by-{id}", organisation=id, level=level, of=["less-burden"], until=LATER, in_plan=True)
            for id, level in leaders
        ),
        a(w.Endorsement, "by-front", organisation="town", level=EndorsementLevel.FRONT_LINE, of=["vision", "story"]),
    ]


def _all_control_answers() -> list[ControlAnswer]:
    return [ControlAnswer(question=question, verdict=Verdict.YES) for question in ControlQuestion]
