"""`sammenheng journey`: the journey map as a picture, and the same as a table."""

from __future__ import annotations

from typing import Any, Final

from ..documents import JourneyContent, Paper, journey_content, journey_document, journey_sheets, one_picture, whole_map
from ..documents.marks import footer_line, illustrative_line
from ..documents.visible import visible
from ..domain import Collaboration
from ..domain.words import Journey
from ..domain.words.journeys import JourneyKind
from ..texts import formats
from .call import Call, write_file
from .output import chosen_organisation, format_of, named
from .parsing import Verbs
from .refusals import CallError

VERSION: Final = 1
FORMATS: Final = ("svg", "pdf", "png")
VARIANTS: Final = {"today": (JourneyKind.AS_IS,), "tomorrow": (JourneyKind.TO_BE,), "both": tuple(JourneyKind)}


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    texts = verbs.texts
    parser = verbs.add(
        "journey", texts.gettext("draw the journey map as a picture, with a table beside it"), run, today=True
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="map.svg|pdf|png",
        required=True,
        help=texts.gettext("the file to write; its ending tells the format"),
    )
    parser.add_argument("--journey", metavar="ID", help=texts.gettext("only the journey with this id"))
    parser.add_argument(
        "--variant",
        choices=tuple(VARIANTS),
        default="both",
        help=texts.gettext("today's journeys, tomorrow's, or both"),
    )
    parser.add_argument(
        "--paper",
        choices=tuple(paper.value for paper in Paper),
        help=texts.gettext(
            "divide the map into sheets that can be read on this paper; PDF takes A3 when it is not told"
        ),
    )
    parser.add_argument(
        "--organisation", metavar="ID", help=texts.gettext("only the steps this organisation has a part in")
    )


def run(call: Call) -> int:
    """Draw, write, and tell what was written."""
    form = format_of(call, FORMATS)
    given = call.collaboration()
    organisation = chosen_organisation(call, given)
    whole = visible(given, organisation=organisation)
    journeys = _journeys(call, whole)
    contents = [journey_content(whole, journey.id, texts=call.texts, organisation=organisation) for journey in journeys]
    shown = [content for content in contents if content.steps]
    if not shown:
        raise CallError("no-steps-to-draw", "--journey")
    content, pictures, lacking = _drawn(call, whole, shown, form)
    write_file(call.texts, call.arguments.output, content)
    _tell(call, given, whole, shown, form=form, pictures=pictures, lacking=lacking, size=len(content))
    return 0


def _journeys(call: Call, whole: Collaboration) -> list[Journey]:
    if call.arguments.journey is not None:
        found = named(whole, call.arguments.journey, "--journey")
        if not isinstance(found, Journey):
            raise CallError("not-a-journey", "--journey", {"id": found.id})
        return [found]
    wanted = VARIANTS[call.arguments.variant]
    found_all = sorted((j for j in whole.journeys if j.kind in wanted), key=lambda j: (wanted.index(j.kind), j.id))
    if not found_all:
        raise CallError("no-journey", "--variant")
    return found_all


def _drawn(
    call: Call, whole: Collaboration, contents: list[JourneyContent], form: str
) -> tuple[bytes, list[tuple[float, float]], str]:
    """The file, the size of each of its pictures or pages in points, and characters that could not be shown."""
    texts, footer = call.texts, footer_line(call.texts, whole, call.today)
    if form == "pdf":
        from ..documents.adapters.pdf import pdf

        paper = Paper(call.arguments.paper or Paper.A3)
        document = journey_document(
            contents,
            texts,
            paper,
            title=contents[0].title,
            marks=illustrative_line(texts, whole),
            footer=footer,
        )
        written = pdf(document, texts, day=call.today)
        return written.content, list(written.sizes), written.not_shown
    if call.arguments.paper is None:
        pictures = [whole_map(content, texts, footer=footer) for content in contents]
    else:
        paper = Paper(call.arguments.paper)
        pictures = [sheet for content in contents for sheet in journey_sheets(content, texts, paper, footer=footer)]
    one = one_picture(contents[0], texts, pictures)
    sizes = [(picture.width, picture.height) for picture in pictures]
    if form == "svg":
        return one.svg.encode(), sizes, ""
    from ..documents.adapters.png import png

    return png(one.svg, width=one.width, height=one.height), sizes, ""


def _tell(
    call: Call,
    given: Collaboration,
    whole: Collaboration,
    contents: list[JourneyContent],
    *,
    form: str,
    pictures: list[tuple[float, float]],
    lacking: str,
    size: int,
) -> None:
    left_out = len(given.in_use.objects) - len(whole.objects)
    if call.wants_json:
        call.answer("journey", VERSION, _as_json(call, contents, form, pictures, lacking, size, left_out))
        return
    texts, screen = call.texts, call.screen
    screen.line(texts.gettext("Written: {file}", file=call.arguments.output), style="good")
    screen.pairs(
        [(content.title.text, texts.ngettext("one step", "{count} steps", len(content.steps))) for content in contents]
    )
    screen.line(texts.ngettext("One sheet or page.", "{count} sheets or pages.", len(pictures)))
    if left_out:
        told = texts.ngettext(
            "One object is left out because it is not shared or has personal data.",
            "{count} objects are left out because they are not shared or have personal data.",
            left_out,
        )
        screen.line(told)
    if lacking:
        screen.line(
            texts.gettext(
                "These characters could not be shown: {characters}", characters=formats.listed(texts, lacking)
            )
        )


def _as_json(
    call: Call,
    contents: list[JourneyContent],
    form: str,
    pictures: list[tuple[float, float]],
    lacking: str,
    size: int,
    left_out: int,
) -> dict[str, Any]:
    return {
        "written": call.arguments.output,
        "form": form,
        "bytes": size,
        "language": call.texts.language,
        "date": call.today.isoformat(),
        "paper": call.arguments.paper,
        "journeys": [
            {
                "id": content.journey,
                "name": content.title.text,
                "stages": len(content.stages),
                "steps": len(content.steps),
            }
            for content in contents
        ],
        "pages": [{"width_mm": round(w * 25.4 / 72, 1), "height_mm": round(h * 25.4 / 72, 1)} for w, h in pictures],
        "left_out": left_out,
        "not_shown": list(lacking),
    }
