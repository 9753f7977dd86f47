"""What is missing, gathered by the phase it stands in the way of ending."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sammenheng.checks import Severity, rule_named
from sammenheng.domain.words.plan import Phase
from sammenheng.texts.labels import choice_label
from sammenheng_web.collaborations.missing import Missing, missing_anywhere
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A phase and what should be in place before it ends; or what would be better and blocks nothing."""

    label: str
    found: tuple[Missing, ...]

    @property
    def must(self) -> int:
        """How many kinds of thing must be mended."""
        return sum(one.severity == Severity.ERROR for one in self.found)


def gates(room: Room) -> list[Gate]:
    """The gates at which something is missing, in the order of the phases."""
    everything = missing_anywhere(room)
    found = [gate(phase, everything) for phase in (*Phase, None)]
    return [one for one in found if one.found]


def gate(phase: Phase | None, everything: tuple[Missing, ...]) -> Gate:
    """What one phase waits for."""
    here = tuple(one for one in everything if rule_named(one.rule).blocks is phase)
    if phase is None:
        return Gate(label=_("Stands in no way, but would be better"), found=here)
    return Gate(label=_("Before “%(phase)s” ends") % {"phase": choice_label(texts(), phase)}, found=here)
