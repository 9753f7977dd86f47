"""What every object of a collaboration has in common: the envelope, and how sure we are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from ..describe import Described, base, boolean, choice, identity, integer, ref, refs, text
from ..faults import Fault
from ..values import FELLES, Code, Id, Text


class State(Code):
    """Where an object is in its life."""

    ACTIVE = "active", "Active"
    LOCKED = "locked", "Locked"
    ARCHIVED = "archived", "Archived"
    TRASHED = "trashed", "In the bin"


class Language(Code):
    """The languages a text may be written in."""

    NB = "nb", "Norwegian Bokmål"
    NN = "nn", "Norwegian Nynorsk"
    EN = "en", "English"
    SE = "se", "Northern Sámi"


class Sureness(Code):
    """How sure we are of what an object says."""

    SOURCED = "sourced", "From a source"
    PARTLY = "partly-sourced", "Partly from a source"
    GENERAL = "general-knowledge", "General knowledge, not verified"
    ILLUSTRATIVE = "illustrative", "Illustrative assumption"


@base
class Thing(Described):
    """An object with its envelope: who owns it, who may see it, what state it is in."""

    COMMON: ClassVar[frozenset[str]] = frozenset(
        {"id", "owner", "shared", "sensitivity", "state", "source_language", "sureness", "sources", "note"}
    )
    LAST: ClassVar[frozenset[str]] = frozenset({"sureness", "sources", "note"})

    id: Id = identity()
    owner: Id = ref("Organisation", or_felles=True, default=FELLES, help="An organisation, or felles: all together")
    shared: bool = boolean(default=True, help="Whether the other organisations may see it")
    sensitivity: int = integer(
        least=0, most=2, default=0, help="0 none, 1 personal data, 2 special category or confidential"
    )
    state: State = choice(State, default=State.ACTIVE)
    source_language: Language | None = choice(
        Language, label="Written in", default=None, help="When other than the language of the collaboration"
    )
    sureness: Sureness | None = choice(Sureness, label="How sure", default=None)
    sources: tuple[Id, ...] = refs("Source", label="Sources")
    note: Text | None = text(long=True, default=None)

    @property
    def is_open(self) -> bool:
        """Whether organisations other than the owner may see it."""
        return self.owner == FELLES or self.shared

    def check_together(self) -> Iterator[Fault]:
        """Rules that hold between the fields of the envelope."""
        if self.id == FELLES:
            yield Fault("reserved-id", ("id",), {"id": FELLES})
        if self.owner == FELLES and not self.shared:
            yield Fault("felles-not-shared", ("shared",))
        if self.sensitivity == 2 and self.is_open:
            yield Fault("sensitive-shared", ("sensitivity",))
