"""A form made from the description asks for every field and gives back just what the file would."""

import pytest
from django.http import QueryDict
from tests.support.collaborations import one_of_everything

from sammenheng.domain import Collaboration, Fault, Thing, describe
from sammenheng.domain.describe import PartsKind
from sammenheng_web.collaborations.forms import SET_BY_THEIR_OWN_ACT, DescribedForm, Speech, form_for, initial_of


def speech(whole: Collaboration) -> Speech:
    def named(types: tuple[str, ...]) -> list[tuple[str, str]]:
        return [(id, id) for id, thing in whole.objects.items() if not types or type(thing).__name__ in types] + [
            (whole.id, whole.id)
        ]

    def tell(fault: Fault) -> str:
        return fault.code

    return Speech(label=str, choice=str, fault=tell, named=named)


def typed(form: type[DescribedForm], thing: Thing) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in initial_of(form, thing).items():
        if isinstance(value, list):
            data.setlist(name, value)
        elif value is not None and value is not False:
            data[name] = str(value) if value is not True else "on"
    return data


@pytest.mark.slow
def test_every_object_comes_back_from_its_form_unchanged() -> None:
    whole = one_of_everything(each=1)
    said = speech(whole)

    for thing in whole.objects.values():
        form_class = form_for(describe(type(thing)), said)
        form = form_class(typed(form_class, thing))

        assert form.is_valid(), (thing.id, form.errors)
        assert form.values == {field.name: getattr(thing, field.name) for field in form_class.described}


def test_every_field_is_asked_for_but_the_envelope_and_the_parts() -> None:
    whole = one_of_everything(each=1)

    for kind in {describe(type(thing)) for thing in whole.objects.values()}:
        asked = {field.name for field in form_for(kind, speech(whole)).described}

        left = {field.name for field in kind.fields} - asked
        assert left == SET_BY_THEIR_OWN_ACT | {f.name for f in kind.fields if isinstance(f.kind, PartsKind)}


def test_what_the_file_refuses_the_form_refuses_at_the_right_control() -> None:
    whole = one_of_everything(each=1)
    organisation = form_for(describe(type(whole.organisations[0])), speech(whole))
    deliverable = form_for(describe(type(whole.deliverables[0])), speech(whole))

    wrong_number = organisation(QueryDict("name_nb=Nav&number=123456789"))
    nameless = organisation(QueryDict(""))
    backwards = deliverable(QueryDict("name_nb=Veiviser&duration=0"))

    assert wrong_number.errors == {"number": ["bad-organisation-number"]}
    assert nameless.errors == {"name_nb": ["missing"]}
    assert backwards.errors == {"duration": ["out-of-range"]}
