"""The form of any type of object, made from its description: each field by its kind, in the described order.

A form speaks the language of the file: what was typed becomes the JSON of the field, and the field's own kind reads
and checks it. So a form accepts what a file may hold, and nothing else.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from sammenheng.domain import LANGUAGES, CannotBeTrueError, Fault, Field, ObjectType, Unit
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import (
    QUANTITY_MEMBERS,
    BooleanKind,
    ChoiceKind,
    DateKind,
    Kind,
    NumberKind,
    PeriodKind,
    QuantityKind,
    RefKind,
    RefsKind,
    StringKind,
    TextKind,
)

SET_BY_THEIR_OWN_ACT = frozenset({"id", "owner", "shared", "sensitivity", "state"})
"""The envelope is never set through a form: sharing, moving to the bin and the rest are acts of their own."""

Json = Any
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How a form speaks: labels and faults in the reader's language, and which objects can be named."""

    label: Callable[[str], str]
    choice: Callable[[str], str]
    fault: Callable[[Fault], str]
    named: Callable[[tuple[str, ...]], Iterable[tuple[str, str]]]


class DescribedForm(forms.Form):
    """A form made from a description. After it is found valid, `values` holds a domain value for each field."""

    described: tuple[Field, ...] = ()
    speech: Speech

    def clean(self) -> dict[str, Any]:
        """Read every field as the file would."""
        self.values: dict[str, Any] = {}
        for field in self.described:
            raw = _CONTROLS[type(field.kind)].raw(field, self.cleaned_data)
            try:
                self.values[field.name] = _read(field, raw)
            except CannotBeTrueError as error:
                for fault in error.faults:
                    self._tell(field, fault)
        return self.cleaned_data

    def _tell(self, field: Field, fault: Fault) -> None:
        exactly = "_".join((field.name, *(str(step) for step in fault.place)))
        own = _CONTROLS[type(field.kind)].initial(field, None)
        self.add_error(exactly if exactly in own else next(iter(own)), self.speech.fault(fault))


def form_for(kind: ObjectType, speech: Speech) -> type[DescribedForm]:
    """The form class of a type, or of a part."""
    described = tuple(
        field
        for field in kind.fields
        if field.name not in SET_BY_THEIR_OWN_ACT and not isinstance(field.kind, PartsKind)
    )
    made: dict[str, Any] = {"described": described, "speech": speech}
    for field in described:
        made |= _CONTROLS[type(field.kind)].fields(field, speech)
    return type(f"{kind.name}Form", (DescribedForm,), made)


def initial_of(form: type[DescribedForm], thing: Any) -> dict[str, Any]:
    """What the form shows for an object."""
    shown: dict[str, Any] = {}
    for field in form.described:
        value = getattr(thing, field.name)
        written = field.kind.write(value) if field.is_written(value) else None
        shown |= _CONTROLS[type(field.kind)].initial(field, written)
    return shown


def _read(field: Field, raw: Json) -> Any:
    if raw is None:
        if field.required:
            raise CannotBeTrueError([Fault("missing")])
        return () if isinstance(field.kind, RefsKind) else None
    value = field.kind.read(raw)
    faults = tuple(field.kind.check(value))
    if faults:
        raise CannotBeTrueError(faults)
    return value


class Control:
    """A kind that is asked for in one control of the same name."""

    def fields(self, field: Field, speech: Speech) -> dict[str, forms.Field]:
        """The form fields, by name."""
        shown = {"label": speech.label(field.label), "help_text": speech.label(field.help) if field.help else ""}
        return {field.name: self.control(field.kind, speech, shown | {"required": field.required})}

    def control(self, kind: Any, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        """The one form field."""
        return forms.CharField(**shown)

    def initial(self, field: Field, written: Json) -> dict[str, Any]:
        """What the controls show."""
        return {field.name: written}

    def raw(self, field: Field, data: Data) -> Json:
        """The JSON of what was typed; None when nothing was."""
        typed = data.get(field.name)
        return None if typed in ("", None, []) else typed


class TextControl(Control):
    """A box for each language."""

    def fields(self, field: Field, speech: Speech) -> dict[str, forms.Field]:
        kind: Any = field.kind
        widget = forms.Textarea if kind.long else forms.TextInput
        return {
            f"{field.name}_{language}": forms.CharField(
                label=speech.label(field.label), required=False, strip=False, widget=widget(attrs={"lang": language})
            )
            for language in LANGUAGES
        }

    def initial(self, field: Field, written: Json) -> dict[str, Any]:
        return {f"{field.name}_{language}": (written or {}).get(language) for language in LANGUAGES}

    def raw(self, field: Field, data: Data) -> Json:
        typed = {language: data.get(f"{field.name}_{language}") for language in LANGUAGES}
        return {language: text for language, text in typed.items() if text} or None


class StringControl(Control):
    """A line of text."""

    def control(self, kind: StringKind, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        return forms.CharField(max_length=kind.limit, strip=False, **shown)


class ChoiceControl(Control):
    """A choice, with nothing chosen where unknown is allowed."""

    def control(self, kind: ChoiceKind, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        codes = [(code.value, speech.choice(code.label)) for code in kind.codes]
        return forms.ChoiceField(choices=codes if shown["required"] else [("", "–"), *codes], **shown)


class BooleanControl(Control):
    """Yes, no or not known."""

    def control(self, kind: BooleanKind, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        answers = [("", "–"), ("true", speech.label("Yes")), ("false", speech.label("No"))]
        return forms.ChoiceField(choices=answers, **shown)

    def initial(self, field: Field, written: Json) -> dict[str, Any]:
        return {field.name: None if written is None else str(written).lower()}

    def raw(self, field: Field, data: Data) -> Json:
        return {"true": True, "false": False}.get(data.get(field.name) or "")


class NumberControl(Control):
    """A number."""

    def control(self, kind: NumberKind, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        return forms.IntegerField(**shown) if kind.whole else forms.FloatField(**shown)


class DateControl(Control):
    """A day."""

    def control(self, kind: DateKind, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **shown)

    def raw(self, field: Field, data: Data) -> Json:
        typed = data.get(field.name)
        return None if typed is None else typed.isoformat()


class RefControl(Control):
    """A choice among objects of the right types."""

    def control(self, kind: RefKind, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        return forms.ChoiceField(choices=[("", "–"), *speech.named(kind.targets)], **shown)


class RefsControl(Control):
    """Several objects of the right types."""

    def control(self, kind: RefsKind, speech: Speech, shown: dict[str, Any]) -> forms.Field:
        return forms.MultipleChoiceField(choices=list(speech.named(kind.targets)), **shown)


class QuantityControl(Control):
    """An estimate: a control for each of its members, under the field's label."""

    def fields(self, field: Field, speech: Speech) -> dict[str, forms.Field]:
        kind: Any = field.kind
        units = [(unit.value, speech.choice(unit.label)) for unit in kind.units or Unit]
        made: dict[str, forms.Field] = {
            member: forms.FloatField(label=speech.label(label), required=False)
            for member, label in (("low", "Low"), ("likely", "Likely"), ("high", "High"))
        }
        made["unit"] = forms.ChoiceField(label=speech.label("Unit"), required=False, choices=[("", "–"), *units])
        made["price_year"] = forms.IntegerField(label=speech.label("Price year"), required=False)
        sources = [("", "–"), *speech.named(("Source",))]
        made["source"] = forms.ChoiceField(label=speech.label("Source"), required=False, choices=sources)
        made["illustrative"] = forms.BooleanField(label=speech.label("Illustrative assumption"), required=False)
        return {f"{field.name}_{member}": control for member, control in made.items()}

    def initial(self, field: Field, written: Json) -> dict[str, Any]:
        return {f"{field.name}_{member}": (written or {}).get(member) for member in QUANTITY_MEMBERS}

    def raw(self, field: Field, data: Data) -> Json:
        typed = {member: data.get(f"{field.name}_{member}") for member in QUANTITY_MEMBERS}
        return {
            member: value for member, value in typed.items() if not (value is None or value is False or value == "")
        } or None


_CONTROLS: dict[type[Kind], Control] = {
    TextKind: TextControl(),
    StringKind: StringControl(),
    ChoiceKind: ChoiceControl(),
    BooleanKind: BooleanControl(),
    NumberKind: NumberControl(),
    DateKind: DateControl(),
    PeriodKind: Control(),
    RefKind: RefControl(),
    RefsKind: RefsControl(),
    QuantityKind: QuantityControl(),
}
