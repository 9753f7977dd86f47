"""The decision basis says what the collaboration says, names what it lacks, and shows what each number rests on."""

import datetime
import json
from collections.abc import Iterator

import pytest
from tests.support.builders import a, changed, kroner, plus, together, two_agencies_one_journey
from tests.support.examples import DEATH, example

from sammenheng.checks import check
from sammenheng.documents import Document
from sammenheng.documents.basis import (
    Basis,
    DecisionBasis,
    NotAPlanError,
    decision_basis,
    ministry_names,
    plan_of_file,
    plan_of_json,
)
from sammenheng.documents.values import Block, Figure, List, Note, Paragraph, Span, Table
from sammenheng.documents.visible import visible
from sammenheng.domain import Collaboration, Id
from sammenheng.domain.hashes import content_hash
from sammenheng.domain.words import Benefit, Cost, Deliverable, Endorsement, Finding, Goal, Insight, Organisation
from sammenheng.economy import economy
from sammenheng.texts import Texts

DAY = datetime.date(2026, 11, 22)
CHAPTERS = (
    *("summary", "problem", "journeys", "cases", "goals", "effects", "concepts", "study", "plan", "money"),
    *("uncertainty", "disagreements", "endorsements", "your-part", "ministries", "missing", "sources"),
)


def basis_of(whole: Collaboration) -> Basis:
    plan = plan_of_file(whole)
    result = economy(whole, schedule=plan.schedule if plan else None)
    return Basis(whole=whole, economy=result, plan=plan, found=check(whole, today=DAY), today=DAY)


def told(whole: Collaboration, language: str = "en", **chosen: str) -> DecisionBasis:
    return decision_basis(basis_of(whole), Texts(language), **chosen)  # type: ignore[arg-type]


def spans(document: Document) -> Iterator[Span]:
    for _, section in document.walk():
        for block in section.blocks:
            yield from of_block(block)


def of_block(block: Block) -> Iterator[Span]:
    match block:
        case Paragraph():
            yield from block.line
        case List():
            yield from (span for line in block.items for span in line)
        case Note():
            yield from (span for line in block.lines for span in line)
        case Table():
            yield from (
                span for row in (block.head, *block.rows) for cell in row for line in cell.lines for span in line
            )


def text_of(document: Document) -> str:
    return "".join(span.text for span in spans(document))


@pytest.fixture(scope="module")
def whole() -> Collaboration:
    return visible(example(DEATH))


@pytest.fixture(scope="module")
def made(whole: Collaboration) -> DecisionBasis:
    return told(whole)


def test_every_chapter_is_there(made: DecisionBasis) -> None:
    assert tuple(section.id for section in made.document.sections) == CHAPTERS


def test_places_have_one_name_each_and_references_lead_to_places(made: DecisionBasis) -> None:
    places = [section.id for _, section in made.document.walk()]

    leading = {span.to for span in spans(made.document) if span.to}

    assert len(places) == len(set(places))
    assert leading
    assert leading <= set(places)


def test_two_or_three_people_are_followed_through_both_journeys(made: DecisionBasis) -> None:
    (cases,) = (section for section in made.document.sections if section.id == "cases")

    assert 2 <= len(cases.sections) <= 3
    for case in cases.sections:
        assert len([block for block in case.blocks if isinstance(block, Table)]) == 2


def test_the_six_questions_are_all_asked_and_each_is_answered_or_named_as_a_gap(made: DecisionBasis) -> None:
    (study,) = (section for section in made.document.sections if section.id == "study")

    assert [section.id for section in study.sections] == [f"study-{number}" for number in range(1, 7)]
    assert all(isinstance(section.blocks[0], List | Note) for section in study.sections)


def test_every_picture_has_words_and_is_followed_by_a_table(made: DecisionBasis) -> None:
    for _, section in made.document.walk():
        kinds = [type(block) for block in section.blocks]
        if Figure in kinds:
            last = len(kinds) - kinds[::-1].index(Figure) - 1
            assert Table in kinds[last:]

    assert all(figure.alternative.text for figure in made.document.figures())


def test_a_document_with_illustrative_numbers_says_so_on_every_page(made: DecisionBasis) -> None:
    assert "(i)" in made.document.marks.text


def test_a_document_without_any_says_nothing_of_it() -> None:
    document = told(together(a(Organisation, "org-a"))).document

    assert "(i)" not in document.marks.text


def test_calculated_money_carries_the_mark_of_what_it_rests_on(made: DecisionBasis) -> None:
    (money,) = (section for section in made.document.sections if section.id == "money")
    tables = [block for block in money.blocks if isinstance(block, Table)]

    amounts = [
        span.text
        for table in tables
        for row in table.rows
        for cell in row
        if cell.number
        for line in cell.lines
        for span in line
        if "NOK" in span.text
    ]

    assert amounts
    assert all(amount.endswith("(i)") for amount in amounts)


def test_an_amount_without_source_and_without_mark_is_told_as_not_verified() -> None:
    whole = together(
        a(Organisation, "org-a"),
        a(Deliverable, "del-a", accountable="org-a", duration=2),
        a(Cost, "cost-a", deliverable="del-a", organisation="org-a", total=kroner(1_000_000)),
        a(Benefit, "ben-a", organisation="org-a", deliverables=["del-a"], per_year=kroner(2_000_000)),
        first_year=2027,
        years=5,
        price_year=2026,
    )
    plan = plan_of_json(
        {"status": "optimal", "schedule": [{"deliverable": "del-a", "start": "2027Q1", "finish": "2027Q3"}]}, whole
    )
    result = economy(whole, schedule=plan.schedule)

    document = decision_basis(Basis(whole=whole, economy=result, plan=plan, found=(), today=DAY), Texts("en")).document

    assert "(?)" in text_of(document)
    assert "(i)" not in text_of(document).replace("marked (i)", "")


def test_an_empty_collaboration_gives_a_document_that_names_its_gaps() -> None:
    made = told(together())

    chapters = {chapter for chapter, _ in made.gaps}

    assert {"problem", "journeys", "cases", "goals", "effects", "concepts", "study", "plan"} <= chapters
    shown = text_of(made.document)
    assert all(gap in shown for _, gap in made.gaps)


@pytest.mark.parametrize("missing", ["problems", "goals", "needs", "concepts", "endorsements"])
def test_taking_a_chapter_s_content_away_gives_one_more_gap(
    whole: Collaboration, made: DecisionBasis, missing: str
) -> None:
    less = whole.without([thing.id for thing in getattr(whole, missing)])

    assert len(told(less).gaps) > len(made.gaps)


def test_one_organisation_gets_its_own_page_and_nobody_elses(whole: Collaboration) -> None:
    document = told(whole, organisation="org-skatt").document

    pages = [section.id for _, section in document.walk() if section.id.startswith(("part-", "ministry-"))]
    assert pages == ["part-org-skatt"]


def test_a_ministry_is_found_by_its_name_in_any_language(whole: Collaboration) -> None:
    basis = basis_of(whole)

    assert ministry_names(basis, Texts("en"), "Finansdepartementet")[0]
    assert ministry_names(basis, Texts("nb"), "ministry of finance")[0]
    assert not ministry_names(basis, Texts("nb"), "Sjødepartementet")[0]


def test_a_ministry_is_not_asked_to_change_what_is_in_force_already(whole: Collaboration) -> None:
    in_force = [law for law in whole.regulations if law.wanted_change and law.change_status == "in-force"]
    document = told(whole, ministry="Barne- og familiedepartementet").document

    assert in_force
    asked = [
        "".join(span.text for line in block.lines for span in line)
        for _, section in document.walk()
        for block in section.blocks
        if isinstance(block, Note) and block.kind == "ask" and section.id.startswith("ministry")
    ]
    assert all(law.name.en not in words for law in in_force for words in asked if law.name.en)


def test_what_is_not_shared_or_has_personal_data_stays_out_of_the_document() -> None:
    whole = plus(
        two_agencies_one_journey(),
        a(Organisation, "org-hemmelig", name="Etaten"),
        a(Finding, "find-hemmelig", name="Internt funn", owner="org-hemmelig", shared=False),
        a(Insight, "ins-person", name="Om en person", sensitivity=1),
    )

    open_to_all, for_the_owner = visible(whole), visible(whole, organisation=Id("org-hemmelig"))

    assert {"find-hemmelig", "ins-person"}.isdisjoint(open_to_all.objects)
    assert "find-hemmelig" in for_the_owner.objects
    assert "ins-person" not in for_the_owner.objects


@pytest.mark.parametrize(
    "answer",
    [
        {},
        [],
        "plan",
        {"status": "optimal", "schedule": [{"deliverable": "del-unknown", "start": "2027", "finish": "2028"}]},
        {"status": "best", "schedule": []},
        {"status": "optimal", "schedule": [{"deliverable": "del-a", "start": "soon"}]},
    ],
    ids=json.dumps,
)
def test_what_is_not_the_answer_of_the_planner_is_refused(answer: object) -> None:
    whole = together(a(Deliverable, "del-a"))

    with pytest.raises(NotAPlanError):
        plan_of_json(answer, whole)


def test_an_endorsement_of_something_that_has_changed_since_is_told() -> None:
    before = together(a(Goal, "goal-a", name="Målet"))
    promised = plus(before, a(Endorsement, "end-a", of=["goal-a"], content_hash=content_hash(before, Id("goal-a"))))
    sentence = "The content has changed since"

    kept, broken = told(promised), told(changed(promised, "goal-a", name="Et annet mål"))

    assert sentence not in text_of(kept.document)
    assert sentence in text_of(broken.document)


def test_sources_are_numbered_without_holes_in_the_order_they_are_named(made: DecisionBasis) -> None:
    numbers = [int(span.text.strip("[]")) for span in spans(made.document) if span.to]

    seen = list(dict.fromkeys(numbers))

    assert sorted(seen) == list(range(1, len(seen) + 1))


def test_texts_of_people_keep_their_own_language_in_every_document() -> None:
    whole = two_agencies_one_journey()

    languages = {span.language for span in spans(told(whole, "en").document)}

    assert "nb" in languages
