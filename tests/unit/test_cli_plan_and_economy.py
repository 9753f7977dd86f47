"""The verbs plan and economy: as their schemas say, on every example, in every language."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.support.priced import (
    amounts,
    benefit,
    collaboration,
    cost,
    deliverable,
    nok,
    organisation,
    period,
    said,
    settling_an_estate,
)

from sammenheng.cli import main
from sammenheng.domain import Collaboration, Id, read, write
from sammenheng.domain.words import Budget, Commitment
from sammenheng.domain.words.plan import CommitmentKind
from sammenheng.planning import EngineFailedError
from sammenheng.planning.adapters.cp_sat import CpSat

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.sammenheng.json"))
pytestmark = pytest.mark.slow


def schema(name: str) -> Draft202012Validator:
    published = json.loads((ROOT / "docs" / "reference" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published)


def ask(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    out, err = capfd.readouterr()
    return code, out, err


def saved(tmp_path: Path, whole: Collaboration) -> Path:
    path = tmp_path / "samarbeid.sammenheng.json"
    path.write_bytes(write(whole))
    return path


def cannot_be() -> Collaboration:
    """A promise that the money does not allow."""
    return collaboration(
        organisations=(organisation("court"),),
        deliverables=(deliverable("guide", duration=1),),
        costs=(cost("build", "court", deliverable=Id("guide"), total=nok(1000)),),
        budgets=(
            Budget(id=Id("frame"), name=said("frame"), organisation=Id("court"), amounts=amounts(y2026=10, y2027=2000)),
        ),
        commitments=(
            Commitment(
                id=Id("promise"),
                name=said("Til jul"),
                deliverable=Id("guide"),
                kind=CommitmentKind.FINISHED_BY,
                when=period("2027"),
            ),
        ),
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("verb", ["plan", "economy"])
def test_every_example_is_answered_as_the_schema_says(
    capfd: pytest.CaptureFixture[str], verb: str, example: Path
) -> None:
    code, out, _ = ask(capfd, verb, example, "--json")

    assert code == 0
    schema(verb).validate(json.loads(out))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_planned_to_proven_optimality(capfd: pytest.CaptureFixture[str], example: Path) -> None:
    answer = json.loads(ask(capfd, "plan", example, "--json")[1])

    assert answer["status"] == "optimal"
    assert answer["gap"] == 0
    nets = [party["net"] for party in (*answer["organisations"], *answer["beneficiaries"])]
    pots = [fund["present_transfers"] for fund in answer["funds"]]
    assert sum(nets) + sum(pots) == pytest.approx(answer["value"], abs=0.01)


@pytest.mark.parametrize("verb", ["plan", "economy"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_people_get_names_and_sentences_and_never_codes(
    capfd: pytest.CaptureFixture[str], verb: str, language: str
) -> None:
    for example in EXAMPLES:
        code, out, _ = ask(capfd, verb, example, "--lang", language)

        whole = read(example.read_bytes())
        assert code == 0
        assert whole.name.in_language(language)[0] in out
        assert "_" not in out
        assert "None" not in out
        assert not [id for id in whole.objects if f" {id} " in out]


def test_the_plan_can_be_given_to_the_economy(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    example = next(path for path in EXAMPLES if "dodsfall" in path.name)
    found = ask(capfd, "plan", example, "--json")[1]
    (tmp_path / "plan.json").write_text(found, "utf-8")

    code, out, _ = ask(capfd, "economy", example, "--plan", tmp_path / "plan.json", "--json")

    answer = json.loads(out)
    assert (code, answer["schedule_from"]) == (0, "given")
    assert answer["totals"]["net"] == pytest.approx(json.loads(found)["value"], abs=0.01)


def test_something_else_than_a_plan_is_refused(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for number, content in enumerate(("", "[]", "{}", '{"schedule": 3}', '{"schedule": [], "format": "x"}')):
        path = tmp_path / f"{number}.json"
        path.write_text(content, "utf-8")

        code, out, _ = ask(capfd, "economy", EXAMPLES[0], "--plan", path, "--json")

        assert code == 2
        assert json.loads(out)["error"] == "not-a-plan"


def test_the_worked_example_is_counted_by_the_command_too(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answer = json.loads(ask(capfd, "economy", saved(tmp_path, settling_an_estate()), "--json")[1])

    assert round(answer["totals"]["net"] / 1e6, 2) == 161.06
    assert round(answer["totals"]["npv"] / 1e6, 2) == 152.69


def test_the_example_on_death_and_inheritance_comes_to_the_same_as_its_source(
    capfd: pytest.CaptureFixture[str],
) -> None:
    example = next(path for path in EXAMPLES if "dodsfall" in path.name)

    answer = json.loads(ask(capfd, "economy", example, "--json")[1])

    found = sorted(round(party["net"] / 1e6, 2) for party in answer["organisations"] if party["estimated"]["n"])
    assert found == [-71.64, -0.91, 1.77, 1.77, 7.13, 19.99, 74.37]
    assert [round(party["net"] / 1e6, 2) for party in answer["beneficiaries"]] == [128.57]
    assert round(answer["totals"]["net"] / 1e6, 2) == 161.06
    assert round(answer["totals"]["tax_cost"] / 1e6, 2) == 8.38
    assert round(answer["totals"]["npv"] / 1e6, 2) == 152.69


def test_the_years_are_discounted_as_the_call_says(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = saved(
        tmp_path,
        collaboration(
            organisations=(organisation("court"),),
            benefits=(
                benefit("gain", "court", per_year=nok(100), from_period=period("2026"), to_period=period("2027")),
            ),
        ),
    )

    def counted(*options: str) -> float:
        return float(json.loads(ask(capfd, "economy", file, "--json", *options)[1])["totals"]["net"])

    assert counted() == 100
    assert counted("--first-year-discounted") == pytest.approx(100 / 1.04)
    assert counted("--mid-year") == pytest.approx(100 / 1.04**0.5)


def test_promises_that_leave_no_plan_give_exit_code_1_and_sentences(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = saved(tmp_path, cannot_be())

    code, out, _ = ask(capfd, "plan", file, "--lang", "en")
    assert code == 1
    assert "“Til jul”" in out
    assert "court has NOK 10 to spend in 2026" in out

    code, out, _ = ask(capfd, "plan", file, "--json")
    answer = json.loads(out)
    assert (code, answer["status"]) == (1, "infeasible")
    schema("plan").validate(answer)
    assert {cause["kind"] for cause in answer["causes"]} == {"commitment", "money"}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--id", "nothing-there"], "no-such-object"),
        (["--seconds", "0"], "wrong-argument"),
        (["--seconds"], "wrong-argument"),
    ],
)
def test_a_call_that_cannot_be_understood_is_refused(
    capfd: pytest.CaptureFixture[str], arguments: list[str], error: str
) -> None:
    code, out, _ = ask(capfd, "plan", EXAMPLES[0], "--json", *arguments)

    assert code == 2
    assert json.loads(out)["error"].startswith(error)


@pytest.mark.parametrize("reason", ["missing", "out-of-time", "out-of-memory", "died"])
def test_a_solver_without_an_answer_is_told_with_a_cure(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    def fail(self: Any) -> Any:
        raise EngineFailedError(reason)

    monkeypatch.setattr(CpSat, "__enter__", fail)

    code, out, _ = ask(capfd, "plan", EXAMPLES[0], "--json", "--lang", "en")

    answer = json.loads(out)
    assert (code, answer["error"]) == (2, f"engine-{reason}")
    assert answer["reason"]
    assert answer["cure"]
