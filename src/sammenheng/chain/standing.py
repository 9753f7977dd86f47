"""What still stands in the way: obstacles, regulations and data flows that are not solved."""

from __future__ import annotations

from ..domain import Collaboration, Id
from ..domain.words import Regulation
from ..domain.words.effects import DeliverableStatus
from ..domain.words.services import ChangeStatus, FindingNature, FlowStatus


def standing(collaboration: Collaboration) -> frozenset[Id]:
    """The findings, regulations and data flows that are not solved yet.

    What a finished deliverable removed or set up is solved, and so is a data flow in use. A regulation stands in the
    way only when somebody wants it changed and the change is not in force.
    """
    done = [d for d in collaboration.deliverables if d.status is DeliverableStatus.DONE]
    settled = {id for deliverable in done for id in (*deliverable.findings, *deliverable.data_flows)}
    obstacles = {f.id for f in collaboration.findings if f.nature is not FindingNature.WORKS_WELL}
    flows = {flow.id for flow in collaboration.data_flows if flow.status is not FlowStatus.LIVE}
    waiting = {r.id for r in collaboration.regulations if wants_change(r) and not is_in_force(r)}
    return frozenset((obstacles | flows) - settled | waiting)


def is_in_force(regulation: Regulation) -> bool:
    """Whether the wanted change of this regulation is in force."""
    return regulation.change_status is ChangeStatus.IN_FORCE


def wants_change(regulation: Regulation) -> bool:
    """Whether a change of this regulation is wanted or has been."""
    return regulation.wanted_change is not None or regulation.change_status is not None
