"""What organisations run and are bound by: services, channels, systems, regulations, data flows, findings."""

from __future__ import annotations

import datetime

from ..describe import (
    Described,
    boolean,
    choice,
    date,
    integer,
    part,
    parts,
    period,
    quantity,
    ref,
    refs,
    string,
    text,
    word,
)
from ..values import Code, Id, Period, Quantity, Text
from .thing import Thing


class ChannelKind(Code):
    """How user and organisation meet."""

    ONLINE = "online-service", "Online service"
    WEB = "homepage", "Web page"
    APP = "mobile-app", "Mobile app"
    PHONE = "telephone", "Telephone"
    MAIL = "mail", "Letter"
    EMAIL = "e-mail", "E-mail"
    COUNTER = "service-bureau", "Meeting in person"
    AT_HOME = "client-location", "At the user's place"
    ASSISTANT = "assistant", "Through an assistant"
    SYSTEM = "system", "Between systems"


class RegulationKind(Code):
    """What sort of rule it is."""

    LAW = "law", "Law"
    REGULATION = "regulation", "Regulation"
    CIRCULAR = "circular", "Circular"
    AGREEMENT = "agreement", "Agreement or standard"
    PRACTICE = "practice", "Established practice"


class ChangeStatus(Code):
    """How far a wanted change of a rule has come."""

    IDEA = "idea", "Idea"
    STUDY = "study", "Being studied"
    HEARING = "hearing", "In consultation"
    PROPOSED = "proposed", "Proposed"
    ADOPTED = "adopted", "Adopted"
    IN_FORCE = "in-force", "In force"


class Layer(Code):
    """The four layers of working together on data."""

    LEGAL = "legal", "Legal"
    ORGANISATIONAL = "organisational", "Organisational"
    SEMANTIC = "semantic", "Semantic"
    TECHNICAL = "technical", "Technical"


class LayerStatus(Code):
    """How far one layer of a data flow has come."""

    OPEN = "open", "Open"
    UNDER_WAY = "under-way", "Under way"
    CLARIFIED = "clarified", "Clarified"


class DataCategory(Code):
    """How closely data must be guarded."""

    OPEN = "open", "Open"
    INTERNAL = "internal", "Internal"
    CONFIDENTIAL = "confidential", "Confidential"
    SPECIAL = "special-category", "Special category"


class FlowStatus(Code):
    """How far a data flow has come."""

    IDEA = "idea", "Idea"
    CLARIFIED = "clarified", "Clarified"
    AGREED = "agreed", "Agreed"
    IN_TEST = "in-test", "In test"
    LIVE = "live", "In use"


class FindingType(Code):
    """What a finding is about."""

    LEGAL = "legal", "Legal"
    ORGANISATIONAL = "organisational", "Organisational"
    SEMANTIC = "semantic", "Semantic"
    TECHNICAL = "technical", "Technical"
    FINANCIAL = "financial", "Financial"
    CULTURAL = "cultural", "Cultural"
    COMPETENCE = "competence", "Competence"
    USER = "user", "User"


class FindingNature(Code):
    """Whether a finding stands in the way, is missing, or works."""

    OBSTACLE = "obstacle", "Obstacle"
    GAP = "gap", "Gap"
    WORKS_WELL = "works-well", "Works well"


class Severity(Code):
    """How much it matters."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"


class Remover(Code):
    """Who can remove an obstacle."""

    OWN = "own-organisation", "The organisation itself"
    PARTNERS = "partners", "The partners together"
    MINISTRY = "ministry", "A ministry"
    PARLIAMENT = "parliament", "Parliament"
    SUPPLIER = "supplier", "A supplier"


class SolveLevel(Code):
    """At which level something must be solved."""

    OPERATIONAL = "operational", "Operational"
    STRATEGIC = "strategic", "Strategic"
    POLITICAL = "political", "Political"


@word(label="Service", plural="Services", norwegian="tjeneste", room="effects")
class Service(Thing):
    """What an organisation offers people, also one kind of service with many providers (no: tjeneste)."""

    name: Text = text()
    providers: tuple[Id, ...] = refs("Organisation")
    generic: bool | None = boolean(label="One service with many providers", default=None)
    description: Text | None = text(long=True, default=None)
    life_events: tuple[Id, ...] = refs("LifeEvent", label="Needed in")
    channels: tuple[Id, ...] = refs("Channel")
    regulations: tuple[Id, ...] = refs("Regulation")
    systems: tuple[Id, ...] = refs("System", label="Runs on")
    needs_data: tuple[Id, ...] = refs("DataFlow", label="Needs data from")
    gives_data: tuple[Id, ...] = refs("DataFlow", label="Gives data to")
    result: Text | None = text(label="What the user gets", default=None)
    address: str | None = string(label="Address in a catalogue", form="url", default=None)


@word(label="Channel", plural="Channels", norwegian="kanal", room="effects")
class Channel(Thing):
    """A way in which user and organisation meet (no: kanal)."""

    name: Text = text()
    kind: ChannelKind | None = choice(ChannelKind, default=None)
    organisation: Id | None = ref("Organisation", default=None)
    address: str | None = string(form="url", default=None)


@word(label="System", plural="Systems", norwegian="system", room="effects")
class System(Thing):
    """A register, case system or shared component (no: system)."""

    name: Text = text()
    organisation: Id | None = ref("Organisation", label="Run by", default=None)
    shared_component: bool | None = boolean(label="National shared component", default=None)
    description: Text | None = text(long=True, default=None)


@part(label="Milestone", plural="Milestones")
class Milestone(Described):
    """Something that happened or is expected on the way to a changed rule."""

    what: Text = text()
    when: Period = period()
    done: bool | None = boolean(label="Has happened", default=None)


@word(label="Regulation", plural="Regulations", norwegian="regelverk", room="effects")
class Regulation(Thing):
    """A law, regulation or circular, with the change we want in it (no: regelverk)."""

    name: Text = text()
    kind: RegulationKind | None = choice(RegulationKind, default=None)
    paragraph: str | None = string(default=None)
    address: str | None = string(form="url", default=None)
    owner_ministry: Id | None = ref("Organisation", label="Responsible ministry", default=None)
    wanted_change: Text | None = text(long=True, default=None)
    change_owner: Id | None = ref("Organisation", label="Who drives the change", default=None)
    change_status: ChangeStatus | None = choice(ChangeStatus, default=None)
    expected_in_force: Period | None = period(default=None)
    milestones: tuple[Milestone, ...] = parts(Milestone)


@part(label="Layer", plural="Layers")
class FlowLayer(Described):
    """How far a data flow has come in one of the four layers."""

    layer: Layer = choice(Layer)
    status: LayerStatus = choice(LayerStatus)
    comment: Text | None = text(long=True, default=None)


@word(label="Data flow", plural="Data flows", norwegian="dataflyt", room="effects")
class DataFlow(Thing):
    """Data from a provider to a consumer, with legal ground on both sides (no: dataflyt)."""

    name: Text = text()
    provider: Id | None = ref("Organisation", default=None)
    consumer: Id | None = ref("Organisation", default=None)
    elements: Text | None = text(label="What is shared", long=True, default=None)
    purpose: Text | None = text(long=True, default=None)
    category: DataCategory | None = choice(DataCategory, default=None)
    ground_to_give: Text | None = text(label="Legal ground at the provider", long=True, default=None)
    ground_to_get: Text | None = text(label="Legal ground at the consumer", long=True, default=None)
    regulations: tuple[Id, ...] = refs("Regulation")
    systems: tuple[Id, ...] = refs("System")
    layers: tuple[FlowLayer, ...] = parts(FlowLayer)
    status: FlowStatus | None = choice(FlowStatus, default=None)
    volume: Quantity | None = quantity(label="Volume a year", least=0, default=None)
    impact_assessment_needed: bool | None = boolean(label="Data protection impact assessment needed", default=None)


@word(label="Finding", plural="Findings", norwegian="funn", room="effects")
class Finding(Thing):
    """An obstacle, a gap, or something that works well (no: funn)."""

    name: Text = text()
    type: FindingType | None = choice(FindingType, default=None)
    nature: FindingNature | None = choice(FindingNature, default=None)
    severity: Severity | None = choice(Severity, default=None)
    description: Text | None = text(long=True, default=None)
    steps: tuple[Id, ...] = refs("Step", label="Met at these steps")
    organisations: tuple[Id, ...] = refs("Organisation", label="Lies with")
    regulations: tuple[Id, ...] = refs("Regulation")
    data_flows: tuple[Id, ...] = refs("DataFlow")
    systems: tuple[Id, ...] = refs("System")
    insights: tuple[Id, ...] = refs("Insight", label="Insight behind")
    removed_by: Remover | None = choice(Remover, label="Who can remove it", default=None)
    remover: Id | None = ref("Organisation", label="Which organisation can remove it", default=None)
    level: SolveLevel | None = choice(SolveLevel, label="Level for solution", default=None)
    lead_time: int | None = integer(label="Lead time in quarters", least=0, most=80, default=None)
    action: Text | None = text(label="What is done about it", long=True, default=None)
    deadline: datetime.date | None = date(default=None)
    workaround: Text | None = text(long=True, default=None)
