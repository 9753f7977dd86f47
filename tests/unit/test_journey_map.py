"""A journey map shows everything in full, with nothing upon something else and nothing outside the picture."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import a, together
from tests.support.collaborations import make
from tests.support.examples import DEATH, example

from sammenheng.documents import (
    JourneyPicture,
    Lane,
    NotAJourneyError,
    Paper,
    journey_content,
    journey_map,
    journey_sheets,
    page_rules,
)
from sammenheng.documents.journey_layout import overlapping
from sammenheng.documents.journey_map import MARGIN, SIZES
from sammenheng.documents.values import Table
from sammenheng.domain import Collaboration, Id, Text, Thing
from sammenheng.domain.words import (
    Effect,
    Finding,
    Journey,
    JourneyStage,
    Need,
    Organisation,
    Step,
    Touchpoint,
    UserGroup,
)
from sammenheng.domain.words.journeys import Experience, JourneyKind
from sammenheng.domain.words.thing import Sureness
from sammenheng.texts import Texts

SVG = "{http://www.w3.org/2000/svg}"
TYPES = (
    *("Journey", "JourneyStage", "Step", "Touchpoint", "Organisation", "Finding", "Need", "Effect", "UserGroup"),
    *("Service", "System", "Regulation", "DataFlow", "Channel", "Insight"),
)


@st.composite
def journeys(draw: st.DrawFn) -> tuple[Collaboration, Journey]:
    """A collaboration made at random with a journey that has steps."""
    types = draw(st.lists(st.sampled_from(TYPES), max_size=25))
    first, fill = draw(st.integers(0, 2**32 - 1)), draw(st.sampled_from((0.3, 0.7, 1.0)))
    for seed in count(first):
        whole = make([*types, "Journey", "JourneyStage", "JourneyStage", "Step", "Step", "Step"], seed=seed, fill=fill)
        found = [journey for journey in whole.in_use.journeys if any(_steps(whole.in_use, journey))]
        if found:
            return whole, found[0]
    raise AssertionError


def _steps(whole: Collaboration, journey: Journey) -> Iterator[Step]:
    for stage in whole.each(*journey.stages):
        assert isinstance(stage, JourneyStage)
        for step in whole.each(*stage.steps):
            assert isinstance(step, Step)
            yield step


def plain(text: str) -> str:
    return " ".join(text.split())


def drawn(svg: str) -> list[str]:
    """Every text of the picture, with its lines put together."""
    return [plain("".join(text.itertext())) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def expected(whole: Collaboration, journey: Journey) -> Iterator[tuple[Text, Thing]]:
    """What people have written about what is on the map, and which object says it."""
    yield journey.name, journey
    for stage in whole.each(*journey.stages):
        assert isinstance(stage, JourneyStage)
        if stage.steps:
            yield stage.name, stage
    for step in _steps(whole, journey):
        yield step.name, step
        own = (step.description, step.thinks, step.feels, step.deadline, step.condition, step.difference_reason)
        yield from ((text, step) for text in own if text)
        linked = (*step.needs, *step.services, *step.systems, *step.regulations, *step.data_flows)
        yield from ((thing.name, thing) for thing in whole.each(*linked))  # type: ignore[attr-defined]
        for touchpoint in whole.each(*step.touchpoints):
            assert isinstance(touchpoint, Touchpoint)
            yield from ((text, touchpoint) for text in (touchpoint.name, touchpoint.information) if text)
        yield from ((thing.name, thing) for thing in (*whole.findings, *whole.effects) if step.id in thing.steps)
        told = {experience.user_group: experience for experience in reversed(step.experience)}
        yield from ((experience.comment, step) for experience in told.values() if experience.comment)


def assert_nothing_is_lost(whole: Collaboration, journey: Journey, pictures: list[JourneyPicture]) -> None:
    shown = "\n".join(text for picture in pictures for text in drawn(picture.svg))
    for text, thing in expected(whole, journey):
        said, _ = text.in_language("nb", source=thing.source_language or whole.source_language)
        assert plain(said) in shown


def assert_well_placed(picture: JourneyPicture) -> None:
    drawing = picture.drawing
    assert overlapping(drawing.boxes) == []
    for box in drawing.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= drawing.width + 0.01
        assert box.y + box.height <= drawing.height + 0.01


@pytest.mark.slow
@given(journeys())
@settings(max_examples=30, deadline=None)
def test_any_journey_is_drawn_in_full_without_overlap(made: tuple[Collaboration, Journey]) -> None:
    whole, journey = made

    picture = journey_map(whole, journey.id, language="nb")

    assert_well_placed(picture)
    assert_nothing_is_lost(whole.in_use, journey, [picture])


@pytest.mark.slow
@given(journeys(), st.sampled_from((Paper.A4, Paper.A3)))
@settings(max_examples=12, deadline=None)
def test_sheets_hold_the_whole_journey(made: tuple[Collaboration, Journey], paper: Paper) -> None:
    whole, journey = made
    texts = Texts("nb")

    sheets = journey_sheets(journey_content(whole, journey.id, texts=texts), texts, paper)

    for sheet in sheets:
        assert_well_placed(sheet)
    assert_nothing_is_lost(whole.in_use, journey, list(sheets))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("paper", list(Paper))
def test_every_sheet_of_the_example_fits_its_paper_and_can_be_read(paper: Paper, language: str) -> None:
    texts = Texts(language)
    content = journey_content(example(DEATH), Id("journey-today"), texts=texts)

    sheets = journey_sheets(content, texts, paper)

    wide, high = SIZES[paper]
    for sheet in sheets:
        assert_well_placed(sheet)
        assert sheet.width <= wide - 2 * MARGIN + 1
        assert sheet.height <= high - 2 * MARGIN + 1
        assert min(box.size for box in sheet.drawing.boxes) * sheet.scale >= 6.5


def small_journey() -> Collaboration:
    return together(
        a(Organisation, "org-a", name="Etaten"),
        a(UserGroup, "grp-a", name="Etterlatte"),
        a(UserGroup, "grp-b", name="Saksbehandlere"),
        a(Need, "need-a", name="Vite hva som gjelder", sureness=Sureness.ILLUSTRATIVE),
        a(Touchpoint, "tp-a", organisation="org-a", name="Brev"),
        a(
            Step,
            "step-a",
            name="Jeg får et brev",
            touchpoints=["tp-a"],
            needs=["need-a"],
            experience=(
                Experience(user_group=Id("grp-a"), value=-1.5),
                Experience(user_group=Id("grp-b"), value=1),
            ),
        ),
        a(Step, "step-b", name="Jeg venter"),
        a(Finding, "find-a", name="Brevet er uklart", steps=["step-a"], sureness=Sureness.GENERAL),
        a(Effect, "eff-a", name="Jeg forstår brevet", steps=["step-a"]),
        a(JourneyStage, "stage-a", name="Beskjeden", steps=["step-a", "step-b"]),
        a(Journey, "journey-a", name="Reisen", kind=JourneyKind.AS_IS, stages=["stage-a"]),
        name="Samarbeidet",
    )


def test_a_picture_tells_what_it_is_and_in_which_language() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="en")

    root = ElementTree.fromstring(picture.svg)

    named = root.attrib["aria-labelledby"].split()
    texts = {child.attrib["id"]: child.text for child in root if "id" in child.attrib}
    assert root.attrib["role"] == "img"
    assert root.attrib["lang"] == "en"
    assert [texts[id] for id in named] == ["Reisen", picture.description.text]
    assert "Jeg får et brev" in picture.description.text


def test_texts_in_another_language_than_the_map_say_so() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="en")

    texts = ElementTree.fromstring(picture.svg).iter(f"{SVG}text")

    languages = {plain("".join(text.itertext())): text.attrib.get("lang") for text in texts}
    assert languages["Jeg venter"] == "nb"
    assert languages["What the user does"] is None


def test_experience_is_told_in_numbers_and_by_form_not_by_colour() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="nb")

    texts = drawn(picture.svg)

    assert "−1,5°" in texts
    assert "+1°" in texts
    assert picture.svg.count("stroke-dasharray") >= 1
    assert "<circle " in picture.svg
    assert "<rect " in picture.svg


def test_what_is_assumed_or_not_verified_is_marked_and_explained() -> None:
    texts = drawn(journey_map(small_journey(), Id("journey-a"), language="nb").svg)

    assert "Vite hva som gjelder (i)" in texts
    assert "Brevet er uklart (?)" in texts
    assert sum(text.startswith(("(i) ", "(?) ")) for text in texts) == 2


def test_a_picture_in_a_page_brings_no_styles_of_its_own() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="nb")

    assert "style=" not in picture.svg
    assert "<style" not in picture.svg
    assert "<script" not in picture.svg
    assert ".jm-stage{" in page_rules()


def test_a_picture_as_a_file_knows_the_dark() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="nb", standalone=True)

    assert "prefers-color-scheme:dark" in picture.svg


def test_only_the_lanes_that_are_asked_for_are_drawn() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="nb", lanes=(Lane.STEP, Lane.NEEDS))

    texts = drawn(picture.svg)

    assert "Vite hva som gjelder (i)" in texts
    assert "Brevet er uklart (?)" not in texts


def test_the_part_of_an_organisation_is_the_steps_it_meets() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="nb", organisation=Id("org-a"))

    texts = drawn(picture.svg)

    assert "Jeg får et brev" in texts
    assert "Jeg venter" not in texts


def test_the_tables_say_what_the_map_says() -> None:
    picture = journey_map(small_journey(), Id("journey-a"), language="nb")

    (table,) = picture.tables

    shown = cells(table)
    assert len(table.rows) == 2
    for text in ("Jeg får et brev", "Etterlatte −1,5°", "Etaten: Brev", "Brevet er uklart (?)", "Jeg forstår brevet"):
        assert text in shown


def cells(table: Table) -> str:
    return "\n".join("".join(span.text for span in line) for row in table.rows for cell in row for line in cell.lines)


def test_what_is_no_journey_is_refused() -> None:
    with pytest.raises(NotAJourneyError):
        journey_map(small_journey(), Id("step-a"), language="nb")
