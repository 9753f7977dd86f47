"""Texts of a collaboration as a page says them: in the reader's language, or marked with the one they are in."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from sammenheng.domain import Text, Thing, describe
from sammenheng.domain.kinds import TextKind
from sammenheng.texts.labels import type_label
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


def title_of(thing: Thing) -> Said:
    """What to call an object: the first text it carries, else its type and id."""
    kind = describe(type(thing))
    source = str(thing.source_language or "nb")
    for field in kind.fields:
        value = getattr(thing, field.name)
        if isinstance(field.kind, TextKind) and not field.common and value is not None:
            return said(value, source)
    return Said(texts().gettext("{type} {id}", type=type_label(texts(), kind), id=thing.id))
