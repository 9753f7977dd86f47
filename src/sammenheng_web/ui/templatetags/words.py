"""Words, numbers and texts of a collaboration in templates."""

from typing import Any

from django import template
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from sammenheng.domain import Code, ObjectType, Text
from sammenheng.texts import formats, labels
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.said import said as say
from sammenheng_web.ui.terms import texts

register = template.Library()


@register.filter
def type_name(kind: ObjectType) -> str:
    """What one object of a type is called."""
    return labels.type_label(texts(), kind)


@register.filter
def types_name(kind: ObjectType) -> str:
    """What several objects of a type are called."""
    return labels.types_label(texts(), kind)


@register.filter
def meaning(kind: ObjectType) -> str:
    """What a type means, in one sentence without full stop."""
    return labels.definition(texts(), kind)


@register.filter
def choice_name(code: Code) -> str:
    """What a code is called."""
    return labels.choice_label(texts(), code)


@register.filter
def said(text: Text) -> Said:
    """A text of a collaboration in the page's language, or marked with its own."""
    return say(text)


@register.filter
def number(value: float) -> str:
    """A number as the page's language writes it."""
    return formats.number(texts(), value)


@register.filter
def paragraphs(text: Said) -> SafeString:
    """A long text in paragraphs."""
    # linebreaks escapes when told to, and so gives markup that is safe.
    return mark_safe(linebreaks(str(text), autoescape=True))  # noqa: S308


@register.filter
def lang(text: Any) -> str:
    """The language of a text when it is not that of the page."""
    return getattr(text, "lang", "")
