"""Who stands behind it, and whether they still do."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.hashes import endorsed_hash
from ..domain.words import Endorsement
from ..domain.words.governance import EndorsementLevel
from ..domain.words.plan import Phase
from .basis import Basis
from .rule import Hit, ParamKind, Severity, rule

LEADERSHIP = (
    EndorsementLevel.POLITICAL,
    EndorsementLevel.MINISTRY,
    EndorsementLevel.TOP,
    EndorsementLevel.MUNICIPAL,
    EndorsementLevel.PRIVATE,
)
THOSE_AFFECTED = (EndorsementLevel.FRONT_LINE, EndorsementLevel.USER_ORGANISATION)


@rule("leadership-not-behind", Severity.WARNING, source=3, blocks=Phase.SHAPE, about=("Organisation",))
def leadership_not_behind(basis: Basis) -> Iterator[Hit]:
    behind = {e.organisation for e in _valid(basis) if e.level in LEADERSHIP}
    yield from (Hit(organisation) for organisation in basis.affected_organisations if organisation not in behind)


@rule("those-affected-not-behind", Severity.WARNING, source=3, blocks=Phase.SHAPE, about=("Collaboration",))
def those_affected_not_behind(basis: Basis) -> Iterator[Hit]:
    asked = any(e.level in THOSE_AFFECTED for e in _valid(basis))
    if basis.has_reached(Phase.SHAPE) and not asked:
        yield Hit(basis.whole.id)


def _valid(basis: Basis) -> Iterator[Endorsement]:
    return (e for e in basis.whole.endorsements if not basis.is_past(e.until))


@rule(
    "endorsement-expired",
    Severity.WARNING,
    source=7,
    about=("Endorsement",),
    params={"until": ParamKind.DATE},
)
def endorsement_expired(basis: Basis) -> Iterator[Hit]:
    for endorsement in basis.whole.endorsements:
        if endorsement.until is not None and basis.is_past(endorsement.until):
            yield Hit(endorsement.id, {"until": endorsement.until.isoformat()})


@rule("endorsement-of-older-content", Severity.WARNING, source=6, about=("Endorsement",))
def endorsement_of_older_content(basis: Basis) -> Iterator[Hit]:
    for endorsement in basis.whole.endorsements:
        now = endorsed_hash(basis.whole, endorsement.of) if endorsement.of else None
        if endorsement.content_hash is not None and endorsement.content_hash != now:
            yield Hit(endorsement.id)


@rule("endorsement-not-in-plans", Severity.ADVICE, source=7, about=("Endorsement",))
def endorsement_not_in_plans(basis: Basis) -> Iterator[Hit]:
    for endorsement in _valid(basis):
        if endorsement.level in LEADERSHIP and not endorsement.in_plan and not endorsement.in_allocation_letter:
            yield Hit(endorsement.id)
