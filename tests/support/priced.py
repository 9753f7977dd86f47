"""Small collaborations with costs, benefits and deliverables, written in few words."""

from typing import Any

from sammenheng.domain import Collaboration, Id, Period, Quantity, Text, Unit
from sammenheng.domain.words import Benefit, Cost, Deliverable, Organisation, UserGroup
from sammenheng.domain.words.actors import Level
from sammenheng.domain.words.economy import CostKind, PeriodAmount, RampPoint


def said(words: str) -> Text:
    return Text(nb=words)


def nok(likely: float, *, low: float | None = None, high: float | None = None, **more: Any) -> Quantity:
    return Quantity(likely=likely, low=low, high=high, unit=Unit.NOK, price_year=2026, **more)


def period(label: str) -> Period:
    return Period.parse(label)


def amounts(**by_period: float) -> tuple[PeriodAmount, ...]:
    """Amounts by period; labels are written with a letter first, such as `y2026` or `y2026Q1`."""
    return tuple(PeriodAmount(period=period(label[1:]), amount=nok(each)) for label, each in by_period.items())


def organisation(id: str, level: Level | None = Level.STATE) -> Organisation:
    return Organisation(id=Id(id), name=said(id), level=level)


def group(id: str) -> UserGroup:
    return UserGroup(id=Id(id), name=said(id))


def deliverable(id: str, *, after: tuple[str, ...] = (), **more: Any) -> Deliverable:
    return Deliverable(id=Id(id), name=said(id), depends_on=ids(after), **more)


def cost(id: str, organisation: str | None = None, **more: Any) -> Cost:
    return Cost(id=Id(id), name=said(id), organisation=None if organisation is None else Id(organisation), **more)


def benefit(id: str, organisation: str | None = None, *, needs: tuple[str, ...] = (), **more: Any) -> Benefit:
    gains = None if organisation is None else Id(organisation)
    return Benefit(id=Id(id), name=said(id), organisation=gains, deliverables=ids(needs), **more)


def ramp(*shares: float) -> tuple[RampPoint, ...]:
    """Per cent of the full benefit in the first year, the second and so on."""
    return tuple(RampPoint(year=year, share=share) for year, share in enumerate(shares))


def ids(names: tuple[str, ...]) -> tuple[Id, ...]:
    return tuple(Id(name) for name in names)


def collaboration(**held: Any) -> Collaboration:
    own: dict[str, Any] = {"first_year": 2026, "years": 11, "price_year": 2026} | held
    return Collaboration(id=Id("whole"), name=said("whole"), **own)


MILLION = 1_000_000
ADOPTION = (0, 10, 40, 70, 80)

# Real NOK million: investment in years 0, 1 and 2; operation a year from year 1; full benefit a year.
SETTLING_AN_ESTATE = {
    "domstolene": ((5, 4, 2), 1.5, 8.0),
    "skatteetaten": ((1, 1, 0), 0.2, 2.0),
    "kartverket": ((1, 1, 0), 0.2, 1.0),
    "vegvesenet": ((1, 1, 0), 0.2, 1.0),
    "bronnoysund": ((1, 1, 0), 0.2, 0.5),
    "finans": ((8, 6, 3), 2.0, 20.0),
    "digdir": ((14, 12, 6), 5.0, 0.0),
}


def settling_an_estate() -> Collaboration:
    """The worked calculation of Dødsfall og arv: eight parties, eleven years, all amounts assumed."""
    organisations, costs, benefits = [], [], []
    for name, (investment, operation, gain) in SETTLING_AN_ESTATE.items():
        organisations.append(organisation(name, Level.PRIVATE if name == "finans" else Level.STATE))
        invested = amounts(**{f"y{2026 + year}": million * MILLION for year, million in enumerate(investment)})
        costs.append(cost(f"build-{name}", name, kind=CostKind.INVESTMENT, amounts=invested))
        costs.append(
            cost(
                f"run-{name}",
                name,
                kind=CostKind.OPERATION,
                per_year=nok(round(operation * MILLION)),
                from_period=period("2027"),
            )
        )
        benefits.append(yearly(f"gain-{name}", gain, organisation=name))
    benefits.append(yearly("gain-bereaved", 24.0, user_group=Id("bereaved")))
    return collaboration(
        organisations=tuple(organisations),
        user_groups=(group("bereaved"),),
        costs=tuple(costs),
        benefits=tuple(benefits),
    )


def yearly(id: str, million: float, **more: Any) -> Benefit:
    return benefit(id, per_year=nok(round(million * MILLION)), ramp=ramp(*ADOPTION), from_period=period("2026"), **more)
