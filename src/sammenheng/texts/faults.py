"""What is wrong with a file or a value, in words: what happened and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from ..domain import Fault, object_types
from . import formats
from .catalog import Texts, gettext_noop
from .labels import label_of_type_named

N_ = gettext_noop


class Explained(NamedTuple):
    """One fault in words."""

    code: str
    path: str
    reason: str
    cure: str


SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    # The file as a whole
    "too-large": (
        N_("The file is larger than {most}, which is the most that is read."),
        N_("Divide the collaboration into several files, or move long texts to documents you refer to."),
    ),
    "too-many-values": (
        N_("The file has more than {most} values, which is the most that is read."),
        N_("Check that this is the right file, or divide the collaboration into several files."),
    ),
    "too-much": (
        N_("The file needs more memory than there is."),
        N_("Close other programs or use a larger machine, or divide the collaboration into several files."),
    ),
    "empty-file": (
        N_("The file is empty."),
        N_("Choose another file. A new one begins with format, format_version, id and name."),
    ),
    "wrong-encoding": (
        N_("The file is not written as UTF-8: the first place that cannot be read is in line {line}."),
        N_("Open it in a text editor and save it again as UTF-8."),
    ),
    "too-deep": (
        N_("Lists and objects stand inside each other in more than {most} levels."),
        N_("Check that this is the right file. A collaboration needs fewer than ten levels."),
    ),
    "not-json": (
        N_("The file is not valid JSON: it cannot be understood from line {line}, column {column}."),
        N_("Look there and just before: often a comma, a quotation mark or a bracket is missing or one too many."),
    ),
    "not-this-format": (
        N_("The file does not say that it is a Sammenheng file."),
        N_('Choose a file with a name ending in .sammenheng.json. Such a file says "format": "{expected}".'),
    ),
    "no-version": (
        N_("The file does not say which version of the format it is written in."),
        N_('Add "format_version": {current}.'),
    ),
    "newer-version": (
        N_("The file is written in version {found} of the format, and this Sammenheng reads up to {current}."),
        N_("Use a newer Sammenheng, or have the file exported again from an older one."),
    ),
    "unknown-version": (
        N_("There is no version {found} of the format."),
        N_("Correct format_version to the version the file was written in."),
    ),
    # The shape of one value
    "missing": (
        N_("The field “{field}” is missing."),
        N_("Add “{field}”; without it the rest cannot be understood."),
    ),
    "null": (
        N_("The value of “{field}” is null."),
        N_("Leave “{field}” out when it is not known; absent means unknown."),
    ),
    "wrong-type": (
        N_("Here stands {found}, where {expected} belongs."),
        N_("Replace it with {expected}."),
    ),
    "unknown-field": (
        N_("There is no field called “{field}” here."),
        N_("Take it away, or correct its name. All names stand in what this prints: sammenheng schema"),
    ),
    "unknown-field-near": (
        N_("There is no field called “{field}” here."),
        N_("Perhaps “{near}” was meant: then correct the name. Else take the field away."),
    ),
    "duplicate-key": (
        N_("The field “{field}” stands more than once in the same object."),
        N_("Keep one of them."),
    ),
    "too-many": (
        N_("The list has {found} items, and at most {most} have room."),
        N_("Shorten the list, or divide its content among several objects."),
    ),
    # Texts
    "empty-text": (
        N_("The text is empty, or has nothing but spaces."),
        N_("Write something, or leave the field out."),
    ),
    "too-long": (
        N_("The text is {length} characters long, and at most {limit} have room."),
        N_("Shorten it, or move some of it to a field with more room."),
    ),
    "control-character": (
        N_("The text holds an invisible control character."),
        N_("Write the text again by hand; such characters often come along when text is copied from elsewhere."),
    ),
    "not-normalised": (
        N_("A letter with an accent is written as two characters."),
        N_("Bring the text to Unicode form NFC."),
    ),
    "unknown-language": (
        N_("Texts cannot be written in the language “{field}”."),
        N_("Use one of {allowed}."),
    ),
    "no-language": (
        N_("The text is not written in any language."),
        N_("Write it in at least one language, or leave the field out."),
    ),
    "bad-organisation-number": (
        N_("“{value}” is not a valid organisation number: nine digits, the last one calculated from the others."),
        N_("Look the number up in the Brønnøysund registers (Enhetsregisteret), or leave it out."),
    ),
    "bad-address": (
        N_("“{value}” is not an address on the web."),
        N_("Write an address that begins with https:// or http:// and has no spaces."),
    ),
    "bad-hash": (
        N_("The fingerprint is not 64 characters of 0–9 and a–f."),
        N_("Copy the whole fingerprint again, or leave it out."),
    ),
    "unknown-choice": (
        N_("“{value}” is not one of the values that may stand here."),
        N_("Use one of {allowed}."),
    ),
    # Numbers and time
    "out-of-range": (
        N_("The number is outside what can be true here: from {least} to {most}."),
        N_("Correct the number, and check that it is given in the right unit."),
    ),
    "not-whole": (
        N_("Only whole numbers can stand here."),
        N_("Round the number. Money is given in whole kroner."),
    ),
    "too-precise": (
        N_("The number has more than {digits} decimals."),
        N_("Round it to {digits} decimals or fewer."),
    ),
    "low-above-likely": (
        N_("The low estimate, {low}, is above the likely one, {likely}."),
        N_("Let low be the smallest of the three amounts, or leave it out."),
    ),
    "high-below-likely": (
        N_("The high estimate, {high}, is below the likely one, {likely}."),
        N_("Let high be the largest of the three amounts, or leave it out."),
    ),
    "no-price-year": (
        N_("The amount is in kroner, but does not say of which year."),
        N_('Add "price_year" with the year whose prices were used.'),
    ),
    "bad-date": (
        N_("“{value}” is not a day between the years 1800 and 2200."),
        N_("Write year, month and day like this: 2027-01-31."),
    ),
    "bad-period": (
        N_("“{value}” is not a year or a quarter."),
        N_("Write a year like 2027, or a quarter like 2027Q1."),
    ),
    # Ids and references
    "bad-id": (
        N_("“{value}” cannot be an id."),
        N_("Use 2 to 64 characters: first a letter a–z, then letters a–z, digits and hyphens."),
    ),
    "reserved-id": (
        N_("The id “{id}” is kept for what belongs to all together."),
        N_("Give the object another id, and correct what refers to it."),
    ),
    "repeated-id": (
        N_("The id “{id}” is used twice. The other one is at {other}."),
        N_("Give one of them a new id, and check what refers to it."),
    ),
    "named-twice": (
        N_("“{id}” stands twice in the same list."),
        N_("Keep it once."),
    ),
    "dangling": (
        N_("This refers to “{id}”, and nothing in the file has that id."),
        N_("Correct the id, add the object, or take the reference away."),
    ),
    "dangling-near": (
        N_("This refers to “{id}”, and nothing in the file has that id."),
        N_("Perhaps “{near}” was meant: then correct the id. Else add the object, or take the reference away."),
    ),
    "wrong-target": (
        N_("This refers to “{id}”, which is of the type {found}. Only {expected} can stand here."),
        N_("Refer to an object of the right type, or move the reference to the field it belongs in."),
    ),
    "two-parents": (
        N_("“{id}” stands in the lists of both “{first}” and “{second}”, and can have one place only."),
        N_("Take it away from one of them. To show the same in both, make a copy with an id of its own."),
    ),
    "cycle": (
        N_("Something depends on itself, in a circle: {ids}."),
        N_("Take away the one of these references that is least true."),
    ),
    # Who may see what
    "felles-not-shared": (
        N_("What belongs to all together is always shared, but here it says that it is not."),
        N_('Take "shared" away, or let an organisation be the owner.'),
    ),
    "sensitive-shared": (
        N_("Content that is special category or confidential (sensitivity 2) is open to other organisations."),
        N_('Let an organisation own it with "shared": false, or take the sensitive content out and lower the level.'),
    ),
    "seen-too-widely": (
        N_("More people may see “{id}” than may see “{target}”, which it cannot be without."),
        N_("Share “{target}” as widely and with the same sensitivity, or make “{id}” just as closed."),
    ),
}
"""For each code: what happened, and what to do."""

_JSON: Final[Mapping[str, str]] = {
    "object": N_("an object in curly brackets"),
    "array": N_("a list in square brackets"),
    "text": N_("a text"),
    "number": N_("a number"),
    "true/false": N_("true or false"),
    "null": N_("null"),
}


def explain(texts: Texts, fault: Fault) -> Explained:
    """The fault in words."""
    reason, cure = SENTENCES[fault.code]
    params = _params(texts, fault)
    return Explained(fault.code, fault.path, texts.gettext(reason, **params), texts.gettext(cure, **params))


def _params(texts: Texts, fault: Fault) -> dict[str, str]:
    field = next((step for step in reversed(fault.place) if isinstance(step, str)), "")
    shown = {name: _shown(texts, fault.code, name, value) for name, value in fault.params.items()}
    return {"field": field or "format", **shown}


def _shown(texts: Texts, code: str, name: str, value: str | int | float) -> str:
    return WAYS.get((code, name), _plain)(texts, value)


def _plain(texts: Texts, value: str | int | float) -> str:
    return value if isinstance(value, str) else formats.number(texts, value)


def _as_json_type(texts: Texts, value: str | int | float) -> str:
    name = str(value)
    if name in _JSON:
        return texts.gettext(_JSON[name])
    return label_of_type_named(texts, name)


def _as_types(texts: Texts, value: str | int | float) -> str:
    names = str(value).split(", ")
    return formats.listed(
        texts, (label_of_type_named(texts, name) for name in names if name in object_types()), style="or"
    )


def _as_choices(texts: Texts, value: str | int | float) -> str:
    return formats.listed(texts, str(value).split(", "), style="or")


def _as_size(texts: Texts, value: str | int | float) -> str:
    return formats.size(texts, int(value))


def _as_code(texts: Texts, value: str | int | float) -> str:
    """Versions and places in files are names, not amounts."""
    return str(value)


WAYS: Final[Mapping[tuple[str, str], Callable[[Texts, str | int | float], str]]] = {
    ("too-large", "most"): _as_size,
    ("wrong-encoding", "line"): _as_code,
    ("not-json", "line"): _as_code,
    ("not-json", "column"): _as_code,
    ("no-version", "current"): _as_code,
    ("newer-version", "found"): _as_code,
    ("newer-version", "current"): _as_code,
    ("unknown-version", "found"): _as_code,
    ("wrong-type", "found"): _as_json_type,
    ("wrong-type", "expected"): _as_json_type,
    ("wrong-target", "found"): _as_types,
    ("wrong-target", "expected"): _as_types,
    ("unknown-choice", "allowed"): _as_choices,
    ("unknown-language", "allowed"): _as_choices,
}
"""How parameters are shown that are neither a name nor an amount."""
