"""`sammenheng report`: the decision basis as PDF, Word or one HTML file, with gaps shown."""

from __future__ import annotations

import json
from typing import Any, Final

from ..checks import check
from ..documents.basis import (
    Basis,
    DecisionBasis,
    NotAPlanError,
    WorkPlan,
    decision_basis,
    ministry_names,
    plan_of_file,
    plan_of_json,
    plan_of_result,
)
from ..documents.visible import visible
from ..domain import Collaboration
from ..economy import economy
from ..texts import formats
from .call import Call, read_file, readable, write_file
from .output import chosen_organisation, format_of
from .parsing import Verbs
from .refusals import CallError

VERSION: Final = 1
FORMATS: Final = ("pdf", "docx", "html")
SECONDS: Final = 5.0
"""How long a plan is searched for when the file follows none and none was given."""


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    texts = verbs.texts
    parser = verbs.add("report", texts.gettext("write the decision basis, with gaps shown"), run, today=True)
    told = texts.gettext("the file to write; its ending tells the format")
    parser.add_argument("-o", "--output", metavar="basis.pdf|docx|html", required=True, help=told)
    told = texts.gettext("the answer of the verb plan, where the file follows no plan")
    parser.add_argument("--plan", metavar="RESULT.json", help=told)
    told = texts.gettext("only the summary and the page of this organisation")
    parser.add_argument("--organisation", metavar="ID", help=told)
    told = texts.gettext("only the summary and the page of this ministry")
    parser.add_argument("--ministry", metavar=texts.gettext("NAME"), help=told)


def run(call: Call) -> int:
    """Write the decision basis, and tell what it could not answer."""
    form = format_of(call, FORMATS)
    given = call.collaboration()
    organisation = chosen_organisation(call, given)
    whole = visible(given, organisation=organisation)
    plan = _plan(call, whole)
    basis = Basis(
        whole=whole,
        economy=economy(whole, schedule=plan.schedule if plan else None),
        plan=plan,
        found=check(whole, today=call.today),
        today=call.today,
    )
    _check_ministry(call, basis)
    made = decision_basis(basis, call.texts, organisation=organisation, ministry=call.arguments.ministry)
    content, pages, lacking = _written(call, made, form)
    write_file(call.texts, call.arguments.output, content)
    answer = {
        "written": call.arguments.output,
        "form": form,
        "bytes": len(content),
        "pages": pages,
        "language": call.texts.language,
        "date": call.today.isoformat(),
        "collaboration": whole.id,
        "gaps": [{"chapter": chapter, "gap": gap} for chapter, gap in made.gaps],
        "left_out": len(given.in_use.objects) - len(whole.objects),
        "not_shown": list(lacking),
    }
    if call.wants_json:
        call.answer("report", VERSION, answer)
    else:
        _tell(call, answer)
    return 0


def _plan(call: Call, whole: Collaboration) -> WorkPlan | None:
    """The plan that is followed, else the one given, else the best that is found in a few seconds."""
    own = plan_of_file(whole)
    name = call.arguments.plan
    if own is not None or name is None:
        return own or _found(call, whole)
    try:
        return plan_of_json(json.loads(read_file(call.texts, name)), whole)
    except (NotAPlanError, ValueError, RecursionError):
        raise CallError("not-a-plan", "--plan", {"file": readable(name)}) from None


def _found(call: Call, whole: Collaboration) -> WorkPlan | None:
    if not whole.deliverables:
        return None
    from ..planning import EngineFailedError, plan
    from ..planning.adapters.cp_sat import CpSat

    with call.aside.working(call.texts.gettext("Looking for a plan")):
        try:
            return plan_of_result(plan(whole, engine=CpSat(), seconds=SECONDS))
        except EngineFailedError:
            return None


def _check_ministry(call: Call, basis: Basis) -> None:
    name = call.arguments.ministry
    if name is None:
        return
    is_there, names = ministry_names(basis, call.texts, name)
    if not is_there:
        allowed = formats.listed(call.texts, names, style="or")
        raise CallError("no-such-ministry", "--ministry", {"name": readable(name), "allowed": allowed})


def _written(call: Call, made: DecisionBasis, form: str) -> tuple[bytes, int | None, str]:
    """The file, its number of pages where that is known, and characters that could not be shown."""
    if form == "pdf":
        from ..documents.adapters.pdf import pdf

        written = pdf(made.document, call.texts, day=call.today)
        return written.content, len(written.sizes), written.not_shown
    if form == "docx":
        from ..documents.adapters.docx import docx

        return docx(made.document, call.texts, day=call.today), None, ""
    from ..documents.adapters.html import html

    return html(made.document, call.texts).encode(), None, ""


def _tell(call: Call, answer: dict[str, Any]) -> None:
    texts, screen = call.texts, call.screen
    screen.line(texts.gettext("Written: {file}", file=answer["written"]), style="good")
    if answer["pages"]:
        screen.line(texts.ngettext("One page.", "{count} pages.", answer["pages"]))
    if answer["left_out"]:
        told = texts.ngettext(
            "One object is left out because it is not shared or has personal data.",
            "{count} objects are left out because they are not shared or have personal data.",
            answer["left_out"],
        )
        screen.line(told)
    if answer["not_shown"]:
        shown = formats.listed(texts, answer["not_shown"])
        screen.line(texts.gettext("These characters could not be shown: {characters}", characters=shown))
    if answer["gaps"]:
        screen.heading(texts.gettext("What the document could not answer"))
        for gap in answer["gaps"]:
            screen.line(gap["gap"], indent=2, hang=2)
