"""What the writers make: PDF that screen readers can read, Word files that can be edited, HTML that stands alone."""

import datetime
import io
import json
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pypdfium2
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.support.builders import a, together, two_agencies_one_journey
from tests.support.examples import DEATH, NAMES, example
from tests.support.repository import ROOT

from sammenheng.checks import check
from sammenheng.cli import main
from sammenheng.documents import Document, Paper, journey_content, journey_document
from sammenheng.documents.adapters.docx import docx as as_docx
from sammenheng.documents.adapters.html import html as as_html
from sammenheng.documents.adapters.pdf import pdf as as_pdf
from sammenheng.documents.basis import Basis, decision_basis, plan_of_file
from sammenheng.documents.visible import visible
from sammenheng.domain import Collaboration, Id
from sammenheng.domain.words import Organisation, Problem
from sammenheng.economy import economy
from sammenheng.texts import Texts

DAY = datetime.date(2026, 11, 22)
EXAMPLES = [ROOT / "examples" / f"{name}.sammenheng.json" for name in NAMES]
PNG = b"\x89PNG\r\n\x1a\n"


def basis(whole: Collaboration, language: str) -> Document:
    shown = visible(whole)
    plan = plan_of_file(shown)
    result = economy(shown, schedule=plan.schedule if plan else None)
    made = Basis(whole=shown, economy=result, plan=plan, found=check(shown, today=DAY), today=DAY)
    return decision_basis(made, Texts(language)).document


@pytest.fixture(scope="module")
def document() -> Document:
    return basis(example(DEATH), "nn")


@pytest.fixture(scope="module")
def pdf(document: Document) -> Iterator[pikepdf.Pdf]:
    written = as_pdf(document, Texts("nn"), day=DAY)
    with pikepdf.open(io.BytesIO(written.content)) as opened:
        yield opened


def tags(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every element of the structure, by its name."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting.extend(element)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield str(element.S), element
            if "/K" in element:
                waiting.append(element.K)


# PDF


def test_a_pdf_says_its_language_and_title_and_shows_the_title(pdf: pikepdf.Pdf, document: Document) -> None:
    assert str(pdf.Root.Lang).startswith("nn")
    assert str(pdf.docinfo["/Title"]) == document.title.text
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_a_pdf_is_tagged_and_claims_the_standards_it_is_written_by(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        claimed = {name: metadata.get(name) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")}

    assert pdf.Root.MarkInfo.Marked
    assert claimed == {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}


def test_every_picture_of_a_pdf_has_words(pdf: pikepdf.Pdf, document: Document) -> None:
    figures = [element for name, element in tags(pdf) if name == "/Figure"]

    assert len(figures) == len(document.figures())
    assert {str(figure.Alt) for figure in figures} == {figure.alternative.text for figure in document.figures()}


def test_every_table_of_a_pdf_has_a_row_of_headings(pdf: pikepdf.Pdf) -> None:
    found = [name for name, _ in tags(pdf)]

    assert found.count("/Table") > 20
    assert found.count("/THead") == found.count("/Table")
    assert found.count("/TH") >= 2 * found.count("/Table")


def test_headings_of_a_pdf_begin_at_the_first_level_and_leave_none_out(pdf: pikepdf.Pdf) -> None:
    levels = {int(name[2:]) for name, _ in tags(pdf) if re.fullmatch(r"/H[1-6]", name)}

    assert levels == set(range(1, len(levels) + 1))


def test_every_page_of_an_illustrative_pdf_says_so(document: Document) -> None:
    pages = pypdfium2.PdfDocument(as_pdf(document, Texts("nn"), day=DAY).content)

    for page in pages:
        assert "(i)" in page.get_textpage().get_text_range()
        assert document.marks.text.split(" · ")[-1] in plain(page.get_textpage().get_text_range())


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_same_document_is_the_same_bytes() -> None:
    document = basis(two_agencies_one_journey(), "nb")

    assert as_pdf(document, Texts("nb"), day=DAY) == as_pdf(document, Texts("nb"), day=DAY)


def test_characters_without_a_typeface_are_replaced_and_told() -> None:
    whole = together(a(Problem, "problem-a", name="Hjem 漢字 👩‍👧 heim"))

    written = as_pdf(basis(whole, "nb"), Texts("nb"), day=DAY)

    assert set("漢字👩👧") <= set(written.not_shown)
    assert "Hjem" in pypdfium2.PdfDocument(written.content)[0].get_textpage().get_text_range()


HOSTILE = '#read("/etc/passwd") $x$ *feit* <b>tag</b> \\"; = Overskrift @kilde https://example.no/a"b'


def test_what_people_write_is_never_read_as_markup_in_a_pdf() -> None:
    document = basis(together(a(Problem, "problem-a", name=HOSTILE), a(Organisation, "org-a", name=HOSTILE)), "nb")

    text = pypdfium2.PdfDocument(as_pdf(document, Texts("nb"), day=DAY).content)[0].get_textpage().get_text_range()

    assert '#read("/etc/passwd")' in plain(text)
    assert "root:" not in text


def test_a_map_as_pdf_is_sheets_of_the_paper_then_tables() -> None:
    texts = Texts("nb")
    whole = visible(example(DEATH))
    content = journey_content(whole, Id("journey-tomorrow"), texts=texts)

    document = journey_document([content], texts, Paper.A1, title=content.title, marks="Merke", footer="Versjon")
    written = as_pdf(document, texts, day=DAY)

    assert written.sizes[0] == (2384, 1684)
    assert all(size == pytest.approx((841.9, 595.3), abs=0.2) for size in written.sizes[1:])
    assert len(written.sizes) == len(pypdfium2.PdfDocument(written.content))
    with pikepdf.open(io.BytesIO(written.content)) as opened:
        found = [name for name, _ in tags(opened)]
    assert found.count("/Figure") == 1
    assert found.count("/Table") == len(content.stages)


# HTML


class Page(HTMLParser):
    """What a page consists of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture(scope="module")
def page(document: Document) -> Page:
    return Page(as_html(document, Texts("nn")))


def test_a_page_stands_alone_and_runs_nothing(page: Page) -> None:
    assert page.all("script") == []
    assert page.all("link") == []
    assert page.all("img") == []
    assert not any(name.startswith("on") or name == "style" for _, attributes in page.tags for name in attributes)


def test_a_page_says_its_language_and_names_everything_once(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    pointed = {
        name for _, attributes in page.tags for name in (attributes.get("aria-labelledby") or "").split() if name
    }
    links = {(attributes["href"] or "")[1:] for attributes in page.all("a")}

    assert page.all("html") == [{"lang": "nn"}]
    assert len(ids) == len(set(ids))
    assert pointed <= set(ids)
    assert links <= set(ids)


def test_tables_of_a_page_have_captions_and_headings_both_ways(page: Page) -> None:
    scopes = [attributes["scope"] for attributes in page.all("th")]

    assert len(page.all("caption")) == len(page.all("table")) > 20
    assert {"row", "col"} == set(scopes)


def test_levels_of_headings_on_a_page_leave_none_out(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_people_write_is_text_on_a_page() -> None:
    text = as_html(basis(together(a(Problem, "problem-a", name="<script>alert(1)</script>")), "nb"), Texts("nb"))

    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


# Word


@pytest.fixture(scope="module")
def word_file(document: Document) -> bytes:
    return as_docx(document, Texts("nn"), day=DAY)


@pytest.fixture(scope="module")
def word(word_file: bytes) -> Any:
    return docx.Document(io.BytesIO(word_file))


def test_headings_of_a_word_file_are_styles(word: Any, document: Document) -> None:
    headings = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]

    assert headings == [section.title.text for _, section in document.walk() if section.title]


def test_tables_of_a_word_file_repeat_their_headings(word: Any) -> None:
    assert len(word.tables) > 20
    for table in word.tables:
        assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")


def test_pictures_of_a_word_file_have_words(word: Any, document: Document) -> None:
    described = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]

    assert described == [figure.alternative.text for figure in document.figures()]


def test_a_word_file_says_its_language_and_marks_and_nothing_of_who_made_it(word: Any, document: Document) -> None:
    about = word.core_properties

    assert about.language == "nn-NO"
    assert about.author == ""
    assert document.marks.text in word.sections[0].header.paragraphs[0].text
    assert word.styles["Normal"].element.rPr.xpath("w:lang/@w:val") == ["nn-NO"]
    assert all(section.header.is_linked_to_previous for section in list(word.sections)[1:])


def test_a_word_file_has_nothing_from_outside(word_file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(word_file)) as parts:
        relations = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels"))

    assert 'TargetMode="External"' not in relations
    assert "vbaProject" not in relations


# The command

Ask = Callable[..., tuple[int, str]]


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Ask:
    def call(*arguments: str | Path) -> tuple[int, str]:
        code = main([*map(str, arguments), "--today", DAY.isoformat()])
        return code, capfd.readouterr().out

    return call


def holds(answer: str, schema: str) -> Any:
    published = json.loads((ROOT / "docs" / "reference" / f"{schema}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(published)
    told = json.loads(answer)
    Draft202012Validator(published, format_checker=FormatChecker()).validate(told)
    return told


@pytest.mark.slow
@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.name)
def test_journey_writes_every_example_in_every_format(ask: Ask, tmp_path: Path, file: Path, form: str) -> None:
    written = tmp_path / f"kart.{form}"

    code, answer = ask("journey", file, "-o", written, "--json")

    told = holds(answer, "journey")
    content = written.read_bytes()
    assert code == 0
    assert told["bytes"] == len(content)
    assert content.startswith({"svg": b"<svg ", "pdf": b"%PDF", "png": PNG}[form])


@pytest.mark.slow
@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.name)
def test_report_writes_every_example_in_every_format(ask: Ask, tmp_path: Path, file: Path, form: str) -> None:
    written = tmp_path / f"grunnlag.{form}"

    code, answer = ask("report", file, "-o", written, "--json", "--lang", "en")

    told = holds(answer, "report")
    content = written.read_bytes()
    assert code == 0
    assert told["bytes"] == len(content)
    assert content.startswith({"html": b"<!doctype html>", "pdf": b"%PDF", "docx": b"PK"}[form])


def test_sheets_of_a_paper_are_drawn_below_each_other_in_one_picture(ask: Ask, tmp_path: Path) -> None:
    written = tmp_path / "kart.png"

    _, answer = ask("journey", EXAMPLES[0], "-o", written, "--paper", "a4", "--json")

    width, height = struct.unpack(">II", written.read_bytes()[16:24])
    assert json.loads(answer)["paper"] == "a4"
    assert width > 1000
    assert height > 500


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["journey", EXAMPLES[0], "-o", "kart.bmp"], "unknown-ending"),
        (["journey", EXAMPLES[0], "-o", "kart.svg", "--journey", "org-nowhere"], "no-such-object"),
        (["journey", EXAMPLES[1], "-o", "kart.svg", "--journey", "org-skatt"], "not-a-journey"),
        (["journey", EXAMPLES[0], "-o", "kart.svg", "--variant", "tomorrow"], "no-journey"),
        (["report", EXAMPLES[0], "-o", "grunnlag.txt"], "unknown-ending"),
        (["report", EXAMPLES[1], "-o", "grunnlag.html", "--organisation", "step-burial"], "not-an-organisation"),
        (["report", EXAMPLES[1], "-o", "grunnlag.html", "--ministry", "Sjødepartementet"], "no-such-ministry"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_written_is_refused_and_nothing_is_written(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str | Path], error: str
) -> None:
    monkeypatch.chdir(tmp_path)

    code, answer = ask(*arguments, "--json")

    assert code == 2
    assert json.loads(answer)["error"].startswith(error)
    assert list(tmp_path.iterdir()) == []


def test_a_given_plan_is_used_where_the_file_follows_none(ask: Ask, tmp_path: Path) -> None:
    file, result = tmp_path / "samarbeid.sammenheng.json", tmp_path / "result.json"
    raw = json.loads(EXAMPLES[1].read_bytes())
    for plan in raw["plans"]:
        plan["committed"] = False
    file.write_text(json.dumps(raw), "utf-8")
    first = raw["deliverables"][0]["id"]
    schedule = [{"deliverable": first, "start": "2027Q1", "finish": "2027Q3"}]
    result.write_text(json.dumps({"status": "feasible", "value": 1, "bound": 2, "schedule": schedule}), "utf-8")

    code, _ = ask("report", file, "-o", tmp_path / "a.html", "--plan", result, "--lang", "en")

    assert code == 0
    assert "The plan: </strong>1 deliverables" in (tmp_path / "a.html").read_text("utf-8")
