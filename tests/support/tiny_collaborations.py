"""Collaborations so small that every plan can be tried, made at random, with everything a planner must heed."""

from random import Random
from typing import Any

from tests.support.priced import amounts, benefit, collaboration, cost, ids, nok, organisation, period, ramp, said

from sammenheng.domain import Collaboration, Id, Period
from sammenheng.domain.words import Budget, Capacity, Commitment, Deliverable, Funding, Plan
from sammenheng.domain.words.economy import FundingStatus, PeriodPeople
from sammenheng.domain.words.effects import DeliverableStatus, StaffNeed
from sammenheng.domain.words.plan import CommitmentKind, PeriodUnit, Scheduled

FIRST = 2026 * 4
PARTIES = ("court", "tax")
COMPETENCE = "architect"


class TinyCollaborations:
    """Makes one collaboration from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.names = ("alpha", "beta", "gamma", "delta")[: self.random.randint(2, 4)]
        self.periods = self.random.randint(3, 5)
        self.begins = FIRST + self.random.choice((0, 0, 0, 1))
        self.status = {name: self._status() for name in self.names}

    def make(self) -> Collaboration:
        return collaboration(
            years=3,
            organisations=tuple(organisation(name) for name in PARTIES),
            deliverables=tuple(self._deliverable(place, name) for place, name in enumerate(self.names)),
            costs=tuple(self._costs()),
            benefits=tuple(self._benefits()),
            budgets=tuple(self._budgets()),
            capacities=tuple(self._capacities()),
            funding=tuple(self._funding()),
            plans=(self._plan(),),
            commitments=tuple(self._commitments()),
        )

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def money(self, most: int = 60) -> int:
        return self.random.randint(1, most) * 10_000

    def quarter(self, last: int = 6) -> Period:
        return Period.of_quarter(FIRST + self.random.randint(0, last))

    def party(self) -> str:
        return self.random.choice(PARTIES)

    def _status(self) -> DeliverableStatus | None:
        unusual = (DeliverableStatus.DONE, DeliverableStatus.STOPPED, DeliverableStatus.UNDER_WAY)
        return self.random.choice(unusual) if self.chance(0.12) else None

    def _deliverable(self, place: int, name: str) -> Deliverable:
        before = [other for other in self.names[:place] if self.chance(0.35)]
        others = [other for other in self.names if other != name and self.chance(0.12)]
        needed = StaffNeed(organisation=Id(self.party()), competence=COMPETENCE, people=self.random.choice((0.5, 1, 2)))
        return Deliverable(
            id=Id(name),
            name=said(name),
            depends_on=ids(tuple(before)),
            alternatives=ids(tuple(others)),
            duration=self.random.choice((1, 1, 2, 2, 3, 3, 7)) if self.chance(0.95) else None,
            earliest=self.quarter(3) if self.chance(0.2) else None,
            lead_time=self.random.randint(1, 2) if self.chance(0.2) else None,
            staff=(needed,) if self.chance(0.5) else (),
            status=self.status[name],
        )

    def _costs(self) -> list[Any]:
        found = []
        for name in self.names:
            if self.chance(0.05):
                continue
            found.append(
                cost(
                    f"build-{name}",
                    self.party(),
                    payer=Id(self.party()) if self.chance(0.2) else None,
                    deliverable=Id(name),
                    total=nok(self.money()),
                )
            )
            if self.chance(0.3):
                begins = self.quarter(8) if self.chance(0.3) else None
                ends = self.quarter(11) if self.chance(0.3) else None
                yearly = nok(self.money(8))
                found.append(
                    cost(
                        f"run-{name}",
                        self.party(),
                        deliverable=Id(name),
                        per_year=yearly,
                        from_period=begins,
                        to_period=ends,
                    )
                )
            if self.chance(0.15):
                dated = amounts(**{f"y{self.quarter()}": self.money(5), "y2027": self.money(5)})
                found.append(cost(f"dated-{name}", self.party(), deliverable=Id(name), amounts=dated))
        if self.chance(0.3):
            found.append(cost("lead", self.party(), per_year=nok(self.money(4)), from_period=period("2026")))
        return found

    def _benefits(self) -> list[Any]:
        found = []
        for number in range(self.random.randint(1, 4)):
            needs = tuple(self.random.sample(self.names, self.random.randint(1, 2)))
            amount = -self.money(10) if self.chance(0.15) else self.money(90)
            found.append(
                benefit(
                    f"gain-{number}",
                    self.party(),
                    needs=needs,
                    per_year=nok(amount),
                    ramp=ramp(*(self.random.choice(((50, 100), (0, 60), (100, 20))))) if self.chance(0.4) else (),
                    from_period=self.quarter(8) if self.chance(0.2) else None,
                    to_period=self.quarter(11) if self.chance(0.1) else None,
                )
            )
        return found

    def _budgets(self) -> list[Budget]:
        labels = [f"y{Period.of_quarter(FIRST + place)}" for place in range(6)]
        if self.chance(0.5):
            labels = ["y2026", "y2027"]
        scale = 60 if len(labels) == 2 else 25
        return [
            Budget(
                id=Id(f"frame-{party}"),
                name=said("frame"),
                organisation=Id(party),
                amounts=amounts(**{label: self.money(scale) for label in labels if self.chance(0.8)}),
            )
            for party in PARTIES
            if self.chance(0.6)
        ]

    def _capacities(self) -> list[Capacity]:
        return [
            Capacity(
                id=Id(f"people-{party}"),
                name=said("people"),
                organisation=Id(party),
                competence=COMPETENCE.upper() if self.chance(0.3) else COMPETENCE,
                amounts=tuple(
                    PeriodPeople(period=period(year), people=self.random.choice((0, 0.5, 1, 2, 2.5)))
                    for year in ("2026", "2027")
                ),
            )
            for party in PARTIES
            if self.chance(0.4)
        ]

    def _funding(self) -> list[Funding]:
        if not self.chance(0.3):
            return []
        return [
            Funding(
                id=Id("grant"),
                name=said("grant"),
                scheme="pot",
                status=FundingStatus.GRANTED,
                receiver=Id(self.party()),
                deliverables=ids(tuple(self.random.sample(self.names, 1))) if self.chance(0.4) else (),
                amounts=amounts(y2026=self.money(30), y2027=self.money(30)),
                share=self.random.choice((50, 85, None)),
            )
        ]

    def _plan(self) -> Plan:
        settled = (DeliverableStatus.UNDER_WAY, DeliverableStatus.DONE)
        begun = [name for name, status in self.status.items() if status in settled]
        runs = tuple(
            Scheduled(deliverable=Id(name), start=period("2025Q4"), finish=self.quarter(2))
            for name in begun
            if self.chance(0.7)
        )
        return Plan(
            id=Id("the-plan"),
            name=said("plan"),
            committed=bool(runs) or None,
            start=Period.of_quarter(self.begins),
            periods=self.periods,
            unit=PeriodUnit.QUARTER,
            schedule=tuple(run for run in runs if run.start < run.finish),
        )

    def _commitments(self) -> list[Commitment]:
        found = []
        for number in range(self.random.choice((0, 0, 0, 1, 2))):
            kind = self.random.choice(list(CommitmentKind))
            when = self.quarter(5) if self.chance(0.8) else period(self.random.choice(("2026", "2027")))
            found.append(
                Commitment(
                    id=Id(f"promise-{number}"),
                    name=said("promise"),
                    deliverable=Id(self.random.choice(self.names)),
                    kind=kind,
                    when=when if self.chance(0.9) else None,
                )
            )
        return found
