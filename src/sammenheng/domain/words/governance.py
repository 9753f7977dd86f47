"""How we steer and decide: concepts, models, bodies, roles, decisions, agreements, endorsement, reviews."""

from __future__ import annotations

import datetime

from ..describe import Described, boolean, choice, date, integer, part, parts, ref, refs, string, text, word
from ..values import Code, Id, Text
from .plan import Phase, View
from .services import SolveLevel
from .thing import Thing


class StudyQuestion(Code):
    """The six questions every study answers."""

    PROBLEM = "study-1", "What is the problem, and what do we want to achieve?"
    MEASURES = "study-2", "Which measures are relevant?"
    PRINCIPLES = "study-3", "Which matters of principle do they raise?"
    EFFECTS = "study-4", "Which effects do they have, how lasting, and for whom?"
    RECOMMENDED = "study-5", "Which measure is recommended, and why?"
    PRECONDITIONS = "study-6", "What must be in place to succeed?"


class ControlQuestion(Code):
    """What to ask of a concept from the user's side."""

    SIMPLER = "simpler", "Does the journey become simpler?"
    MORE_ACTORS = "more-actors", "Would more actors make the journey better?"
    OWNERSHIP = "ownership", "Is settled ownership challenged?"
    BUSINESS_MODEL = "business-model", "Is a business or management model challenged?"
    TASKS = "tasks", "Are tasks or responsibilities moved?"
    COMPETENCE = "competence", "Is other competence needed?"
    LAW = "law", "Does regulation have to change?"


class Verdict(Code):
    """Short answer to a control question."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class StudyLevel(Code):
    """How thorough a study is."""

    MINIMUM = "minimum", "Minimum analysis"
    SIMPLIFIED = "simplified", "Simplified analysis"
    FULL = "socio-economic", "Socio-economic analysis"


class EndorsementLevel(Code):
    """At which level somebody stands behind something."""

    POLITICAL = "political", "Political leadership"
    MINISTRY = "ministry", "Ministry"
    TOP = "top-leader", "Top leader"
    MIDDLE = "middle-management", "Middle management"
    FRONT_LINE = "front-line", "Professionals and front line"
    MUNICIPAL = "municipal-sector", "Municipal sector"
    PRIVATE = "private-partner", "Private partner"
    USER_ORGANISATION = "user-organisation", "User organisation"


class Model(Code):
    """Models for governance and organisation."""

    NETWORK = "network", "Network"
    PROGRAMME = "programme", "Programme"
    PROJECT = "project", "Project"
    PROGRAMME_PROJECTS = "programme-projects", "Programme with projects inside"
    NETWORK_PROGRAMME = "network-programme", "Network around a programme"


class BodyKind(Code):
    """What sort of body it is."""

    STEERING = "steering-group", "Steering group"
    PROGRAMME = "programme-group", "Programme or project group"
    REFERENCE = "reference-group", "Reference group"
    MINISTRY = "ministry-forum", "Forum of ministries"
    USERS = "user-panel", "User panel"


class RoleKind(Code):
    """Roles a collaboration needs."""

    OWNER_MINISTRY = "owner-ministry", "Owner ministry"
    CONTRIBUTING_MINISTRY = "contributing-ministry", "Contributing ministry"
    PROCESS_OWNER = "process-owner", "Process owner"
    OPERATIVE_LEADER = "operative-leader", "Operative leader"
    PROJECT_OWNER = "project-owner", "Project owner"
    BENEFIT_OWNER = "benefit-owner", "Benefit owner"
    PRODUCT_OWNER = "product-owner", "Product owner"
    DATA_PROVIDER = "data-provider", "Data provider"
    DATA_CONSUMER = "data-consumer", "Data consumer"
    CONSUMER_REPRESENTATIVE = "consumer-representative", "Representative of the data consumers"
    INTEGRATOR = "integrator", "Responsible for integration across"
    LEGAL_ADVISER = "legal-adviser", "Legal adviser"
    USER_REPRESENTATIVE = "user-representative", "User representative"
    MUNICIPAL_REPRESENTATIVE = "municipal-representative", "Municipal representative"


class DecisionOutcome(Code):
    """What came of a matter."""

    APPROVED = "approved", "Approved"
    REJECTED = "rejected", "Rejected"
    POSTPONED = "postponed", "Postponed"
    NOTED = "noted", "Noted"


class DisagreementStatus(Code):
    """How far a disagreement has come."""

    OPEN = "open", "Open"
    SOLVED = "solved", "Solved"
    LIVED_WITH = "lived-with", "We live with it"


class CouncilTheme(Code):
    """The six professional themes of a review."""

    ORGANISATION = "council-1", "Organisation and governance"
    NEEDS = "council-2", "Needs, goals and solution"
    UNCERTAINTY = "council-3", "Uncertainty"
    BENEFITS = "council-4", "Benefits"
    SUPPLIERS = "council-5", "Competition strategy and suppliers"
    POLICY = "council-6", "IT-policy directions"


class FollowUp(Code):
    """What was done with a recommendation."""

    NOT_STARTED = "not-started", "Not started"
    UNDER_WAY = "under-way", "Under way"
    DONE = "done", "Done"
    NOT_FOLLOWED = "not-followed", "Not followed, with reason"


@part(label="Study answer", plural="Study answers")
class StudyAnswer(Described):
    """The answer to one of the six study questions."""

    question: StudyQuestion = choice(StudyQuestion)
    answer: Text = text(long=True)


@part(label="Control answer", plural="Control answers")
class ControlAnswer(Described):
    """The answer to one control question."""

    question: ControlQuestion = choice(ControlQuestion)
    verdict: Verdict = choice(Verdict, label="Short answer")
    answer: Text | None = text(label="Why", long=True, default=None)


@word(label="Concept", plural="Concepts", norwegian="konsept", room="concepts")
class Concept(Thing):
    """One of several ways to solve it, the zero alternative among them (no: konsept)."""

    name: Text = text()
    description: Text | None = text(long=True, default=None)
    zero: bool | None = boolean(label="Zero alternative", default=None)
    recommended: bool | None = boolean(default=None)
    view: View | None = choice(View, label="System-driven or need-driven", default=None)
    journey: Id | None = ref("Journey", label="Gives this journey", default=None)
    effects: tuple[Id, ...] = refs("Effect", basis=True)
    deliverables: tuple[Id, ...] = refs("Deliverable", basis=True)
    study_level: StudyLevel | None = choice(StudyLevel, default=None)
    study_answers: tuple[StudyAnswer, ...] = parts(StudyAnswer)
    control_answers: tuple[ControlAnswer, ...] = parts(ControlAnswer)


@word(label="Endorsement", plural="Endorsements", norwegian="forankring", room="actors")
class Endorsement(Thing):
    """Who, at which level, stands behind which content, until when (no: forankring)."""

    name: Text = text(label="Who stands behind it")
    organisation: Id | None = ref("Organisation", default=None)
    level: EndorsementLevel | None = choice(EndorsementLevel, default=None)
    of: tuple[Id, ...] = refs("Problem", "Vision", "Journey", "Goal", "Story", "Plan", "Concept", label="Stands behind")
    content_hash: str | None = string(
        label="Fingerprint of what was endorsed",
        form="hash",
        limit=64,
        default=None,
        help="Changes when the content changes, so that an old endorsement is seen",
    )
    given_on: datetime.date | None = date(default=None)
    until: datetime.date | None = date(label="Valid until", default=None)
    document: Text | None = text(label="Where it is written", default=None)
    in_allocation_letter: bool | None = boolean(default=None)
    in_plan: bool | None = boolean(label="In the organisation's own plan", default=None)
    resources: Text | None = text(label="Resources promised", default=None)


@part(label="Score", plural="Scores")
class Score(Described):
    """How one trait of the situation is judged, from 1 (low) to 5 (high)."""

    trait: str = string(limit=60)
    value: int = integer(label="From 1 to 5", least=1, most=5)
    reason: Text | None = text(long=True, default=None)


@word(label="Governance model", plural="Governance models", norwegian="styringsmodell", room="governance")
class GovernanceModel(Thing):
    """How a workstream is governed, with the reasons (no: styringsmodell)."""

    name: Text = text()
    workstream: Id | None = ref("Workstream", default=None)
    phase: Phase | None = choice(Phase, default=None)
    model: Model | None = choice(Model, default=None)
    reasons: Text | None = text(long=True, default=None)
    scores: tuple[Score, ...] = parts(Score)
    reconsider_on: datetime.date | None = date(label="To be reconsidered on", default=None)


@part(label="Seat", plural="Seats")
class Seat(Described):
    """A place in a body."""

    organisation: Id = ref("Organisation")
    position: Text | None = text(default=None)
    leader: bool | None = boolean(label="Leader with power over resources", default=None)
    chairs: bool | None = boolean(label="Chairs the body", default=None)


@word(label="Body", plural="Bodies", norwegian="organ", room="governance")
class Body(Thing):
    """A group that steers or advises, with a mandate (no: organ)."""

    name: Text = text()
    kind: BodyKind | None = choice(BodyKind, default=None)
    mandate: Text | None = text(long=True, default=None)
    seats: tuple[Seat, ...] = parts(Seat)
    workstreams: tuple[Id, ...] = refs("Workstream")


@word(label="Role", plural="Roles", norwegian="rolle", room="governance")
class Role(Thing):
    """A responsibility one organisation holds in the collaboration (no: rolle)."""

    name: Text = text()
    kind: RoleKind | None = choice(RoleKind, default=None)
    organisation: Id | None = ref("Organisation", label="Held by", default=None)
    workstream: Id | None = ref("Workstream", default=None)
    phases: Text | None = text(label="In which phases", default=None)
    authority: Text | None = text(label="Authority and room for manoeuvre", long=True, default=None)
    matter: Text | None = text(label="Joint matter it answers for", default=None)


@word(label="Decision", plural="Decisions", norwegian="beslutning", room="governance")
class Decision(Thing):
    """What was decided, why, and on which basis (no: beslutning)."""

    name: Text = text()
    outcome: DecisionOutcome | None = choice(DecisionOutcome, default=None)
    reason: Text | None = text(long=True, default=None)
    decided_on: datetime.date | None = date(default=None)
    body: Id | None = ref("Body", label="Decided by", default=None)
    about: tuple[Id, ...] = refs(label="About")
    basis: Id | None = ref("Snapshot", label="Frozen basis", default=None)


@word(label="Agreement", plural="Agreements", norwegian="avtale", room="governance")
class Agreement(Thing):
    """What the parties have formally agreed for a phase (no: avtale)."""

    name: Text = text()
    phase: Phase | None = choice(Phase, label="For the phase", default=None)
    workstream: Id | None = ref("Workstream", default=None)
    parties: tuple[Id, ...] = refs("Organisation")
    covers_money: bool | None = boolean(label="Settles money", default=None)
    covers_roles: bool | None = boolean(label="Settles roles and responsibility", default=None)
    covers_structure: bool | None = boolean(label="Settles governance structure", default=None)
    signed_on: datetime.date | None = date(default=None)
    until: datetime.date | None = date(label="Valid until", default=None)
    document: Text | None = text(label="Where it is written", default=None)


@part(label="View", plural="Views")
class DisagreementView(Described):
    """What one organisation means in a disagreement."""

    organisation: Id = ref("Organisation")
    view: Text = text(long=True)


@word(label="Disagreement", plural="Disagreements", norwegian="uenighet", room="governance")
class Disagreement(Thing):
    """Where the parties differ, at which level it must be settled, and by when (no: uenighet)."""

    name: Text = text()
    about: tuple[Id, ...] = refs(label="About")
    views: tuple[DisagreementView, ...] = parts(DisagreementView)
    level: SolveLevel | None = choice(SolveLevel, label="Level for solution", default=None)
    deadline: datetime.date | None = date(default=None)
    status: DisagreementStatus | None = choice(DisagreementStatus, default=None)
    resolution: Text | None = text(long=True, default=None)


@part(label="Question to the council", plural="Questions to the council")
class Asked(Described):
    """What the collaboration asked about, by theme."""

    theme: CouncilTheme = choice(CouncilTheme)
    question: Text = text(long=True)


@word(label="Review", plural="Reviews", norwegian="rådsbehandling", room="governance")
class Review(Thing):
    """An independent review, with what we asked about (no: rådsbehandling)."""

    name: Text = text()
    held_on: datetime.date | None = date(default=None)
    asked: tuple[Asked, ...] = parts(Asked, label="What we asked about")


@word(label="Recommendation", plural="Recommendations", norwegian="anbefaling", room="governance")
class Recommendation(Thing):
    """What a review advised, and what was done with it (no: anbefaling)."""

    name: Text = text()
    review: Id | None = ref("Review", default=None)
    theme: CouncilTheme | None = choice(CouncilTheme, default=None)
    description: Text | None = text(long=True, default=None)
    follow_up: FollowUp | None = choice(FollowUp, default=None)
    follow_up_reason: Text | None = text(label="Why", long=True, default=None)
