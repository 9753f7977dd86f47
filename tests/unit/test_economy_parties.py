"""What each party carries and gains."""

import pytest
from tests.support.priced import (
    MILLION,
    amounts,
    benefit,
    collaboration,
    cost,
    deliverable,
    group,
    ids,
    nok,
    organisation,
    period,
    ramp,
    said,
    settling_an_estate,
)

from sammenheng.domain import Id
from sammenheng.domain.words import Funding, Transfer
from sammenheng.domain.words.actors import Level
from sammenheng.domain.words.economy import CostKind, FundingStatus, TransferStatus
from sammenheng.economy import Run, economy

# Present benefit, cost and net in million kroner, as worked out by hand in the domain's own example.
WORKED_OUT = {
    "bereaved": (128.57, 0.00, 128.57),
    "domstolene": (42.86, 22.86, 19.99),
    "skatteetaten": (10.71, 3.58, 7.13),
    "kartverket": (5.36, 3.58, 1.77),
    "vegvesenet": (5.36, 3.58, 1.77),
    "bronnoysund": (2.68, 3.58, -0.91),
    "finans": (107.14, 32.76, 74.37),
    "digdir": (0.00, 71.64, -71.64),
}


def millions(amount: float) -> float:
    return round(amount / MILLION, 2)


def test_the_worked_example_comes_out_to_two_decimals_for_every_party() -> None:
    result = economy(settling_an_estate())

    found = {p.id: (millions(p.present_benefit), millions(p.present_cost), millions(p.net)) for p in result.parties}
    assert found == WORKED_OUT


def test_the_worked_example_comes_out_for_society() -> None:
    totals = economy(settling_an_estate()).totals

    assert millions(totals.net) == 161.06
    assert millions(totals.public_net) == -41.88
    assert millions(totals.tax_cost) == 8.38
    assert millions(totals.npv) == 152.69


def test_the_main_payer_without_own_benefit_is_a_net_loser_and_the_others_are_not() -> None:
    result = economy(settling_an_estate())

    assert {party.id for party in result.net_losers} == {"digdir", "bronnoysund"}
    digdir = next(party for party in result.organisations if party.id == "digdir")
    assert digdir.asymmetry == pytest.approx(71.64 / 141.60, abs=0.001)
    assert digdir.payback_year is None
    assert digdir.longest_negative == 11
    assert digdir.first_gain is None


def test_shares_add_up_and_asymmetries_cancel() -> None:
    parties = economy(settling_an_estate()).parties

    assert sum(party.share_of_cost or 0 for party in parties) == pytest.approx(1)
    assert sum(party.share_of_benefit or 0 for party in parties) == pytest.approx(1)
    assert sum(party.asymmetry or 0 for party in parties) == pytest.approx(0)


def test_a_cost_paid_by_another_stays_where_it_arises_and_is_paid_as_a_transfer() -> None:
    whole = collaboration(
        organisations=(organisation("court"), organisation("digdir")),
        costs=(cost("build", "court", payer=Id("digdir"), amounts=amounts(y2026=900)),),
    )

    court, digdir = economy(whole).organisations

    assert (court.present_cost, court.present_transfers, court.net) == (900, 900, 0)
    assert (digdir.present_cost, digdir.present_transfers, digdir.net) == (0, -900, -900)


def test_only_agreed_transfers_and_granted_funding_count_and_the_others_are_named() -> None:
    whole = collaboration(
        organisations=(organisation("bank", Level.PRIVATE), organisation("digdir")),
        costs=(cost("build", "digdir", amounts=amounts(y2026=1000)),),
        transfers=(
            Transfer(
                id=Id("fee"),
                name=said("fee"),
                giver=Id("bank"),
                receiver=Id("digdir"),
                amounts=amounts(y2026=200),
                status=TransferStatus.AGREED,
            ),
            Transfer(
                id=Id("wish"), name=said("wish"), giver=Id("bank"), receiver=Id("digdir"), amounts=amounts(y2026=300)
            ),
        ),
        funding=(
            Funding(
                id=Id("grant"),
                name=said("grant"),
                scheme="medfinansiering",
                receiver=Id("digdir"),
                amounts=amounts(y2026=500),
                status=FundingStatus.GRANTED,
            ),
            Funding(
                id=Id("hope"),
                name=said("hope"),
                scheme="medfinansiering",
                receiver=Id("digdir"),
                amounts=amounts(y2026=500),
                status=FundingStatus.APPLIED,
            ),
        ),
    )

    result = economy(whole)

    bank, digdir = result.organisations
    assert (bank.net, digdir.net) == (-200, -300)
    assert [(fund.id, fund.present_transfers) for fund in result.funds] == [("grant", -500)]
    assert {note.id for note in result.notes if note.id} == {"wish", "hope"}
    assert result.totals.public_net == -800
    assert bank.net + digdir.net + result.funds[0].present_transfers == pytest.approx(result.totals.net)


def test_a_total_is_spread_over_the_run_and_a_yearly_cost_begins_when_it_ends() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        deliverables=(deliverable("guide"),),
        costs=(
            cost("build", "court", deliverable=Id("guide"), total=nok(600)),
            cost("run", "court", deliverable=Id("guide"), per_year=nok(100), kind=CostKind.OPERATION),
        ),
    )
    schedule = {Id("guide"): Run(2026 * 4 + 2, 2027 * 4 + 1)}

    court = economy(whole, schedule=schedule).organisations[0]

    assert [year.cost for year in court.years[:3]] == [400, 200 + 75, 100]


def test_a_benefit_waits_for_the_last_thing_it_needs_and_ramps_up_from_there() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        user_groups=(group("bereaved"),),
        deliverables=(deliverable("guide"), deliverable("register")),
        benefits=(
            benefit(
                "time",
                user_group=Id("bereaved"),
                needs=("guide", "register"),
                per_year=nok(1000),
                ramp=ramp(50, 100),
            ),
        ),
    )
    schedule = {Id("guide"): Run(2026 * 4, 2026 * 4 + 2), Id("register"): Run(2026 * 4, 2027 * 4 + 2)}

    bereaved = economy(whole, schedule=schedule).beneficiaries[0]

    assert [year.benefit for year in bereaved.years[:4]] == [0, 250, 250 + 500, 1000]
    assert str(bereaved.first_gain) == "2027Q3"


def test_an_alternative_does_in_place_of_what_a_benefit_needs() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        deliverables=(deliverable("buy", alternatives=ids(("build",))), deliverable("build")),
        benefits=(benefit("time", "court", needs=("buy",), per_year=nok(1000)),),
    )

    result = economy(whole, schedule={Id("build"): Run(2026 * 4, 2027 * 4)})

    assert result.organisations[0].years[1].benefit == 1000


@pytest.mark.parametrize(
    ("benefits", "schedule", "reason"),
    [
        (benefit("gain", "court", needs=("guide",)), {}, "not_estimated"),
        (benefit("gain", per_year=nok(1), from_period=period("2026")), {}, "no_party"),
        (benefit("gain", "court", per_year=nok(1)), {}, "no_period"),
        (benefit("gain", "court", needs=("guide",), per_year=nok(1)), None, "no_schedule"),
        (benefit("gain", "court", needs=("guide",), per_year=nok(1)), {}, "not_in_plan"),
        (benefit("gain", "court", per_year=nok(1), from_period=period("2060")), {}, "outside_years"),
    ],
)
def test_what_cannot_be_counted_is_left_out_with_its_reason(benefits: object, schedule: object, reason: str) -> None:
    whole = collaboration(
        organisations=(organisation("court"),), deliverables=(deliverable("guide"),), benefits=(benefits,)
    )

    result = economy(whole, schedule=schedule)  # type: ignore[arg-type]

    assert [(left.id, left.reason) for left in result.left_out] == [("gain", reason)]
    assert result.totals.net == 0


def test_how_much_is_estimated_is_told_for_each_party_and_for_all() -> None:
    whole = collaboration(
        organisations=(organisation("court"), organisation("tax")),
        costs=(cost("known", "court", amounts=amounts(y2026=1)), cost("unknown", "court"), cost("other", "tax")),
    )

    result = economy(whole)

    assert (result.estimated.n, result.estimated.of) == (1, 3)
    assert {party.id: (party.estimated.n, party.estimated.of) for party in result.organisations} == {
        "court": (1, 2),
        "tax": (0, 1),
    }


def test_zero_is_an_amount_and_absence_is_not() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        costs=(cost("nothing", "court", amounts=amounts(y2026=0)), cost("unknown", "court")),
    )

    assert economy(whole).estimated.n == 1
