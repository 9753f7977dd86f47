"""What stands on every page: which content it shows, from when, and that numbers are illustrative where they are."""

from __future__ import annotations

import datetime
import hashlib

from ..domain import Collaboration, Quantity, write
from ..domain.describe import Described, PartsKind, describe
from ..domain.words.thing import Sureness
from ..texts import Texts, formats


def version_line(texts: Texts, whole: Collaboration, day: datetime.date) -> str:
    """Which content this is made from, and when: the fingerprint changes with every change of the content."""
    fingerprint = hashlib.sha256(write(whole)).hexdigest()[:12]
    return texts.gettext("{date} · content {fingerprint}", date=formats.date(texts, day), fingerprint=fingerprint)


def illustrative_line(texts: Texts, whole: Collaboration) -> str:
    """The warning that what is shown is partly made up; nothing when it is not."""
    if not is_illustrative(whole):
        return ""
    return texts.gettext("Contains illustrative numbers and assumptions, marked (i)")


def footer_line(texts: Texts, whole: Collaboration, day: datetime.date) -> str:
    """Version and warning in one line."""
    lines = (version_line(texts, whole, day), illustrative_line(texts, whole))
    return " · ".join(line for line in lines if line)


def is_illustrative(whole: Collaboration) -> bool:
    """Whether something in use is an assumption made to show the method."""
    return any(
        thing.sureness is Sureness.ILLUSTRATIVE or has_illustrative_number(thing)
        for thing in whole.in_use.objects.values()
    )


def has_illustrative_number(thing: Described) -> bool:
    """Whether a number of the object, or of a part of it, is marked as illustrative."""
    for field in describe(type(thing)).fields:
        content = getattr(thing, field.name)
        if isinstance(content, Quantity) and content.illustrative:
            return True
        if isinstance(field.kind, PartsKind) and any(has_illustrative_number(part) for part in content):
            return True
    return False
