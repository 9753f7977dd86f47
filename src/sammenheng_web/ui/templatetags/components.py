"""Components as template tags. Each is shown on the page ``/ui/components/``."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sammenheng_web.ui.components import Cell, Column, Step

register = template.Library()
TONES = ("neutral", "info", "success", "warning", "danger", "brand1", "brand2", "accent")


@register.simple_block_tag
def card(
    content: str, heading: str = "", href: str = "", level: int = 2, kicker: str = "", icon: str = ""
) -> SafeString:
    """A bordered surface about one thing; with ``href`` its heading is the link."""
    return render_to_string(
        "ui/components/card.html",
        {"content": content, "heading": heading, "href": href, "tag": f"h{level}", "kicker": kicker, "icon": icon},
    )


@register.simple_block_tag
def alert(content: str, heading: str = "", tone: str = "info", level: int = 2) -> SafeString:
    """A message beside the content it is about."""
    return render_to_string(
        "ui/components/alert.html", {"content": content, "heading": heading, "tone": known(tone), "tag": f"h{level}"}
    )


@register.simple_tag
def tag(text: Any, tone: str = "neutral") -> SafeString:
    """A word or two that classify something. The words carry the meaning, the colour only helps."""
    return format_html('<span class="ds-tag" data-color="{}" data-size="sm">{}</span>', known(tone), text)


@register.inclusion_tag("ui/components/table.html")
def table(
    caption: Any, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], caption_is_visible: bool = True
) -> dict[str, Any]:
    """A table with a caption and heads for columns and rows."""
    return {
        "caption": caption,
        "columns": columns,
        "rows": [list(zip(columns, row, strict=True)) for row in rows],
        "caption_is_visible": caption_is_visible,
    }


@register.simple_block_tag
def empty_state(content: str, heading: str, level: int = 2) -> SafeString:
    """What a page says when there is nothing yet: what would stand here, and what to do to get it."""
    return render_to_string(
        "ui/components/empty_state.html", {"content": content, "heading": heading, "tag": f"h{level}"}
    )


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """The errors of a form, each a link to its field."""
    return {
        "form": form,
        "errors": [(field.id_for_label, error) for field in form for error in field.errors],
        "general": form.non_field_errors() if form.is_bound else [],
    }


@register.inclusion_tag("ui/components/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A form field with label, help and errors bound by id."""
    return {"field": bound}


@register.inclusion_tag("ui/components/definitions.html")
def definitions(pairs: Sequence[tuple[Any, Any]]) -> dict[str, Any]:
    """Terms and what they are."""
    return {"pairs": pairs}


@register.inclusion_tag("ui/components/key_figure.html")
def key_figure(value: Any, label: Any, href: str = "", note: Any = "") -> dict[str, Any]:
    """A number that leads somewhere."""
    return {"value": value, "label": label, "href": href, "note": note}


@register.inclusion_tag("ui/components/stepper.html")
def stepper(steps: Sequence[Step], label: Any) -> dict[str, Any]:
    """Where one is in a fixed sequence."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("ui/components/pagination.html")
def pagination(page: Page, query: str = "") -> dict[str, Any]:
    """Links to the pages of a long list. ``query`` is what else the address holds."""
    return {"page": page, "numbers": page.paginator.get_elided_page_range(page.number), "query": query}


@register.inclusion_tag("ui/components/breadcrumb.html")
def breadcrumb(*links: Any) -> dict[str, Any]:
    """The way back: label and address by turns, the outermost first."""
    return {"links": list(zip(links[::2], links[1::2], strict=True))}


@register.inclusion_tag("ui/components/icon.html")
def icon(name: str) -> dict[str, Any]:
    """A decorative drawing; the words beside it say the same."""
    return {"file": f"ui/icons/{name}.svg"}


def known(tone: str) -> str:
    """The tone, if Designsystemet has it."""
    if tone not in TONES:
        raise ValueError(f"{tone!r} is not a tone. Use one of: {', '.join(TONES)}.")
    return tone
