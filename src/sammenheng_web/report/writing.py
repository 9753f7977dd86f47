"""Writes a decision basis as a file. Run by name in a process of its own, see `collaborations.making`."""

import datetime
import sys

from sammenheng.checks import check
from sammenheng.documents.basis import Basis, DecisionBasis, decision_basis, plan_of_file
from sammenheng.domain import Collaboration, Id
from sammenheng.economy import economy
from sammenheng.texts import Texts
from sammenheng_web.collaborations.making import Wanted, main


def basis_of(whole: Collaboration, today: datetime.date) -> Basis:
    """What the decision basis is made from. The plan is the one that is followed; nothing is solved."""
    plan = plan_of_file(whole)
    result = economy(whole, schedule=plan.schedule if plan else None)
    return Basis(whole=whole, economy=result, plan=plan, found=check(whole, today=today), today=today)


def told(basis: Basis, texts: Texts, *, organisation: str, ministry: str) -> DecisionBasis:
    """The decision basis: the whole, or the summary and the page of one organisation or ministry."""
    return decision_basis(
        basis, texts, organisation=Id(organisation) if organisation else None, ministry=ministry or None
    )


def write(whole: Collaboration, wanted: Wanted) -> bytes:
    """The document in the wanted form."""
    texts, today = Texts(wanted["language"]), datetime.date.fromisoformat(wanted["today"])
    made = told(basis_of(whole, today), texts, organisation=wanted["organisation"], ministry=wanted["ministry"])
    # Imported late: each form needs its own writer only.
    if wanted["form"] == "pdf":
        from sammenheng.documents.adapters.pdf import pdf

        return pdf(made.document, texts, day=today).content
    if wanted["form"] == "docx":
        from sammenheng.documents.adapters.docx import docx

        return docx(made.document, texts, day=today)
    from sammenheng.documents.adapters.html import html

    return html(made.document, texts).encode()


if __name__ == "__main__":
    sys.exit(main(write))
