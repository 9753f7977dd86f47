"""What is shown of objects: names with their language, and the marks that say how sure they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..domain import Code, Collaboration, Id, Text, Thing
from ..domain.words.thing import Sureness
from ..texts import Texts
from ..texts.labels import choice_label, object_name

ILLUSTRATIVE, NOT_VERIFIED = "(i)", "(?)"
"""Put after what rests on an assumption made to show the method, and after general knowledge without a source."""

MARKS = {Sureness.ILLUSTRATIVE: ILLUSTRATIVE, Sureness.GENERAL: NOT_VERIFIED}


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the language it is written in."""

    text: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything a document says about one collaboration, in one language."""

    whole: Collaboration
    texts: Texts

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.texts.language

    def own(self, text: str) -> Words:
        """A text of Sammenheng itself, already translated."""
        return Words(text, self.language)

    def label(self, code: Code) -> Words:
        """What a code is called."""
        return self.own(choice_label(self.texts, code))

    def said(self, text: Text | None, by: Thing | None = None) -> Words:
        """What people wrote, in the language of the document or the nearest there is; nothing when they did not."""
        if text is None:
            return Words("", self.language)
        source = (by.source_language if by else None) or self.whole.source_language
        return Words(*text.in_language(self.language, source=source))

    def name(self, thing: Thing | Collaboration) -> Words:
        """What an object is called."""
        written = getattr(thing, "name", None)
        if isinstance(written, Text):
            return self.said(written, thing if isinstance(thing, Thing) else None)
        return self.own(object_name(self.texts, thing))

    def named(self, id: Id | None) -> Words:
        """What the object with this id is called; nothing when there is none."""
        thing = self.whole.get(id)
        return self.name(thing) if thing else Words("", self.language)

    def briefly(self, id: Id | None) -> Words:
        """The short name of an organisation that has one, else what the object is called.

        Short names are not translated; in English the whole name says more.
        """
        short = None if self.language == "en" else getattr(self.whole.get(id), "short_name", None)
        return self.own(short) if short else self.named(id)

    def names(self, ids: Iterable[Id]) -> tuple[Words, ...]:
        """What the objects with these ids are called."""
        return tuple(self.named(id) for id in ids)

    def marked(self, thing: Thing) -> Words:
        """What an object is called, with the mark of how sure it is."""
        return with_mark(self.name(thing), thing)


def with_mark(words: Words, thing: Thing) -> Words:
    """The words with the mark of how sure the object is that they tell of."""
    mark = MARKS.get(thing.sureness) if thing.sureness else None
    return replace(words, text=f"{words.text} {mark}") if mark and words else words
