"""Whether the journey is the user's own, and whether those met on it are at the table."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain import Id, Text, Thing
from ..domain.words.actors import Level
from ..domain.words.governance import RoleKind
from ..domain.words.journeys import JourneyKind
from ..domain.words.plan import Phase
from .basis import Basis
from .rule import Hit, ParamKind, Severity, rule
from .wording import agency_word

PUBLIC = (Level.STATE, Level.COUNTY, Level.MUNICIPALITY)


@rule("step-without-evidence", Severity.WARNING, source=3, blocks=Phase.SHAPE, about=("Step",))
def step_without_evidence(basis: Basis) -> Iterator[Hit]:
    rated = {rating.step for test in basis.whole.test_rounds for rating in test.ratings}
    found = {step for finding in basis.whole.findings if finding.insights for step in finding.steps}
    for step in basis.whole.steps:
        felt = any(experience.insight is not None for experience in step.experience)
        known = step.insights or felt or step.id in rated | found
        # A wanted step cannot be known before it is tried: that is asked of its journey.
        if not known and step.id not in basis.steps_of_tomorrow:
            yield Hit(step.id)


@rule("journey-never-tested", Severity.WARNING, source=3, blocks=Phase.SHAPE, about=("Journey",))
def journey_never_tested(basis: Basis) -> Iterator[Hit]:
    tested = {test.journey for test in basis.whole.test_rounds if test.held_on is None or test.held_on <= basis.today}
    for journey in basis.whole.journeys:
        if journey.kind is JourneyKind.TO_BE and journey.id not in tested:
            yield Hit(journey.id)


@rule(
    "municipality-missing",
    Severity.WARNING,
    source=20,
    blocks=Phase.START,
    about=("Collaboration",),
    params={"steps": ParamKind.COUNT},
)
def municipality_missing(basis: Basis) -> Iterator[Hit]:
    speaks = any(role.kind is RoleKind.MUNICIPAL_REPRESENTATIVE for role in basis.whole.roles)
    present = any(_level(basis, id) is Level.MUNICIPALITY for id in basis.at_the_table)
    municipal = [steps for id, steps in basis.met_organisations.items() if _level(basis, id) is Level.MUNICIPALITY]
    if municipal and not speaks and not present:
        yield Hit(basis.whole.id, {"steps": len({step for steps in municipal for step in steps})})


@rule(
    "private-or-voluntary-not-at-table",
    Severity.WARNING,
    source=20,
    blocks=Phase.START,
    about=("Organisation",),
    params={"steps": ParamKind.COUNT},
)
def private_or_voluntary_not_at_table(basis: Basis) -> Iterator[Hit]:
    yield from _not_at_table(basis, (Level.PRIVATE, Level.VOLUNTARY))


@rule(
    "public-organisation-not-at-table",
    Severity.WARNING,
    source=2,
    blocks=Phase.START,
    about=("Organisation",),
    params={"steps": ParamKind.COUNT},
)
def public_organisation_not_at_table(basis: Basis) -> Iterator[Hit]:
    yield from _not_at_table(basis, (Level.STATE, Level.COUNTY))


def _not_at_table(basis: Basis, levels: tuple[Level, ...]) -> Iterator[Hit]:
    for id, steps in sorted(basis.met_organisations.items()):
        if _level(basis, id) in levels and id not in basis.at_the_table:
            yield Hit(id, {"steps": len(steps)})


def _level(basis: Basis, id: Id) -> Level | None:
    return basis.organisations[id].level


@rule(
    "agency-side-wording",
    Severity.ADVICE,
    source=20,
    about=("LifeEvent", "Journey", "JourneyStage", "Step", "Service", "Need", "Effect"),
    params={"word": ParamKind.WORD},
)
def agency_side_wording(basis: Basis) -> Iterator[Hit]:
    whole = basis.whole
    named: tuple[Thing, ...] = (
        *whole.life_events,
        *whole.journeys,
        *whole.journey_stages,
        # Today's steps tell what people really must do; only tomorrow's are ours to word.
        *(step for step in whole.steps if step.id in basis.steps_of_tomorrow),
        *whole.services,
        *whole.needs,
        *whole.effects,
    )
    for thing in named:
        name: Text = thing.name  # type: ignore[attr-defined]
        if word := agency_word(name):
            yield Hit(thing.id, {"word": word})
