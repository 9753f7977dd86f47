"""What writing verbs share: which format a file's ending tells, and which objects the call names."""

from __future__ import annotations

import difflib
from pathlib import PurePath

from ..domain import Collaboration, Id, Thing
from ..domain.words import Organisation
from ..texts import formats
from .call import Call, readable
from .refusals import CallError


def format_of(call: Call, allowed: tuple[str, ...]) -> str:
    """The ending of the file that is asked for; raises CallError when it is not one of these."""
    name = call.arguments.output
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in allowed:
        endings = formats.listed(call.texts, (f".{one}" for one in allowed), style="or")
        raise CallError("unknown-ending", "--output", {"file": readable(name), "allowed": endings})
    return ending


def chosen_organisation(call: Call, whole: Collaboration) -> Id | None:
    """The organisation that was named, if one was; raises CallError when there is none with that id."""
    if call.arguments.organisation is None:
        return None
    found = named(whole, call.arguments.organisation, "--organisation")
    if not isinstance(found, Organisation):
        raise CallError("not-an-organisation", "--organisation", {"id": found.id})
    return found.id


def named(whole: Collaboration, id: str, argument: str) -> Thing:
    """The object in use with this id; raises CallError that names the nearest id when there is none."""
    found = whole.in_use.get(Id(id))
    if found is not None:
        return found
    if id in whole.objects:
        raise CallError("put-away-object", argument, {"id": id})
    near = difflib.get_close_matches(id, whole.in_use.objects, n=1)
    params = {"id": readable(id), **({"near": near[0]} if near else {})}
    raise CallError("no-such-object-near" if near else "no-such-object", argument, params)
