"""Texts of a collaboration as a page says them: in the reader's language, or marked with the one they are in."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from sammenheng.domain import Field, Text, Thing, describe
from sammenheng.domain.kinds import TextKind
from sammenheng.texts.labels import object_name
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True)
class Said:
    """A text and, when that is not the page's language, the language it is in."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> SafeString:
        if self.lang:
            return format_html('<span lang="{}">{}</span>', self.lang, self.text)
        return format_html("{}", self.text)


def said(text: Text, source: str = "nb") -> Said:
    """The text in the reader's language, else in the nearest one there is."""
    wanted = get_language() or "nb"
    found, language = text.in_language(wanted, source=source)
    return Said(found, "" if language == wanted else language)


def title_field(thing: Thing) -> Field | None:
    """The first text an object carries: what people call it by."""
    for field in describe(type(thing)).fields:
        if isinstance(field.kind, TextKind) and not field.common and getattr(thing, field.name) is not None:
            return field
    return None


def title_of(thing: Thing) -> Said:
    """What to call an object: the first text it carries, else its type and id."""
    field = title_field(thing)
    if field is not None:
        return said(getattr(thing, field.name), str(thing.source_language or "nb"))
    return Said(object_name(texts(), thing))
