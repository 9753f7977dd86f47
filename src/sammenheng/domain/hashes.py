"""The fingerprint of an object: the same content has the same one, in any installation.

An endorsement names what it stands behind by this fingerprint, so that it is seen when the content has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from .collaboration import Collaboration
from .describe import describe, references_of, write_described
from .kinds import Json
from .values import Id

_NOT_CONTENT = frozenset({"owner", "shared", "sensitivity", "state"})


def content_hash(collaboration: Collaboration, id: Id) -> str:
    """SHA-256, in hexadecimal, of an object and of everything it rests on.

    An object rests on what it holds (a journey on its stages, they on their steps) and on what the description marks
    as its basis, and on what those rest on. Who owns an object, who may
    see it and what state it is in are not content. Raises KeyError when there is no such object.
    """
    content: list[Json] = []
    for found in sorted(_rests_on(collaboration, id)):
        written = write_described(collaboration.objects[found])
        kept = {name: value for name, value in written.items() if name not in _NOT_CONTENT}
        content.append([describe(type(collaboration.objects[found])).key, kept])
    canonical = json.dumps([id, content], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def endorsed_hash(collaboration: Collaboration, ids: Iterable[Id]) -> str:
    """The fingerprint of all that one endorsement stands behind: that of the object when it is one."""
    hashes = sorted(content_hash(collaboration, id) for id in ids)
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()


def _rests_on(collaboration: Collaboration, id: Id) -> set[Id]:
    reached, waiting = {id}, [id]
    while waiting:
        for target in _basis(collaboration, waiting.pop()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def _basis(collaboration: Collaboration, id: Id) -> Iterator[Id]:
    """What an object names as part of what it rests on."""
    for field, _, target, _ in references_of(collaboration.objects[id]):
        if field.basis and target in collaboration.objects:
            yield target
