"""Who leads and decides, by which model, on which agreement, and what happens when they differ."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.words import Agreement, Workstream
from ..domain.words.governance import BodyKind, DisagreementStatus, Model, RoleKind
from ..domain.words.plan import CommitmentKind, Phase
from .basis import Basis
from .concepts import is_studied
from .rule import Hit, ParamKind, Severity, rule


@rule("no-leader", Severity.ERROR, source=2, blocks=Phase.START, about=("Collaboration",))
def no_leader(basis: Basis) -> Iterator[Hit]:
    """Somebody leads the whole, or every workstream has a leader of its own."""
    workstreams = basis.whole.workstreams
    led = basis.whole.leads is not None or (workstreams and all(w.leads is not None for w in workstreams))
    if not led:
        yield Hit(basis.whole.id)


@rule("no-process-owner", Severity.ERROR, source=8, blocks=Phase.START, about=("Collaboration",))
def no_process_owner(basis: Basis) -> Iterator[Hit]:
    if not _is_held(basis, RoleKind.PROCESS_OWNER):
        yield Hit(basis.whole.id)


@rule("no-operative-leader", Severity.ERROR, source=8, blocks=Phase.START, about=("Collaboration",))
def no_operative_leader(basis: Basis) -> Iterator[Hit]:
    if not _is_held(basis, RoleKind.OPERATIVE_LEADER):
        yield Hit(basis.whole.id)


def _is_held(basis: Basis, kind: RoleKind) -> bool:
    return any(role.kind is kind and role.organisation is not None for role in basis.whole.roles)


@rule("no-steering-group", Severity.WARNING, source=3, blocks=Phase.SHAPE, about=("Collaboration",))
def no_steering_group(basis: Basis) -> Iterator[Hit]:
    steers = any(body.kind is BodyKind.STEERING and body.mandate is not None for body in basis.whole.bodies)
    if basis.has_reached(Phase.SHAPE) and not steers:
        yield Hit(basis.whole.id)


@rule("steering-group-without-leaders", Severity.WARNING, source=46, blocks=Phase.START, about=("Body",))
def steering_group_without_leaders(basis: Basis) -> Iterator[Hit]:
    for body in basis.whole.bodies:
        if body.kind is BodyKind.STEERING and not any(seat.leader for seat in body.seats):
            yield Hit(body.id)


@rule("model-without-reasons", Severity.WARNING, source=14, blocks=Phase.START, about=("GovernanceModel",))
def model_without_reasons(basis: Basis) -> Iterator[Hit]:
    for model in basis.whole.governance_models:
        if model.model is not None and model.reasons is None:
            yield Hit(model.id)


@rule("model-not-reconsidered", Severity.WARNING, source=13, about=("GovernanceModel",))
def model_not_reconsidered(basis: Basis) -> Iterator[Hit]:
    for model in basis.whole.governance_models:
        if model.reconsider_on is None or basis.is_past(model.reconsider_on):
            yield Hit(model.id)


@rule("project-with-unknown-solution", Severity.WARNING, source=12, blocks=Phase.SHAPE, about=("GovernanceModel",))
def project_with_unknown_solution(basis: Basis) -> Iterator[Hit]:
    for model in basis.whole.governance_models:
        if model.model is Model.PROJECT and not is_studied(basis):
            yield Hit(model.id)


@rule("network-with-fixed-dates", Severity.ADVICE, source=10, about=("GovernanceModel",))
def network_with_fixed_dates(basis: Basis) -> Iterator[Hit]:
    dated = (CommitmentKind.STARTS, CommitmentKind.FINISHED_BY)
    bound = {commitment.deliverable for commitment in basis.whole.commitments if commitment.kind in dated}
    for model in basis.whole.governance_models:
        within = {d.id for d in basis.deliverables if model.workstream in (None, d.workstream)}
        if model.model is Model.NETWORK and bound & within:
            yield Hit(model.id)


@rule("programme-without-benefit-owner", Severity.WARNING, source=11, blocks=Phase.SHAPE, about=("GovernanceModel",))
def programme_without_benefit_owner(basis: Basis) -> Iterator[Hit]:
    programmes = (Model.PROGRAMME, Model.PROGRAMME_PROJECTS, Model.NETWORK_PROGRAMME)
    for model in basis.whole.governance_models:
        if model.model in programmes and not _is_held(basis, RoleKind.BENEFIT_OWNER):
            yield Hit(model.id)


@rule("no-agreement-for-shaping", Severity.ERROR, source=2, blocks=Phase.START, about=("Workstream",))
def no_agreement_for_shaping(basis: Basis) -> Iterator[Hit]:
    yield from _without_agreement(basis, Phase.SHAPE)


@rule("no-agreement-for-delivering", Severity.ERROR, source=4, blocks=Phase.SHAPE, about=("Workstream",))
def no_agreement_for_delivering(basis: Basis) -> Iterator[Hit]:
    yield from _without_agreement(basis, Phase.DELIVER)


def _without_agreement(basis: Basis, phase: Phase) -> Iterator[Hit]:
    """Money, roles and structure may be settled in one agreement or in several."""
    for workstream in basis.whole.workstreams:
        signed = [agreement for agreement in _agreements(basis, workstream, phase) if agreement.signed_on is not None]
        money = any(agreement.covers_money for agreement in signed)
        roles = any(agreement.covers_roles for agreement in signed)
        structure = any(agreement.covers_structure for agreement in signed)
        if workstream.phase is phase and not (money and roles and structure):
            yield Hit(workstream.id)


def _agreements(basis: Basis, workstream: Workstream, phase: Phase) -> Iterator[Agreement]:
    for agreement in basis.whole.agreements:
        if agreement.phase is phase and agreement.workstream in (None, workstream.id):
            yield agreement


@rule(
    "agreement-expired",
    Severity.WARNING,
    source=0,
    about=("Agreement",),
    params={"until": ParamKind.DATE},
)
def agreement_expired(basis: Basis) -> Iterator[Hit]:
    """Agreements for phases that are over may expire."""
    needed = {
        agreement.id
        for workstream in basis.whole.workstreams
        if workstream.phase is not None
        for agreement in _agreements(basis, workstream, workstream.phase)
    }
    for agreement in basis.whole.agreements:
        if agreement.id in needed and agreement.until is not None and basis.is_past(agreement.until):
            yield Hit(agreement.id, {"until": agreement.until.isoformat()})


@rule("no-disagreement-logged", Severity.WARNING, source=20, blocks=Phase.START, about=("Collaboration",))
def no_disagreement_logged(basis: Basis) -> Iterator[Hit]:
    if len(basis.whole.organisations) > 1 and not basis.whole.disagreements:
        yield Hit(basis.whole.id)


@rule("disagreement-without-way-out", Severity.WARNING, source=8, blocks=Phase.SHAPE, about=("Disagreement",))
def disagreement_without_way_out(basis: Basis) -> Iterator[Hit]:
    settled = (DisagreementStatus.SOLVED, DisagreementStatus.LIVED_WITH)
    for disagreement in basis.whole.disagreements:
        dated = disagreement.deadline is not None and not basis.is_past(disagreement.deadline)
        if disagreement.status not in settled and not (disagreement.level is not None and dated):
            yield Hit(disagreement.id)
