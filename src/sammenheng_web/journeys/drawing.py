"""Draws a journey map as a file. Run by name in a process of its own, see `collaborations.making`."""

import datetime
import sys

from sammenheng.documents import Paper, journey_content, journey_document, whole_map
from sammenheng.documents.marks import footer_line, illustrative_line
from sammenheng.domain import Collaboration, Id
from sammenheng.texts import Texts
from sammenheng_web.collaborations.making import Wanted, main

MOST_DOTS = 16_000_000
"""What fits in the memory there is, where a dot takes four bytes in each of two copies."""


def draw(whole: Collaboration, wanted: Wanted) -> bytes:
    """The map of one journey: one picture, or sheets of paper with the tables after them."""
    texts, today = Texts(wanted["language"]), datetime.date.fromisoformat(wanted["today"])
    part = Id(wanted["part"]) if wanted.get("part") else None
    content = journey_content(whole, Id(wanted["journey"]), texts=texts, organisation=part)
    footer = footer_line(texts, whole, today)
    if wanted["form"] == "pdf":
        from sammenheng.documents.adapters.pdf import pdf

        document = journey_document(
            [content],
            texts,
            Paper.A3,
            title=content.title,
            marks=illustrative_line(texts, whole),
            footer=footer,
        )
        return pdf(document, texts, day=today).content
    picture = whole_map(content, texts, footer=footer)
    if wanted["form"] == "svg":
        return picture.svg.encode()
    from sammenheng.documents.adapters.png import png

    return png(picture.svg, width=picture.width, height=picture.height, most_dots=MOST_DOTS)


if __name__ == "__main__":
    sys.exit(main(draw))
